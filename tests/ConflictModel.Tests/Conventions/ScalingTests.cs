using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Matching;
using ConflictModel.Reconciliation;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Tests.Conventions;

/// <summary>Twice as much takes about twice the work, by whatever way a large or a hostile file comes in.</summary>
/// <remarks>The work is counted in the bytes that it takes from the heap, which no other test and no busy machine changes; a loop that
/// takes none is not seen.</remarks>
public sealed class ScalingTests
{
    private const double Most = 2.3;

    /// <summary>Each makes its input of a size, and gives what is to be counted.</summary>
    private static readonly Dictionary<string, (int Size, Func<int, Action> Make)> Ways = new()
    {
        ["regions in a chain, validated"] = (1_000, n => Validating(new() { Regions = Chain(n) })),
        ["regions that overlap the next, validated"] = (1_000, n => Validating(new() { Regions = Overlapping(n) })),
        ["tallies that supersede one another, validated"] = (500, n => Validating(new() { Tallies = Superseding(n) })),
        ["tallies that supersede one another in a ring, validated"] = (500, n => Validating(new() { Tallies = Ring(n) })),
        ["tallies of a day each, validated"] = (500, n => Validating(new() { Regions = [KnownRegions.Syria], Tallies = Daily(n) })),
        ["tallies of a day each beside incidents, validated"] = (500, n => Validating(World(n) with { Tallies = Daily(n) })),
        ["tallies of one source, day and place, validated"] =
            (500, n => Validating(new() { Regions = [KnownRegions.Syria], Tallies = Same(n) })),
        ["tallies of a day each within one of all, validated"] =
            (500, n => Validating(new() { Regions = [KnownRegions.Syria], Tallies = Daily(n).Add(Over(0, n)) })),
        ["tallies of a place each within one of all, validated"] =
            (150, n => Validating(new() { Regions = Towns(n), Tallies = InTowns(n) })),
        ["tallies and incidents of a day each within one of all, validated"] =
            (500, n => Validating(World(n) with { Tallies = Daily(n).Add(Over(0, n)) })),
        ["tallies of periods one within the other, more than are compared, validated"] =
            (500, n =>
            {
                ConflictDataset dataset = new()
                {
                    Regions = [KnownRegions.Syria], Tallies = Enumerable.Range(0, n).Select(i => Over(i, 2 * n - i)).ToValueList(),
                };
                return () => new TallyRules(new(), CategoryRelations.Of(dataset), new(10_000)).Check(dataset);
            }),
        ["incidents, validated"] = (500, n => Validating(World(n))),
        ["incidents that are all the same as the next, validated"] = (500, n => Validating(World(n) with { Incidents = SameAsNext(n) })),
        ["links in a ring, each of a day of its own, validated"] = (1_000, n => Validating(new() { Affiliations = Links(n) })),
        ["a list of people, validated"] = (500, n => Validating(World(1) with { People = People(n) })),
        ["parts beside each other, validated"] = (1_100, n => Validating(World(1) with { Tallies = [Flat(n)] })),
        ["parts beside each other, derived"] = (2_000, n => Deriving(new(), Flat(n))),
        ["parts within parts, derived"] = (100, n => Deriving(new(), Nested(n))),
        ["many breakdowns of one whole, derived"] = (500, n => Deriving(new(), Breakdowns(n))),
        ["parts in regions of a chain, more than are compared, derived"] = (1_100, n => Deriving(new() { Regions = Chain(n) }, InChain(n))),
        ["tallies, reconciled"] = (500, n =>
        {
            ConflictDataset dataset = World(n) with { Tallies = Daily(n) };
            return () => dataset.Reconcile(Harm.Killed);
        }),
        ["chains of tallies"] = (1_000, n =>
        {
            ConflictDataset dataset = new() { Tallies = Superseding(n) };
            return () => TallyChain.In(dataset);
        }),
        ["a document, read"] = (1_000, n =>
        {
            string json = DatasetJson.Write(World(n));
            return () => DatasetJson.Read(json);
        }),
        ["a document, written"] = (1_000, n =>
        {
            ConflictDataset dataset = World(n);
            return () => DatasetJson.Write(dataset, Stream.Null);
        }),
        ["a document with an error at its end"] = (1_000, n =>
        {
            string json = DatasetJson.Write(World(n)).TrimEnd()[..^1];
            return () => FluentActions.Invoking(() => DatasetJson.Read(json)).Should().Throw<DatasetFormatException>();
        }),
        ["a long text in a document"] = (100_000, n =>
        {
            string json = DatasetJson.Write(new ConflictDataset { Title = new('é', n) });
            return () => DatasetJson.Read(json);
        }),
        ["nested extensions in a document"] = (2_000, n =>
        {
            string json = """{"schemaVersion":"1.0","extensions":{"a":[""" + string.Join(',', Enumerable.Repeat("[[1]]", n)) + "]}}";
            return () => DatasetJson.Read(json);
        }),
        ["records line by line, read"] = (1_000, n =>
        {
            byte[] lines = Lines(World(n));
            return () => DatasetNdjson.ReadDataset(new MemoryStream(lines));
        }),
        ["records line by line, written"] = (1_000, n =>
        {
            ConflictDataset dataset = World(n);
            return () => DatasetNdjson.Write(dataset, Stream.Null);
        }),
        ["an edition for publication"] = (1_000, n =>
        {
            ConflictDataset dataset = World(n) with { People = [.. People(n).Select(p => p with { Publication = Publication.Withheld })] };
            return () => dataset.ForPublication();
        }),
        ["wordings"] = (500, n =>
        {
            var words = Estimate.InWords(string.Concat(Enumerable.Repeat("twenty ", n / 7)) + "people");
            return () => Wordings.Default.Read(words);
        }),
        ["a set of dates"] = (500, n =>
        {
            string set = "{" + string.Join(',', Enumerable.Range(1000, n)) + "}";
            return () => UncertainDate.Parse(set);
        }),
        ["relations of a set of dates"] = (200, n =>
        {
            var set = UncertainDate.Parse("{" + string.Join(',', Enumerable.Range(1000, n)) + "}");
            var other = UncertainDate.Parse("{" + string.Join(',', Enumerable.Range(1001, n)) + "}");
            return () => _ = (set.Before(other), set.During(other), set.Overlaps(other));
        }),
        ["a name looked up in a catalog"] = (1_000, n =>
        {
            ActorCatalog catalog = ActorCatalog.Empty.With("layer", Actors(n));
            return () => catalog.Resolve("Group 7 of the North");
        }),
        ["a catalog"] = (1_000, n =>
        {
            ValueList<Actor> actors = Actors(n);
            return () => ActorCatalog.Empty.With("layer", actors).Resolve("Group 7");
        }),
        ["a long name looked up"] = (2_000, n =>
        {
            string name = string.Concat(Enumerable.Range(0, n / 15).Select(i => $"Group {i} of the North "));
            return () => ActorCatalog.BuiltIn.Resolve(name);
        }),
        ["incidents proposed to match others"] = (500, n =>
        {
            ConflictDataset dataset = World(n);
            ValueList<Incident> others = World(n, "other").Incidents;
            return () => dataset.Incidents.ProposeMatches(others, MatchRules.Within(4, 0), dataset);
        }),
        ["people proposed to be the same"] = (300, n =>
        {
            ValueList<Person> people = People(n);
            return () => people.ProposeSame();
        }),
        ["distinct people"] = (1_000, n =>
        {
            ValueList<Person> people = People(n);
            return () => new DistinctPeople(people).Count(people);
        }),
        ["people as a toll"] = (1_000, n =>
        {
            ConflictDataset dataset = World(1) with { People = People(n) };
            return () => dataset.People.ToToll(dataset, Harm.Killed, by: PersonKey.Sdg1612);
        }),
        ["incidents as a table of captures"] = (500, n =>
        {
            ValueList<Incident> incidents = SameAsNext(n);
            return () => CaptureTable.Of(incidents, SourceId.From("sohr"), SourceId.From("other"));
        }),
        ["vintages compared"] = (1_000, n =>
        {
            (ConflictDataset older, ConflictDataset newer) = (World(n), World(n) with { Incidents = SameAsNext(n) });
            return () => Vintages.Compare(older, newer);
        }),
        ["incidents summed"] = (1_000, n =>
        {
            ValueList<Incident> incidents = World(n).Incidents;
            return () => incidents.SumByMonth(Harm.Killed);
        }),
        ["incidents with bounds summed"] = (1_000, n =>
        {
            ValueList<Incident> incidents = SameAsNext(n);
            return () => incidents.BoundsOf(Harm.Killed);
        }),
        ["a table"] = (1_000, n =>
        {
            ConflictDataset dataset = World(n);
            return () => dataset.ToTable();
        }),
        ["a table asked"] = (2_000, n =>
        {
            IncidentTable table = World(n).ToTable();
            return () => table.Query().GroupBy(GroupKey.Month).Sum(Measure.Killed).Run();
        }),
        ["a table asked by day and actor"] = (2_000, n =>
        {
            IncidentTable table = World(n).ToTable();
            return () => table.Query().GroupBy(GroupKey.Day, GroupKey.Actor).Sum(Measure.Killed).Run();
        }),
        ["an answer as JSON"] = (2_000, n =>
        {
            string json = World(n).ToTable().Query().GroupBy(GroupKey.Day).Sum(Measure.Killed).Run().ToJson();
            return () => Aggregate.FromJson(json);
        }),
        ["a table in pieces"] = (2_000, n =>
        {
            IncidentTable table = World(n).ToTable();
            return () => table.ToPieces();
        }),
        ["a query of many actors as SQL"] = (500, n =>
        {
            var actors = Actors(n).Select(actor => actor.Id).ToValueList();
            IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed).WithEitherSide(actors);
            return () => query.ToSql(SqlDialect.DuckDb);
        }),
        ["regions around one in a chain"] = (2_000, n =>
        {
            var hierarchy = new RegionHierarchy(Chain(n));
            return () => hierarchy.Ancestors(RegionId.From("r0"));
        }),
        ["a pointer"] = (2_000, n =>
        {
            string pointer = string.Concat(Enumerable.Repeat("/a/0", n));
            return () => JsonPointer.Parse(pointer).ToString();
        }),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_about_twice_the_work(string way)
    {
        (int size, Func<int, Action> make) = Ways[way];
        (Action once, Action twice) = (make(size), make(2 * size));

        // What is made once for all, and what is lent again, is not counted.
        twice();
        ((double)Bytes(twice) / Bytes(once)).Should().BeLessThan(Most);
    }

    private static long Bytes(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Action Validating(ConflictDataset dataset) => () => dataset.Validate();

    private static Action Deriving(ConflictDataset dataset, Tally tally)
    {
        Toll toll = tally.Report.Casualties!.Killed!;
        return () => dataset.Derive(toll);
    }

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
