using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How the parts of a breakdown relate to its whole.</summary>
/// <remarks>In either kind the parts are disjoint where nothing says that they may overlap. There is no kind with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<BreakdownKind>))]
public enum BreakdownKind
{
    /// <summary>The parts make up the whole: nobody is outside them.</summary>
    Partition = 1,

    /// <summary>"Including": the parts lie within the whole, which may hold others that nobody numbers.</summary>
    Inclusion,
}
