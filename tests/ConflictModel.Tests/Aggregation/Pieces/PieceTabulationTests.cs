using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Incidents as plain tables: what stands in them, and that cutting at months loses nobody.</summary>
public class PieceTabulationTests
{
    private static readonly Measure Killed = Measure.Killed;

    [Fact]
    public void An_event_is_cut_at_the_edges_of_months_and_each_piece_says_which_it_is()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = new(2024, 2, 3), DatePrecision = 1 }, Killed.Is(2));
        builder.Append(
            new()
            {
                Id = IncidentId.From("e7"),
                When = UncertainDate.Parse("2024-01-31/2024-02-02"),
                Earliest = new(2024, 1, 31),
                Latest = new(2024, 2, 2),
                FirstSide = builder.CodeOf(ActorId.From("a"), ActorId.From("b")),
                Kind = IncidentKind.Ambush,
                ActiveYear = Truth.No,
            },
            Killed.Is(1, null, 7), Killed.Civilians.Is(3));
        PieceTables pieces = builder.ToTable().ToPieces();
        pieces.CutRows.Should().Be(2);
        PlainCells.Of(pieces.Pieces).Should().Equal(
            "event=e7 piece=1 pieces=2 first=1 date=2024-01-31/2024-02-02 earliest=2024-01-31 latest=2024-01-31 month=2024-01-01 "
                + "side_a=a+b kind=ambush active_year=0 killed_low=0 killed_high=2 "
                + "killed_civilians_low=1 killed_civilians_best=1 killed_civilians_high=1",
            "event=e7 piece=2 pieces=2 first=0 date=2024-01-31/2024-02-02 earliest=2024-02-01 latest=2024-02-02 month=2024-02-01 "
                + "side_a=a+b kind=ambush active_year=0 killed_low=1 killed_high=5 "
                + "killed_civilians_low=2 killed_civilians_best=2 killed_civilians_high=2",
            "event=2 piece=1 pieces=1 first=1 earliest=2024-02-03 latest=2024-02-03 month=2024-02-01 date_precision=1 "
                + "killed_low=2 killed_best=2 killed_high=2");
        PlainCells.Of(pieces.Members).Should().Equal("actor=a+b member=a", "actor=a+b member=b", "actor=a member=a", "actor=b member=b");
    }

    [Fact]
    public void What_is_unknown_is_null_and_what_is_zero_is_zero()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = new(2024, 1, 31), Latest = new(2024, 2, 1) }, Killed.Is(0), Measure.Wounded.Is(null, 300, null));
        builder.Append(new(), Killed.Is(null, null, null));
        builder.Append(new(), Killed.Is(255));
        PlainCells.Of(builder.ToTable().ToPieces().Pieces, column => PieceSchema.TryFind(column, out _, out _) || column == "month")
            .Should().Equal(
                "month=2024-01-01 killed_low=0 killed_best=0 killed_high=0 wounded_best=150",
                "month=2024-02-01 killed_low=0 killed_best=0 killed_high=0 wounded_best=150",
                "",
                "killed_low=255 killed_best=255 killed_high=255");
    }

    [Fact]
    public void An_event_too_long_to_be_cut_stays_one_piece_without_a_month()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = LocalDate.MinIsoValue, Latest = LocalDate.MaxIsoValue }, Killed.Is(9));
        PieceTables pieces = builder.ToTable().ToPieces();
        pieces.Pieces.Rows.Should().Be(1);
        PlainCells.Cell(pieces.Pieces, pieces.Pieces.Schema.IndexOf("month"), 0).Should().BeNull();
        PlainCells.Cell(pieces.Pieces, pieces.Pieces.Schema.IndexOf("killed_low"), 0).Should().Be("9");
    }

    [Fact]
    public void A_table_whose_pieces_straddle_months_is_refused()
    {
        IncidentTableBuilder builder = new(BucketScheme.IsoWeek);
        builder.Append(new() { Earliest = new(2024, 1, 20), Latest = new(2024, 2, 10) }, Killed.Is(9));
        Action pieces = () => builder.ToTable().ToPieces();
        pieces.Should().Throw<InvalidOperationException>().WithMessage("*split at other edges*");

        IncidentTableBuilder finer = new(BucketScheme.Month, BucketScheme.IsoWeek);
        finer.Append(new() { Earliest = new(2024, 1, 20), Latest = new(2024, 2, 10) }, Killed.Is(9));
        finer.ToTable().ToPieces().Pieces.Rows.Should().Be(5, "weeks that are cut at months too lie in one month each");
    }

    [Fact]
    public void Two_incidents_of_one_id_are_refused()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Id = IncidentId.From("x") });
        builder.Append(new() { Id = IncidentId.From("y") });
        builder.ToTable().ToPieces().Pieces.Rows.Should().Be(2);
        builder.Append(new() { Id = IncidentId.From("x") });
        Action pieces = () => builder.ToTable().ToPieces();
        pieces.Should().Throw<InvalidOperationException>().WithMessage("*'x'*");
    }

    [Fact]
    public void A_table_keeps_ids_and_dates_through_sorting_and_taking_back()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(new() { Earliest = new(2024, 5, 1) });
        builder.Append(new() { Id = IncidentId.From("gone"), When = UncertainDate.Parse("2024-04"), Earliest = new(2024, 4, 1) });
        builder.Append(new() { Id = IncidentId.From("b"), Earliest = new(2024, 3, 31), Latest = new(2024, 4, 1) });
        builder.Append(new() { Id = IncidentId.From("a"), When = UncertainDate.Parse("2024-03?"), Earliest = new(2024, 3, 1) });
        builder.Append(new() { Earliest = new(2024, 1, 1) });
        builder.Remove(1);
        PlainCells.Of(builder.ToTable().ToPieces().Pieces, column => column is "event" or "date" or "earliest").Should().Equal(
            "event=b earliest=2024-03-31", "event=b earliest=2024-04-01",
            "event=2 earliest=2024-01-01", "event=a date=2024-03? earliest=2024-03-01", "event=4 earliest=2024-05-01");
        IncidentTable none = new IncidentTableBuilder().ToTable();
        (none.Columns.Ids, none.Columns.Dates).Should().Be((null, null));
    }

    [Fact]
    public void Cutting_when_pieces_are_made_and_when_incidents_are_appended_give_the_same_pieces() => Gen.Int.Sample(CutsAlike, iter: 200);

    [Fact]
    public void The_pieces_of_an_event_add_up_to_its_figures() => Gen.Int.Sample(AddsUp, iter: 200);

    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void In_a_world_that_stays_the_same_events_are_cut_alike_and_add_up(int seed)
    {
        CutsAlike(seed);
        AddsUp(seed);
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> rows) => rows.Order(StringComparer.Ordinal);

    private static string Dates(OracleIncident piece) => (piece.Begins ? "first=1" : "first=0")
        + (piece is { Earliest: { } first, Latest: { } last } ? $" earliest={first:uuuu-MM-dd} latest={last:uuuu-MM-dd}" : "");

    /// <summary>Either all pieces know a figure or none does.</summary>
    private static string Sum(IEnumerable<long?> pieces) => pieces.Count(piece => piece is null) is var unknown && unknown == 0
        ? $"{pieces.Sum()}"
        : unknown == pieces.Count() ? "" : "known in part";

    private static string Figures(OracleIncident incident) => string.Join(
        ' ',
        ((Measure[])[Measure.Killed, Measure.Killed.Civilians, Measure.Wounded]).SelectMany(measure =>
        {
            (long? low, long? best, long? high) = incident.Figures.GetValueOrDefault(measure);
            return new[] { $"{low}", $"{best}", $"{high}" };
        }));

    private static void CutsAlike(int seed)
    {
        Random random = new(seed);
        OracleWorld world = OracleWorld.Random(random, random.Next(60)).At([BucketScheme.Month]);
        PlainTable split = world.ToTable(sortByDate: random.Next(2) == 0).ToPieces().Pieces;
        PlainTable whole = world.At([]).ToTable(sortByDate: random.Next(2) == 0).ToPieces().Pieces;
        whole.Schema.Should().Be(split.Schema);
        Sorted(PlainCells.Of(whole, column => column != "event"))
            .Should().Equal(Sorted(PlainCells.Of(split, column => column != "event")));
        Sorted(PlainCells.Of(split, column => column is "earliest" or "latest" or "first"))
            .Should().Equal(Sorted(world.Pieces().Select(Dates)));
    }

    private static void AddsUp(int seed)
    {
        Random random = new(seed);
        OracleWorld world = OracleWorld.Random(random, random.Next(60)).At([]);
        PlainTable pieces = world.ToTable(sortByDate: false).ToPieces().Pieces;
        int events = pieces.Schema.IndexOf("event");
        List<string> sums = [];
        foreach (IGrouping<string?, int> of in Enumerable.Range(0, pieces.Rows).GroupBy(row => pieces.TextAt(events, row)))
        {
            List<string> cells = [];
            foreach (Measure measure in (Measure[])[Measure.Killed, Measure.Killed.Civilians, Measure.Wounded])
            {
                if (pieces.Schema.IndexOf(PieceSchema.NameOf(measure, 0)) is >= 0 and var low)
                {
                    cells.AddRange(Enumerable.Range(low, 3).Select(lane => Sum(of.Select(row => pieces.NumberAt(lane, row)))));
                }
                else
                {
                    cells.AddRange(["", "", ""]);
                }
            }

            sums.Add(string.Join(' ', cells));
        }

        Sorted(sums).Should().Equal(Sorted(world.Incidents.Select(Figures)));
    }
}
