namespace ConflictModel.Interchange;

/// <summary>An ACLED row as an aggregation asks for it. Its one figure is a best figure.</summary>
internal sealed class AcledCells(ColumnSet columns) : EventCells
{
    private readonly AcledColumns at = new(columns.IndexOf);

    public override void Read(Row row)
    {
        Days = null;
        if (Day(row, at.Date) is { } day)
        {
            UncertainDate date = AcledDays.Of(day, CellText.TryCode(row[at.TimePrecision], 3, out int precision) ? precision : 1);
            Days = (date.Earliest ?? day, date.Latest ?? day);
        }

        Array.Clear(Figures);
        Figures[1] = Count(row, at.Fatalities);
    }

    public override (string Text, string Name) Key(Row row, AggregateKey key) => key switch
    {
        AggregateKey.Country => (row[at.Country], ""),
        AggregateKey.Region => (row[at.World], ""),
        AggregateKey.Adm1 => (row[at.Admin1], ""),
        AggregateKey.Type => (row[at.Type], ""),
        _ => ("", ""),
    };

    public override IEnumerable<(string Text, string Name)> Actors(Row row)
    {
        yield return (row[at.Actor1], row[at.Actor1]);
        if (row[at.Actor2].Length > 0 && row[at.Actor2] != row[at.Actor1])
        {
            yield return (row[at.Actor2], row[at.Actor2]);
        }
    }
}
