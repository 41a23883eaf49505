using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>The tables of two vintages, and which rows are of the same record. Places are those of incidents in their table.</summary>
internal sealed class VintageTables
{
    private VintageTables(Side older, Side newer, (int Older, int Newer)[] differing, (int Older, int Newer)[] same) =>
        (Older, Newer, Differing, Same) = (older, newer, differing, same);

    public Side Older { get; }

    public Side Newer { get; }

    /// <summary>Records of both that differ or may differ, in the order of the newer.</summary>
    public (int Older, int Newer)[] Differing { get; }

    /// <summary>Records of both that say the same.</summary>
    public (int Older, int Newer)[] Same { get; }

    public static VintageTables Of(VintageBuilder older, VintageBuilder newer)
    {
        (TableColumns Table, int[] Records) before = older.Kept();
        (TableColumns Table, int[] Records) after = newer.Kept();
        Dictionary<UInt128, int> places = new(before.Records.Length);
        for (int place = 0; place < before.Records.Length; place++)
        {
            if (!places.TryAdd(older.KeyOf(before.Records[place]), place))
            {
                throw Twice(older.IdOf(older.KeyOf(before.Records[place])), nameof(older));
            }
        }

        List<int> added = [];
        List<(int, int)> differing = [];
        List<(int, int)> same = [];
        bool[] isShared = new bool[before.Records.Length];
        HashSet<UInt128> met = [];
        for (int place = 0; place < after.Records.Length; place++)
        {
            int record = after.Records[place];
            UInt128 key = newer.KeyOf(record);
            if (!places.TryGetValue(key, out int its))
            {
                added.Add(place);
                if (!met.Add(key))
                {
                    throw Twice(newer.IdOf(key), nameof(newer));
                }
            }
            else if (isShared[its])
            {
                throw Twice(newer.IdOf(key), nameof(newer));
            }
            else
            {
                isShared[its] = true;
                (newer.IsSame(record, older, before.Records[its]) ? same : differing).Add((its, place));
            }
        }

        int[] removed = [.. Enumerable.Range(0, isShared.Length).Where(place => !isShared[place])];
        return new(
            new(new(before.Table), before.Records, removed, older),
            new(new(after.Table), after.Records, [.. added], newer),
            [.. differing],
            [.. same]);
    }

    private static ArgumentException Twice(string id, string vintage) => new($"The id '{id}' stands twice in the vintage.", vintage);

    /// <summary>One vintage.</summary>
    /// <param name="Table">Its incidents, in the order of its records.</param>
    /// <param name="Records">Of each incident in the table, which record it is.</param>
    /// <param name="Only">The incidents that the other vintage has not.</param>
    /// <param name="From">Knows the ids.</param>
    internal sealed record Side(IncidentTable Table, int[] Records, int[] Only, VintageBuilder From)
    {
        /// <summary>The id of an incident.</summary>
        public string IdOf(int place) => From.IdOf(From.KeyOf(Records[place]));
    }
}
