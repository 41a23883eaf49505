using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>The tables beside the pieces say of hierarchies what memory answers.</summary>
public class CompanionTableTests
{
    [Fact]
    public void Who_belonged_to_whom_stands_by_stretches_of_time()
    {
        IncidentTableBuilder builder = new();
        builder.CodeOf(ActorId.From("a"), ActorId.From("b"));
        builder.DeclareAffiliation(ActorId.From("a"), ActorId.From("army"), new(2020, 1, 1), new(2020, 12, 31));
        PlainCells.Of(builder.ToTable().ToPieces().Belongs).Should().Equal(
            "actor=a+b ancestor=a to=2019-12-31 certain=1 limited=0",
            "actor=a+b ancestor=a+b to=2019-12-31 certain=1 limited=0",
            "actor=a+b ancestor=b to=2019-12-31 certain=1 limited=0",
            "actor=a+b ancestor=a from=2020-01-01 to=2020-12-31 certain=1 limited=0",
            "actor=a+b ancestor=a+b from=2020-01-01 to=2020-12-31 certain=1 limited=0",
            "actor=a+b ancestor=army from=2020-01-01 to=2020-12-31 certain=1 limited=0",
            "actor=a+b ancestor=b from=2020-01-01 to=2020-12-31 certain=1 limited=0",
            "actor=a+b ancestor=a from=2021-01-01 certain=1 limited=0",
            "actor=a+b ancestor=a+b from=2021-01-01 certain=1 limited=0",
            "actor=a+b ancestor=b from=2021-01-01 certain=1 limited=0",
            "actor=a ancestor=a to=2019-12-31 certain=1 limited=0",
            "actor=a ancestor=a from=2020-01-01 to=2020-12-31 certain=1 limited=0",
            "actor=a ancestor=army from=2020-01-01 to=2020-12-31 certain=1 limited=0",
            "actor=a ancestor=a from=2021-01-01 certain=1 limited=0",
            "actor=b ancestor=b certain=1 limited=0",
            "actor=army ancestor=army certain=1 limited=0");
    }

    [Fact]
    public void A_link_may_hold_until_the_last_day_of_the_calendar()
    {
        IncidentTableBuilder builder = new();
        builder.DeclareAffiliation(ActorId.From("a"), ActorId.From("army"), new(2020, 1, 1), LocalDate.MaxIsoValue);
        PlainCells.Of(builder.ToTable().ToPieces().Belongs).Should().Contain("actor=a ancestor=army from=2020-01-01 certain=1 limited=0");
    }

    [Fact]
    public void A_link_that_place_or_opponents_decide_is_limited_unless_another_holds_anyway()
    {
        IncidentTableBuilder builder = new();
        Affiliation link = new()
        {
            Actor = ActorId.From("a"),
            Kind = AffiliationKind.PartOf,
            To = ActorId.From("c"),
            Regions = [RegionId.From("r")],
        };
        builder.DeclareAffiliations([link with { Period = UncertainDate.Parse("../..") }]);
        PlainCells.Of(builder.ToTable().ToPieces().Belongs).Should().Contain("actor=a ancestor=c certain=0 limited=1");

        builder.DeclareAffiliations([link with { Regions = [], Period = UncertainDate.Parse("../..") }]);
        PlainCells.Of(builder.ToTable().ToPieces().Belongs).Should().Contain("actor=a ancestor=c certain=1 limited=0")
            .And.NotContain(row => row.Contains("limited=1", StringComparison.Ordinal));
    }

    [Fact]
    public void Belonging_and_lying_within_are_what_memory_answers() => Gen.Int.Sample(BelongsAsInMemory, iter: 100);

    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void In_a_world_that_stays_the_same_belonging_is_what_memory_answers(int seed) => BelongsAsInMemory(seed);

    [Fact]
    public void Every_id_is_named_as_the_source_writes_it()
    {
        IncidentTableBuilder builder = new();
        builder.Call(builder.CodeOf(ActorId.From("ucdp-234")), "234", "IS");
        LocalizedText name = new([new("en", "Syria"), new("ar", "سوريا")]);
        builder.DefineRegions([new() { Id = RegionId.From("sy"), Name = name, Kind = RegionKind.Country }]);
        builder.CodeOf(DyadId.From("d1"));
        PlainCells.Of(builder.ToTable().ToPieces().Names).Should().Equal(
            "kind=actor id=ucdp-234 own=234 name=IS",
            "kind=region id=sy own=sy",
            "kind=region id=sy own=sy name=Syria language=en",
            "kind=region id=sy own=sy name=سوريا language=ar",
            "kind=dyad id=d1 own=d1");
    }

    [Fact]
    public void Actors_and_sources_of_a_data_set_are_named_in_every_language_and_read_back_so()
    {
        ConflictDataset dataset = new()
        {
            Actors =
            [
                new() { Id = ActorId.From("is"), Name = new([new("ar", "داعش"), new("en", "Islamic State")]), Kind = ActorKind.RebelGroup },
                new() { Id = ActorId.From("sdf"), Name = "SDF", Kind = ActorKind.RebelGroup },
            ],
            Sources = [new() { Id = SourceId.From("sohr"), Name = new([new("en", "Observatory"), new("ar", "المرصد")]) }],
        };
        PieceTables pieces = dataset.ToTable().ToPieces();
        PlainCells.Of(pieces.Names).Should().Equal(
            "kind=actor id=is own=is name=داعش",
            "kind=actor id=is own=is name=داعش language=ar",
            "kind=actor id=is own=is name=Islamic State language=en",
            "kind=actor id=sdf own=sdf name=SDF",
            "kind=actor id=sdf own=sdf name=SDF language=en",
            "kind=source id=sohr own=sohr name=Observatory",
            "kind=source id=sohr own=sohr name=Observatory language=en",
            "kind=source id=sohr own=sohr name=المرصد language=ar");
        var copied = PieceTables.Of(pieces.Pieces, pieces.Names, pieces.Members, pieces.Regions, pieces.Affiliations);
        PlainCells.Of(copied.ToTable().ToPieces().Names).Should().Equal(PlainCells.Of(pieces.Names));
    }

    [Fact]
    public void Of_two_names_of_an_actor_in_one_language_the_first_is_read_and_an_empty_one_is_refused()
    {
        PieceTables pieces = new IncidentTableBuilder().ToTable().ToPieces();
        Read(["actor", "is", "is", "IS", null], ["actor", "is", "is", "IS", "en"], ["actor", "is", "is", "ISIS", "EN"]).Should().Equal(
            "kind=actor id=is own=is name=IS", "kind=actor id=is own=is name=IS language=en");
        Action empty = () => Read(["actor", "is", "is", "IS", ""]);
        empty.Should().Throw<PieceFormatException>().Which.Column.Should().Be("language");

        List<string> Read(params object?[][] names) => PlainCells.Of(PieceTables.Of(
            pieces.Pieces, new ListedTable(PieceSchema.Names, names), pieces.Members, [], []).ToTable().ToPieces().Names);
    }

    private static void BelongsAsInMemory(int seed)
    {
        Random random = new(seed);
        var world = OracleWorld.Random(random, 0);
        IncidentTable table = world.ToTable(sortByDate: true);
        PieceTables pieces = table.ToPieces();
        LocalDate day = new LocalDate(2011, 12, 20).PlusDays(random.Next(1600));
        SortedSet<string> said = [];
        foreach (int row in Enumerable.Range(0, pieces.Belongs.Rows))
        {
            if ((pieces.Belongs.NumberAt(2, row) ?? long.MinValue) <= Days.Of(day)
                && (pieces.Belongs.NumberAt(3, row) ?? long.MaxValue) >= Days.Of(day))
            {
                said.Add($"{pieces.Belongs.TextAt(0, row)} {pieces.Belongs.TextAt(1, row)} {pieces.Belongs.NumberAt(4, row) == 1}")
                    .Should().BeTrue("stretches of one actor never cross");
            }
        }

        SortedSet<string> asked = [];
        for (int group = 1; group < table.Columns.Actors.Size; group++)
        {
            Truth[] belongs = table.Columns.ActorLinks.BelongOn(day, [group]);
            asked.UnionWith(belongs.Index().Where(one => one.Item != Truth.No).Select(one =>
                $"{table.Columns.Actors[one.Index].Value} {table.Columns.Actors[group].Value} {one.Item == Truth.Yes}"));
        }

        said.Should().Equal(asked);
        IEnumerable<string> lies =
            from place in Enumerable.Range(1, table.Columns.Regions.Size - 1)
            from region in Enumerable.Range(1, table.Columns.Regions.Size - 1)
            let answer = table.Columns.RegionTree.Lies(place, region)
            where answer != Truth.No
            select $"place={table.Columns.Regions[place].Value} region={table.Columns.Regions[region].Value} "
                + $"certain={(answer == Truth.Yes ? 1 : 0)}";
        PlainCells.Of(pieces.Within).Should().Equal(lies);
    }
}
