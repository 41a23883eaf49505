using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>The people harmed in many incidents, summed in every way that the printed figures allow.</summary>
/// <remarks>
/// The sums of lows, bests and highs are those of the figures as printed; they differ from <see cref="Bounds"/>, the sum of each
/// count's own bounds, wherever a row prints a low above its high or lacks a figure. All of them bound what was reported, not the truth,
/// and the sum of bests is not the best of the sum. Equality is by content. The default is the sum over no incident.
/// </remarks>
public readonly record struct CasualtySum
{
    /// <summary>How many incidents were summed.</summary>
    public int Incidents { get; private init; }

    /// <summary>How many of them have a count of this harm.</summary>
    public int Counted { get; private init; }

    /// <summary>The sum of the printed low figures.</summary>
    public FigureSum Low { get; private init; }

    /// <summary>The sum of the printed best figures.</summary>
    public FigureSum Best { get; private init; }

    /// <summary>The sum of the printed high figures.</summary>
    public FigureSum High { get; private init; }

    /// <summary>How many of them print one figure as low and as high: where most do, the width of the sum says little.</summary>
    public int ZeroWidth { get; private init; }

    /// <summary>The bounds of the people harmed in the incidents that have a count. No upper end if any count has none.</summary>
    public Bounds Bounds => Counted == 0 ? Bounds.Zero : BoundsOfCounted;

    private Bounds BoundsOfCounted { get; init; }

    /// <summary>The sum over the incidents of both, which must be different incidents.</summary>
    /// <exception cref="OverflowException">A sum is above what 64 bits hold.</exception>
    public static CasualtySum operator +(CasualtySum left, CasualtySum right) => new()
    {
        Incidents = left.Incidents + right.Incidents,
        Counted = left.Counted + right.Counted,
        Low = left.Low + right.Low,
        Best = left.Best + right.Best,
        High = left.High + right.High,
        ZeroWidth = left.ZeroWidth + right.ZeroWidth,
        BoundsOfCounted = left.Bounds + right.Bounds,
    };

    /// <summary>One incident: what the report that stands for it printed, and the bounds of it; null if it has no count of this harm.</summary>
    internal static CasualtySum Of(IncidentFigure? figure) => figure is null
        ? new() { Incidents = 1 }
        : new()
        {
            Incidents = 1,
            Counted = 1,
            Low = FigureSum.Of(figure.Printed?.Low),
            Best = FigureSum.Of(figure.Printed?.Best),
            High = FigureSum.Of(figure.Printed?.High),
            ZeroWidth = figure.Printed is { Low: { } low, High: { } high } && low == high ? 1 : 0,
            BoundsOfCounted = figure.Bounds,
        };
}
