namespace ConflictModel.Interchange;

/// <summary>CSV with a row of HXL tags. Written only.</summary>
internal sealed class HxlFormat() : EventFormat("hxl", "HXL")
{
    public override bool IsWritten => true;

    internal override IncidentOutput Output(Stream stream, Glossary glossary, ValueList<string> columns, bool neutralise) =>
        new CsvOutput(stream, new HxlRows(glossary), neutralise);
}
