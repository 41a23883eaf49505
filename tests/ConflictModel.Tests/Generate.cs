using System.Text.Json;
using ConflictModel.Catalogs;
using CsCheck;

namespace ConflictModel.Tests;

/// <summary>Random data sets and what they are made of. All of them shrink.</summary>
internal static partial class Generate
{
    public static readonly ConflictDataset Minimal = new()
    {
        Sources = [new() { Id = SourceId.From("s"), Name = "source" }],
        Actors = KnownActors.All,
        Regions = KnownRegions.All,
    };

    public static readonly Gen<string> Text = OneOf("a", "b c", "حمص", "\"quoted\"", "line\nbreak", "😀", "<&>");

    public static readonly Gen<Estimate> Estimate = Gen.Frequency(
        (4, Gen.Long[0, 1000].Select(n => (Estimate)n)),
        (1, Gen.Const(default(Estimate))),
        (2, Gen.Select(Gen.Long[0, 99], Gen.Long[0, 99], Gen.Long[0, 99], (low, best, high) => new Estimate(low, best, high))),
        (1, Gen.Select(Gen.Long[0, 99], Text, (best, words) => ConflictModel.Estimate.Hedged(best, words))),
        (1, Text.Select(words => ConflictModel.Estimate.InWords(words))));

    public static readonly Gen<ReportedDate> Date = Gen.Select(
        OneOf("2024", "2024-07", "2024-07-03", "2024-40", "2019/..", "2024-01-01/2024-06-30", "2024-07-03?"),
        OneOf<string?>(null, "on Wednesday"),
        (date, words) => new ReportedDate(UncertainDate.Parse(date), words));

    public static readonly Gen<Victims> Victims = Gen.Select(
        OneOf(KnownActors.All.ToArray()).Array[0, 2],
        Gen.Enum<CivilianStatus>(),
        Gen.Enum<AgeGroup>(),
        Gen.Enum<Sex>(),
        OneOf<string?>(null, "officers"),
        (actors, status, age, sex, role) => new Victims
        {
            Actors = actors.Select(a => a.Id).ToValueList(),
            Status = status,
            Age = age,
            Sex = sex,
            Role = role,
        });

    public static readonly Gen<Toll> Toll = Gen.Select(Estimate, Estimate, Breakdowns(2), (count, operations, breakdowns) =>
        new Toll { Count = count, Operations = operations, Breakdowns = breakdowns });

    public static readonly Gen<Report> Report = Gen.Select(Toll, Toll, (killed, wounded) =>
        new Report { Citation = SourceId.From("s"), Casualties = new() { Killed = killed, Wounded = wounded } });

    public static readonly Gen<Tally> Tally = Gen.Select(
        Date, OneOf(KnownRegions.Syria, KnownRegions.Homs), Report, (period, region, report) =>
            new Tally { Id = TallyId.From("t"), Scope = new() { Period = period, Regions = [region] }, Report = report });

    /// <summary>An incident with one or two reports, and perhaps a tally.</summary>
    public static readonly Gen<ConflictDataset> Dataset =
        Gen.Select(Report.Array[1, 2], Tally.Array[0, 1], Date, Text, (reports, tallies, date, text) => Minimal with
        {
            Title = text,
            Tallies = tallies,
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"),
                    Kind = IncidentKind.Battle,
                    Date = date,
                    Description = text,
                    Reports = reports,
                },
            ],
        });

    /// <summary>Low, best and high figures, any of which may be missing.</summary>
    public static readonly Gen<Estimate> Figures = Gen.Select(
        Count, Count, Count, (low, best, high) => new Estimate(low, best, high));

    /// <summary>Incidents of known actors and places, some of which are of one event or parts of another.</summary>
    public static readonly Gen<ConflictDataset> Incidents = Draft.Array[1, 14].Select(drafts => new ConflictDataset
    {
        Actors = KnownActors.All,
        Regions = KnownRegions.All,
        Incidents = drafts.Select((draft, i) => draft(i)).ToValueList(),
    });

    /// <summary>The same data sets without the records of actors and regions, which outweigh all others.</summary>
    public static Gen<ConflictDataset> WithoutCatalogs(this Gen<ConflictDataset> datasets) =>
        datasets.Select(dataset => dataset with { Actors = default, Regions = default });

    /// <summary>The same data sets with the records of those few regions alone that <see cref="Incidents"/> names, and those around them.
    /// </summary>
    public static Gen<ConflictDataset> WithFewRegions(this Gen<ConflictDataset> datasets) =>
        datasets.Select(dataset => dataset with { Actors = default, Regions = FewRegions });

    /// <summary>A toll with all its parts, for whoever reads of a failure.</summary>
    public static string Show(Toll toll) => JsonSerializer.Serialize(toll);

    private static ValueList<Region> FewRegions { get; } =
    [
        .. new[] { KnownRegions.Syria, KnownRegions.Homs, KnownRegions.Raqqa, KnownRegions.DeirEzzor, KnownRegions.Badia }
            .Select(region => region with
            {
                Overlaps = region.Overlaps.Where(one => one.Value is "homs" or "raqqa" or "deir-ezzor").ToValueList(),
            }),
    ];

    private static Gen<long?> Count => Gen.Frequency((1, Gen.Const((long?)null)), (3, Gen.Long[0, 299].Select(count => (long?)count)));

    // What stands at a place among others: of those before it, it may be the same as one, and of any that may be there a part.
    private static Gen<Func<int, Incident>> Draft => Gen.Select(
        Gen.Select(
            OneOf("2024-01-03", "2024-01", "2024-01-30/2024-02-02", "2024", "../2024", "2024-07-03/"),
            OneOf(KnownRegions.Homs, KnownRegions.Raqqa, KnownRegions.DeirEzzor, KnownRegions.Syria, KnownRegions.Badia),
            Gen.Int[1, 4]),
        Gen.Select(Figures, Figures, Gen.Int[0, 17]),
        Gen.Int[0, 6].Array[3],
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 13], Gen.Int[0, 4], Gen.Int[0, 14]),
        (what, figures, roles, links) => (Func<int, Incident>)(i => Fake.Make($"i{i}", what.Item1, figures.Item1, what.Item2) with
        {
            Kind = (IncidentKind)what.Item3,
            Involvements =
            [
                .. new[] { KnownActors.Isis, KnownActors.Ndf, KnownActors.Sdf }.Zip(roles).Where(one => one.Second > 0)
                    .Select(one => new Involvement { Actor = one.First, Role = (InvolvementRole)one.Second }),
            ],
            SameAs = i > 0 && links.Item1 == 4 ? [IncidentId.From($"i{links.Item2 % i}")] : [],
            PartOf = links.Item3 == 4 ? IncidentId.From($"i{links.Item4}") : null,
            Reports = figures.Item3 switch
            {
                < 3 => [],
                < 8 =>
                [
                    Fake.ReportOf("sohr", figures.Item1) with
                    {
                        Casualties = new()
                        {
                            Killed = ConflictModel.Toll.Of(figures.Item1), Wounded = ConflictModel.Toll.Of(figures.Item2),
                        },
                    },
                ],
                _ => [Fake.ReportOf("sohr", figures.Item1)],
            },
        }));

    private static Gen<ValueList<Breakdown>> Breakdowns(int depth) => depth == 0
        ? Gen.Const(default(ValueList<Breakdown>))
        : Gen.Select(
            Gen.Enum<Axis>(),
            Gen.Enum<BreakdownKind>(),
            Gen.Enum<Reading>(),
            Parts(depth).Array[0, 3],
            (axis, kind, reading, parts) => new Breakdown { By = axis, Kind = kind, Reading = reading, Parts = parts.ToValueList() })
            .Array[0, 2].Select(list => list.ToValueList());

    private static Gen<Part> Parts(int depth) =>
        Gen.Select(Victims, Estimate, Date, Breakdowns(depth - 1), (victims, count, period, breakdowns) =>
        new Part { Victims = victims, Count = count, Period = period, Breakdowns = breakdowns });

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
