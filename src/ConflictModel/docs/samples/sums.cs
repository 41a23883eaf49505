// Incidents added up by month: missing is not zero, and what lies across an edge is not guessed.
using ConflictModel;
using ConflictModel.Aggregation;
using NodaTime;

Incident Of(string id, UncertainDate date, Toll? killed) => new()
{
    Id = IncidentId.From(id), Kind = IncidentKind.Ambush, Date = date,
    Reports = [new() { Citation = SourceId.From("monitor"), Casualties = new() { Killed = killed } }],
};

var dataset = new ConflictDataset
{
    Incidents =
    [
        Of("a", new LocalDate(2024, 1, 3), Toll.Of(8)),
        Of("b", new LocalDate(2024, 1, 20), Toll.Of(Estimate.AtLeast(3))),
        Of("c", new LocalDate(2024, 2, 1), null),
        Of("d", UncertainDate.Parse("2024-01-30/2024-02-02"), Toll.Of(5)),
    ],
};
Aggregate months = dataset.ToTable().Query().GroupBy(GroupKey.Month).Sum(Measure.Killed).Run();
Console.Write(months.ToCsv());
Console.WriteLine($"In no single month: {months.Outside.Incidents} incident, {months.Outside.Of(Measure.Killed).Best} killed");
