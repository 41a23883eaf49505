namespace ConflictModel.Interchange;

/// <summary>What came of reading a cell.</summary>
internal enum CellReading
{
    /// <summary>It was understood, and the writer writes the same.</summary>
    Same,

    /// <summary>It was understood, and the writer writes it otherwise: it is kept.</summary>
    Kept,

    /// <summary>It was not understood; its words stand in the record, so that the writer writes the same.</summary>
    UnreadSame,

    /// <summary>It was not understood and is kept.</summary>
    UnreadKept,
}
