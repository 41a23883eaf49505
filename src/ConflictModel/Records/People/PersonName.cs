namespace ConflictModel;

/// <summary>One name of a person, as one source writes it.</summary>
/// <remarks>Equality is that of all three, ordinal. A person has as many as the sources give: each spelling and script is a name.</remarks>
public sealed partial record PersonName
{
    /// <summary>The name as it is written.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The language it is written in, a BCP 47 tag, which says the script where it matters (<c>ar</c>, <c>ar-Latn</c>); null if not said.
    /// </summary>
    public string? Lang { get; init; }

    /// <summary>What kind of name it is.</summary>
    public NameKind Kind { get; init; }
}
