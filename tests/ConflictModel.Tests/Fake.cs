namespace ConflictModel.Tests;

/// <summary>Short ways to make incidents.</summary>
internal static class Fake
{
    public static Incident Make(string id, string date, Estimate killed, params RegionId[] places) => new()
    {
        Id = IncidentId.From(id),
        Kind = IncidentKind.Battle,
        Date = new(UncertainDate.Parse(date)),
        Place = places.Length == 0 ? null : new() { Regions = [.. places] },
        Reports = [ReportOf("sohr", killed)],
    };

    public static Report ReportOf(string source, Estimate killed, string? published = null, string? grade = null) => new()
    {
        Citation = new()
        {
            Source = SourceId.From(source), Published = published is null ? null : new ReportedDate(UncertainDate.Parse(published)),
        },
        Grade = grade is null ? null : new() { Scheme = "test", Value = grade },
        Casualties = new() { Killed = Toll.Of(killed) },
    };

    public static Incident Involving(this Incident incident, params Actor[] actors) => incident with
    {
        Involvements = actors.Select(a => new Involvement { Actor = a, Role = InvolvementRole.Participant }).ToValueList(),
    };
}
