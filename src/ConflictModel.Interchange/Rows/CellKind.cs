namespace ConflictModel.Interchange;

/// <summary>What the cells of a column are, for files that write it in their own way.</summary>
internal enum CellKind
{
    /// <summary>Anything: it stays as it is written.</summary>
    Text,

    /// <summary>Whole numbers: counts, codes, years and ids that are numbers.</summary>
    Whole,

    /// <summary>Degrees of arc.</summary>
    Degrees,

    /// <summary>Days.</summary>
    Day,
}
