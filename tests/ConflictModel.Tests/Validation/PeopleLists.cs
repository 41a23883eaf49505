using ConflictModel.Catalogs;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

/// <summary>Short ways to list made-up people and to ask what validation says of them.</summary>
internal static class PeopleLists
{
    public static readonly Citation S = Cited("s");
    public static readonly Citation M = Cited("m");
    public static readonly Citation SThroughX = Cited("s", via: "x");

    public static Citation Cited(string source, string? published = null, string? via = null) => new()
    {
        Source = SourceId.From(source),
        Via = via is null ? null : SourceId.From(via),
        Published = published is null ? null : new ReportedDate(UncertainDate.Parse(published)),
    };

    public static Person Of(int number, Citation? listedBy = null, Harm harm = Harm.Killed) => new()
    {
        Id = PersonId.From($"p{number}"),
        Harm = harm,
        Incident = IncidentId.From("i"),
        Names = [new() { Text = $"Zork Madeup {number}" }],
        Citations = listedBy is null ? [] : [listedBy],
    };

    /// <summary>So many people, numbered from 1.</summary>
    public static Person[] List(int count, Citation? listedBy = null, Harm harm = Harm.Killed) =>
        [.. Enumerable.Range(1, count).Select(number => Of(number, listedBy, harm))];

    /// <summary>The people after some, numbered on.</summary>
    public static Person[] After(this Person[] first, int count, Citation? listedBy = null) =>
        [.. first, .. Enumerable.Range(first.Length + 1, count).Select(number => Of(number, listedBy))];

    public static Incident Incident(params Report[] reports) => new()
    {
        Id = IncidentId.From("i"),
        Kind = IncidentKind.AirStrike,
        Date = new(UncertainDate.Parse("2024-07-03")),
        Place = new() { Regions = [KnownRegions.Homs] },
        Reports = [.. reports],
    };

    public static Report Report(Citation said, Estimate count, BasisKind basis = BasisKind.Unknown, Harm harm = Harm.Killed) => new()
    {
        Citation = said,
        Basis = basis == BasisKind.Unknown ? null : new() { Kind = basis },
        Casualties = new Casualties().With(harm, Toll.Of(count)),
    };

    public static ConflictDataset Dataset(Incident incident, params Person[] people) => new()
    {
        Sources = [Named("s"), Named("m"), Named("x")],
        Actors = KnownActors.All,
        Regions = KnownRegions.All,
        Incidents = [incident],
        People = [.. people],
    };

    public static ValueList<Finding> Findings(Incident incident, params Person[] people) => Dataset(incident, people).Validate();

    public static IEnumerable<(string Code, Severity Severity)> Codes(this IEnumerable<Finding> findings) =>
        findings.Select(finding => (finding.Code, finding.Severity));

    private static Source Named(string id) => new() { Id = SourceId.From(id), Name = id.ToUpperInvariant() };
}
