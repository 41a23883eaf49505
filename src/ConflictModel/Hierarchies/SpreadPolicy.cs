using System.Text.Json.Serialization;
using System.Diagnostics.CodeAnalysis;

namespace ConflictModel.Hierarchies;

/// <summary>How a point figure of an incident that lies in no region for certain is divided among those in which it may lie.</summary>
[Experimental("CM0001")]
[JsonConverter(typeof(EnumConverter<SpreadPolicy>))]
public enum SpreadPolicy
{
    /// <summary>Not at all: it stays unassigned, beside the regions.</summary>
    Unassigned = 0,

    /// <summary>In equal parts.</summary>
    Equal,

    /// <summary>In proportion to the figures that certainly lie in each of them; in equal parts where none has any.</summary>
    Proportional,
}
