namespace ConflictModel.Interchange;

/// <summary>CSV with a row of HXL tags. Written only.</summary>
internal sealed class HxlFormat() : EventFormat("hxl", "HXL")
{
    public override bool IsWritten => true;

    internal override IncidentOutput Output(Stream stream, Glossary glossary, TableShape shape) =>
        new CsvOutput(stream, new HxlRows(glossary), shape with { Tags = HxlRows.Tags });
}
