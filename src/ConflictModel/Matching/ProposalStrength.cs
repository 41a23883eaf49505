using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>How much speaks for a proposal. It is no probability: each proposal says what its strengths mean.</summary>
/// <remarks>The order is that of the strengths: the greater, the stronger. There is no strength with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<ProposalStrength>))]
public enum ProposalStrength
{
    /// <summary>Worth a look where everything is looked at.</summary>
    Faint = 1,

    /// <summary>Worth a look.</summary>
    Fair,

    /// <summary>To be looked at first.</summary>
    Strong,
}
