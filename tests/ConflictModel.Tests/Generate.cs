using ConflictModel.Catalogs;
using CsCheck;

namespace ConflictModel.Tests;

/// <summary>Random data sets.</summary>
internal static class Generate
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

    public static readonly Gen<ConflictDataset> Dataset = Gen.Select(Toll, Toll, Date, Text, (killed, wounded, date, text) => Minimal with
    {
        Title = text,
        Incidents =
        [
            new()
            {
                Id = IncidentId.From("i"),
                Kind = IncidentKind.Battle,
                Date = date,
                Description = text,
                Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = killed, Wounded = wounded } }],
            },
        ],
    });

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

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
