namespace ConflictModel.Matching;

/// <summary>Which records of a list are compared: those that share a key, so that not every record meets every other.</summary>
/// <remarks>
/// Keys are two words of a name by their sounds, one with half of another (slips), one with the day of the harm or of birth, and external
/// ids. A key that too many records share is not used as it is, but together with something else that they say. All hashes are the
/// library's own, so that every run meets the same pairs.
/// </remarks>
internal sealed class CandidatePairs
{
    /// <summary>The most records of one key that are all compared with each other.</summary>
    public const int MostOfOneKey = 60;

    private readonly int[][] blocks;
    private readonly List<int>[] blocksOf;

    private CandidatePairs(int records, int[][] blocks, int crowded)
    {
        this.blocks = blocks;
        Crowded = crowded;
        blocksOf = new List<int>[records];
        for (int i = 0; i < blocks.Length; i++)
        {
            foreach (int record in blocks[i])
            {
                (blocksOf[record] ??= []).Add(i);
            }
        }
    }

    /// <summary>How many records share two words of their name with too many others to be compared with all of them.</summary>
    public int Crowded { get; }

    public static CandidatePairs Of(PersonProfile[] all)
    {
        var crowd = new HashSet<int>();
        List<int[]> blocks = Group(
            all.SelectMany(one => PersonKeys.Of(one).Select(key => (key, one.Number))), out List<(ulong, int[])> crowded);
        List<int[]> finer = Group(
            crowded.SelectMany(block => block.Item2.SelectMany(record =>
                PersonKeys.Finer(all[record]).Select(key => (PersonKeys.Mix(block.Item1, key), record)))),
            out _);
        foreach ((ulong key, int[] records) in crowded)
        {
            if (PersonKeys.IsOfNames(key))
            {
                crowd.UnionWith(records);
            }
        }

        return new(all.Length, [.. blocks, .. finer], crowd.Count);
    }

    /// <summary>The pairs, each once, the earlier record first.</summary>
    public IEnumerable<(int One, int Other)> Pairs()
    {
        int[] met = new int[blocksOf.Length];
        for (int one = 0; one < blocksOf.Length; one++)
        {
            foreach (int block in blocksOf[one] ?? [])
            {
                foreach (int other in blocks[block])
                {
                    if (other > one && met[other] != one + 1)
                    {
                        met[other] = one + 1;
                        yield return (one, other);
                    }
                }
            }
        }
    }

    private static List<int[]> Group(IEnumerable<(ulong Key, int Record)> entries, out List<(ulong Key, int[] Records)> crowded)
    {
        (ulong Key, int Record)[] all = [.. entries];
        ulong[] keys = Array.ConvertAll(all, entry => entry.Key);
        int[] records = Array.ConvertAll(all, entry => entry.Record);
        Array.Sort(keys, records);
        var blocks = new List<int[]>();
        crowded = [];
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from];)
            {
                to++;
            }

            int[] block = to - from == 1 ? [] : [.. records[from..to].Distinct().Order()];
            if (block.Length > MostOfOneKey)
            {
                crowded.Add((keys[from], block));
            }
            else if (block.Length > 1)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }
}
