using System.Text.Json.Serialization;

namespace ConflictModel.Reconciliation;

/// <summary>Tallies that replace one another, old to new, and how each figure came to be another.</summary>
/// <remarks>
/// What replaces and is replaced is declared (<see cref="Tally.Supersedes"/>), never guessed; a tally that is not in the data set has no
/// place here. Nothing is added up over steps. Equality is by content and order.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record TallyChain
{
    /// <summary>
    /// The tallies, each behind those that it replaces, else in the order of the data set; those of <see cref="Circle"/>, and what
    /// replaces them, are last.
    /// </summary>
    public required ValueList<TallyId> Tallies { get; init; }

    /// <summary>
    /// What replaced what, in the order of the newer. Of tallies that one replaces, those that another of them replaces are not told again.
    /// </summary>
    public required ValueList<Step> Steps { get; init; }

    /// <summary>The tallies that several replace that do not replace one another: nothing says which of those counts.</summary>
    public ValueList<TallyId> Forks { get; init; }

    /// <summary>The tallies that replace themselves, by way of those that they replace: none of them is the first.</summary>
    public ValueList<TallyId> Circle { get; init; }

    /// <summary>The chains of a data set, in the order of their first tallies. Each tally is in one at most.</summary>
    /// <remarks>Where an id stands twice the first tally is taken.</remarks>
    public static ValueList<TallyChain> In(ConflictDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return new TallyChainFinder(dataset.Tallies).Find();
    }

    /// <summary>One tally in the place of another.</summary>
    /// <remarks>Equality is by content and order.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Step
    {
        /// <summary>The tally that is replaced.</summary>
        public required Tally Older { get; init; }

        /// <summary>The tally that replaces it.</summary>
        public required Tally Newer { get; init; }

        /// <summary>Whether both are running totals: then more people are an increment, and fewer a revision.</summary>
        public bool IsRunning => Older.Cumulative && Newer.Cumulative;

        /// <summary>The figures that either of them prints for a harm, low, best and high apart.</summary>
        public ValueList<Figure> Figures => Enum.GetValues<Harm>().SelectMany(FiguresOf).ToValueList();

        /// <summary>
        /// The arithmetic of a harm, <c>300 + 149 revised = 449</c>, low, best and high apart where they differ; the tallies' own words
        /// where they print no figure in common. Null if neither counts it.
        /// </summary>
        public string? Explain(Harm harm) => TallyChainText.Of(this, harm);

        private IEnumerable<Figure> FiguresOf(Harm harm)
        {
            (Estimate was, Estimate became) = (CountOf(Older, harm), CountOf(Newer, harm));
            return ((Figure[])
                [
                    new(harm, "low", was.Low, became.Low, IsRunning), new(harm, "best", was.Best, became.Best, IsRunning),
                    new(harm, "high", was.High, became.High, IsRunning),
                ]).Where(figure => (figure.Old ?? figure.New) is not null);
        }

        internal static Estimate CountOf(Tally tally, Harm harm) => tally.Report.Casualties?[harm]?.Count ?? default;
    }

    /// <summary>One figure in both tallies: old + since + revised = new.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Harm">What is counted.</param>
    /// <param name="Name">Which figure: low, best or high.</param>
    /// <param name="Old">What the older tally prints; null if nothing.</param>
    /// <param name="New">What the newer tally prints; null if nothing.</param>
    /// <param name="IsRunning">Whether both tallies are running totals.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Figure(Harm Harm, string Name, long? Old, long? New, bool IsRunning)
    {
        /// <summary>How many more a running total came to; null if either figure is not printed.</summary>
        public long? Since => IsRunning && New > Old ? New - Old : New - Old is null ? null : 0;

        /// <summary>By how much the figure was revised; null if either is not printed.</summary>
        public long? Revised => New - Old - Since;
    }
}
