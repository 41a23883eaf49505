namespace ConflictModel.Interchange;

/// <summary>GeoJSON (RFC 7946), one feature an incident. Written only.</summary>
internal sealed class GeoJsonFormat() : EventFormat("geojson", "GeoJSON")
{
    public override bool IsWritten => true;

    internal override IncidentOutput Output(Stream stream, Glossary glossary, TableShape shape) =>
        new GeoJsonFeatures(stream, glossary);
}
