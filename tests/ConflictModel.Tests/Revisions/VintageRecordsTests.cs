using System.Runtime.CompilerServices;
using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Tests.Revisions;

/// <summary>The records of two vintages by their ids and the hashes of what they say, and tables that are made when needed.</summary>
public class VintageRecordsTests
{
    private const string LongId = "an-id-of-more-than-15-letters";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Whichever_vintage_is_told_of_a_record_first_it_came_went_differs_or_says_the_same()
    {
        (bool IsNewer, string Id, string Content)[] told =
        [
            (false, "same", "a"), (false, "gone", "b"), (false, LongId, "c"), (false, "other", "d"),
            (true, "other", "D"), (true, "came", "e"), (true, "same", "a"), (true, LongId, "c!"),
        ];
        foreach (int[] order in (int[][])[[0, 1, 2, 3, 4, 5, 6, 7], [4, 5, 6, 7, 0, 1, 2, 3], [0, 4, 1, 5, 2, 6, 3, 7]])
        {
            VintageRecords records = new();
            foreach ((bool isNewer, string id, string content) in order.Select(i => told[i]))
            {
                Add(isNewer ? records.Newer : records.Older, id, content).Should().BeTrue();
            }

            var difference = VintageDifference.Between(records, NoTables);
            difference.Differing.Should().Equal((3, 0), (2, 3));
            VintageComparison comparison = difference.Tell([[], [Change]]);
            comparison.Records.Should().Be(new VintageComparison.Counts(Old: 4, Added: 1, Removed: 1, Revised: 1));
            (comparison.Added.Single(), comparison.Removed.Single(), comparison.Revised.Single().Id).Should().Be(("came", "gone", LongId));
        }
    }

    [Fact]
    public void Ids_are_told_apart_whatever_they_have_in_common()
    {
        string[] ids =
        [
            "", "1", "01", "1\0", "123456789012345", "1234567890123456", "1234567890123457",
            .. Enumerable.Range(0, 40_000).Select(i => $"id {i}"),
        ];
        VintageRecords records = new();
        foreach (string id in ids)
        {
            Add(records.Older, id, "x").Should().BeTrue();
        }

        foreach (string id in ids.Reverse())
        {
            Add(records.Newer, id, "x").Should().BeTrue();
        }

        VintageComparison comparison = VintageDifference.Between(records, NoTables).Tell([]);
        comparison.Records.Should().Be(new VintageComparison.Counts(Old: ids.Length, Added: 0, Removed: 0, Revised: 0));
    }

    [Fact]
    public void An_id_stands_once_in_a_vintage_and_what_comes_under_it_later_is_not_taken()
    {
        VintageRecords records = new();
        Add(records.Older, LongId, "one").Should().BeTrue();
        Add(records.Older, LongId, "two").Should().BeFalse();
        Add(records.Newer, LongId, "one").Should().BeTrue();
        Add(records.Newer, LongId, "one").Should().BeFalse();
        (records.Older.Count, records.Newer.Count).Should().Be((1, 1));
        VintageDifference.Between(records, NoTables).Differing.Should().BeEmpty();
    }

    [Fact]
    public void A_record_whose_content_is_not_known_may_differ_even_from_one_of_which_nothing_is_known_either()
    {
        VintageRecords records = new();
        foreach ((string id, string was, string became) in ((string, string, string)[])[("a", "", ""), ("b", "x", ""), ("c", "", "x")])
        {
            Add(records.Older, id, was);
            Add(records.Newer, id, became);
        }

        VintageDifference.Between(records, NoTables).Differing.Should().Equal((0, 0), (1, 1), (2, 2));
    }

    [Fact]
    public void Two_threads_that_tell_of_one_vintage_each_are_told_what_one_after_the_other_would_be()
    {
        const int Count = 60_000;
        VintageRecords records = new();
        Parallel.Invoke(
            () => Tell(records.Older, Enumerable.Range(0, Count), changed: -1),
            () => Tell(records.Newer, Enumerable.Range(0, Count).Reverse(), changed: 7));
        var difference = VintageDifference.Between(records, NoTables);
        difference.Differing.Should().Equal(
            Enumerable.Range(0, Count).Where(id => id % 10 == 7).Select(id => (id, Count - 1 - id)).OrderBy(pair => pair.Item2));

        static void Tell(VintageRecords.Side vintage, IEnumerable<int> ids, int changed)
        {
            foreach (int id in ids)
            {
                Add(vintage, $"{id}", id % 10 == changed ? "changed" : $"{id}");
            }
        }
    }

    [Fact]
    public void An_id_of_both_vintages_takes_32_bytes_with_its_hash_and_its_places()
    {
        Unsafe.SizeOf<RecordIds.Entry>().Should().Be(32);
        VintageRecords records = new();
        Add(records.Older, "a", "x");
        Add(records.Newer, "a", "y");
        records.Ids.Count.Should().Be(1);
    }

    [Fact]
    public void Tables_are_made_once_and_not_before_an_account_is_asked_for()
    {
        int made = 0;
        void Append(IncidentTableBuilder older, IncidentTableBuilder newer, CancellationToken stop)
        {
            AppendTo(older, 2020);
            stop.ThrowIfCancellationRequested();
            made++;
            AppendTo(newer, 2020, 2021);
        }

        VintageRecords records = new();
        Add(records.Older, "a", "x");
        Add(records.Newer, "a", "x");
        Add(records.Newer, "b", "x");
        VintageComparison comparison = VintageDifference.Between(records, Append).Tell([]);
        (comparison.Added.Count, made).Should().Be((1, 0));

        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        FluentActions.Invoking(() => comparison.Account(Measure.Killed, stopped.Token).By()).Should().Throw<OperationCanceledException>();
        comparison.Account(Measure.Killed, Stop).By(GroupKey.Year).Lines.Should().HaveCount(2, "what was stopped can be asked again");
        comparison.Moves(Measure.Killed, Stop).Should().BeEmpty();
        (comparison.Older.Incidents, comparison.Newer.Incidents, made).Should().Be((1, 2, 1));
    }

    [Fact]
    public void A_table_of_other_records_than_its_vintage_s_is_refused()
    {
        static IncidentTable Older(params int[] years)
        {
            VintageRecords records = new(new() { Until = 2021 });
            records.Older.Add("a"u8, "x"u8, new LocalDate(2020, 1, 1));
            return VintageDifference.Between(records, (older, _, _) => AppendTo(older, years)).Tell([]).Older;
        }

        Older(2020).Incidents.Should().Be(1);
        FluentActions.Invoking(() => Older(2020, 2021)).Should().Throw<InvalidOperationException>()
            .WithMessage("The table has 2 incidents, and its vintage 1 records.");
        FluentActions.Invoking(() => Older(2022)).Should().Throw<InvalidOperationException>()
            .WithMessage("Of the table's incidents 0 begin by 2021, and of its vintage's records 1.");
    }

    [Fact]
    public void What_begins_after_the_last_year_is_left_out_and_the_others_keep_their_numbers()
    {
        VintageRecords records = new(new() { Until = 2020 });
        int[] was = [2021, 2019, 2022, 2020, 2021, 2020];
        int[] became = [2020, 2019, 2022, 2019, 2021, 2021];
        for (int i = 0; i < was.Length; i++)
        {
            int other = was.Length - 1 - i;
            records.Older.Add(Encoding.UTF8.GetBytes($"{i}"), "was"u8, new LocalDate(was[i], 1, 1));
            records.Newer.Add(Encoding.UTF8.GetBytes($"{other}"), "is"u8, new LocalDate(became[other], 1, 1));
        }

        var difference = VintageDifference.Between(records, (older, newer, _) =>
        {
            AppendTo(older, was);
            AppendTo(newer, [.. became.Reverse()]);
        });
        difference.Differing.Should().Equal((3, 2), (1, 4));
        VintageComparison comparison = difference.Tell([[Change], [Change]]);
        comparison.Records.Should().Be(new VintageComparison.Counts(Old: 3, Added: 1, Removed: 1, Revised: 2));
        comparison.Revised.Select(revision => revision.Id).Should().Equal("3", "1");
        (comparison.Removed.Single(), comparison.Added.Single()).Should().Be(("5", "0"));
        VintageAccount account = comparison.Account(Measure.Killed, Stop).By(GroupKey.Year);
        account.Lines.Select(line => line.Explain()).Should().Equal(
            "2019: best 1 + 1 moved in = 2: 3 (moved in +1).",
            "2020: best 2 + 1 added - 1 removed - 1 moved out = 1: 0 (added +1), 3 (moved out -1), 5 (removed -1).");
    }

    [Fact]
    public void Records_that_say_the_same_move_with_their_town_beside_others_that_came_went_and_differ()
    {
        static void AppendIn(IncidentTableBuilder table, string country, params long[] killed)
        {
            table.DefineRegion(RegionId.From(country), RegionKind.Country);
            table.DefineRegion(RegionId.From("town"), RegionKind.Town, RegionId.From(country));
            foreach (long count in killed)
            {
                table.Append(new() { Earliest = new(2020, 1, 1), Region = table.CodeOf(RegionId.From("town")) }, Measure.Killed.Is(count));
            }
        }

        VintageRecords records = new();
        Add(records.Older, "same", "x");
        Add(records.Older, "gone", "x");
        Add(records.Older, "other", "was");
        Add(records.Newer, "came", "x");
        Add(records.Newer, "other", "is");
        Add(records.Newer, "same", "x");
        VintageComparison comparison = VintageDifference.Between(records, (older, newer, _) =>
        {
            AppendIn(older, "land", 5, 1, 2);
            AppendIn(newer, "isle", 3, 4, 5);
        }).Tell([[Change]]);
        comparison.Account(Measure.Killed, Stop).By(GroupKey.Country).Lines.Select(line => line.Explain()).Should().Equal(
            "isle: best 0 + 3 added + 9 moved in = 12: same (moved in +5), other (moved in +4), came (added +3).",
            "land: best 8 - 1 removed - 7 moved out = 0: same (moved out -5), other (moved out -2), gone (removed -1).");
    }

    [Fact]
    public void Nothing_is_added_once_the_vintages_are_compared()
    {
        VintageRecords records = new();
        VintageDifference.Between(records, NoTables);
        FluentActions.Invoking(() => Add(records.Older, "a", "x")).Should().Throw<InvalidOperationException>();
    }

    private static FieldChange Change => new() { Field = "f", Was = "was", Is = "is", Class = FieldClass.Other };

    private static bool Add(VintageRecords.Side vintage, string id, string content) =>
        vintage.Add(Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(content));

    private static void NoTables(IncidentTableBuilder older, IncidentTableBuilder newer, CancellationToken stop) =>
        throw new NotSupportedException();

    private static void AppendTo(IncidentTableBuilder table, params int[] years)
    {
        foreach (int year in years)
        {
            table.Append(new() { Earliest = new(year, 1, 1) }, Measure.Killed.Is(1));
        }
    }
}
