namespace ConflictModel.Aggregation;

/// <summary>Some of the rows of a table whose columns are read when they are asked for.</summary>
internal sealed class TakenColumns(TableColumns table, int[] rows) : IColumnReader
{
    public IReadOnlyList<Measure> Measures => table.Reader!.Measures;

    public CodeColumn ReadCodes(string name) => table.Reader!.ReadCodes(name).Take(rows);

    public TextColumn? ReadTexts(string name) => table.Reader!.ReadTexts(name)?.Take(rows);

    public MeasureColumn ReadFigures(Measure measure) => table.Reader!.ReadFigures(measure).Take(rows);
}
