using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

using Figure = (Measure Measure, long? Low, long? Best, long? High);

/// <summary>The pieces into which the days of an incident fall at the edges of buckets, and the shares of its figures in each.</summary>
internal sealed class Pieces
{
    private readonly List<(int First, int Last)> spans;
    private readonly BucketScheme scheme;

    private Pieces(List<(int First, int Last)> spans, BucketScheme scheme) => (this.spans, this.scheme) = (spans, scheme);

    public int Count => spans.Count;

    public (int First, int Last) this[int piece] => spans[piece];

    /// <summary>The pieces of a run of days; null where there are more than <see cref="Spread"/> divides.</summary>
    public static Pieces? Of(int first, int last, ReadOnlySpan<BucketScheme> schemes)
    {
        List<(int First, int Last)> spans = [];
        for (long start = first; start <= last;)
        {
            if (spans.Count == Spread.MaxBuckets)
            {
                return null;
            }

            long next = (long)last + 1;
            foreach (BucketScheme scheme in schemes)
            {
                next = Math.Min(next, scheme.NextStart(scheme.StartOf(start)));
            }

            spans.Add(((int)start, (int)next - 1));
            start = next;
        }

        return new(spans, schemes.Length == 1 ? schemes[0] : BucketScheme.Periods("pieces", spans.Select(Interval)));
    }

    /// <summary>The figures of each piece.</summary>
    /// <remarks>
    /// <see cref="Spread"/> divides what belongs together at once: low, best and high of everyone, and the groups of victims as parts of
    /// everyone. Of the three figures of everyone, or of one group, what is not above another is not above it in any piece. Best figures of
    /// groups add up to those of everyone in every piece, whatever order the others have; so do low and high ones if all are in order. Out
    /// of order, they do wherever that keeps the order of everyone's. Groups with more best figures than everyone are divided by
    /// themselves.
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
            int[] of = [.. Enumerable.Range(0, figures.Length)
                .Where(i => pieces[0][i].Measure.Harm == harm)
                .OrderBy(i => pieces[0][i].Measure)];
            Divide(spread, figures, of, pieces);
        }

        return pieces;
    }

    /// <summary>Divides the figures of one harm, everyone first.</summary>
    private static void Divide(Spread spread, ReadOnlySpan<Figure> figures, ReadOnlySpan<int> of, Figure[][] pieces)
    {
        bool hasWhole = figures[of[0]].Measure.Group == VictimGroup.Everyone;
        ReadOnlySpan<int> groups = hasWhole ? of[1..] : of;
        (long Low, long Best, long High) whole = hasWhole ? Filled(figures[of[0]]) : default;

        // The groups and, last, their residual.
        long[] low = new long[groups.Length + 1];
        long[] best = new long[low.Length];
        long[] high = new long[low.Length];
        (low[^1], best[^1], high[^1]) = whole;
        bool areBests = true;
        for (int i = 0; i < groups.Length; i++)
        {
            (low[i], best[i], high[i]) = Filled(figures[groups[i]]);
            (low[^1], best[^1], high[^1]) = (low[^1] - low[i], best[^1] - best[i], high[^1] - high[i]);
            areBests &= figures[groups[i]] is { Low: null, High: null };
        }

        if (!hasWhole || groups.IsEmpty || best[^1] < 0)
        {
            foreach (int at in of)
            {
                (long Low, long Best, long High) alone = Filled(figures[at]);
                Share(figures, at, pieces, spread.Allocate(alone.Low, alone.Best, alone.High));
            }

            return;
        }

        // Where groups have more low figures than everyone, or high ones, the best figures still add up.
        (bool lowsAddUp, bool highsAddUp) = (!areBests && low[^1] >= 0, !areBests && high[^1] >= 0);
        (low[^1], high[^1]) = (Math.Max(low[^1], 0), Math.Max(high[^1], 0));
        (Spread.Shares Low, Spread.Shares Best, Spread.Shares High) parts =
            areBests && spread.AllocateParts(best) is var bests ? (bests, bests, bests) : spread.AllocateParts(low, best, high);
        for (int i = 0; i < groups.Length; i++)
        {
            Share(figures, groups[i], pieces, (parts.Low.Of(i).ToArray(), parts.Best.Of(i).ToArray(), parts.High.Of(i).ToArray()));
        }

        (long[] Low, long[] Best, long[] High) together =
            (parts.Low.Totals.ToArray(), parts.Best.Totals.ToArray(), parts.High.Totals.ToArray());
        if (!lowsAddUp || !highsAddUp || !KeepsOrder(whole, together))
        {
            (long[] Low, long[] Best, long[] High) apart = spread.Allocate(whole.Low, whole.Best, whole.High);
            together = (lowsAddUp ? together.Low : apart.Low, apart.Best, highsAddUp ? together.High : apart.High);
            together = KeepsOrder(whole, together) ? together : apart;
        }

        Share(figures, of[0], pieces, together);
    }

    /// <summary>Whether a figure that is not above another is not above it in any piece.</summary>
    private static bool KeepsOrder((long Low, long Best, long High) whole, (long[] Low, long[] Best, long[] High) shares)
    {
        return Keeps(whole.Low, whole.Best, shares.Low, shares.Best)
            && Keeps(whole.Best, whole.High, shares.Best, shares.High)
            && Keeps(whole.Low, whole.High, shares.Low, shares.High);

        static bool Keeps(long left, long right, long[] lefts, long[] rights)
        {
            for (int piece = 0; piece < lefts.Length; piece++)
            {
                if ((left <= right && lefts[piece] > rights[piece]) || (left >= right && lefts[piece] < rights[piece]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>A figure with what is missing set to what disturbs no order.</summary>
    private static (long Low, long Best, long High) Filled(Figure figure)
    {
        long best = figure.Best ?? figure.Low ?? figure.High ?? 0;
        return (figure.Low ?? best, best, figure.High ?? best);
    }

    private static void Share(ReadOnlySpan<Figure> figures, int at, Figure[][] pieces, (long[] Low, long[] Best, long[] High) shares)
    {
        Figure figure = figures[at];
        for (int piece = 0; piece < pieces.Length; piece++)
        {
            pieces[piece][at] = (
                figure.Measure,
                figure.Low is null ? null : shares.Low[piece],
                figure.Best is null ? null : shares.Best[piece],
                figure.High is null ? null : shares.High[piece]);
        }
    }

    private static LocalDate DateOf(int day) => Days.ToDate(day)!.Value;

    private static DateInterval Interval((int First, int Last) span) => new(DateOf(span.First), DateOf(span.Last));
}
