namespace ConflictModel.Catalogs;

/// <summary>What came of looking a name up.</summary>
public enum NameAnswerKind
{
    /// <summary>Nothing bears the name; there may be near misses.</summary>
    None = 0,

    /// <summary>One thing bears the name.</summary>
    Match,

    /// <summary>Several do, and nothing in the text says which.</summary>
    Ambiguous,
}
