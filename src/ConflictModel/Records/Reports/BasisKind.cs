using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What a reported figure rests on.</summary>
[JsonConverter(typeof(EnumConverter<BasisKind>))]
public enum BasisKind
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>A list of the dead or harmed by name.</summary>
    NamedList,

    /// <summary>A count over recorded incidents.</summary>
    IncidentCount,

    /// <summary>A statement by an authority or a party.</summary>
    OfficialStatement,

    /// <summary>A statistical estimate, with <see cref="Basis.Level"/>.</summary>
    StatisticalEstimate,
}
