using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using DuckDB.NET.Data;

namespace ConflictModel.Tests.Aggregation.Sql;

public class SqlQueryTests
{
    /// <summary>How many random worlds are asked: set it to thousands for a long run.</summary>
    internal static readonly int Worlds = int.Parse(
        Environment.GetEnvironmentVariable("CONFLICTMODEL_SQL_WORLDS") ?? "20", CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_answer_of_DuckDB_is_that_of_memory() => Gen.Int[0, int.MaxValue].Sample(seed =>
    {
        Random random = new(seed);
        OracleWorld world = SqlWorld.Random(random, random.Next(80));
        IncidentTable table = SqlWorld.Table(world, seed, sortByDate: random.Next(2) == 0);
        SqlTables from = new() { Measures = table.Measures.ToValueList() };
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        for (int i = 0; i < 5; i++)
        {
            RandomQuery query = new(random, table, world.Actors, [.. world.Regions.Keys]);
            IncidentQuery asked = query.Of(IncidentQuery.OverPieces());
            Aggregate found = asked.RunAsync(connection, SqlDialect.DuckDb, from, Cancel).GetAwaiter().GetResult();
            Aggregate expected = query.Of(table.Query()).Run();
            found.ToJson().Should().Be(expected.ToJson(), "{0} was asked in {1}", query, asked.ToSql(SqlDialect.DuckDb, from));
        }
    }, iter: Worlds, threads: 1);

    [Fact]
    public void Sub_queries_are_named_in_front_of_a_statement_unless_the_dialect_writes_them_out()
    {
        IncidentQuery query = IncidentQuery.OverPieces().WithFirstSide(ActorId.From("a")).GroupBy(GroupKey.Month);
        query.ToSql(SqlDialect.DuckDb).Text.Should().StartWith("WITH q1 AS (");
        query.ToSql(SqlDialect.PostgreSql).Text.Should().StartWith("WITH q1 AS (");
        query.ToSql(SqlDialect.ClickHouse).Text.Should().NotContain("q1");
    }

    [Fact]
    public void Answers_of_parts_merge_to_that_of_the_whole() => Gen.Int[0, int.MaxValue].Sample(seed =>
    {
        Random random = new(seed);
        OracleWorld world = SqlWorld.Random(random, random.Next(80));
        IncidentTable table = SqlWorld.Table(world, seed);
        RandomQuery query = new(random, table, world.Actors, [.. world.Regions.Keys]);
        IncidentQuery asked = query.Of(IncidentQuery.OverPieces());
        if (asked.Highest is not null)
        {
            return;
        }

        Aggregate? merged = null;
        foreach (IGrouping<int, OracleIncident> part in world.Incidents.GroupBy(_ => random.Next(3)))
        {
            IncidentTable some = SqlWorld.Table(world.With(part), seed);
            SqlTables from = new() { Measures = some.Measures.ToValueList() };
            using DuckDBConnection connection = PieceDatabase.DuckDb(some.ToPieces());
            // Every other part stays in memory.
            Aggregate found = part.Key == 1
                ? query.Of(some.Query()).Run()
                : asked.RunAsync(connection, SqlDialect.DuckDb, from, Cancel).GetAwaiter().GetResult();
            merged = merged?.Merge(found) ?? found;
        }

        (merged?.ToJson()).Should().BeOneOf(merged is null ? null : query.Of(table.Query()).Run().ToJson());
    }, iter: Worlds, threads: 1);

    [Fact]
    public async Task An_incident_of_nobody_that_began_before_the_period_goes_on_outside_the_actors()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(new() { Earliest = new(2012, 1, 20), Latest = new(2012, 2, 10) }, Measure.Killed.Is(null, 9, 9));
        IncidentTable table = builder.ToTable();
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        Aggregate found = await Ask(IncidentQuery.OverPieces()).RunAsync(connection, SqlDialect.DuckDb, null, Cancel);
        (found.Outside.Of(Measure.Killed).Continuing, found.Outside.Of(Measure.Killed).WithoutLow).Should().Be((1, 1));
        found.ToJson().Should().Be(Ask(table.Query()).Run().ToJson());

        static IncidentQuery Ask(IncidentQuery of) =>
            of.During(new(2012, 2, 1), new(2012, 2, 29)).GroupBy(GroupKey.Actor).Sum(Measure.Killed);
    }

    [Theory]
    [InlineData(6, 0, "it begins beyond the top and goes on there")]
    [InlineData(1, 1, "it begins in the top and goes on in two months beyond it")]
    public async Task What_goes_on_beyond_the_top_counts_once_there_unless_it_began_there(int top, int continuing, string reason)
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(new() { Earliest = new(2012, 1, 1), Latest = new(2012, 3, 31) }, Measure.Killed.Is(90));
        builder.Append(new() { Earliest = new(2012, top, 5) }, Measure.Killed.Is(100));
        IncidentTable table = builder.ToTable();
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        Aggregate found = await Ask(IncidentQuery.OverPieces()).RunAsync(connection, SqlDialect.DuckDb, null, Cancel);
        found.BeyondTop.Of(Measure.Killed).Continuing.Should().Be(continuing, reason);
        found.ToJson().Should().Be(Ask(table.Query()).Run().ToJson());

        static IncidentQuery Ask(IncidentQuery of) => of.GroupBy(GroupKey.Month).Sum(Measure.Killed).Top(1, Measure.Killed.Best);
    }

    [Fact]
    public async Task No_text_of_a_query_is_taken_for_SQL()
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        foreach (string text in OddTexts.All)
        {
            await OddTexts.Check(connection, SqlDialect.DuckDb, text);
        }
    }

    [Theory]
    [InlineData(SqlDialect.DuckDb, "a\0b", "DuckDB*NUL*")]
    [InlineData(SqlDialect.PostgreSql, "a\0b", "PostgreSQL*NUL*")]
    [InlineData(SqlDialect.DuckDb, "a<", "DuckDB*half a character*")]
    [InlineData(SqlDialect.PostgreSql, "<a", "PostgreSQL*half a character*")]
    [InlineData(SqlDialect.ClickHouse, "<", "ClickHouse*half a character*")]
    public void A_text_that_a_database_does_not_hold_or_take_whole_is_refused_before_it_is_sent(
        SqlDialect dialect, string text, string message) =>
        // An attribute holds no half of a character either.
        FluentActions.Invoking(() => IncidentQuery.OverPieces().Where(GroupKey.Dyad, text.Replace('<', '\uD800')).ToSql(dialect))
            .Should().Throw<NotSupportedException>().WithMessage(message);

    [Fact]
    public async Task A_sum_beyond_63_bits_is_told()
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        await LargeSums.Check(connection, SqlDialect.DuckDb);
    }

    [Fact]
    public async Task An_id_that_the_tables_do_not_know_is_an_error_and_no_empty_answer()
    {
        IncidentTable table = SqlWorld.Table(OracleWorld.Random(new Random(1), 20), 1);
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        foreach ((IncidentQuery query, string kind) in new[]
        {
            (IncidentQuery.OverPieces().WithFirstSide(ActorId.From("nobody")), "actor"),
            (IncidentQuery.OverPieces().InRegions(RegionId.From("nobody")), "region"),
            (IncidentQuery.OverPieces().Where(GroupKey.Dyad, DyadId.From("nobody")), "dyad"),
            (IncidentQuery.OverPieces().Where(GroupKey.Country, RegionId.From("nobody")), "region"),
            (IncidentQuery.OverPieces().Where(GroupKey.Actor, ActorId.From("a0"), ActorId.From("nobody")), "actor"),
        })
        {
            await FluentActions.Awaiting(() => query.RunAsync(connection, SqlDialect.DuckDb, null, Cancel))
                .Should().ThrowAsync<ArgumentException>().WithMessage($"*no {kind} 'nobody'*");
        }
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("acled-week")]
    public void Keys_finer_than_the_pieces_are_refused_by_name(string name)
    {
        IncidentQuery query = IncidentQuery.OverPieces().GroupBy(GroupKey.Find(name)!);
        foreach (SqlDialect dialect in Enum.GetValues<SqlDialect>())
        {
            FluentActions.Invoking(() => query.ToSql(dialect)).Should().Throw<NotSupportedException>().WithMessage($"*by {name}*");
        }
    }

    [Fact]
    public async Task What_depends_on_the_place_is_refused_where_it_matters_and_answered_where_it_does_not()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        TableCode<RegionId> here = builder.DefineRegion(RegionId.From("here"), RegionKind.Country);
        (ActorId part, ActorId whole, ActorId other) = (ActorId.From("part"), ActorId.From("whole"), ActorId.From("other"));
        builder.DeclareAffiliations(
        [
            new()
            {
                Actor = part, Kind = AffiliationKind.PartOf, To = whole, Regions = [RegionId.From("here")],
                Period = UncertainDate.Parse("2012/2013"),
            },
        ]);
        builder.Append(new() { Earliest = new(2012, 5, 1), FirstSide = builder.CodeOf(part), Region = here }, Measure.Killed.Is(1));
        builder.Append(new() { Earliest = new(2015, 5, 1), SecondSide = builder.CodeOf(part), Region = here }, Measure.Killed.Is(2));
        builder.Append(new() { Earliest = new(2012, 5, 1), FirstSide = builder.CodeOf(other), Region = here }, Measure.Killed.Is(4));
        IncidentTable table = builder.ToTable();
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        IncidentQuery first = IncidentQuery.OverPieces().WithFirstSide(whole);
        await FluentActions.Awaiting(() => first.RunAsync(connection, SqlDialect.DuckDb, null, Cancel))
            .Should().ThrowAsync<NotSupportedException>().WithMessage("*1 pieces*opponents*");
        Aggregate second = await IncidentQuery.OverPieces().WithSecondSide(whole).RunAsync(connection, SqlDialect.DuckDb, null, Cancel);
        second.ToJson().Should().Be(table.Query().WithSecondSide(whole).Run().ToJson());
        Aggregate own = await IncidentQuery.OverPieces().WithFirstSide(part, whole).RunAsync(connection, SqlDialect.DuckDb, null, Cancel);
        own.ToJson().Should().Be(table.Query().WithFirstSide(part, whole).Run().ToJson());
    }

    [Theory]
    [InlineData("DELETE FROM pieces WHERE piece = 1")]
    [InlineData("DELETE FROM pieces WHERE piece = 2")]
    [InlineData("INSERT INTO pieces SELECT * FROM pieces WHERE piece = 1")]
    [InlineData("INSERT INTO pieces SELECT * FROM pieces")]
    [InlineData("UPDATE pieces SET first = TRUE")]
    [InlineData("UPDATE pieces SET piece = 1 WHERE piece = 2")]
    [InlineData("UPDATE pieces SET piece = 3 WHERE piece = 2")]
    public async Task An_event_of_which_a_piece_is_missing_or_stands_twice_is_told_whatever_is_asked(string change)
    {
        using DuckDBConnection connection = PieceDatabase.DuckDb(CutAndWhole().ToPieces());
        PieceDatabase.Execute(connection, change);
        foreach (IncidentQuery query in OfCutAndWhole)
        {
            await FluentActions.Awaiting(() => query.RunAsync(connection, SqlDialect.DuckDb, null, Cancel))
                .Should().ThrowAsync<PieceFormatException>("{0} was asked", query.ToSql(SqlDialect.DuckDb))
                .WithMessage("*1 events that were cut*");
        }
    }

    [Fact]
    public async Task Events_that_are_whole_or_not_there_at_all_are_accused_of_nothing()
    {
        IncidentTable table = CutAndWhole();
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        foreach (IncidentQuery query in OfCutAndWhole)
        {
            Aggregate found = await query.RunAsync(connection, SqlDialect.DuckDb, null, Cancel);
            found.ToJson().Should().Be(query.On(table).Run().ToJson());
        }

        PieceDatabase.Execute(connection, "DELETE FROM pieces WHERE pieces > 1");
        foreach (IncidentQuery query in OfCutAndWhole)
        {
            Aggregate found = await query.RunAsync(connection, SqlDialect.DuckDb, null, Cancel);
            found.Total.Incidents.Should().Be(1, "{0} was asked", query.ToSql(SqlDialect.DuckDb));
        }
    }

    [Fact]
    public void Every_condition_has_SQL()
    {
        Type[] conditions =
        [
            .. typeof(IncidentQuery).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(QueryCondition))),
        ];
        IncidentQuery all = IncidentQuery.OverPieces().WithFirstSide(ActorId.From("a")).InRegions(RegionId.From("r")).PlacedWithin(1)
            .Where(GroupKey.Dyad, DyadId.From("d")).Where(GroupKey.Dyad, "d");
        all.Conditions.Select(condition => condition.GetType()).Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .Should().BeEquivalentTo(conditions);
        all.ToSql(SqlDialect.ClickHouse).ToString().Should().Contain("'d'");
    }

    [Fact]
    public void A_query_of_no_table_can_not_be_run_in_memory() => FluentActions.Invoking(IncidentQuery.OverPieces().Run)
        .Should().Throw<InvalidOperationException>();

    /// <summary>An event that was cut into three pieces, and one that was not.</summary>
    private static IncidentTable CutAndWhole()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        TableCode<ActorId> a = builder.CodeOf(ActorId.From("a"));
        TableCode<RegionId> here = builder.DefineRegion(RegionId.From("here"), RegionKind.Country);
        builder.Append(
            new() { Earliest = new(2012, 1, 20), Latest = new(2012, 3, 10), FirstSide = a, Region = here }, Measure.Killed.Is(9));
        builder.Append(new() { Earliest = new(2012, 5, 1), FirstSide = a, Region = here }, Measure.Killed.Is(4));
        return builder.ToTable();
    }

    /// <summary>Sums and mere counts, by keys and filters, of which one drops the event that was cut.</summary>
    private static IncidentQuery[] OfCutAndWhole =>
    [
        IncidentQuery.OverPieces(),
        IncidentQuery.OverPieces().Sum(Measure.Killed),
        IncidentQuery.OverPieces().GroupBy(GroupKey.Month),
        IncidentQuery.OverPieces().GroupBy(GroupKey.Actor, GroupKey.Year),
        IncidentQuery.OverPieces().WithFirstSide(ActorId.From("a")).InRegions(RegionId.From("here")),
        IncidentQuery.OverPieces().Where(GroupKey.Country, RegionId.From("here")).GroupBy(GroupKey.FirstSide),
        IncidentQuery.OverPieces().During(new(2012, 5, 1), new(2012, 5, 31)),
        IncidentQuery.OverPieces().During(new(2012, 5, 1), new(2012, 5, 31)).Sum(Measure.Killed),
    ];
}
