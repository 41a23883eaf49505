using System.Globalization;
using System.Text;
using ConflictModel.Catalogs;
using ConflictModel.Serialization;
using NodaTime;

namespace ConflictModel.Tests.Conventions;

/// <content>Data sets of a size.</content>
public sealed partial class ScalingTests
{
    private static byte[] Lines(ConflictDataset dataset)
    {
        using var stream = new MemoryStream();
        DatasetNdjson.Write(dataset, stream);
        return stream.ToArray();
    }

    private static string Day(int number) =>
        new LocalDate(1990, 1, 1).PlusDays(number).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static ConflictDataset World(int count, string source = "sohr") => new()
    {
        Sources = [new() { Id = SourceId.From("sohr"), Name = "SOHR" }, new() { Id = SourceId.From("other"), Name = "Other" }],
        Actors = KnownActors.All,
        Regions = KnownRegions.All,
        Incidents =
        [
            .. Enumerable.Range(0, count).Select(i => Fake.Make($"{source}{i}", Day(i), i % 7, KnownRegions.Homs.Id)
                .Involving(KnownActors.All[i % KnownActors.All.Count]) with { Reports = [Fake.ReportOf(source, i % 7)] }),
        ],
    };

    private static ValueList<Incident> SameAsNext(int count)
    {
        Incident[] incidents = [.. World(count).Incidents];
        return incidents.Select((one, i) => i + 1 < count && i % 2 == 0 ? one with { SameAs = [incidents[i + 1].Id] } : one).ToValueList();
    }

    private static ValueList<Region> Chain(int count) => Enumerable.Range(0, count).Select(i => new Region
    {
        Id = RegionId.From($"r{i}"), Name = $"region {i}", Kind = RegionKind.Natural,
        Within = i + 1 < count ? [RegionId.From($"r{i + 1}")] : [],
    }).ToValueList();

    private static ValueList<Region> Overlapping(int count) => Enumerable.Range(0, count).Select(i => new Region
    {
        Id = RegionId.From($"r{i}"), Name = $"region {i}", Kind = RegionKind.Natural, Overlaps = [RegionId.From($"r{(i + 1) % count}")],
    }).ToValueList();

    private static ValueList<Affiliation> Links(int count) => Enumerable.Range(0, count).Select(i => new Affiliation
    {
        Actor = ActorId.From($"a{i}"), To = ActorId.From($"a{(i + 1) % count}"), Kind = AffiliationKind.PartOf,
        Period = (ReportedDate)UncertainDate.Parse(Day(i)),
    }).ToValueList();

    private static ValueList<Actor> Actors(int count) => Enumerable.Range(0, count).Select(i => new Actor
    {
        Id = ActorId.From($"a{i}"), Name = $"Group {i} of the North", Kind = ActorKind.Militia,
    }).ToValueList();

    private static ValueList<Person> People(int count) => Enumerable.Range(0, count).Select(i => new Person
    {
        Id = PersonId.From($"p{i}"), Harm = Harm.Killed, Names = [new() { Text = $"{Letters(i * 7919)} {Letters(i * 104729)}" }],
        Sex = Sex.Female,
    }).ToValueList();

    private static string Letters(int number)
    {
        var text = new StringBuilder("Z");
        for (uint rest = unchecked((uint)number * 2654435761); rest > 0; rest /= 20)
        {
            text.Append("aeioubdfgklmnprstvwz"[(int)(rest % 20)]);
        }

        return text.ToString();
    }

    private static Tally Counting(string id, Toll killed) => new()
    {
        Id = TallyId.From(id),
        Scope = new(),
        Report = new() { Citation = SourceId.From("sohr"), Casualties = new() { Killed = killed } },
    };

    private static ValueList<Tally> Superseding(int count) => Enumerable.Range(0, count).Select(i => Counting($"t{i}", Toll.Of(i)) with
    {
        AsOf = (ReportedDate)UncertainDate.Parse(Day(i)), Supersedes = i == 0 ? [] : [TallyId.From($"t{i - 1}")],
    }).ToValueList();

    private static ValueList<Tally> Ring(int count) => Enumerable.Range(0, count).Select(i => Counting($"t{i}", Toll.Of(i)) with
    {
        Supersedes = [TallyId.From($"t{(i + 1) % count}")],
    }).ToValueList();

    private static ValueList<Tally> Daily(int count) => Enumerable.Range(0, count).Select(i => Counting($"t{i}", Toll.Of(9)) with
    {
        Scope = new() { Period = (ReportedDate)UncertainDate.Parse(Day(i)), Regions = [KnownRegions.Syria.Id] },
    }).ToValueList();

    private static ValueList<Tally> Same(int count) =>
        Enumerable.Range(0, count).Select(i => Over(0, 0) with { Id = TallyId.From($"t{i}") }).ToValueList();

    private static Tally Over(int first, int last) => Counting($"over{first}", Toll.Of(9)) with
    {
        Scope = new()
        {
            Period = (ReportedDate)UncertainDate.Parse($"{Day(first)}/{Day(last)}"), Regions = [KnownRegions.Syria.Id],
        },
    };

    /// <summary>Each source tells of an incident and of a total in a town of its own.</summary>
    private static ConflictDataset BySources(int count) => new()
    {
        Regions = Towns(count),
        Incidents =
        [
            .. Enumerable.Range(0, count).Select(i =>
                Fake.Make($"i{i}", Day(0), 1, RegionId.From($"r{i}")) with { Reports = [Fake.ReportOf($"s{i}", 1)] }),
        ],
        Tallies =
        [
            .. InTowns(count).Take(count).Select((tally, i) =>
                tally with { Report = tally.Report with { Citation = SourceId.From($"s{i}") } }),
        ],
    };

    /// <summary>Tallies of periods of which each lies within the one before.</summary>
    private static ConflictDataset Nesting(int count) => new()
    {
        Regions = [KnownRegions.Syria], Tallies = Enumerable.Range(0, count).Select(i => Over(i, 2 * count - i)).ToValueList(),
    };

    private static ValueList<Region> Towns(int count) => Enumerable.Range(0, count).Select(i => new Region
    {
        Id = RegionId.From($"r{i}"), Name = $"region {i}", Kind = RegionKind.Town, Within = [KnownRegions.Syria.Id],
    }).Append(KnownRegions.Syria).ToValueList();

    private static ValueList<Tally> InTowns(int count) => Enumerable.Range(0, count).Select(i => Over(0, 0) with
    {
        Id = TallyId.From($"t{i}"), Scope = Over(0, 0).Scope with { Regions = [RegionId.From($"r{i}")] },
    }).Append(Over(0, 0)).ToValueList();

    private static Tally Flat(int parts) => Counting("flat", Of(Axis.Victim, Enumerable.Range(0, parts).Select(i =>
        Part.Of(Victims.MembersOf(ActorId.From($"a{i}")), 1))));

    private static Tally Clashing(int parts) => Counting("clashing", Of(Axis.Victim, Enumerable.Range(0, parts).Select(i =>
        Part.Of(Victims.MembersOf(ActorId.From($"a{i}")), 1).Including(Part.In(RegionId.From("x"), 2)))));

    private static Tally InChain(int parts) => Counting("chain", Of(Axis.Region, Enumerable.Range(0, parts).Select(i =>
        new Part { Region = RegionId.From($"r{i}"), Count = parts - i })));

    private static Tally Nested(int levels) => Counting("nested", Enumerable.Range(0, levels).Aggregate(
        Toll.Of(9),
        (inner, i) => Of(Axis.Victim, [new Part { Victims = new() { Role = $"role {i}" }, Count = 9, Breakdowns = inner.Breakdowns }])));

    private static Tally Breakdowns(int count) => Counting("several", new()
    {
        Count = 100,
        Breakdowns = [.. Enumerable.Range(0, count).Select(_ => Of(Axis.Victim, [Part.Of(Victims.Civilians, 40)]).Breakdowns[0])],
    });

    private static Toll Of(Axis axis, IEnumerable<Part> parts) => new()
    {
        Count = 1_000_000,
        Breakdowns = [new() { By = axis, Kind = BreakdownKind.Inclusion, Parts = parts.ToValueList() }],
    };
}
