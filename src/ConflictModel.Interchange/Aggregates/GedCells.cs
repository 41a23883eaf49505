using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>A UCDP GED row as an aggregation asks for it.</summary>
internal sealed class GedCells(ColumnSet columns) : EventCells
{
    private readonly GedColumns at = new(columns.IndexOf);
    private readonly int activeYear = columns.IndexOf("active_year");
    private readonly int dyad = columns.IndexOf("dyad_new_id");
    private readonly int conflict = columns.IndexOf("conflict_new_id");
    private readonly int conflictName = columns.IndexOf("conflict_name");

    public override void Read(Row row)
    {
        LocalDate? start = Day(row, at.Start);
        LocalDate? end = Day(row, at.End);
        Days = (start, end) is ({ } first, { } last) ? first <= last ? (first, last) : (last, first) : null;
        ReadOnlySpan<int> figures = [at.Low, at.Best, at.High, at.Civilians, at.A.Deaths, at.B.Deaths, at.Unknown];
        for (int i = 0; i < figures.Length; i++)
        {
            Figures[i] = Count(row, figures[i]);
        }
    }

    public override (string Text, string Name) Key(Row row, AggregateKey key) => key switch
    {
        AggregateKey.Country => (row[at.Country], ""),
        AggregateKey.Region => (row[at.World], ""),
        AggregateKey.Adm1 => (row[at.Adm1], ""),
        AggregateKey.SideA => (row[at.A.Id], row[at.A.Name]),
        AggregateKey.SideB => (row[at.B.Id], row[at.B.Name]),
        AggregateKey.Dyad => (row[dyad], row[at.DyadName]),
        AggregateKey.Conflict => (row[conflict], row[conflictName]),
        AggregateKey.Type => (row[at.Violence], ""),
        AggregateKey.ActiveYear => (row[activeYear], ""),
        _ => ("", ""),
    };

    public override IEnumerable<(string Text, string Name)> Actors(Row row)
    {
        yield return Key(row, AggregateKey.SideA);
        if (row[at.B.Id] != row[at.A.Id])
        {
            yield return Key(row, AggregateKey.SideB);
        }
    }
}
