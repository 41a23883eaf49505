using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ConflictModel.Aggregation;

/// <summary>Runs a plan over its table, part by part on all processors, and adds up.</summary>
internal sealed class Scan
{
    private const int LeastPart = 1 << 14;
    private const int MostPart = 1 << 18;

    /// <summary>Each thread beyond the first takes so many rows to be worth its start.</summary>
    private const int RowsPerThread = 1 << 16;

    /// <summary>How many parts each thread gets about, so that all end together.</summary>
    private const int PartsEach = 8;

    private readonly ScanPlan plan;
    private readonly GroupTotals totals;
    private readonly ScanReport report;
    private readonly int partRows;
    private readonly int workers;
    private int nextPart;

    private Scan(ScanPlan plan)
    {
        this.plan = plan;
        int rows = plan.Segments.Length == 0 ? 0 : plan.Segments[^1].End - plan.Segments[0].Start;
        workers = Math.Min(Environment.ProcessorCount, rows / RowsPerThread + 1);
        partRows = Math.Clamp(rows / (workers * PartsEach), LeastPart, MostPart);
        totals = new(plan.Groups, plan.Columns, plan.Counts);
        report = new(plan.Filters.Length);
    }

    public static (GroupTotals Totals, ScanReport Report) Run(ScanPlan plan)
    {
        Scan scan = new(plan);
        try
        {
            if (scan.workers == 1)
            {
                scan.Work();
            }
            else
            {
                Parallel.For(0, scan.workers, _ => scan.Work());
            }
        }
        catch (OverflowException error)
        {
            throw Sums.TooLarge(error);
        }
        catch (AggregateException errors)
        {
            // The caller should not have to know how many threads there were.
            Exception error = errors.InnerException!;
            ExceptionDispatchInfo.Throw(error is OverflowException overflow ? Sums.TooLarge(overflow) : error);
        }

        return (scan.totals, scan.report);
    }

    /// <summary>The wide places of the groups that occur, in order, for a sparse table.</summary>
    public static long[] Places(ScanPlan plan)
    {
        HashSet<long> places = [];
        using GroupCells none = new(new(0, [], counts: false), [], 0, replicate: false);
        BlockScan blocks = new(plan, none, new(plan.Filters.Length));
        foreach (Segment segment in plan.Segments)
        {
            blocks.Collect(segment.Start, segment.End, segment.Era, places);
        }

        return [.. places.Order()];
    }

    /// <summary>The wide place of the group that each row falls into; -1 for a row that does not pass.</summary>
    public static long[] PlacesOfRows(ScanPlan plan)
    {
        long[] places = new long[plan.Table.Rows];
        Array.Fill(places, -1);
        using GroupCells none = new(new(0, [], counts: false), [], 0, replicate: false);
        new BlockScan(plan, none, new(plan.Filters.Length)).Place(places);
        return places;
    }

    /// <summary>The rows that pass, in order, and what the filters dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (List<int> Rows, ScanReport Report) PassingRows(ScanPlan plan)
    {
        ScanReport report = new(plan.Filters.Length);
        BlockFilter filter = new(plan, report);
        ushort[] positions = Workspace.Current.Positions;
        List<int> passing = [];
        foreach (Segment segment in plan.Segments)
        {
            for (int start = segment.Start, rows; start < segment.End; start += rows)
            {
                rows = Math.Min(Workspace.Rows, segment.End - start);
                int count = filter.Select(start, rows, segment.Era);
                for (int i = 0; i < count; i++)
                {
                    passing.Add(start + (count < rows ? positions[i] : i));
                }
            }
        }

        return (passing, report);
    }

    private void Work()
    {
        Segment[] segments = plan.Segments;
        if (segments.Length == 0)
        {
            return;
        }

        // A small table that is emptied after each segment stays in the first-level cache; a table of few groups is kept twice.
        long rows = segments[^1].End - segments[0].Start;
        bool isLocal = plan.SegmentGroups < plan.Groups && plan.SegmentGroups <= rows / segments.Length / 4;
        int groups = isLocal ? plan.SegmentGroups : plan.Groups;
        bool replicate = groups <= 512 && rows / segments.Length > 16 * groups;
        ScanReport mine = new(plan.Filters.Length);
        using (GroupCells cells = new(totals, plan.Columns, groups, replicate))
        {
            BlockScan blocks = new(plan, cells, mine);
            for (int part = Interlocked.Increment(ref nextPart) - 1;
                (long)part * partRows < rows;
                part = Interlocked.Increment(ref nextPart) - 1)
            {
                int start = segments[0].Start + part * partRows;
                int end = (int)Math.Min(segments[^1].End, (long)start + partRows);
                for (int i = FirstSegment(segments, start); i < segments.Length && segments[i].Start < end; i++)
                {
                    Segment segment = segments[i];
                    if (isLocal)
                    {
                        cells.MoveTo(segment.Place);
                    }

                    blocks.Add(Math.Max(start, segment.Start), Math.Min(end, segment.End), segment.Era, isLocal ? 0 : segment.Place);
                }
            }
        }

        report.Add(mine);
    }

    /// <summary>The segment that holds a row.</summary>
    private static int FirstSegment(Segment[] segments, int row)
    {
        int low = 0;
        int high = segments.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (segments[middle].End <= row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
