using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How closely a place is known.</summary>
/// <remarks>The steps are those of UCDP's where_prec, in its order.</remarks>
[JsonConverter(typeof(EnumConverter<PlacePrecision>))]
public enum PlacePrecision
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>The exact place (UCDP 1).</summary>
    Exact,

    /// <summary>Near a known place (UCDP 2).</summary>
    Near,

    /// <summary>Known to the district (UCDP 3).</summary>
    District,

    /// <summary>Known to the governorate (UCDP 4).</summary>
    Governorate,

    /// <summary>Along a line or in a fuzzy area larger than a governorate (UCDP 5).</summary>
    Area,

    /// <summary>Known to the country (UCDP 6).</summary>
    Country,

    /// <summary>At sea or in the air (UCDP 7).</summary>
    SeaOrAir,
}
