namespace ConflictModel.Interchange;

/// <summary>How a file is read.</summary>
/// <remarks>Equality is by content; delegates by reference.</remarks>
public sealed record ReadOptions
{
    /// <summary>The format; null to tell it from the header or the property names.</summary>
    public EventFormat? Format { get; init; }

    /// <summary>
    /// The version of the data set ("19.1"), which is kept with every report, since a figure belongs to a vintage; null if unknown.
    /// </summary>
    public string? Vintage { get; init; }

    /// <summary>
    /// Whether rows that can't be read are handed to <see cref="OnRejected"/> with the reason, counted and passed over; otherwise the first
    /// of them stops the reading with a <see cref="MalformedInputException"/>.
    /// </summary>
    public bool SetAsideMalformed { get; init; }

    /// <summary>
    /// What is done with rows that bear one id where the data doesn't say which of them is newer. <see cref="PublishedValidator"/> doesn't
    /// ask: to it they are findings.
    /// </summary>
    public RepeatedRows Repeated { get; init; }

    /// <summary>Takes the rows that are set aside; null to only count them.</summary>
    public Action<RejectedRow>? OnRejected { get; init; }

    /// <summary>Is told after each row how many bytes of the file, unpacked, have been read: for a progress bar. Null for nobody.</summary>
    public Action<long>? OnProgress { get; init; }

    /// <summary>Who knows actors and regions by name.</summary>
    public NameResolver Names { get; init; } = NameResolver.None;

    /// <summary>The glossary to fill; null for a new one. Give one reader's to the next to read several files into one data set.</summary>
    public Glossary? Glossary { get; init; }

    /// <summary>
    /// The longest row that is read, in bytes; a longer one is malformed. 4 MiB unless said; real rows have up to some 10 KB.
    /// </summary>
    public int MaxRowBytes { get; init; } = 1 << 22;

    /// <summary>The formats that are tried on a file whose format is not said.</summary>
    internal ValueList<EventFormat> Formats { get; init; } = EventFormats.All;
}
