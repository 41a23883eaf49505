using NodaTime;

namespace ConflictModel.Time;

/// <summary>Buckets that are listed, and what lies before, between and after them.</summary>
internal sealed class PeriodScheme : BucketScheme
{
    // Sorted first days of all buckets, the outside ones included; the first reaches back without end.
    private readonly List<(long Start, bool IsOutside)> _starts = [];

    public PeriodScheme(string name, IEnumerable<DateInterval> periods)
        : base(name)
    {
        var next = -Days.Infinity;
        foreach (var period in periods)
        {
            var start = Days.Of(period.Start);
            if (start < next)
                throw new ArgumentException("The periods overlap or are not in order.", nameof(periods));
            if (start > next)
                _starts.Add((next, true));
            _starts.Add((start, false));
            next = Days.Of(period.End) + 1;
        }

        if (_starts.Count == 0)
            throw new ArgumentException("There are no periods.", nameof(periods));
        _starts.Add((next, true));
    }

    internal override long StartOf(long day) => _starts[IndexOf(day)].Start;

    internal override long NextStart(long start)
    {
        var index = IndexOf(start) + 1;
        return index == _starts.Count ? Days.Infinity : _starts[index].Start;
    }

    internal override bool IsOutside(long start) => _starts[IndexOf(start)].IsOutside;

    internal override string Label(TimeBucket bucket)
    {
        var open = bucket.FirstDay == -Days.Infinity ? ".." : TimeBucket.ToText(bucket.FirstDay);
        return open + "/" + (bucket.LastDay >= Days.Infinity - 1 ? ".." : TimeBucket.ToText(bucket.LastDay));
    }

    private int IndexOf(long day)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_starts[middle].Start <= day)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
