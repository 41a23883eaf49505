using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Pieces are read back as the incidents that they were made of, and what can't be is told by column and row.</summary>
public class PieceReadingTests
{
    [Fact]
    public void A_table_read_back_from_its_pieces_has_the_same_pieces_and_gives_the_same_answers() => Gen.Int.Sample(ReadsBack, iter: 300);

    [Fact]
    public void Parts_that_are_asked_one_by_one_answer_as_the_whole() => Gen.Int.Sample(AnswersInParts, iter: 200);

    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void In_a_world_that_stays_the_same_pieces_are_read_back_and_answer_in_parts(int seed)
    {
        ReadsBack(seed);
        AnswersInParts(seed);
    }

    [Fact]
    public void Best_figures_alone_of_a_table_read_back_are_those_of_each_actor_too()
    {
        IncidentTableBuilder builder = new();
        builder.Append(
            new() { FirstSide = builder.CodeOf(ActorId.From("a")), SecondSide = builder.CodeOf(ActorId.From("b")) },
            Measure.Killed.Is(1, 2, 300));
        builder.ToTable().ToPieces().ToTable().Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed.AsBest).Run()
            .Select(row => (row.Of(GroupKey.Actor).Value, row.Of(Measure.Killed.AsBest))).Should().Equal(
                ("a", new Sums(1, 2, 2, 2, 0, 0, 0)), ("b", new Sums(1, 2, 2, 2, 0, 0, 0)));
    }

    [Fact]
    public void Who_belonged_to_whom_on_the_day_is_asked_of_columns_that_are_read_for_it()
    {
        (ActorId part, ActorId once) = (ActorId.From("part"), ActorId.From("once"));
        IncidentTableBuilder builder = new();
        builder.DeclareAffiliation(part, once, new(2005, 1, 1), new(2015, 12, 31));
        builder.Append(new() { Earliest = new(2004, 6, 1), FirstSide = builder.CodeOf(part) }, Measure.Killed.Is(1));
        builder.Append(new() { Earliest = new(2010, 6, 1), FirstSide = builder.CodeOf(part) }, Measure.Killed.Is(2));
        builder.Append(new() { Earliest = new(2020, 6, 1), FirstSide = builder.CodeOf(part) }, Measure.Killed.Is(4));
        IncidentQuery query = IncidentQuery.OverPieces().WithFirstSide(once).Sum(Measure.Killed);
        Aggregate answer = query.On(builder.ToTable().ToPieces().ToDeferredTable(query)).Run();
        (answer.Total.Of(Measure.Killed).Best, answer.Perhaps).Should().Be((2L, 0L));
    }

    [Fact]
    public void Only_the_columns_that_a_query_needs_are_read()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(
            new() { Earliest = new(2024, 1, 1), Latest = new(2024, 1, 3), Dyad = builder.CodeOf(DyadId.From("d")) },
            Measure.Killed.Is(1), Measure.Wounded.Is(2));
        PieceTables pieces = builder.ToTable().ToPieces();
        ChangedTable watched = new(pieces.Pieces);
        IncidentQuery years = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Dyad, GroupKey.Year);
        years.On(pieces.With(watched).ToDeferredTable(years)).Run().Count.Should().Be(1);
        watched.Read.Should().BeEquivalentTo("pieces", "first", "month", "dyad", "killed_low", "killed_best", "killed_high");

        watched = new(pieces.Pieces);
        IncidentQuery all = IncidentQuery.OverPieces().Sum(Measure.Killed);
        all.On(pieces.With(watched).ToDeferredTable(all)).Run().Total.Incidents.Should().Be(1);
        watched.Read.Should().BeEquivalentTo("pieces", "first", "killed_low", "killed_best", "killed_high");

        watched = new(pieces.Pieces);
        IncidentQuery some = all.During(new(2024, 1, 1), new(2024, 1, 2));
        some.On(pieces.With(watched).ToDeferredTable(some)).Run().Perhaps.Should().Be(1);
        watched.Read.Should().Contain(["earliest", "latest"]);
    }

    [Fact]
    public void Of_rows_that_are_known_to_lie_in_the_period_no_day_is_read()
    {
        PieceTables pieces = Three();
        foreach ((IncidentQuery query, int incidents) in ((IncidentQuery, int)[])
        [
            (IncidentQuery.OverPieces().During(new(2024, 1, 1), new(2024, 12, 31)), 2),
            (IncidentQuery.OverPieces().During(new(2025, 1, 1), new(2025, 12, 31)), 0),
        ])
        {
            // No day can be read, for there is none.
            PlainTable ranged = new RangedTable(pieces.Pieces, "earliest", "latest", "month");
            Aggregate answer = query.On(pieces.With(ranged).ToDeferredTable(query)).Run();
            answer.Total.Incidents.Should().Be(incidents);
            answer.ToJson().Should().Be(query.On(pieces.ToTable()).Run().ToJson());
        }
    }

    [Fact]
    public void Of_rows_that_are_all_outside_the_period_none_is_read_and_all_are_counted()
    {
        PieceTables pieces = Three();
        ChangedTable watched = new(pieces.Pieces);
        IncidentQuery later = IncidentQuery.OverPieces().During(new(2024, 3, 2), new(2025, 1, 1))
            .WithFirstSide(ActorId.From("a")).Sum(Measure.Killed).GroupBy(GroupKey.Dyad, GroupKey.Month);
        Aggregate answer = later.On(pieces.With(watched).ToDeferredTable(later)).Run();
        watched.Read.Should().BeEquivalentTo("pieces", "first", "piece", "event", "earliest", "latest");
        answer.ToJson().Should().Be(later.On(pieces.ToTable()).Run().ToJson());
        answer.Filters[0].Should().Be(new FilterCount("period", 2));
    }

    [Theory]
    [InlineData("killed_low", 2, -1, "-1 is no count of people")]
    [InlineData("killed_high", 0, long.MaxValue, "no count of people")]
    [InlineData("first", 0, 0, "counts it")]
    [InlineData("first", 1, 1, "counts it")]
    [InlineData("first", 2, 0, "not its first")]
    [InlineData("first", 2, null, "there must be a number")]
    [InlineData("piece", 1, 3, "do not stand together")]
    [InlineData("pieces", 0, 3, "do not stand together")]
    [InlineData("pieces", 1, 1, "not its first")]
    [InlineData("pieces", 2, 2, "do not stand together")]
    [InlineData("pieces", 2, 0, "0 is not from 1")]
    [InlineData("latest", 2, 0, "ends before it begins")]
    [InlineData("latest", 2, null, "one end only")]
    [InlineData("earliest", 2, 99_000_000, "is not from")]
    [InlineData("place_precision", 2, 8, "8 is not from 1 to 7")]
    [InlineData("killed_best", 1, null, "some have a figure and some do not")]
    [InlineData("kind", 2, "war", "'war' is not known")]
    [InlineData("side_a", 2, "nobody", "'nobody' is not known")]
    [InlineData("dyad", 2, "no id", "'no id' is not known")]
    [InlineData("event", 1, "other", "do not stand together")]
    [InlineData("event", 2, "a b", "'a b' is no id")]
    [InlineData("date", 2, "yesterday", "'yesterday' is no date")]
    public void A_cell_that_cannot_be_is_told_by_column_and_row(string column, int row, object? cell, string reason)
    {
        PieceTables pieces = Three();
        Action read = () => pieces.With(new ChangedTable(pieces.Pieces, column, row, cell is int small ? (long)small : cell)).ToTable();
        PieceFormatException error = read.Should().Throw<PieceFormatException>().Which;
        error.Reason.Should().Contain(reason);
        error.Table.Should().Be("pieces");
        error.Row.Should().NotBeNull();
        error.Message.Should().StartWith($"pieces.{error.Column}, row {error.Row + 1}: ");
        pieces.With(new ChangedTable(pieces.Pieces)).ToTable().Rows.Should().Be(3, "nothing is wrong but that");
    }

    [Theory]
    [InlineData("first", 0, 0L)]
    [InlineData("first", 1, 1L)]
    [InlineData("first", 2, 0L)]
    [InlineData("pieces", 0, 3L)]
    [InlineData("pieces", 0, 1L)]
    [InlineData("pieces", 1, 1L)]
    [InlineData("pieces", 2, 2L)]
    [InlineData("event", 0, "other")]
    [InlineData("event", 1, "other")]
    public void Pieces_of_which_one_question_is_asked_stand_together_too(string column, int row, object cell)
    {
        PieceTables pieces = Three();
        IncidentQuery all = IncidentQuery.OverPieces().Sum(Measure.Killed);
        Action ask = () => all.On(pieces.With(new ChangedTable(pieces.Pieces, column, row, cell)).ToDeferredTable(all)).Run();
        ask.Should().Throw<PieceFormatException>().Which.Column.Should().BeOneOf("first", "piece");
        all.On(pieces.With(new ChangedTable(pieces.Pieces)).ToDeferredTable(all)).Run().ToJson()
            .Should().Be(all.On(pieces.ToTable()).Run().ToJson(), "nothing is wrong but that");
    }

    [Fact]
    public void Parts_that_cannot_be_had_are_told_by_what_is_thrown()
    {
        IncidentTable table = Three().ToTable();
        Action ask = () => IncidentQuery.OverPieces().RunOver(Parts());
        ask.Should().ThrowExactly<IOException>("it is told as it was thrown").WithMessage("the third");

        IEnumerable<IncidentTable> Parts()
        {
            yield return table;
            yield return table;
            throw new IOException("the third");
        }
    }

    [Fact]
    public void A_column_that_is_missing_or_of_another_type_is_told()
    {
        PieceTables pieces = Three();
        foreach (PlainColumn column in pieces.Pieces.Schema.Columns.Where(column => column.Name != "killed_low"))
        {
            PieceTables less = pieces.With(new ChangedTable(pieces.Pieces, lost: column.Name));
            Action missing = () => less.ToDeferredTable(IncidentQuery.OverPieces());
            missing.Should().Throw<PieceFormatException>().WithMessage($"pieces.{column.Name}: the column is missing.");
        }

        PlainTable text = new ListedTable(
            new() { Name = "pieces", Description = "", Columns = [pieces.Pieces.Schema.Columns[1] with { Name = "event" }] }, []);
        Action otherwise = () => pieces.With(text).ToDeferredTable(IncidentQuery.OverPieces());
        otherwise.Should().Throw<PieceFormatException>().WithMessage("pieces.event: the column holds integer and not text.");
    }

    /// <summary>An incident in two pieces, and one in one.</summary>
    private static PieceTables Three()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        TableCode<ActorId> actor = builder.CodeOf(ActorId.From("a"));
        builder.Append(
            new() { Id = IncidentId.From("cut"), Earliest = new(2024, 1, 31), Latest = new(2024, 2, 1), FirstSide = actor },
            Measure.Killed.Is(4));
        builder.Append(
            new()
            {
                Id = IncidentId.From("whole"),
                When = UncertainDate.Parse("2024-03"),
                Earliest = new(2024, 3, 1),
                FirstSide = actor,
                PlacePrecision = 1,
                Kind = IncidentKind.Ambush,
                Dyad = builder.CodeOf(DyadId.From("d")),
            },
            Measure.Killed.Is(4));
        return builder.ToTable().ToPieces();
    }

    private static IEnumerable<string> Sorted(PlainTable table) =>
        PlainCells.Of(table, column => column != "event").Order(StringComparer.Ordinal);

    private static void ReadsBack(int seed)
    {
        Random random = new(seed);
        var world = OracleWorld.Random(random, random.Next(60));
        world = world.At([BucketScheme.Month]);
        IncidentTable table = world.ToTable(sortByDate: random.Next(2) == 0);
        PieceTables pieces = table.ToPieces();
        var copied = PieceTables.Of(pieces.Pieces, pieces.Names, pieces.Members, pieces.Regions, pieces.Affiliations);
        PieceTables again = copied.ToTable().ToPieces();
        foreach ((PlainTable one, PlainTable other) in pieces.All.Zip(again.All))
        {
            Sorted(other).Should().Equal(Sorted(one));
        }

        OracleQuery query = new(random, world);
        Aggregate answer = query.Run(table);
        query.Run(copied.ToTable()).ToJson().Should().Be(answer.ToJson());
        IncidentQuery later = query.Of(IncidentQuery.OverPieces());
        later.On(copied.ToDeferredTable(later)).Run().ToJson().Should().Be(answer.ToJson());
        PlainTable ranged = new RangedTable(pieces.Pieces);
        later.On(copied.With(ranged).ToDeferredTable(later)).Run().ToJson().Should().Be(answer.ToJson());
    }

    private static void AnswersInParts(int seed)
    {
        Random random = new(seed);
        OracleWorld world = OracleWorld.Random(random, random.Next(60)).At([BucketScheme.Month]);
        // What nobody dates is asked over all of a part's days.
        world = world.With(world.Incidents.Where(incident => incident.Earliest is not null));
        IncidentTable whole = world.ToTable(sortByDate: true);
        IncidentTable[] parts =
        [
            .. world.Incidents.GroupBy(_ => random.Next(4)).Select(part => world.With(part).ToTable(sortByDate: random.Next(2) == 0)),
            world.With([]).ToTable(sortByDate: true),
        ];
        IncidentQuery query = whole.Query().Sum(Measure.Killed, Measure.Wounded).GroupBy(GroupKey.Month, GroupKey.FirstSide);
        query = random.Next(2) == 0 ? query : query.WithEitherSide(ActorId.From(world.Actors[0]));
        query = random.Next(2) == 0 ? query : query.Top(3, Measure.Killed.Low);
        query = random.Next(2) == 0 ? query : query.KeepingUnknown();
        query.RunOver(parts).ToJson().Should().Be(query.Run().ToJson());
    }
}
