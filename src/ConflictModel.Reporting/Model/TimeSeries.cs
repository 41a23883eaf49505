using ConflictModel.Aggregation;

namespace ConflictModel.Reporting;

/// <summary>The people harmed over time, as one source reports them in one vintage.</summary>
/// <remarks>
/// A step has the incidents that were certainly within it; those that only may have been are counted beside, in each step that their dates
/// allow, and are never points. A figure that no incident has is null; where no incident is listed it is 0.
/// </remarks>
internal sealed record TimeSeries
{
    /// <summary>Who reports.</summary>
    public required SourceId Source { get; init; }

    /// <summary>The version of the data set; null if it is not known.</summary>
    public required Vintage? Vintage { get; init; }

    /// <summary>Whether a later vintage of the same source is there.</summary>
    public required bool IsOlder { get; init; }

    /// <summary>The steps, one for each bucket of the view.</summary>
    public required ValueList<Step> Steps { get; init; }

    /// <summary>All its incidents.</summary>
    public required Sums Whole { get; init; }

    /// <summary>Those whose date has no first or no last day, so that no step holds them.</summary>
    public required Sums Undated { get; init; }

    /// <summary>One bucket.</summary>
    /// <param name="Certain">The incidents that were certainly within it.</param>
    /// <param name="Possible">Those that may have been.</param>
    /// <param name="Until">The incidents that were certainly over by its end.</param>
    /// <param name="Begun">The incidents that may have begun by its end, those of <paramref name="Until"/> among them.</param>
    internal readonly record struct Step(Sums Certain, Sums Possible, Sums Until, Sums Begun)
    {
        /// <summary>The most people that the step may hold, those that only may have been then among them.</summary>
        public long Most => (MostOf(Certain) ?? 0) + (MostOf(Possible) ?? 0);

        /// <summary>The most people that may have been harmed by its end.</summary>
        public long MostBegun => MostOf(Begun) ?? 0;

        /// <summary>The highest figure of a sum that is known: a low one may stand above a high one.</summary>
        public static long? MostOf(Sums sums) => new[] { sums.Low, sums.Best, sums.High }.Max();
    }
}
