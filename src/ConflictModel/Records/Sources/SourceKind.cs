using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What kind of body a source is.</summary>
[JsonConverter(typeof(EnumConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>A monitoring group that records events (SOHR, SNHR, Airwars).</summary>
    Monitor,

    /// <summary>A news outlet or agency.</summary>
    Media,

    /// <summary>A body of an international organisation.</summary>
    International,

    /// <summary>A government or its forces.</summary>
    Government,

    /// <summary>A party to the conflict that is no government.</summary>
    Party,

    /// <summary>A published data set (UCDP GED, ACLED).</summary>
    DataSet,
}
