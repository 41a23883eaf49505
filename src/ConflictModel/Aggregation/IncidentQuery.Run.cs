namespace ConflictModel.Aggregation;

/// <content>Working a query out against its table.</content>
public sealed partial class IncidentQuery
{
    /// <summary>The most groups that get a place each in advance; beyond it only groups that occur do.</summary>
    private const long DenseGroups = 1 << 20;

    /// <summary>Runs the query on all processors. The answer does not depend on their number.</summary>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public Aggregate Run()
    {
        (int firstDay, int lastDay) = Days();
        KeyDomain[] domains = new KeyDomain[keys.Length];
        KeyColumn[] columns = new KeyColumn[keys.Length];
        bool segmented = table.DayStarts is not null && table.Extents.Values is null;
        long stride = 1;
        int timeKey = -1;
        for (int i = 0; i < keys.Length; i++)
        {
            (domains[i], CodeColumn? column, int[] slots) = KeyValues.Of(keys[i], table, firstDay, lastDay);
            columns[i] = new(column, slots, stride);
            timeKey = IsTime(keys[i]) ? i : timeKey;
            if (!IsTime(keys[i]))
            {
                stride = checked(stride * domains[i].Slots);
            }
        }

        // The time key is outermost, so that rows in date order meet one small part of the table after another.
        long segmentGroups = stride;
        if (timeKey >= 0)
        {
            columns[timeKey] = columns[timeKey] with { Stride = stride };
            stride = checked(stride * domains[timeKey].Slots);
        }

        bool dense = stride <= DenseGroups;
        bool timeBySegment = timeKey >= 0 && segmented && dense;
        ScanPlan plan = new()
        {
            Table = table,
            Segments = Segments(firstDay, lastDay, timeBySegment ? columns[timeKey] : null),
            Filters = [.. Filters()],
            Least = least,
            Keys = [.. columns.Where((_, i) => !(timeBySegment && i == timeKey)).Select(column => Prepare(column, dense))],
            Groups = dense ? (int)stride : 0,
            SegmentGroups = timeBySegment ? (int)segmentGroups : dense ? (int)stride : 0,
            Columns = [.. measures.Select(table.ColumnOf)],
            Counts = !measures.Any(measure => table.ColumnOf(measure) is { IsComplete: true }),
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
        return new Aggregate(domains, [.. columns.Select(column => column.Stride)], [.. measures], new(totals, plan.Groups, plan.Columns, sparse), Coverage(plan, report))
            .Take(top);
    }

    private static KeyColumn Prepare(KeyColumn key, bool dense) => dense
        ? key with
        {
            Places = Array.ConvertAll(key.Slots, slot => (int)(slot * key.Stride)),
            IsIdentity = key.Column?.Values is not null && key.Stride == 1 && key.Slots.Index().All(pair => pair.Index == pair.Item),
        }
        : key with { WidePlaces = Array.ConvertAll(key.Slots, slot => slot * key.Stride) };

    /// <summary>The days, from the table's first, on which incidents that may pass can begin.</summary>
    private (int First, int Last) Days()
    {
        if (period is not { } limits)
        {
            return (0, table.DayCount - 1);
        }

        int first = table.Extents.Values is null ? limits.From - table.FirstDay : 0;
        return (Math.Clamp(first, 0, table.DayCount), Math.Clamp(limits.To - table.FirstDay, -1, table.DayCount - 1));
    }

    private IEnumerable<RowFilter> Filters()
    {
        if (period is { } limits)
        {
            int from = limits.From - table.FirstDay;
            int to = limits.To - table.FirstDay;
            if (table.Extents.Values is not null)
            {
                yield return new PeriodFilter("period", table, from, to);
            }
            else if (table.Days is { } days)
            {
                byte[] answers = new byte[table.DayCount];
                for (int day = Math.Max(from, 0); day <= to && day < answers.Length; day++)
                {
                    answers[day] = SelectKernel.Yes;
                }

                yield return new CodeFilter("period", days, answers);
            }
        }

        foreach (RowFilter filter in filters)
        {
            yield return filter;
        }
    }

    /// <summary>The runs of rows to read.</summary>
    private Segment[] Segments(int firstDay, int lastDay, KeyColumn? time)
    {
        if (table.Rows == 0 || lastDay < firstDay)
        {
            return [];
        }

        if (table.DayStarts is not { } starts)
        {
            return [new(0, table.Rows, 0, 0)];
        }

        int[] eras = table.EraStarts();
        if (time is null && eras.Length == 1)
        {
            return starts[firstDay] < starts[lastDay + 1] ? [new(starts[firstDay], starts[lastDay + 1], 0, 0)] : [];
        }

        List<Segment> segments = [];
        int era = 0;
        for (int day = firstDay; day <= lastDay;)
        {
            while (era + 1 < eras.Length && eras[era + 1] <= day)
            {
                era++;
            }

            int next = day + 1;
            while (next <= lastDay && (time is null || time.Slots[next] == time.Slots[day]) && !(era + 1 < eras.Length && eras[era + 1] == next))
            {
                next++;
            }

            if (starts[next] > starts[day])
            {
                segments.Add(new(starts[day], starts[next], time is null ? 0 : (int)(time.Slots[day] * time.Stride), era));
            }

            day = next;
        }

        return [.. segments];
    }

    /// <summary>What the filters dropped; rows outside a period that date order skips were never read.</summary>
    private (IReadOnlyList<FilterCount> Filters, long Perhaps) Coverage(ScanPlan plan, ScanReport report)
    {
        List<FilterCount> counts = [.. plan.Filters.Select((filter, i) => new FilterCount(filter.Name, report.Dropped[i]))];
        if (period is not null)
        {
            long read = 0;
            if (plan.Segments.Length > 0)
            {
                read = table.IncidentsBetween(plan.Segments[0].Start, plan.Segments[^1].End);
            }

            long skipped = table.Incidents - read;
            if (counts is [{ Filter: "period" } first, ..])
            {
                counts[0] = first with { Dropped = first.Dropped + skipped };
            }
            else
            {
                counts.Insert(0, new("period", skipped));
            }
        }

        return (counts, report.Perhaps);
    }
}
