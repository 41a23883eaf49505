using ConflictModel.Revisions;
using CsCheck;
using static ConflictModel.Interchange.Tests.Feeds.Feed;

namespace ConflictModel.Interchange.Tests.Feeds;

/// <summary>
/// The laws of merging, held against a dictionary. A row's number of dead is made of its id and time, so that nothing conflicts.
/// </summary>
public sealed class AcledFeedLawTests : IDisposable
{
    private static readonly Gen<(int Id, int Time)[]> Rows = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5]).Array[0, 8];

    private static readonly Gen<Case> Cases =
        Gen.Select(Rows.Select(rows => rows.DistinctBy(row => row.Id).ToArray()), Rows, Rows, Rows, (older, one, two, deleted) =>
            new Case(older, one, two, deleted));

    private readonly Feed feed = new();

    public void Dispose() => feed.Dispose();

    [Fact]
    public void The_merged_file_is_what_a_dictionary_says() => Cases.Sample(
        data =>
        {
            (int Id, int Time)[] merged = Oracle(data.Base, [.. data.One, .. data.Two], data.Deleted);
            (string text, FeedMerge merge) = Merge(
                File("base", data.Base), [File("one", data.One), File("two", data.Two)], Stones(data.Deleted));
            text.Should().Be(Text(merged));
            (merge.Old, merge.New).Should().Be((data.Base.Length, merged.Length));
            merge.Log.Should().HaveCount(data.One.Length + data.Two.Length + data.Deleted.Select(stone => stone.Id).Distinct().Count());
            long came = merge.Count(FeedOutcome.Added)
                + merge.Log.Count(entry => entry.Outcome == FeedOutcome.Restored && entry.Met is null);
            merge.New.Should().Be(merge.Old + came - merge.Count(FeedOutcome.Deleted));
            merge.HasChanges.Should().Be(text != Text(data.Base));
        },
        iter: 100, threads: 1);

    [Fact]
    public void Merging_again_what_was_merged_changes_nothing() => Cases.Sample(
        data =>
        {
            string[] changes = [File("one", data.One), File("two", data.Two)];
            (string text, FeedMerge first) = Merge(File("base", data.Base), changes, Stones(data.Deleted));
            (string again, FeedMerge merge) = Merge(feed.Write("merged.csv", text), changes, [.. first.Tombstones]);
            (again, merge.HasChanges).Should().Be((text, false));
            merge.Tombstones.Should().Equal(first.Tombstones);
        },
        iter: 100, threads: 1);

    [Fact]
    public void The_order_of_the_changes_and_of_their_rows_says_nothing() => Cases.Sample(
        data =>
        {
            string older = File("base", data.Base);
            string text = Merge(older, [File("one", data.One), File("two", data.Two)], Stones(data.Deleted)).Text;
            string[] files = [File("two", [.. data.Two.Reverse()]), File("one", [.. data.One.Reverse()])];
            string turned = Merge(older, files, [.. Stones(data.Deleted).Reverse()]).Text;
            turned.Should().Be(text);
        },
        iter: 100, threads: 1);

    [Fact]
    public void Rows_that_contradict_each_other_stop_the_merge_in_either_order_or_in_neither()
    {
        Gen<(int Id, int Time, int Dead)[]> rows = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 1]).Array[0, 4];
        Gen.Select(rows.Select(all => all.DistinctBy(row => row.Id).ToArray()), rows, rows).Sample(
            (older, one, two) =>
            {
                bool isClear = older.Concat(one).Concat(two).GroupBy(row => row.Id)
                    .All(all => all.GroupBy(row => row.Time).MaxBy(same => same.Key)!.DistinctBy(row => row.Dead).Count() == 1);
                string[] paths = [.. new[] { older, one, two }.Select((file, i) => feed.Write(
                    $"{i}.csv", AcledSamples.File([.. file.Select(row => Row($"SYR{row.Id}", row.Time, row.Dead))])))];
                string? merged = Try(paths[0], paths[1], paths[2]);
                (merged is not null, Try(paths[0], paths[2], paths[1])).Should().Be((isClear, merged));
            },
            iter: 100, threads: 1);
    }

    [Fact]
    public void Feeds_that_are_merged_one_after_the_other_in_either_order_give_the_same_rows() => Cases.Sample(
        data =>
        {
            string OneByOne(params string[] changes)
            {
                string path = File("base", data.Base);
                Tombstone[] kept = Stones(data.Deleted);
                foreach (string change in changes)
                {
                    (string text, FeedMerge merge) = Merge(path, [change], kept);
                    kept = [.. merge.Tombstones];
                    path = feed.Write("next.csv", text);
                }

                return string.Join('\n', System.IO.File.ReadAllLines(path).Order(StringComparer.Ordinal));
            }

            (string one, string two) = (File("one", data.One), File("two", data.Two));
            OneByOne(one, two).Should().Be(OneByOne(two, one));
            string together = Merge(File("base", data.Base), [one, two], Stones(data.Deleted)).Text;
            OneByOne(one, two).Should().Be(string.Join('\n', together.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal)));
        },
        iter: 100, threads: 1);

    /// <summary>
    /// Of each id the newest row, unless its deletion is as new: the base's in their places, then the others by time and id.
    /// </summary>
    private static (int Id, int Time)[] Oracle((int Id, int Time)[] older, (int Id, int Time)[] changes, (int Id, int Time)[] deleted)
    {
        Dictionary<int, int> newest = [];
        foreach ((int id, int time) in older.Concat(changes))
        {
            newest[id] = Math.Max(time, newest.GetValueOrDefault(id));
        }

        foreach ((int id, int time) in deleted)
        {
            if (newest.TryGetValue(id, out int last) && last <= time)
            {
                newest.Remove(id);
            }
        }

        int[] known = [.. older.Select(row => row.Id)];
        return
        [
            .. known.Where(newest.ContainsKey).Select(id => (id, newest[id])),
            .. newest.Where(row => !known.Contains(row.Key)).OrderBy(row => row.Value).ThenBy(row => row.Key)
                .Select(row => (row.Key, row.Value)),
        ];
    }

    private static string Text((int Id, int Time)[] rows) =>
        AcledSamples.File([.. rows.Select(row => Row($"SYR{row.Id}", row.Time, (row.Id * 10) + row.Time))]);

    private static Tombstone[] Stones((int Id, int Time)[] deleted) => [.. deleted.Select(stone => Stone($"SYR{stone.Id}", stone.Time))];

    private static string? Try(string older, params string[] changes)
    {
        try
        {
            return Merge(older, changes).Text;
        }
        catch (MalformedInputException error) when (error.Malformation.Code == MalformationCode.RepeatedId)
        {
            return null;
        }
    }

    private string File(string name, (int Id, int Time)[] rows) => feed.Write(name, Text(rows));

    private sealed record Case((int Id, int Time)[] Base, (int Id, int Time)[] One, (int Id, int Time)[] Two, (int Id, int Time)[] Deleted);
}
