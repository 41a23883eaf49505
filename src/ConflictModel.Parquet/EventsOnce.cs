using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ConflictModel.Parquet;

/// <summary>Holds that no event is counted twice by files that are asked together.</summary>
internal static class EventsOnce
{
    /// <summary>So many hashes are held at a time, in 256 MiB; of more ids the files are read several times.</summary>
    public const int MostHeld = 1 << 25;

    /// <summary>
    /// Of hashes that recur so many are looked at together: whoever makes ids of one hash has them read often, not held.
    /// </summary>
    private const int MostCompared = 1 << 16;

    /// <summary>
    /// Holds that no event is counted twice. Ids are read only where nothing else tells: our writer writes none twice, files of one table
    /// say so, and others may have ids that all stand before or after one another's.
    /// </summary>
    /// <exception cref="ParquetFormatException">One is, or ids can't be read.</exception>
    public static void Check(IReadOnlyList<PiecesFile> files)
    {
        Dictionary<TablePart, PiecesFile> parts = [];
        PiecesFile[] all = [.. files.Where(EventIds.AreIn)];
        foreach (PiecesFile file in all)
        {
            if (file.Part is { } part && !parts.TryAdd(part, file))
            {
                throw file.Error($"it holds the same events as {parts[part].Name}, and none is counted twice: take one of the files away");
            }
        }

        foreach (List<PiecesFile> together in Doubtful(all))
        {
            CheckIds(together, MostHeld);
        }
    }

    /// <summary>Holds that no id is counted twice, by reading all.</summary>
    /// <param name="files">The files.</param>
    /// <param name="mostHeld">How many hashes are held at a time.</param>
    /// <exception cref="ParquetFormatException">One is, or they can't be read.</exception>
    public static void CheckIds(IReadOnlyList<PiecesFile> files, int mostHeld)
    {
        PiecesFile[] all = [.. files.Where(EventIds.AreIn)];
        long rows = all.Sum(file => file.Groups.Sum(group => (long)group));
        ulong passes = (ulong)((rows + mostHeld - 1) / mostHeld);
        for (ulong pass = 0; pass < passes; pass++)
        {
            List<ulong> hashes = [];
            EventIds.Read(all, (_, id) =>
            {
                ulong hash = Hash(id);
                if (Math.BigMul(hash, passes, out ulong _) == pass)
                {
                    hashes.Add(hash);
                }
            });
            foreach (ulong[] recurring in Recurring(hashes).Chunk(MostCompared))
            {
                Compare(all, recurring);
            }
        }
    }

    /// <summary>
    /// Files of several tables whose ranges of ids overlap, and files that other programs wrote, in which an id may recur.
    /// </summary>
    private static IEnumerable<List<PiecesFile>> Doubtful(PiecesFile[] files)
    {
        List<PiecesFile> here = [];
        IdRange range = IdRange.Any;
        bool isDoubtful = false;
        foreach ((PiecesFile[] table, IdRange own) in files
            .GroupBy(file => (object?)file.Part?.Table ?? file, (_, table) => table.ToArray())
            .Select(table => (Files: table, Ids: table.Select(file => file.Ids).Aggregate((all, next) => all.With(next))))
            .OrderBy(table => table.Ids.Least, IdRange.Order))
        {
            bool isApart = here.Count == 0 || range.EndsBefore(own);
            if (isApart && isDoubtful)
            {
                yield return here;
            }

            isDoubtful = !isApart || !Array.TrueForAll(table, file => file.IsOurs);
            range = isApart ? own : range.With(own);
            here = isApart ? [.. table] : [.. here, .. table];
        }

        if (isDoubtful)
        {
            yield return here;
        }
    }

    private static IEnumerable<ulong> Recurring(List<ulong> hashes)
    {
        CollectionsMarshal.AsSpan(hashes).Sort();
        for (int i = 1; i < hashes.Count; i++)
        {
            if (hashes[i] == hashes[i - 1] && (i == 1 || hashes[i] != hashes[i - 2]))
            {
                yield return hashes[i];
            }
        }
    }

    private static void Compare(PiecesFile[] files, ulong[] hashes)
    {
        Dictionary<string, PiecesFile> seen = new(StringComparer.Ordinal);
        EventIds.Read(files, (file, id) =>
        {
            if (Array.BinarySearch(hashes, Hash(id)) >= 0 && Encoding.UTF8.GetString(id) is var text && !seen.TryAdd(text, file))
            {
                string where = seen[text] == file ? "twice" : $"and in {seen[text].Name}";
                throw file.Error(
                    $"the event '{text}' stands here {where}, and none is counted twice (one without an id has its number in its table)",
                    EventIds.Column);
            }
        });
    }

    /// <summary>Ids of up to eight bytes have different hashes where they are of one length.</summary>
    private static ulong Hash(ReadOnlySpan<byte> id)
    {
        ulong hash = (ulong)id.Length;
        for (; id.Length >= sizeof(ulong); id = id[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
        }

        ulong rest = 0;
        foreach (byte letter in id)
        {
            rest = (rest << 8) | letter;
        }

        return Mix(Mix(hash) ^ rest);
    }

    /// <summary>The last step of SplitMix64: each bit bears on all.</summary>
    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
            return bits ^ (bits >> 31);
        }
    }
}
