using System.Security.Cryptography;
using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>
/// Which part of which table a file holds. Files of one table are known to share no event, or all of them, without their ids being read.
/// </summary>
/// <param name="Table">A hash of which event of the table is in which part.</param>
/// <param name="Part">The folder of the part; empty for the whole table.</param>
internal readonly record struct TablePart(string Table, string Part)
{
    /// <summary>The key in the file's metadata.</summary>
    public const string Key = "conflictmodel.part";

    private const char Between = ' ';

    /// <summary>What a file says of itself; null for nothing.</summary>
    public static TablePart? Of(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(Key, out string? text) && text.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var end
            ? new(text[..end], text[(end + 1)..])
            : null;

    /// <summary>The one part of a table that is not divided.</summary>
    public static TablePart Whole(PlainTable pieces) => Of([("", pieces)])[0];

    /// <summary>All parts of a table.</summary>
    public static TablePart[] Of(IEnumerable<(string Folder, PlainTable Pieces)> parts)
    {
        List<string> folders = [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string folder, PlainTable pieces) in parts)
        {
            int column = pieces.Schema.IndexOf(EventIds.Column);
            int[] codes = new int[pieces.Rows];
            pieces.ReadCodes(column, 0, codes);
            IReadOnlyList<string> texts = pieces.TextsOf(column);
            folders.Add(folder);
            Append(hash, folder);
            foreach (int code in codes)
            {
                Append(hash, texts[code]);
            }

            Append(hash, "");
        }

        string table = Convert.ToHexStringLower(hash.GetHashAndReset());
        return [.. folders.Select(folder => new TablePart(table, folder))];
    }

    /// <summary>What a file says, and this of itself.</summary>
    public Dictionary<string, string> In(IReadOnlyDictionary<string, string> metadata) =>
        new(metadata) { [Key] = Table + Between + Part };

    /// <summary>Neither an id nor the name of a folder has a line's end in it.</summary>
    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + '\n'));
}
