namespace ConflictModel;

/// <summary>Somebody who says things: a monitor, a newspaper, a government, a data set.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Source
{
    /// <summary>The source's id.</summary>
    public required SourceId Id { get; init; }

    /// <summary>The source's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What kind of body it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Its other names and abbreviations.</summary>
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>The address of its site, or null.</summary>
    public string? Url { get; init; }

    /// <summary>What a reader should know of it ("based in Britain, with sources in Syria"); null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Of a data set that is published as a table, the columns of the file that was read, in their order, so that its rows can be written
    /// in a file of the same shape; empty where that is not known.
    /// </summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>
    /// The row of HXL tags under those columns, in their order and empty for a column that has none; a row that is shorter or longer is
    /// that of the columns it reaches. Empty if the file has no such row.
    /// </summary>
    public ValueList<string> ColumnTags { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>The id of a source.</summary>
    public static implicit operator SourceId(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Id;
    }
}
