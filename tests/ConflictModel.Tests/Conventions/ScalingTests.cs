using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Matching;
using ConflictModel.Reconciliation;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Hierarchies;
using ConflictModel.Time;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Tests.Conventions;

/// <summary>Twice as much takes about twice the work, by whatever way a large or a hostile file comes in.</summary>
/// <remarks>See <see cref="Scaling"/>, and <see cref="ScalingTakers"/> for what is measured here.</remarks>
public sealed partial class ScalingTests
{
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
                ConflictDataset dataset = Nesting(n);
                return () =>
                {
                    var regions = RegionHierarchy.FromUnchecked(dataset.Regions);
                    new TallyRules(new(), CategoryRelations.Of(dataset, regions), regions, new(10_000)).Check(dataset);
                };
            }),
        ["tallies and incidents of a source each, validated"] = (300, n => Validating(BySources(n))),
        ["incidents, validated"] = (500, n => Validating(World(n))),
        ["incidents that are all the same as the next, validated"] = (500, n => Validating(World(n) with { Incidents = SameAsNext(n) })),
        ["links in a ring, each of a day of its own, validated"] = (1_000, n => Validating(new() { Affiliations = Links(n) })),
        ["links that go round on no one day, more than are looked at"] = (500, n =>
        {
            CircleDays.Edge[] links = CircleDaysTests.Ladders(n);
            return () => new CircleDays(10_000).First(links);
        }),
        ["a list of people, validated"] = (500, n => Validating(World(1) with { People = People(n) })),
        ["parts beside each other, validated"] = (1_100, n => Validating(World(1) with { Tallies = [Flat(n)] })),
        ["parts beside each other, derived"] = (2_000, n => Deriving(new(), Flat(n))),
        ["parts within parts, derived"] = (100, n => Deriving(new(), Nested(n))),
        ["many breakdowns of one whole, derived"] = (500, n => Deriving(new(), Breakdowns(n))),
        ["parts in regions of a chain, more than are compared, derived"] = (1_100, n => Deriving(new() { Regions = Chain(n) }, InChain(n))),
        ["parts that each clash with what lies within them, told"] = (200, n =>
        {
            Toll toll = Clashing(n).Report.Casualties!.Killed!;
            return () => toll.Derive().Contradictions.Should().HaveCount(n);
        }),
        ["parts beside each other, more than are compared, explained"] = (1_100, n =>
        {
            Toll toll = Flat(n).Report.Casualties!.Killed!;
            return () => _ = toll.Derive().Figures.Count(figure => figure.Explain().Arithmetic is null);
        }),
        ["tallies, reconciled"] = (500, n =>
        {
            ConflictDataset dataset = World(n) with { Tallies = Daily(n) };
            return () => dataset.Reconcile(Harm.Killed);
        }),
        ["tallies that each lie within the next, more than are looked at, reconciled"] = (500, n =>
        {
            ConflictDataset dataset = Nesting(n);
            return () =>
            {
                var reconciler = Reconciler.Of(dataset, Harm.Killed, ReportPolicy.Hull, new(10_000));
                _ = dataset.Tallies.TakeWhile(tally => reconciler.Reconcile(tally) is not null).Count();
            };
        }),
        ["chains of tallies"] = (1_000, n =>
        {
            ConflictDataset dataset = new() { Tallies = Superseding(n) };
            return () => TallyChain.In(dataset);
        }),
        ["a document, read"] = (1_000, n =>
        {
            string json = DatasetJson.Write(World(n));
            byte[] utf8 = Encoding.UTF8.GetBytes(json);
            return () => _ = (DatasetJson.Read(json), DatasetJson.ReadAsync(new MemoryStream(utf8)).AsTask().Result);
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
        ["vintages accounted for"] = (500, n =>
        {
            VintageComparison comparison = Vintages.Compare(World(n), World(n) with { Incidents = SameAsNext(n / 2) });
            return () =>
            {
                VintageAccount account = comparison.Account(Measure.Killed).By(GroupKey.Month);
                _ = (comparison.Moves(Measure.Killed), comparison.Reattributions(Measure.Killed, GroupKey.Kind));
                RevisionLogJson.Write(RevisionLog.Of(comparison, account, "1", "2"), Stream.Null);
            };
        }),
        ["a log of revisions, read"] = (500, n =>
        {
            VintageComparison comparison = Vintages.Compare(World(n), new());
            string json = RevisionLogJson.Write(RevisionLog.Of(comparison, comparison.Account(Measure.Killed).By(), "1", "2"));
            return () => RevisionLogJson.Read(json);
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
        ["records appended to a table"] = (1_000, n =>
        {
            ConflictDataset dataset = World(n);
            byte[] lines = Lines(dataset);
            return () =>
            {
                var builder = new IncidentTableBuilder();
                builder.AppendRecords(DatasetNdjson.Read(new MemoryStream(lines)));
                builder.AppendIncidents(dataset.Incidents);
                _ = builder.ToTable().Query().Sum(Measure.Killed).Run();
            };
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
        ["answers merged, rolled up and written"] = (2_000, n =>
        {
            IncidentTable table = World(n).ToTable();
            Aggregate[] answers = [.. Enumerable.Range(0, 2).Select(_ => Daily(table))];
            return () => _ = (Aggregate.MergeAll(answers).RollUp(GroupKey.Day).ToCsv(), answers[0].Merge(answers[1]).ToJson());

            static Aggregate Daily(IncidentTable table) =>
                table.Query().GroupBy(GroupKey.Day, GroupKey.Kind).Sum(Measure.Killed).Run();
        }),
        ["tables asked one by one"] = (50, n =>
        {
            IncidentTable table = World(50).ToTable();
            IncidentTable[] parts = [.. Enumerable.Repeat(table, n)];
            return () => table.Query().GroupBy(GroupKey.Month).Sum(Measure.Killed).RunOver(parts);
        }),
        ["a table of pieces, asked"] = (2_000, n =>
        {
            PieceTables pieces = World(n).ToTable().ToPieces();
            IncidentQuery query = IncidentQuery.OverPieces().GroupBy(GroupKey.Month).Sum(Measure.Killed);
            return () => _ = (query.On(pieces.ToTable()).Run(), query.On(pieces.ToDeferredTable(query)).Run());
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
        ["a table asked with many values of a key"] = (500, n =>
        {
            IncidentTable table = World(50).ToTable();
            LocalDate[] days = [.. Enumerable.Range(0, n).Select(i => new LocalDate(1990, 1, 1).PlusDays(i))];
            return () => table.Query().Where(GroupKey.Day, days).Sum(Measure.Killed).Run();
        }),
        ["actors rolled up by a chain of links"] = (500, n =>
        {
            var links = Links(n).Take(n - 1).Select(link => link with { Period = null }).ToValueList();
            var day = new LocalDate(2024, 1, 1);
            (ActorId first, ActorId last) = (ActorId.From("a0"), ActorId.From($"a{n - 1}"));
            return () =>
            {
                var hierarchy = new ActorHierarchy(links);
                _ = (hierarchy.GroupsOf(first, day), hierarchy.MembersOf(last, day), hierarchy.Belongs(first, last, day));
            };
        }),
        ["counts spread over the regions of a level"] = (500, n =>
        {
            var hierarchy = new RegionHierarchy(Towns(20));
            RegionSpread.Row[] rows = [.. Enumerable.Range(0, n).Select(i => new RegionSpread.Row
            {
                Regions = [RegionId.From($"r{i % 20}")], Count = new(1, 3), Figure = 2,
            })];
            return () => hierarchy.Spread(rows, RegionKind.Town);
        }),
        ["dates spread over days"] = (2_000, n =>
        {
            var date = UncertainDate.Parse($"{Day(0)}/{Day(n)}");
            return () =>
            {
                Spread.TryCreate(date, BucketScheme.Day, out Spread? spread);
                _ = spread!.Allocate(1_000);
            };
        }),
        ["a table of captures, written and read"] = (250, n =>
        {
            string text = "A,B,C,D,E,F,G,H,I,J,people\n"
                + string.Concat(Enumerable.Range(1, n)
                    .Select(i => $"{string.Join(',', Convert.ToString(i, 2).PadLeft(10, '0').AsEnumerable())},{i}\n"));
            return () =>
            {
                using var written = new StringWriter();
                CaptureTable.Read(new StringReader(text)).Write(written);
            };
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
    public void Twice_as_much_takes_about_twice_the_work(string way) => Scaling.Check(Ways[way].Size, Ways[way].Make);

    [Fact]
    public void Whatever_takes_much_is_measured_or_need_not_be() =>
        Scaling.CheckComplete(typeof(ConflictDataset).Assembly, Ways.Keys, ScalingTakers.Measured, ScalingTakers.Others);

    private static Action Validating(ConflictDataset dataset) => () => dataset.Validate();

    private static Action Deriving(ConflictDataset dataset, Tally tally)
    {
        Toll toll = tally.Report.Casualties!.Killed!;
        return () => dataset.Derive(toll);
    }
}
