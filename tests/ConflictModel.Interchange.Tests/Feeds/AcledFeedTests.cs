using ConflictModel.Revisions;
using NodaTime;
using static ConflictModel.Interchange.Tests.Feeds.Feed;

namespace ConflictModel.Interchange.Tests.Feeds;

/// <summary>Changes and deletions merged into a file of events. All of them are made up.</summary>
public sealed class AcledFeedTests : IDisposable
{
    private readonly Feed feed = new();

    public void Dispose() => feed.Dispose();

    [Fact]
    public void Changed_rows_stand_in_their_places_new_ones_behind_them_and_deleted_ones_are_gone()
    {
        string older = feed.Write("base.csv", AcledSamples.File(
            Row("SYR1", 100, 1), Row("SYR2", 100, 2), Row("SYR3", 100, 3), Row("SYR4", 100, 4)));
        string changes = feed.Write("changes.csv", AcledSamples.File(
            Row("SYR9", 300, 9), Row("SYR2", 200, 20), Row("SYR1", 50, 10), Row("SYR3", 100, 3), Row("SYR8", 250, 8), Row("SYR7", 120, 7)));
        Tombstone[] deletions = [Stone("SYR4", 260), Stone("SYR7", 270), Stone("SYR6", 90)];
        (string text, FeedMerge merge) = Merge(older, [changes], deletions);
        text.Should().Be(AcledSamples.File(
            Row("SYR1", 100, 1), Row("SYR2", 200, 20), Row("SYR3", 100, 3), Row("SYR8", 250, 8), Row("SYR9", 300, 9)));
        merge.Log.Select(one => (one.Id, one.Outcome, Seconds(one.Timestamp), Seconds(one.Met), Seconds(one.Deleted), one.Line))
            .Should().Equal(
                ("SYR9", FeedOutcome.Added, 300, null, null, 2),
                ("SYR2", FeedOutcome.Replaced, 200, 100, null, 3),
                ("SYR1", FeedOutcome.Older, 50, 100, null, 4),
                ("SYR3", FeedOutcome.Same, 100, 100, null, 5),
                ("SYR8", FeedOutcome.Added, 250, null, null, 6),
                ("SYR7", FeedOutcome.DeletedSince, 120, null, 270, 7),
                ("SYR6", FeedOutcome.NotHere, null, null, 90, null),
                ("SYR4", FeedOutcome.Deleted, null, 100, 260, null),
                ("SYR7", FeedOutcome.NotHere, null, null, 270, null));
        merge.Log[0].File.Should().Be(changes);
        (merge.Old, merge.New, merge.HasChanges, merge.Lacks.IsEmpty).Should().Be((4, 5, true, true));
        merge.Tombstones.Should().Equal(deletions[2], deletions[0], deletions[1]);
        merge.ToString().Should().Be(
            "Rows: 4 + 2 added - 1 deleted = 5; 1 replaced, 1 the same, 1 older, 1 deleted since, 2 deleted and not here.");
    }

    [Fact]
    public void An_event_that_is_given_again_after_its_deletion_stands()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 500, 2)));
        string changes = feed.Write("changes.csv", AcledSamples.File(Row("SYR1", 300, 11), Row("SYR3", 301, 3)));
        Tombstone[] deletions = [Stone("SYR1", 200), Stone("SYR2", 200), Stone("SYR3", 200), Stone("SYR1", 150)];
        (string text, FeedMerge merge) = Merge(older, [changes], deletions);
        text.Should().Be(AcledSamples.File(Row("SYR1", 300, 11), Row("SYR2", 500, 2), Row("SYR3", 301, 3)));
        merge.Log.Select(entry => (entry.Id, entry.Outcome)).Should().Equal(
            ("SYR1", FeedOutcome.Restored), ("SYR3", FeedOutcome.Restored), ("SYR1", FeedOutcome.GivenAgain),
            ("SYR2", FeedOutcome.GivenAgain), ("SYR3", FeedOutcome.GivenAgain));
        (Seconds(merge.Log[0].Deleted), Seconds(merge.Log[2].Met)).Should().Be((200, 100));
    }

    [Fact]
    public void A_deletion_in_the_second_of_the_last_change_deletes()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 101, 2)));
        Merge(older, [], [Stone("SYR1", 100), Stone("SYR2", 100)]).Text.Should().Be(AcledSamples.File(Row("SYR2", 101, 2)));
    }

    [Fact]
    public void A_tombstone_that_is_kept_holds_off_an_older_row_that_comes_late()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 100, 2)));
        string late = feed.Write("late.csv", AcledSamples.File(Row("SYR1", 150, 5)));
        (string text, FeedMerge first) = Merge(older, [], [Stone("SYR1", 200)]);
        using (FileStream stream = File.Create(feed.PathOf("kept.csv")))
        using (TombstoneFile file = new(stream))
        {
            foreach (Tombstone stone in first.Tombstones)
            {
                file.Write(stone);
            }
        }

        File.ReadAllText(feed.PathOf("kept.csv")).Should().Be("event_id_cnty,deleted_timestamp\nSYR1,200\n");
        ValueList<Tombstone> kept =
            AcledFeed.ReadDeletions(feed.PathOf("kept.csv"), cancellationToken: TestContext.Current.CancellationToken);
        string merged = feed.Write("merged.csv", text);
        (string second, FeedMerge merge) = Merge(merged, [late], [.. kept]);
        (second, merge.HasChanges).Should().Be((text, false));
        merge.Log.Select(entry => entry.Outcome).Should().Equal(FeedOutcome.DeletedSince, FeedOutcome.NotHere);
    }

    [Fact]
    public void Of_rows_of_one_id_in_the_changes_the_newest_counts()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        string changes = feed.Write("changes.csv", AcledSamples.File(
            Row("SYR1", 300, 3), Row("SYR1", 200, 2), Row("SYR1", 300, 3), Row("SYR1", 250, 4)));
        (string text, FeedMerge merge) = Merge(older, [changes]);
        text.Should().Be(AcledSamples.File(Row("SYR1", 300, 3)));
        merge.Log.Select(entry => (entry.Outcome, Seconds(entry.Met))).Should().Equal(
            (FeedOutcome.Replaced, 100), (FeedOutcome.Older, 300), (FeedOutcome.Same, 300), (FeedOutcome.Older, 300));
    }

    [Fact]
    public void Two_rows_of_one_time_that_differ_stop_and_both_are_named()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR2", 100, 2), Row("SYR1", 100, 1)));
        string changes = feed.Write("changes.csv", AcledSamples.File(Row("SYR1", 100, 5)));
        Malformation inBase = Stopped(older, changes);
        (inBase.Code, inBase.Field, inBase.File, inBase.Line).Should().Be((MalformationCode.RepeatedId, "fatalities", changes, 2));
        inBase.Reason.Should().Be($"The id 'SYR1' stands on line 3 of {older} too, with another fatalities: "
            + "nothing says which of the two rows is newer.");
        string two = feed.Write("two.csv", AcledSamples.File(Row("SYR1", 200, 5), Row("SYR1", 200, 6)));
        (Stopped(older, two).Line, Stopped(older, two).Reason).Should().Be(
            (3, $"The id 'SYR1' stands on line 2 of {two} too, with another fatalities: nothing says which of the two rows is newer."));
        string fresh = feed.Write("fresh.csv", AcledSamples.File(Row("SYR7", 200, 5), Row("SYR7", 200, 6)));
        Stopped(older, fresh).Code.Should().Be(MalformationCode.RepeatedId);
    }

    [Fact]
    public void Rows_that_differ_are_none_of_our_business_where_a_newer_one_or_a_deletion_settles_it()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 400, 2), Row("SYR3", 100, 3)));
        string changes = feed.Write("changes.csv", AcledSamples.File(
            Row("SYR1", 200, 5), Row("SYR1", 200, 6), Row("SYR1", 300, 7), Row("SYR2", 200, 5), Row("SYR2", 200, 6), Row("SYR3", 200, 5),
            Row("SYR3", 200, 6)));
        (string text, FeedMerge merge) = Merge(older, [changes], [Stone("SYR3", 201)]);
        text.Should().Be(AcledSamples.File(Row("SYR1", 300, 7), Row("SYR2", 400, 2)));
        merge.Count(FeedOutcome.Conflicting).Should().Be(0);
    }

    [Fact]
    public void The_row_that_is_read_last_counts_where_that_is_asked_for_and_is_said_by_name()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 100, 2)));
        string changes = feed.Write("changes.csv", AcledSamples.File(Row("SYR1", 100, 5), Row("SYR3", 100, 6), Row("SYR3", 100, 7)));
        (string text, FeedMerge merge) = Merge(older, [changes], options: new() { Repeated = RepeatedRows.Newest });
        text.Should().Be(AcledSamples.File(Row("SYR1", 100, 5), Row("SYR2", 100, 2), Row("SYR3", 100, 7)));
        merge.Log.Select(entry => (entry.Id, entry.Outcome)).Should().Equal(
            ("SYR1", FeedOutcome.Conflicting), ("SYR3", FeedOutcome.Conflicting), ("SYR3", FeedOutcome.Added));
        FluentActions.Invoking(() => Merge(older, [changes], options: new() { Repeated = RepeatedRows.Keep }))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_base_row_without_a_time_is_replaced_by_nothing_that_contradicts_it_and_deleted_by_a_deletion()
    {
        string older = feed.Write("base.csv", AcledSamples.File(
            Row("SYR1", 100, 1, ("timestamp", "")), Row("SYR2", 100, 2, ("timestamp", "NA")), Row("SYR3", 0, 3, ("timestamp", ""))));
        string same = feed.Write("same.csv", AcledSamples.File(Row("SYR1", 200, 1)));
        (string text, FeedMerge merge) = Merge(older, [same], [Stone("SYR2", 1)]);
        text.Should().Be(AcledSamples.File(Row("SYR1", 200, 1), Row("SYR3", 0, 3, ("timestamp", ""))));
        (merge.Log[0].Outcome, merge.Log[0].Met, merge.Log[1].Outcome).Should().Be((FeedOutcome.Completed, null, FeedOutcome.Deleted));
        string other = feed.Write("other.csv", AcledSamples.File(Row("SYR1", 200, 5)));
        Stopped(older, other).Code.Should().Be(MalformationCode.RepeatedId);
    }

    [Fact]
    public void An_id_that_stands_twice_in_the_base_stands_once_in_the_merged_file()
    {
        string older = feed.Write("base.csv", AcledSamples.File(
            Row("SYR3", 150, 3), Row("SYR1", 100, 1), Row("SYR2", 100, 2), Row("SYR1", 150, 3), Row("SYR3", 120, 1)));
        string changes = feed.Write("changes.csv", AcledSamples.File(Row("SYR1", 120, 4)));
        List<ReadCounts> counts = [];
        (string text, FeedMerge merge) = Merge(older, [changes], onRead: (_, count) => counts.Add(count));
        text.Should().Be(AcledSamples.File(Row("SYR3", 150, 3), Row("SYR2", 100, 2), Row("SYR1", 150, 3)));
        (merge.Old, merge.Log[0].Outcome, counts[0].Replaced, counts.Count).Should().Be((3, FeedOutcome.Older, 2, 2));
    }

    [Fact]
    public void The_log_is_a_table_that_programs_read()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 100, 2)));
        string changes = feed.Write("changes.csv", AcledSamples.File(Row("SYR1", 200, 3), Row("=SYR3", 200, 3)));
        FeedMerge merge = Merge(older, [changes], [Stone("SYR2", 300)]).Merge;
        using MemoryStream stream = new();
        using (FeedLogFile file = new(stream, neutraliseFormulas: true))
        {
            foreach (FeedMerge.Entry entry in merge.Log)
            {
                file.Write(entry);
            }
        }

        System.Text.Encoding.UTF8.GetString(stream.ToArray()).Should().Be(
            $"""
            id,outcome,timestamp,met,deleted,file,line
            SYR1,replaced,200,100,,{changes},2
            '=SYR3,added,200,,,{changes},3
            SYR2,deleted,,100,300,,

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_merge_can_be_stopped_and_asks_for_what_it_needs()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        FluentActions.Invoking(() => AcledFeed.Merge(older, [], [], Stream.Null, cancellationToken: stopped.Token))
            .Should().Throw<OperationCanceledException>();
        FluentActions.Invoking(() => Merge(older, [], options: new() { Format = EventFormats.UcdpGed }))
            .Should().Throw<ArgumentException>();
    }

    private static long? Seconds(Instant? time) => time?.ToUnixTimeSeconds();

    private static Malformation Stopped(string older, params string[] changes) =>
        FluentActions.Invoking(() => Merge(older, changes)).Should().Throw<MalformedInputException>().Which.Malformation;
}
