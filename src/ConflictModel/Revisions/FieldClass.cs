using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

/// <summary>What a field is about that differs between two vintages.</summary>
[JsonConverter(typeof(EnumConverter<FieldClass>))]
public enum FieldClass
{
    /// <summary>None of the others: how the source codes the record, as UCDP's active_year or the type of an event.</summary>
    Other = 0,

    /// <summary>How many people.</summary>
    Figure,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Date,

    /// <summary>Who: the sides, their dyad, their conflict.</summary>
    Actor,

    /// <summary>What the same thing is called: its id stays, its name does not. This is no revision of the record.</summary>
    Renaming,

    /// <summary>Who says so, and in what words.</summary>
    Source,
}
