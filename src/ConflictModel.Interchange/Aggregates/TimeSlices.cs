using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Cuts the days of an event into runs that differ in a time key, and spreads its figures over them.</summary>
/// <remarks>Every figure is spread in whole numbers that add up to it; the parts add up to the best figure in each run if they do in all.</remarks>
internal sealed class TimeSlices
{
    private static readonly AggregateKey[] Times = [AggregateKey.Year, AggregateKey.Month, AggregateKey.Week];

    private readonly AggregateKey[] keys;

    public TimeSlices(AggregateQuery query) =>
        keys = [.. Times.Where(time => query.By.Contains(time) || query.Where.Any(where => where.Key == time))];

    /// <summary>Whether an event is one run: its days are unknown, or no key tells them apart.</summary>
    public bool IsWhole(EventCells cells) => cells.Days is not { } days || keys.Length == 0 || Same(days.First, days.Last);

    /// <summary>The runs of an event that is not whole, each with its first day, its share of the event and of the figures.</summary>
    public IEnumerable<(LocalDate? Day, long Incidents, long?[] Figures)> Of(EventCells cells)
    {
        (LocalDate First, LocalDate Last) days = cells.Days!.Value;
        List<DateInterval> runs = Runs(days.First, days.Last);
        BucketScheme scheme = BucketScheme.Periods("slices", runs);
        if (!Spread.TryCreate(UncertainDate.SomeDayBetween(days.First, days.Last), scheme, out Spread? spread))
        {
            throw new InvalidOperationException("Days within NodaTime's range can be spread.");
        }

        long[] incidents = spread.Allocate(1);
        long?[][] shares = Shares(spread, cells.Figures);
        for (int i = 0; i < runs.Count; i++)
        {
            yield return (runs[i].Start, incidents[i], shares[i]);
        }
    }

    /// <summary>The text of a time key on a day; empty for an unknown day.</summary>
    public static string Text(AggregateKey key, LocalDate? day) => day is not { } date ? "" : key switch
    {
        AggregateKey.Year => CellText.Of(date)[..4],
        AggregateKey.Month => CellText.Of(date)[..7],
        _ => BucketScheme.IsoWeek.BucketOf(date).Label,
    };

    private static long?[][] Shares(Spread spread, long?[] figures)
    {
        int count = spread.Buckets.Length;
        long?[][] shares = [.. Enumerable.Range(0, count).Select(_ => new long?[figures.Length])];
        long best = figures[1] ?? 0;
        (long[] Low, long[] Best, long[] High) range = spread.Allocate(figures[0] ?? best, best, figures[2] ?? best);
        ReadOnlySpan<long> parts = [figures[3] ?? 0, figures[4] ?? 0, figures[5] ?? 0, figures[6] ?? 0];
        Spread.Shares divided = spread.AllocateParts(parts);
        for (int i = 0; i < count; i++)
        {
            shares[i][0] = figures[0] is null ? null : range.Low[i];
            shares[i][1] = figures[1] is null ? null : range.Best[i];
            shares[i][2] = figures[2] is null ? null : range.High[i];
            for (int part = 0; part < parts.Length; part++)
            {
                shares[i][part + 3] = figures[part + 3] is null ? null : divided.Of(part)[i];
            }
        }

        return shares;
    }

    private bool Same(LocalDate one, LocalDate other) => one == other || Array.TrueForAll(keys, key => Text(key, one) == Text(key, other));

    private List<DateInterval> Runs(LocalDate first, LocalDate last)
    {
        var runs = new List<DateInterval>();
        LocalDate start = first;
        for (LocalDate day = first; day < last; day = day.PlusDays(1))
        {
            LocalDate next = day.PlusDays(1);
            if (!Same(day, next))
            {
                runs.Add(new(start, day));
                start = next;
            }
        }

        runs.Add(new(start, last));
        return runs;
    }
}
