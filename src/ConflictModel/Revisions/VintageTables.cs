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
        (RecordNotes old, RecordNotes became) = (older.Notes, newer.Notes);
        RecordIndex places = new(old, before.Records);
        RecordIndex others = new(became, after.Records);
        if ((places.Repeated ?? others.Repeated) is { } twice)
        {
            throw new ArgumentException(
                $"The id '{twice}' stands twice in the vintage.", places.Repeated is null ? nameof(newer) : nameof(older));
        }

        int[] olderOf = Array.ConvertAll(after.Records, record => places.Find(became.KeyOf(record)));
        bool[] isShared = new bool[before.Records.Length];
        foreach (int its in olderOf.Where(its => its >= 0))
        {
            isShared[its] = true;
        }

        bool IsSame(int place) => became.IsSame(after.Records[place], old, before.Records[olderOf[place]]);
        (int, int)[] PairsOf(bool same) =>
        [
            .. Enumerable.Range(0, olderOf.Length).Where(place => olderOf[place] >= 0 && IsSame(place) == same)
                .Select(place => (olderOf[place], place)),
        ];
        int[] removed = [.. Enumerable.Range(0, isShared.Length).Where(place => !isShared[place])];
        return new(
            new(new(before.Table), before.Records, removed, old),
            new(new(after.Table), after.Records, [.. Enumerable.Range(0, olderOf.Length).Where(place => olderOf[place] < 0)], became),
            PairsOf(same: false),
            PairsOf(same: true));
    }

    /// <summary>One vintage.</summary>
    /// <param name="Table">Its incidents, in the order of its records.</param>
    /// <param name="Records">Of each incident in the table, which record it is.</param>
    /// <param name="Only">The incidents that the other vintage has not.</param>
    /// <param name="From">Knows the ids.</param>
    internal sealed record Side(IncidentTable Table, int[] Records, int[] Only, RecordNotes From)
    {
        /// <summary>The id of an incident.</summary>
        public string IdOf(int place) => From.IdOf(From.KeyOf(Records[place]));
    }
}
