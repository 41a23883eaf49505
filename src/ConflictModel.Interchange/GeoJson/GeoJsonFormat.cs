namespace ConflictModel.Interchange;

/// <summary>GeoJSON (RFC 7946), one feature an incident. Written only.</summary>
internal sealed class GeoJsonFormat() : EventFormat("geojson", "GeoJSON")
{
    public override bool IsWritten => true;

    internal override IncidentOutput Output(Stream stream, Glossary glossary, ValueList<string> columns, bool neutralise) =>
        new GeoJsonFeatures(stream, glossary);
}
