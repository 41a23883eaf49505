namespace ConflictModel.Revisions;

/// <summary>One field of a record that differs between two vintages.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record FieldChange
{
    /// <summary>The field: a column of a published file, or a JSON Pointer within a record of a data set.</summary>
    public required string Field { get; init; }

    /// <summary>What it said; empty if nothing.</summary>
    public required string Was { get; init; }

    /// <summary>What it says; empty if nothing.</summary>
    public required string Is { get; init; }

    /// <summary>What it is about.</summary>
    public required FieldClass Class { get; init; }

    /// <summary>The field, what it said and what it says.</summary>
    public override string ToString() => $"{Field}: '{Was}' to '{Is}' ({JsonName.Of(Class)})";
}
