namespace ConflictModel.Matching;

/// <summary>The records of a list by days and by squares of the earth, so that a record meets only those that may be near it.</summary>
/// <remarks>
/// What has a point stands in each block of days that it may lie in, by its square; what has none stands by days alone; what may lie in
/// very many blocks meets everything. Squares are as high as the widest window that any two records need.
/// </remarks>
internal sealed class EventIndex
{
    /// <summary>The most blocks of days that a record is put into; beyond, it is compared with whatever comes.</summary>
    private const int MostBlocks = 64;

    private const double KilometresPerDegree = 111.19;

    private readonly Dictionary<(long Block, int Band, int Square), List<int>> points = [];
    private readonly Dictionary<long, List<int>> placeless = [];
    private readonly Dictionary<long, List<int>> all = [];
    private readonly List<int> unbounded = [];
    private readonly long[] blocks;
    private readonly int days;
    private readonly double height;

    /// <param name="records">The records.</param>
    /// <param name="days">The window of time.</param>
    /// <param name="reach">How far apart, in kilometres, the points of two records that are near may be.</param>
    public EventIndex(EventProfile[] records, int days, double reach)
    {
        this.days = days;
        height = Math.Max(reach, 1) / KilometresPerDegree;
        for (int i = 0; i < records.Length; i++)
        {
            Add(records[i], i);
        }

        blocks = [.. all.Keys.Order()];
    }

    /// <summary>The records that may be near one, each once, by their places in the list; some that are not are among them.</summary>
    public void Near(EventProfile to, List<int> found)
    {
        found.Clear();
        found.AddRange(unbounded);
        (long first, long last) = BlocksOf(to.Span, days) ?? (long.MinValue, long.MaxValue);
        int at = Array.BinarySearch(blocks, first);
        for (at = at < 0 ? ~at : at; at < blocks.Length && blocks[at] <= last; at++)
        {
            if (to.Disc is { } disc)
            {
                AddTo(found, placeless, blocks[at]);
                AddAround(disc, blocks[at], found);
            }
            else
            {
                AddTo(found, all, blocks[at]);
            }
        }

        found.Sort();
        RemoveRepeated(found);
    }

    private void Add(EventProfile record, int place)
    {
        if (BlocksOf(record.Span, 0) is not var (first, last))
        {
            unbounded.Add(place);
            return;
        }

        for (long block = first; block <= last; block++)
        {
            Add(all, block, place);
            if (record.Disc is { } disc)
            {
                int band = BandOf(disc.Centre.Latitude);
                Add(points, (block, band, SquareOf(disc.Centre.Longitude, SquaresIn(band))), place);
            }
            else
            {
                Add(placeless, block, place);
            }
        }
    }

    private void AddAround(EventDisc disc, long block, List<int> found)
    {
        int band = BandOf(disc.Centre.Latitude);
        for (int near = band - 1; near <= band + 1; near++)
        {
            int squares = SquaresIn(near);
            int square = SquareOf(disc.Centre.Longitude, squares);
            (int first, int last) = squares < 3 ? (0, squares - 1) : (square - 1, square + 1);
            for (int beside = first; beside <= last; beside++)
            {
                AddTo(found, points, (block, near, (beside + squares) % squares));
            }
        }
    }

    private (long First, long Last)? BlocksOf(EventSpan span, int around)
    {
        long first = BlockOf(span.StartFirst - around);
        long last = BlockOf(span.EndLast + around);
        return last - first > MostBlocks ? null : (first, last);
    }

    private long BlockOf(long day) => (long)Math.Floor((double)day / (days + 1));

    private int BandOf(double latitude) => (int)Math.Floor((latitude + 90) / height);

    /// <summary>How many squares a band has, each at least as wide as the window is anywhere in the band or its neighbours.</summary>
    private int SquaresIn(int band)
    {
        double south = ((band - 1) * height) - 90, north = ((band + 2) * height) - 90;
        double farthest = Math.Min(90, Math.Max(Math.Abs(south), Math.Abs(north)));
        double degrees = height / Math.Max(Math.Cos(farthest * Math.PI / 180), 1e-9);
        return (int)Math.Max(1, Math.Floor(360 / degrees));
    }

    private static int SquareOf(double longitude, int squares) =>
        Math.Clamp((int)Math.Floor((longitude + 180) / 360 * squares), 0, squares - 1);

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int place)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<int>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(place);
    }

    private static void AddTo<TKey>(List<int> found, Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (lists.TryGetValue(key, out List<int>? list))
        {
            found.AddRange(list);
        }
    }

    private static void RemoveRepeated(List<int> sorted)
    {
        int kept = 0;
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        sorted.RemoveRange(kept, sorted.Count - kept);
    }
}
