namespace ConflictModel.Interchange;

/// <summary>An ACLED row as an aggregation asks for it. Its one figure is a best figure.</summary>
internal sealed class AcledCells(ColumnSet columns) : EventCells
{
    private readonly AcledColumns at = new(columns);

    public override void Read(Row row)
    {
        Days = null;
        if (row.Day(at.Date) is { } day)
        {
            UncertainDate date = AcledDays.Of(day, CellText.TryCode(row.Text(at.TimePrecision), 3, out int precision) ? precision : 1);
            Days = (date.Earliest ?? day, date.Latest ?? day);
        }

        Array.Clear(Figures);
        Figures[1] = row.Count(at.Fatalities);
    }

    public override (string Text, string Name) Key(Row row, AggregateKey key) => key switch
    {
        AggregateKey.Country => (row.Text(at.Regions.Country), ""),
        AggregateKey.Region => (row.Text(at.Regions.World), ""),
        AggregateKey.Adm1 => (row.Text(at.Regions.Adm1), ""),
        AggregateKey.Type => (row.Text(at.Type), ""),
        _ => ("", ""),
    };

    public override IEnumerable<(string Text, string Name)> Actors(Row row)
    {
        yield return (row.Text(at.One.Actor), row.Text(at.One.Actor));
        if (row.Text(at.Two.Actor).Length > 0 && row.Text(at.Two.Actor) != row.Text(at.One.Actor))
        {
            yield return (row.Text(at.Two.Actor), row.Text(at.Two.Actor));
        }
    }
}
