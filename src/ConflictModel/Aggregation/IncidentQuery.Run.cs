using System.Collections.Immutable;

namespace ConflictModel.Aggregation;

/// <content>Working a query out against its table.</content>
public sealed partial class IncidentQuery
{
    /// <summary>The most groups that get a place each in advance; beyond it only groups that occur do.</summary>
    private const long DenseGroups = 1 << 20;

    /// <summary>Runs the query on all processors. The answer does not depend on their number.</summary>
    /// <exception cref="OverflowException">A sum exceeds 63 bits, or the values of the keys give more combinations than that.</exception>
    /// <exception cref="InvalidOperationException">The query is of no table: it came from <see cref="OverPieces"/>.</exception>
    public Aggregate Run()
    {
        if (table is null)
        {
            throw new InvalidOperationException("The query is of no table in memory: a database answers it.");
        }

        if (!keys.Any(key => key.Overlaps))
        {
            (Aggregate answer, SplitShares? shares) = Run(table, keys);
            return answer.Take(top).With(shares, shares, answer);
        }

        // Groups that overlap are those of a table with a row for each of them; how many incidents there are in all is asked of the table
        // itself.
        (Aggregate once, SplitShares? inAll) = Run(table, [.. keys.Where(key => !key.Overlaps)]);
        (Aggregate each, SplitShares? inEach) = Run(table.ByActor, keys);
        return each.CountedOnceBy(once).Take(top).With(inEach, inAll, once);
    }

    /// <summary>The answer by the pieces of incidents, and where these go on.</summary>
    private (Aggregate Answer, SplitShares? Shares) Run(TableColumns on, ImmutableArray<GroupKey> by)
    {
        // Of a table that reads its columns when they are asked for, none is read for rows that are all outside the period.
        if (on is { Reader: not null, HasUndated: false } && PeriodIn(on) is { } days
            && (on.FirstDay > days.To || on.FirstDay + on.DayCount <= days.From))
        {
            on = on.WithoutRows();
        }

        (on, (IReadOnlyList<FilterCount>, long)? coverage) = Choose(on);
        (int firstDay, int lastDay) = DaysIn(on);
        var domains = new KeyDomain[by.Length];
        var columns = new KeyColumn[by.Length];
        bool segmented = on.DayStarts is not null && on.Extents.Values is null;
        GroupKey[] times = [.. by.Where(key => key.IsTime)];
        int timeKey = by.IndexOf(Array.Find(times, time => times.All(other => other == time || time.Refines(other))!)!);
        long stride = 1;
        for (int i = 0; i < by.Length; i++)
        {
            if (i == timeKey || !by[i].IsTime)
            {
                (domains[i], CodeColumn? column, int[] slots) = by[i].In(on, firstDay, lastDay);
                columns[i] = new(column, slots, stride);
                stride = i == timeKey ? stride : Times(stride, domains[i].Slots);
            }
        }

        // The time key is outermost, so that rows in date order meet one small part of the table after another.
        long segmentGroups = stride;
        int[][]? coarser = null;
        if (timeKey >= 0)
        {
            columns[timeKey] = columns[timeKey] with { Stride = stride };
            stride = Times(stride, domains[timeKey].Slots);
            coarser = Coarser(by, timeKey, domains, columns);
        }

        bool dense = stride <= DenseGroups;
        bool timeBySegment = timeKey >= 0 && segmented && dense;
        ScanPlan plan = new()
        {
            Table = on,
            Segments = Segments(on, firstDay, lastDay, timeBySegment ? columns[timeKey] : null),
            Filters = [.. Filters(on)],
            Least = least,
            Keys =
            [
                .. columns
                    .Where((_, i) => !(i != timeKey && by[i].IsTime) && !(timeBySegment && i == timeKey))
                    .Select(column => Prepare(column, dense)),
            ],
            Groups = dense ? (int)stride : 0,
            SegmentGroups = timeBySegment ? (int)segmentGroups : dense ? (int)stride : 0,
            Columns = [.. measures.Select(on.ColumnOf)],
            Counts = !measures.Any(measure => on.ColumnOf(measure) is { IsComplete: true }),
        };
        long[]? sparse = null;
        if (!dense)
        {
            sparse = Scan.Places(plan);
            Dictionary<long, int> places = new(sparse.Length);
            for (int i = 0; i < sparse.Length; i++)
            {
                places.Add(sparse[i], i);
            }

            plan = plan with { Groups = sparse.Length, SegmentGroups = sparse.Length, Sparse = places };
        }

        (GroupTotals totals, ScanReport report) = Scan.Run(plan);
        Aggregate.Keyed groups = new(domains, [.. columns.Select(column => column.Stride)], coarser, keepsUnknown);
        Aggregate answer = new(groups, [.. measures], new(totals, plan.Groups, plan.Columns, sparse), coverage ?? Coverage(plan, report));
        return (answer, on.Split is { } split ? Shares(split, plan, by, columns) : null);
    }

    private static long Times(long stride, int slots) => Math.BigMul(stride, slots, out long product) == 0 && product >= 0
        ? product
        : throw new OverflowException("The values of these keys give more combinations than 63 bits count; ask by fewer keys.");

    /// <summary>Which groups the pieces of split incidents fall into, by the keys that they were worked out for.</summary>
    private SplitShares Shares(SplitIncidents split, ScanPlan plan, ImmutableArray<GroupKey> by, KeyColumn[] columns)
    {
        (int firstDay, int lastDay) = DaysIn(split.Rows);
        List<KeyColumn> deciding = [];
        for (int i = 0; i < by.Length; i++)
        {
            // A key of time that is made of another has the column of that one.
            if (Array.IndexOf(columns, columns[i]) == i)
            {
                (_, CodeColumn? column, _) = by[i].In(split.Rows, firstDay, lastDay);
                deciding.Add(Prepare(columns[i] with { Column = column }, dense: false));
            }
        }

        long[] places = Scan.PlacesOfRows(plan with
        {
            Table = split.Rows,
            Filters = [.. Filters(split.Rows)],
            Keys = [.. deciding],
        });
        return new(
            split, Array.ConvertAll(places, place => place < 0 || plan.Sparse is null ? (int)place : plan.Sparse[place]), [.. measures]);
    }

    /// <summary>
    /// For each key of time that is made of another the slot that each slot of the finer one has; such a key takes no room in the group
    /// table.
    /// </summary>
    private static int[][]? Coarser(ImmutableArray<GroupKey> by, int timeKey, KeyDomain[] domains, KeyColumn[] columns)
    {
        int[][]? coarser = null;
        for (int i = 0; i < by.Length; i++)
        {
            if (i != timeKey && by[i].IsTime)
            {
                (domains[i], int[] slots) = by[i].Coarsen(domains[timeKey]);
                columns[i] = columns[timeKey];
                coarser ??= new int[by.Length][];
                coarser[i] = slots;
            }
        }

        return coarser;
    }

    private static KeyColumn Prepare(KeyColumn key, bool dense) => dense
        ? key with
        {
            Places = Array.ConvertAll(key.Slots, slot => (int)(slot * key.Stride)),
            IsIdentity = key.Column?.Values is not null && key.Stride == 1 && IsIdentity(key.Slots),
        }
        : key with { WidePlaces = Array.ConvertAll(key.Slots, slot => slot * key.Stride) };

    private static bool IsIdentity(int[] slots)
    {
        int code = 0;
        while (code < slots.Length && slots[code] == code)
        {
            code++;
        }

        return code == slots.Length;
    }

    /// <summary>The period, where not all of the table's rows are known to lie in it.</summary>
    private (long From, long To)? PeriodIn(TableColumns on) => on.LiesInPeriod ? null : period;

    /// <summary>The days, from the table's first, on which incidents that may pass can begin.</summary>
    private (int First, int Last) DaysIn(TableColumns on)
    {
        if (PeriodIn(on) is not { } limits)
        {
            return (0, on.DayCount - 1);
        }

        long first = on.Extents.Values is null ? limits.From - on.FirstDay : 0;
        return ((int)Math.Clamp(first, 0, on.DayCount), (int)Math.Clamp(limits.To - on.FirstDay, -1, on.DayCount - 1));
    }

    private IEnumerable<RowFilter> Filters(TableColumns on)
    {
        // Rows in order of date that have one day each need no filter by period: the others are not read.
        if (PeriodIn(on) is { } limits && (on.Extents.Values is not null || on.Days is not null || on.HasUndated))
        {
            bool[] within = new bool[on.DayCount];
            for (int day = 0; day < within.Length; day++)
            {
                within[day] = on.FirstDay + day >= limits.From && on.FirstDay + day <= limits.To;
            }

            if (on is { Extents.Values: null, Days: { } days })
            {
                byte[] answers = [.. within.Select(one => one ? SelectKernel.Yes : SelectKernel.No), SelectKernel.Perhaps];
                yield return new CodeFilter(PeriodName, days, answers);
            }
            else
            {
                yield return DaysFilter.Of(PeriodName, on, within);
            }
        }

        foreach (Func<TableColumns, RowFilter> filter in filters)
        {
            yield return filter(on);
        }
    }

    /// <summary>The runs of rows to read.</summary>
    private static Segment[] Segments(TableColumns on, int firstDay, int lastDay, KeyColumn? time)
    {
        if (on.DayStarts is not { } starts)
        {
            return on.Rows == 0 ? [] : [new(0, on.Rows, 0, 0)];
        }

        int[] eras = on.EraStarts();
        List<Segment> segments = [];
        if (lastDay >= firstDay && time is null && eras.Length == 1)
        {
            if (starts[firstDay] < starts[lastDay + 1])
            {
                segments.Add(new(starts[firstDay], starts[lastDay + 1], 0, 0));
            }
        }
        else
        {
            int era = 0;
            for (int day = firstDay; day <= lastDay;)
            {
                while (era + 1 < eras.Length && eras[era + 1] <= day)
                {
                    era++;
                }

                int next = day + 1;
                while (next <= lastDay
                    && (time is null || time.Slots[next] == time.Slots[day]) && !(era + 1 < eras.Length && eras[era + 1] == next))
                {
                    next++;
                }

                if (starts[next] > starts[day])
                {
                    segments.Add(new(starts[day], starts[next], time is null ? 0 : (int)(time.Slots[day] * time.Stride), era));
                }

                day = next;
            }
        }

        if (on.DatedRows < on.Rows)
        {
            segments.Add(new(on.DatedRows, on.Rows, 0, Segment.AnyEra));
        }

        return [.. segments];
    }

    /// <summary>What the filters dropped; rows outside a period that date order skips were never read.</summary>
    private (IReadOnlyList<FilterCount> Filters, long Perhaps) Coverage(ScanPlan plan, ScanReport report)
    {
        List<FilterCount> counts = [.. plan.Filters.Select((filter, i) => new FilterCount(filter.Name, report.Dropped[i]))];
        if (period is not null)
        {
            long skipped = plan.Table.Incidents - plan.Segments.Sum(segment => plan.Table.IncidentsBetween(segment.Start, segment.End));
            if (counts is [{ Filter: PeriodName } first, ..])
            {
                counts[0] = first with { Dropped = first.Dropped + skipped };
            }
            else
            {
                counts.Insert(0, new(PeriodName, skipped));
            }
        }

        return (counts, report.Perhaps);
    }
}
