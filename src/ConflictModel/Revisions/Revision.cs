namespace ConflictModel.Revisions;

/// <summary>What changed in one record between two vintages, field by field.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Revision
{
    /// <summary>The record's id in its source; of a yearly total that of its dyad or country and the year, <c>689-2018</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The fields that differ, in the order of the older vintage. There is at least one.</summary>
    public required ValueList<FieldChange> Changes { get; init; }

    /// <summary>Whether nothing changed but what things are called: then the record is not revised.</summary>
    public bool IsRenaming => !Changes.Any(change => change.Class != FieldClass.Renaming);

    /// <summary>Whether a field of a class changed.</summary>
    public bool Has(FieldClass of) => Changes.Any(change => change.Class == of);

    /// <summary>The field of a name that changed; null if it did not.</summary>
    public FieldChange? Of(string field) => Changes.FirstOrDefault(change => change.Field == field);

    /// <summary>The id and the fields.</summary>
    public override string ToString() => $"{Id}: {string.Join("; ", Changes)}";
}
