using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Tests.Revisions;

/// <summary>Vintages of made-up data, with answers that were worked out by hand.</summary>
public class VintagesTests
{
    private static readonly Source Monitor = new() { Id = SourceId.From("monitor"), Name = "Monitor", Kind = SourceKind.Monitor };

    /// <summary>The monitor, two actors, a town and the data set itself, which stay the same.</summary>
    private const int Others = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void What_came_went_and_was_revised_is_told_field_by_field()
    {
        ConflictDataset older = Of(Incident("a", 2020, "x", 5), Incident("b", 2020, "x", 7), Incident("c", 2021, "y", 1));
        ConflictDataset newer = Of(Incident("a", 2020, "x", 8), Incident("c", 2021, "y", 1), Incident("d", 2022, "y", 2));
        VintageComparison comparison = Vintages.Compare(older, newer, cancellationToken: Stop);
        comparison.Records.Should().Be(new VintageComparison.Counts(Old: 3 + Others, Added: 1, Removed: 1, Revised: 1));
        comparison.Added.Should().Equal("d");
        comparison.Removed.Should().Equal("b");
        Revision revised = comparison.Revised.Should().ContainSingle().Which;
        revised.Id.Should().Be("a");
        revised.Of("/reports/0/casualties/killed/count/best").Should().Be(new FieldChange
        {
            Field = "/reports/0/casualties/killed/count/best",
            Was = "5",
            Is = "8",
            Class = FieldClass.Figure,
        });

        VintageAccount account = comparison.Account(Measure.Killed, Stop).By(GroupKey.Year);
        account.Lines.Select(line => line.Explain()).Should().Equal(
            "2020: best 12 - 7 removed + 3 revised = 8: b (removed -7), a (revised +3).",
            "2021: best 1 = 1.",
            "2022: best 0 + 2 added = 2: d (added +2).");
        account.Total.Explain().Should().Be(
            "In all: best 13 + 2 added - 7 removed + 3 revised = 11: b (removed -7), a (revised +3), d (added +2).");
    }

    [Fact]
    public void A_record_that_was_deleted_with_a_word_is_told_from_one_that_vanished()
    {
        static Tombstone Stone(string id, int day) => new() { Id = id, Deleted = Instant.FromUtc(2024, 7, day, 0, 0) };
        ConflictDataset older = Of([.. "abcde".Select(id => Incident($"{id}", 2020, "x", 5))]);
        ConflictDataset newer = Of(Incident("a", 2020, "x", 5));
        VintageComparison comparison = Vintages.Compare(
            older, newer, new() { Tombstones = [Stone("c", 9), Stone("b", 3), Stone("c", 4), Stone("a", 1), Stone("z", 1)] }, Stop);
        comparison.Removed.Should().Equal("b", "c", "d", "e");
        comparison.Deleted.Should().Equal(Stone("b", 3), Stone("c", 9));
        comparison.Removed.Except(comparison.Deleted.Select(stone => stone.Id)).Should().Equal("d", "e");
        Vintages.Compare(older, newer, cancellationToken: Stop).Deleted.Should().BeEmpty();
        Stone("b", 3).ToString().Should().Be("b, deleted 2024-07-03T00:00:00Z");
    }

    [Fact]
    public void An_event_of_another_side_leaves_one_group_and_enters_another_with_its_new_figures()
    {
        VintageComparison comparison = Vintages.Compare(
            Of(Incident("a", 2020, "x", 5), Incident("b", 2020, "y", 1)), Of(Incident("a", 2020, "y", 8), Incident("b", 2020, "y", 1)),
            cancellationToken: Stop);
        VintageAccount account = comparison.Account(Measure.Killed, Stop).By(GroupKey.FirstSide);
        account.Lines.Select(line => line.Explain()).Should().Equal(
            "x: best 5 - 5 moved out = 0: a (moved out -5).", "y: best 1 + 8 moved in = 9: a (moved in +8).");
        account.Total.Revised.Best.Should().Be(3);
        comparison.Moves(Measure.Killed, Stop).Should().ContainSingle().Which.Steps
            .Should().Equal(new RecordMove.Step(GroupKey.FirstSide, "x", "y"));
    }

    [Fact]
    public void An_actor_that_is_called_otherwise_revises_no_event()
    {
        ConflictDataset older = Of(Incident("a", 2020, "x", 5));
        ConflictDataset newer = older with { Actors = [older.Actors[0] with { Name = "The new name" }, older.Actors[1]] };
        VintageComparison comparison = Vintages.Compare(older, newer, cancellationToken: Stop);
        (comparison.HasDifferences, comparison.Records.Unchanged).Should().Be((false, 1 + Others));
        comparison.Renamed.Should().ContainSingle().Which.Id.Should().Be("actors/x");
    }

    [Fact]
    public void Records_that_turn_out_to_be_one_event_count_once_in_the_account()
    {
        Incident a = Incident("a", 2020, "x", 5);
        Incident b = Incident("b", 2020, "x", 5);
        VintageComparison comparison = Vintages.Compare(Of(a, b), Of(a, b with { SameAs = [a.Id] }), cancellationToken: Stop);
        comparison.Revised.Should().ContainSingle().Which.Id.Should().Be("b");
        VintageAccount.Line all = comparison.Account(Measure.Killed, Stop).By().Total;
        (all.Old.Best, all.Removed.Best, all.Old.High, all.New.High).Should().Be((10, 5, 10, 5));
    }

    [Fact]
    public void Events_that_say_the_same_move_with_what_is_said_of_their_region()
    {
        ConflictDataset older = Of(Incident("a", 2020, "x", 5)) with
        {
            Regions = [Region("land", RegionKind.Country), Region("other", RegionKind.Country), Region("town", RegionKind.Town, "land")],
        };
        ConflictDataset newer = older with { Regions = [older.Regions[0], older.Regions[1], Region("town", RegionKind.Town, "other")] };
        VintageComparison comparison = Vintages.Compare(older, newer, cancellationToken: Stop);
        comparison.Revised.Should().ContainSingle().Which.Id.Should().Be("regions/town");
        comparison.Account(Measure.Killed, Stop).By(GroupKey.Country).Lines.Select(line => line.Explain()).Should().Equal(
            "land: best 5 - 5 moved out = 0: a (moved out -5).", "other: best 0 + 5 moved in = 5: a (moved in +5).");
    }

    [Fact]
    public void Later_years_are_left_out_of_both_and_so_are_the_days_of_others_in_them()
    {
        VintageOptions until = new() { Until = 2020, SplitAt = [GroupKey.Year.Scheme!] };
        Incident straddling = Incident("s", 2020, "x", 10) with
        {
            Date = UncertainDate.Between(new LocalDate(2020, 12, 27), new LocalDate(2021, 1, 5)),
        };
        VintageComparison comparison = Vintages.Compare(
            Of(straddling, Incident("late", 2021, "x", 4)), Of(straddling, Incident("later", 2022, "x", 9)), until, Stop);
        comparison.Records.Should().Be(new VintageComparison.Counts(1 + Others, 0, 0, 0));
        VintageAccount.Line line = comparison.Account(Measure.Killed, Stop).By(GroupKey.Year).Lines.Should().ContainSingle().Which;
        (line.Group[0], line.Old.Best, line.New.Best).Should().Be(("2020", 5, 5));
    }

    [Fact]
    public void Tallies_of_later_years_are_left_out_and_those_of_earlier_ones_compared()
    {
        static Tally Of(string id, string period, long killed) => new()
        {
            Id = TallyId.From(id), Scope = new() { Period = UncertainDate.Parse(period) }, Report = Report(killed), Title = id,
        };
        VintageComparison comparison = Vintages.Compare(
            VintagesTests.Of() with { Tallies = [Of("early", "2020", 4), Of("late", "2021", 6)] },
            VintagesTests.Of() with { Tallies = [Of("early", "2020", 5), Of("late", "2021", 7)] },
            new() { Until = 2020 }, Stop);
        comparison.Records.Should().Be(new VintageComparison.Counts(1 + Others, 0, 0, Revised: 1));
        comparison.Revised.Should().ContainSingle().Which.Id.Should().Be("early");
    }

    [Fact]
    public void A_group_has_a_sum_where_as_many_of_its_records_go_on_as_begin_in_it()
    {
        Incident straddling = Incident("s", 2020, "x", 10) with
        {
            Date = UncertainDate.Between(new LocalDate(2020, 12, 27), new LocalDate(2021, 1, 5)),
        };
        VintageAccount account = Vintages.Compare(
            Of(straddling, Incident("a", 2021, "x", 4)), Of(straddling), new() { SplitAt = [GroupKey.Year.Scheme!] }, Stop)
            .Account(Measure.Killed, Stop).By(GroupKey.Year);
        VintageAccount.Line line = account.Lines[1];
        (line.Group[0], line.Old.Incidents, line.Old.Continuing).Should().Be(("2021", 1, 1));
        RevisionLog.Entry best = RevisionLog.Entry.Of(account, line)[1];
        (best.Figure, best.Old, best.Removed, best.New).Should().Be((RangeFigure.Best, 9, 4, 5));
    }

    [Fact]
    public void Of_the_records_of_a_line_that_comes_first_of_which_any_figure_moves_most()
    {
        Incident wide = Incident("z", 2020, "x", 1) with
        {
            Reports = [new() { Citation = Monitor, Casualties = new() { Killed = new() { Count = new Estimate(1, 1, 9) } } }],
        };
        Vintages.Compare(Of(), Of(Incident("a", 2020, "x", 5), wide), cancellationToken: Stop).Account(Measure.Killed, Stop).By()
            .Total.Records.Select(record => (record.Id, record.Change.High)).Should().Equal(("z", 9), ("a", 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void The_last_year_is_a_year_of_the_calendar(int year) =>
        FluentActions.Invoking(() => new VintageOptions { Until = year }).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_year_s_equal_loss_and_gain_is_chance_and_two_years_of_them_are_a_proposal()
    {
        ConflictDataset older = Of(Incident("a", 2020, "x", 5), Incident("b", 2021, "x", 7));
        ConflictDataset half = Of(Incident("a", 2020, "y", 5), Incident("b", 2021, "x", 7));
        ConflictDataset whole = Of(Incident("a", 2020, "y", 5), Incident("b", 2021, "y", 7));
        ConflictDataset odd = Of(Incident("a", 2020, "y", 5), Incident("b", 2021, "y", 6));
        ValueList<Reattribution> Found(ConflictDataset newer) =>
            Vintages.Compare(older, newer, cancellationToken: Stop).Reattributions(Measure.Killed, GroupKey.FirstSide, Stop);
        Found(half).Should().BeEmpty();
        Found(odd).Should().BeEmpty();
        Found(whole).Should().ContainSingle().Which.Best.Should().Be(12);
        VintageComparison comparison = Vintages.Compare(older, whole, cancellationToken: Stop);
        FluentActions.Invoking(() => comparison.Reattributions(Measure.Killed, GroupKey.Year, Stop))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_group_that_is_split_from_another_is_proposed_as_one_that_is_merged_into_it_is()
    {
        ConflictDataset one = Of(Incident("a", 2020, "x", 50), Incident("b", 2021, "x", 70), Incident("c", 2022, "x", 9));
        ConflictDataset split = Of(Incident("a", 2020, "y", 50), Incident("b", 2021, "y", 70), Incident("c", 2022, "x", 5));
        static (string, string, long) Only(ConflictDataset older, ConflictDataset newer)
        {
            Reattribution found = Vintages.Compare(older, newer, cancellationToken: Stop)
                .Reattributions(Measure.Killed, GroupKey.FirstSide, Stop).Should().ContainSingle().Which;
            return (found.From.Own, found.To.Own, found.Best);
        }

        Only(one, split).Should().Be(("x", "y", 120), "x lost 4 more in another year, and y gained nothing else");
        Only(split, one).Should().Be(("y", "x", 120));
    }

    [Fact]
    public void Of_several_proposals_the_largest_comes_first_and_of_equal_ones_the_first_by_its_groups()
    {
        static Incident[] Two(string side, long killed) =>
            [.. ((int[])[2020, 2021]).Select(year => Incident($"{side}{year}", year, side, killed))];
        ConflictDataset older = Of([.. Two("b", 300), .. Two("a", 300), .. Two("c", 500)]);
        ConflictDataset newer = Of([.. Two("g", 300), .. Two("f", 300), .. Two("h", 500)]);
        Vintages.Compare(older, newer, cancellationToken: Stop).Reattributions(Measure.Killed, GroupKey.FirstSide, Stop)
            .Select(found => (found.From.Own, found.To.Own, found.Best)).Should().Equal(
                ("c", "h", 1000), ("a", "f", 600), ("a", "g", 600), ("b", "f", 600), ("b", "g", 600));
    }

    [Fact]
    public void A_group_of_a_proposal_is_called_what_it_is_called_where_it_stands_last()
    {
        // Only the older vintage has x in the years that are lost.
        ConflictDataset one = Of(Incident("a", 2020, "x", 50), Incident("b", 2021, "x", 70), Incident("c", 2022, "x", 9));
        ConflictDataset split = Of(Incident("a", 2020, "y", 50), Incident("b", 2021, "y", 70), Incident("c", 2022, "x", 5));
        split = split with { Actors = [split.Actors[0] with { Name = "The new name" }, split.Actors[1]] };
        Vintages.Compare(one, split, cancellationToken: Stop).Reattributions(Measure.Killed, GroupKey.FirstSide, Stop)
            .Should().ContainSingle().Which.From.Should().Be(("x", "The new name"));
    }

    [Fact]
    public void Small_figures_among_many_groups_agree_by_chance_and_are_no_proposal()
    {
        ConflictDataset Others(int count, int year) => Of(
        [
            .. Enumerable.Range(0, count).Select(i => Incident($"o{i}", year, "x", 1) with
            {
                Involvements = [new() { Actor = ActorId.From($"other{i}"), Role = InvolvementRole.Perpetrator }],
            }),
        ]);
        ConflictDataset older = Of([Incident("a", 2020, "x", 2), Incident("b", 2021, "x", 5), .. Others(12, 2019).Incidents]);
        ConflictDataset newer = Of([Incident("a", 2020, "y", 2), Incident("b", 2021, "y", 5)]);
        Vintages.Compare(older, newer, cancellationToken: Stop).Reattributions(Measure.Killed, GroupKey.FirstSide, Stop)
            .Should().BeEmpty("13 groups lost, and 2 times 5 is less");
        older = Of([Incident("a", 2020, "x", 2), Incident("b", 2021, "x", 5), .. Others(8, 2019).Incidents]);
        Vintages.Compare(older, newer, cancellationToken: Stop).Reattributions(Measure.Killed, GroupKey.FirstSide, Stop)
            .Should().ContainSingle().Which.Best.Should().Be(7);
    }

    [Fact]
    public void Tallies_are_compared_and_never_summed()
    {
        Tally tally = new() { Id = TallyId.From("t"), Scope = new(), Report = Report(449), Title = "ISIS" };
        VintageComparison comparison = Vintages.Compare(
            Of() with { Tallies = [tally] }, Of() with { Tallies = [tally with { Report = Report(450) }] }, cancellationToken: Stop);
        comparison.Revised.Should().ContainSingle().Which.Has(FieldClass.Figure).Should().BeTrue();
        comparison.Account(Measure.Killed, Stop).By().Total.New.Should().Be(default(Sums));
    }

    [Fact]
    public void An_id_stands_once_in_a_vintage()
    {
        ConflictDataset both = Of(Incident("a", 2020, "x", 5), Incident("a", 2020, "x", 5));
        FluentActions.Invoking(() => Vintages.Compare(both, Of(), cancellationToken: Stop))
            .Should().Throw<ArgumentException>().WithMessage("*'a'*");
    }

    [Fact]
    public void An_account_can_be_stopped()
    {
        VintageComparison comparison = Vintages.Compare(Of(Incident("a", 2020, "x", 5)), Of(), cancellationToken: Stop);
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        FluentActions.Invoking(() => comparison.Account(Measure.Killed, stopped.Token).By()).Should().Throw<OperationCanceledException>();
        FluentActions.Invoking(() => comparison.Moves(Measure.Killed, stopped.Token)).Should().Throw<OperationCanceledException>();
        FluentActions.Invoking(() => Vintages.Compare(Of(), Of(), null, stopped.Token)).Should().Throw<OperationCanceledException>();
    }

    private static ConflictDataset Of(params ValueList<Incident> incidents) => new()
    {
        Sources = [Monitor],
        Actors = [Actor("x"), Actor("y")],
        Regions = [Region("town", RegionKind.Town)],
        Incidents = incidents,
    };

    private static Actor Actor(string id) => new() { Id = ActorId.From(id), Name = id, Kind = ActorKind.RebelGroup };

    private static Region Region(string id, RegionKind kind, string? within = null) => new()
    {
        Id = RegionId.From(id),
        Name = id,
        Kind = kind,
        Within = within is null ? [] : [RegionId.From(within)],
    };

    private static Report Report(long killed) =>
        new() { Citation = Monitor, Casualties = new() { Killed = new() { Count = Estimate.Exactly(killed) } } };

    private static Incident Incident(string id, int year, string side, long killed) => new()
    {
        Id = IncidentId.From(id),
        Kind = IncidentKind.Battle,
        Date = UncertainDate.From(new LocalDate(year, 3, 1)),
        Place = new() { Regions = [RegionId.From("town")] },
        Involvements = [new() { Actor = ActorId.From(side), Role = InvolvementRole.Perpetrator }],
        Reports = [Report(killed)],
    };
}
