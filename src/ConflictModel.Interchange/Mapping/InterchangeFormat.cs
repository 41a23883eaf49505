namespace ConflictModel.Interchange;

/// <summary>A format that incidents are read from or written to.</summary>
/// <remarks>There is no format with the value zero.</remarks>
public enum InterchangeFormat
{
    /// <summary>UCDP Georeferenced Event Dataset: CSV, its GeoJSON form, or a page of its API. Read, and written as CSV.</summary>
    UcdpGed = 1,

    /// <summary>Armed Conflict Location and Event Data: CSV, or an answer of its API. Read, and written as CSV.</summary>
    Acled,

    /// <summary>GeoJSON (RFC 7946), one feature an incident. Written only.</summary>
    GeoJson,

    /// <summary>CSV with a row of HXL tags. Written only.</summary>
    Hxl,
}
