using System.Text;
using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Interchange.Tests.Feeds;

/// <summary>Files in a folder of their own, and what merging them gives.</summary>
internal sealed class Feed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public static Tombstone Stone(string id, long time) => new() { Id = id, Deleted = Instant.FromUnixTimeSeconds(time) };

    /// <summary>A row that is made up, of an id, a time and a number of dead.</summary>
    public static string Row(string id, long time, int dead, params (string Column, string Text)[] changes) =>
        AcledSamples.Row([("event_id_cnty", id), ("timestamp", $"{time}"), ("fatalities", $"{dead}"), .. changes]);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public string PathOf(string name) => Path.Combine(folder, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(PathOf(name), text, encoding ?? new UTF8Encoding(false));
        return PathOf(name);
    }

    public static (string Text, FeedMerge Merge) Merge(
        string older,
        string[] changes,
        Tombstone[]? deletions = null,
        ReadOptions? options = null,
        Action<string, ReadCounts>? onRead = null)
    {
        using MemoryStream output = new();
        FeedMerge merge = AcledFeed.Merge(
            older, changes, deletions ?? [], output, options, onRead: onRead, cancellationToken: TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(output.ToArray()), merge);
    }
}
