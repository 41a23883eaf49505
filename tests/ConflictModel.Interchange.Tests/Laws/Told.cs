using CsCheck;
using static ConflictModel.Interchange.Tests.Samples;

namespace ConflictModel.Interchange.Tests.Laws;

/// <summary>
/// Incidents of a small data set that say more or less of where, when, who took part, and how many were killed and wounded. They shrink.
/// </summary>
internal static class Told
{
    public static readonly ConflictDataset World = new()
    {
        Sources =
        [
            new() { Id = SourceId.From("sohr"), Name = "Observatory" }, new() { Id = SourceId.From("daily"), Name = "Daily, the \"one\"" },
        ],
        Actors =
        [
            Of("army", "Government of X", ActorKind.StateForces), Of("isis", "ISIS", ActorKind.RebelGroup),
            Of("north", "Free Army, north", ActorKind.RebelGroup), Of("herders", "herders", ActorKind.Civilians),
            Of("known", "Known", ActorKind.Militia) with { ExternalIds = [new() { Scheme = "ucdp", Value = "234" }] },
        ],
        Regions =
        [
            Of("syria", RegionKind.Country), Of("homs", RegionKind.Governorate, "syria"), Of("hama", RegionKind.Governorate, "syria"),
            Of("tadmor", RegionKind.District, "homs"), Of("palmyra", RegionKind.Town, "tadmor"), Of("badia", RegionKind.Natural, "syria"),
        ],
    };

    private static readonly Gen<string?> Words = OneOf(null, "a", "near \"b\", c", "two\nlines", "قرب", "=1+1", " spaced ", "-");

    private static readonly Gen<ReportedDate> Date = Gen.Select(
        OneOf(
            "2024-05-03", "2024-05", "2024", "2024-05-02/2024-05-06", "[2024-05-02..2024-05-06]", "2024-05-03?", "../2024", "2024-05/",
            "2024-21", "0007-03", "2024-05-03T10:00:00Z", "/.."),
        OneOf(null, null, "on Wednesday"),
        (date, words) => new ReportedDate(UncertainDate.Parse(date), words));

    private static readonly Gen<Place?> Where = Gen.Frequency(
        (1, Gen.Const((Place?)null)),
        (4, Gen.Select(
            OneOf("syria", "homs", "hama", "tadmor", "palmyra", "badia", "elsewhere").Array[0, 2], Gen.Enum<PlacePrecision>(),
            OneOf<(double, double)?>(null, (34.5, 38.25), (-0.00001, 179.123456789), (0, 0)), Words,
            (regions, precision, point, words) => (Place?)new Place
            {
                Regions = [.. regions.Distinct().Select(RegionId.From)], Precision = precision, Wording = words,
                Coordinates = point is var (north, east) ? new Coordinates(north, east) : null,
            })));

    private static readonly Gen<Estimate> Count = Gen.Select(
        Figure, Figure, Figure, Words, (low, best, high, words) => new Estimate(low, best, high, words));

    private static readonly Gen<ActorId> Actor = OneOf("army", "isis", "north", "herders", "known", "stranger").Select(ActorId.From);

    private static readonly Gen<Victims> Dead = Gen.OneOf(
        Actor.Select(actor => Victims.MembersOf(actor)), OneOf(Victims.Civilians, Victims.Unidentified, Victims.Women));

    private static readonly Gen<Toll> Toll = Gen.Select(
        Count, Gen.Enum<BreakdownKind>(), Gen.Select(Dead, Count).Array[0, 4],
        (count, kind, parts) => new Toll
        {
            Count = count,
            Breakdowns = parts.Length == 0 ? [] :
            [
                new()
                {
                    By = Axis.Victim, Kind = kind,
                    Parts = [.. parts.Select(one => new Part { Victims = one.Item1, Count = one.Item2 })],
                },
            ],
        });

    private static readonly Gen<Toll?> Counted = Gen.Frequency((1, Gen.Const((Toll?)null)), (2, Toll.Select(toll => (Toll?)toll)));

    private static readonly Gen<Report> Report = Gen.Select(
        OneOf("sohr", "daily", "unlisted"), OneOf(null, "1", "fair"), Counted, Counted, Words,
        (source, grade, killed, wounded, note) => new Report
        {
            Citation = SourceId.From(source),
            Grade = grade is null ? null : new() { Scheme = grade == "1" ? "ucdp-event-clarity" : "own", Value = grade },
            Casualties = killed is null && wounded is null ? null : new() { Killed = killed, Wounded = wounded },
            Note = note,
        });

    private static readonly Gen<Incident> Incident = Gen.Select(
        Gen.Select(OneOf("ucdp:7", "acled:SYR7", "x", "مع"), Gen.Enum<IncidentKind>(), Date, Where, Words),
        Gen.Select(Actor, Gen.Enum<InvolvementRole>(), (actor, role) => new Involvement { Actor = actor, Role = role }).Array[0, 4],
        Gen.Select(Actor, Gen.Enum<AttributionStatus>(), (actor, status) => new Attribution { Actors = [actor], Status = status })
            .Array[0, 1],
        OneOf<ExternalId?>(null, new() { Scheme = "ucdp-relid", Value = "SYR-1" }, new() { Scheme = "own", Value = "9" }),
        Report.Array[0, 2],
        (what, involved, attributed, other, reports) => new Incident
        {
            Id = IncidentId.From(what.Item1), Kind = what.Item2, Date = what.Item3, Place = what.Item4, Description = what.Item5,
            Involvements = [.. involved], Attributions = [.. attributed], ExternalIds = other is null ? [] : [other],
            Reports = [.. reports],
        });

    /// <summary>A few of them, each with an id of its own.</summary>
    public static readonly Gen<Incident[]> Incidents = Incident.Array[1, 4].Select(
        all => all.Select((one, i) => one with { Id = IncidentId.From($"{one.Id}{i}") }).ToArray());

    private static Gen<long?> Figure => Gen.Frequency((1, Gen.Const((long?)null)), (2, Gen.Long[0, 99].Select(figure => (long?)figure)));

    private static Actor Of(string id, string name, ActorKind kind) => new() { Id = ActorId.From(id), Name = name, Kind = kind };

    private static Region Of(string id, RegionKind kind, string? within = null) => new()
    {
        Id = RegionId.From(id), Name = $"the {id}", Kind = kind, Within = within is null ? [] : [RegionId.From(within)],
    };
}
