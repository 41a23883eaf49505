namespace ConflictModel.Interchange;

/// <summary>What of a record a column says.</summary>
internal enum ColumnSubject
{
    /// <summary>None of the others: how the source codes the record.</summary>
    Other,

    /// <summary>How many people.</summary>
    Figure,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Date,

    /// <summary>Who.</summary>
    Actor,

    /// <summary>Who says so.</summary>
    Source,
}
