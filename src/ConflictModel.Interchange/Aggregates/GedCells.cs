using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>A UCDP GED row as an aggregation asks for it.</summary>
internal sealed class GedCells(ColumnSet columns) : EventCells
{
    private readonly GedColumns at = new(columns);
    private readonly int activeYear = columns.IndexOf("active_year");
    private readonly int dyad = columns.IndexOf("dyad_new_id");
    private readonly int conflict = columns.IndexOf("conflict_new_id");
    private readonly int conflictName = columns.IndexOf("conflict_name");

    public override void Read(Row row)
    {
        LocalDate? start = row.Day(at.Start);
        LocalDate? end = row.Day(at.End);
        Days = (start, end) is ({ } first, { } last) ? first <= last ? (first, last) : (last, first) : null;
        ReadOnlySpan<int> figures = [at.Low, at.Best, at.High, at.Civilians, at.A.Deaths, at.B.Deaths, at.Unknown];
        for (int i = 0; i < figures.Length; i++)
        {
            Figures[i] = row.Count(figures[i]);
        }
    }

    public override (string Text, string Name) Key(Row row, AggregateKey key) => key switch
    {
        AggregateKey.Country => (row.Text(at.Regions.Country), ""),
        AggregateKey.Region => (row.Text(at.Regions.World), ""),
        AggregateKey.Adm1 => (row.Text(at.Regions.Adm1), ""),
        AggregateKey.SideA => (row.Text(at.A.Id), row.Text(at.A.Name)),
        AggregateKey.SideB => (row.Text(at.B.Id), row.Text(at.B.Name)),
        AggregateKey.Dyad => (row.Text(dyad), row.Text(at.DyadName)),
        AggregateKey.Conflict => (row.Text(conflict), row.Text(conflictName)),
        AggregateKey.Type => (row.Text(at.Violence), ""),
        AggregateKey.ActiveYear => (row.Text(activeYear), ""),
        _ => ("", ""),
    };

    public override IEnumerable<(string Text, string Name)> Actors(Row row)
    {
        yield return Key(row, AggregateKey.SideA);
        if (row.Text(at.B.Id) != row.Text(at.A.Id))
        {
            yield return Key(row, AggregateKey.SideB);
        }
    }
}
