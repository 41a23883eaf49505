using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>The level or nature of an area.</summary>
/// <remarks>There is no kind with the value zero. The administrative levels are those of the UN OCHA Common Operational Datasets.</remarks>
[JsonConverter(typeof(EnumConverter<RegionKind>))]
public enum RegionKind
{
    /// <summary>A country (administrative level 0).</summary>
    Country = 1,

    /// <summary>A governorate, province or state (administrative level 1).</summary>
    Governorate,

    /// <summary>A district (administrative level 2).</summary>
    District,

    /// <summary>A sub-district (administrative level 3).</summary>
    SubDistrict,

    /// <summary>A town, village or neighbourhood.</summary>
    Town,

    /// <summary>An area that no administration drew, which may cross governorates: the Badia, the Jazira.</summary>
    Natural,

    /// <summary>
    /// An area that somebody defines for a purpose: a zone of control or of operations, or a region of the world in UN statistics.
    /// </summary>
    Zone,
}
