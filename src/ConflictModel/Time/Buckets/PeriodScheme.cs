using NodaTime;

namespace ConflictModel.Time;

/// <summary>Buckets that are listed, and what lies before, between and after them.</summary>
internal sealed class PeriodScheme : BucketScheme
{
    // Sorted first days of all buckets, the outside ones included; the first reaches back without end.
    private readonly List<(long Start, bool IsOutside)> starts = [];

    public PeriodScheme(string name, IEnumerable<DateInterval> periods)
        : base(name)
    {
        long next = -Days.Infinity;
        foreach (DateInterval period in periods)
        {
            long start = Days.Of(period.Start);
            if (start < next)
            {
                throw new ArgumentException("The periods overlap or are not in order.", nameof(periods));
            }

            if (start > next)
            {
                starts.Add((next, true));
            }

            starts.Add((start, false));
            next = Days.Of(period.End) + 1;
        }

        if (starts.Count == 0)
        {
            throw new ArgumentException("There are no periods.", nameof(periods));
        }

        starts.Add((next, true));
    }

    internal override long StartOf(long day) => starts[IndexOf(day)].Start;

    internal override long NextStart(long start)
    {
        int index = IndexOf(start) + 1;
        return index == starts.Count ? Days.Infinity : starts[index].Start;
    }

    internal override bool IsOutside(long start) => starts[IndexOf(start)].IsOutside;

    internal override string Label(TimeBucket bucket)
    {
        string open = bucket.FirstDay == -Days.Infinity ? ".." : TimeBucket.ToText(bucket.FirstDay);
        return open + "/" + (bucket.LastDay >= Days.Infinity - 1 ? ".." : TimeBucket.ToText(bucket.LastDay));
    }

    private int IndexOf(long day)
    {
        (int low, int high) = (0, starts.Count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (starts[middle].Start <= day)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
