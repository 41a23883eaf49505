using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

using Figure = (Measure Measure, long? Low, long? Best, long? High);

/// <summary>The pieces into which the days of an incident fall at the edges of buckets, and the shares of its figures in each.</summary>
internal sealed class Pieces
{
    /// <summary>The most pieces that an incident is split into.</summary>
    public const int Max = 500;

    private readonly List<(int First, int Last)> spans;
    private readonly BucketScheme scheme;

    private Pieces(List<(int First, int Last)> spans, BucketScheme scheme) => (this.spans, this.scheme) = (spans, scheme);

    public int Count => spans.Count;

    public (int First, int Last) this[int piece] => spans[piece];

    /// <summary>The pieces of a run of days; where there are too many, more than <see cref="Max"/> and not all.</summary>
    public static Pieces Of(int first, int last, ReadOnlySpan<BucketScheme> schemes)
    {
        List<(int First, int Last)> spans = [];
        for (long start = first; start <= last && spans.Count <= Max;)
        {
            long next = (long)last + 1;
            foreach (BucketScheme scheme in schemes)
            {
                next = Math.Min(next, scheme.NextStart(scheme.StartOf(start)));
            }

            spans.Add(((int)start, (int)next - 1));
            start = next;
        }

        return new(spans, schemes.Length == 1 || spans.Count > Max ? schemes[0] : BucketScheme.Periods("pieces", spans.Select(Interval)));
    }

    /// <summary>The figures of each piece.</summary>
    /// <remarks>
    /// <see cref="Spread"/> divides what belongs together at once: low, best and high of everyone, and of the groups of victims as parts of everyone wherever the
    /// groups, and the rest that they leave, are in order. So what is not above another figure of the incident is not above it in any piece, and what adds up adds up.
    /// </remarks>
    public Figure[][] Divide(ReadOnlySpan<Figure> figures)
    {
        if (!Spread.TryCreate(UncertainDate.SomeDayBetween(DateOf(spans[0].First), DateOf(spans[^1].Last)), scheme, out Spread? spread))
        {
            throw new InvalidOperationException("Days that a table holds can be spread.");
        }

        var pieces = new Figure[Count][];
        for (int piece = 0; piece < Count; piece++)
        {
            pieces[piece] = figures.ToArray();
        }

        foreach (Harm harm in figures.ToArray().Select(figure => figure.Measure.Harm).Distinct())
        {
            int[] of = [.. Enumerable.Range(0, figures.Length).Where(i => pieces[0][i].Measure.Harm == harm).OrderBy(i => pieces[0][i].Measure)];
            Divide(spread, figures, of, pieces);
        }

        return pieces;
    }

    /// <summary>Divides the figures of one harm, everyone first.</summary>
    private static void Divide(Spread spread, ReadOnlySpan<Figure> figures, ReadOnlySpan<int> of, Figure[][] pieces)
    {
        bool hasWhole = figures[of[0]].Measure.Group == VictimGroup.Everyone;
        ReadOnlySpan<int> groups = hasWhole ? of[1..] : of;
        Figure whole = hasWhole ? Filled(figures[of[0]]) : default;
        bool areBests = groups.Length > 0;
        long[] low = new long[groups.Length + (hasWhole ? 1 : 0)];
        long[] best = new long[low.Length];
        long[] high = new long[low.Length];
        (long restLow, long restBest, long restHigh) = (whole.Low ?? 0, whole.Best ?? 0, whole.High ?? 0);
        for (int i = 0; i < groups.Length; i++)
        {
            Figure group = Filled(figures[groups[i]]);
            areBests &= figures[groups[i]] is { Low: null, High: null };
            (low[i], best[i], high[i]) = (group.Low ?? 0, group.Best ?? 0, group.High ?? 0);
            (restLow, restBest, restHigh) = (restLow - low[i], restBest - best[i], restHigh - high[i]);
        }

        bool areParts = hasWhole && groups.Length > 0 && restBest >= 0;
        if (areParts)
        {
            (low[^1], best[^1], high[^1]) = (restLow, restBest, restHigh);
            areParts = areBests || (restLow >= 0 && low.Zip(best, high).All(part => part.First <= part.Second && part.Second <= part.Third));
        }

        if (areParts && !areBests)
        {
            (Spread.Shares Low, Spread.Shares Best, Spread.Shares High) shares = spread.AllocateParts(low, best, high);
            Share(figures, of[0], pieces, shares.Low.Totals, shares.Best.Totals, shares.High.Totals);
            for (int i = 0; i < groups.Length; i++)
            {
                Share(figures, groups[i], pieces, shares.Low.Of(i), shares.Best.Of(i), shares.High.Of(i));
            }

            return;
        }

        if (hasWhole)
        {
            (long[] Low, long[] Best, long[] High) shares = spread.Allocate(whole.Low ?? 0, whole.Best ?? 0, whole.High ?? 0);
            Share(figures, of[0], pieces, shares.Low, shares.Best, shares.High);
        }

        Spread.Shares? parts = areParts ? spread.AllocateParts(best) : null;
        for (int i = 0; i < groups.Length; i++)
        {
            if (parts is not null)
            {
                Share(figures, groups[i], pieces, parts.Of(i), parts.Of(i), parts.Of(i));
            }
            else
            {
                (long[] Low, long[] Best, long[] High) shares = spread.Allocate(low[i], best[i], high[i]);
                Share(figures, groups[i], pieces, shares.Low, shares.Best, shares.High);
            }
        }
    }

    /// <summary>A figure with what is missing set to what disturbs no order.</summary>
    private static Figure Filled(Figure figure)
    {
        long best = figure.Best ?? figure.Low ?? figure.High ?? 0;
        return (figure.Measure, figure.Low ?? best, best, figure.High ?? best);
    }

    private static void Share(
        ReadOnlySpan<Figure> figures, int at, Figure[][] pieces, ReadOnlySpan<long> low, ReadOnlySpan<long> best, ReadOnlySpan<long> high)
    {
        Figure figure = figures[at];
        for (int piece = 0; piece < pieces.Length; piece++)
        {
            pieces[piece][at] = (
                figure.Measure,
                figure.Low is null ? null : low[piece],
                figure.Best is null ? null : best[piece],
                figure.High is null ? null : high[piece]);
        }
    }

    private static LocalDate DateOf(int day) => Days.ToDate(day)!.Value;

    private static DateInterval Interval((int First, int Last) span) => new(DateOf(span.First), DateOf(span.Last));
}
