using System.Text.Json.Serialization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>
/// What overlapping lists say of how many people are on none: every answer side by side, and what each of them hangs on. There is no
/// number that stands for it.
/// </summary>
/// <remarks>
/// <para>
/// That nobody observed is counted twice and that lists are of the same people is the table's promise. All else is a model's: which lists
/// depend on each other, and that the highest dependence of all is none, which no list can show.
/// </para>
/// <para>
/// None of it is a count, and no sum of counts takes it. In a data set it is a report whose basis is a statistical estimate, with its
/// level. An estimate is equal to itself alone.
/// </para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class UnseenEstimate
{
    private UnseenEstimate(CaptureTable table, UnseenOptions options)
    {
        (Table, Options) = (table, options);
        Pairs = PairEstimate.Of(table);
        Chao = ChaoEstimates.Of(table);
        Graphs = GraphEstimate.Of(table);
        Average = GraphAverage.Of(table, options.Delta, options.UpToUnseen, options.Prior);
        var fits = new ModelFits(table);
        (Models, NotEstimated) = (fits.Models, [.. fits.None.Select(none => new WithoutEstimate(none.Model, none.Why))]);
        BestByAic = Models.OrderBy(fit => fit.Aic).FirstOrDefault();
        WithinDistance = [.. Models.TakeWhile(fit => fit.Bic <= Models[0].Bic + options.Distance)];
        Hull = Models.IsEmpty ? null : new(WithinDistance.Min(fit => fit.Size), WithinDistance.Max(fit => fit.Size));
        WithoutList = [.. table.Lists.Select(list => LeftOut.Of(table, list))];
        Recovered = [.. table.Lists.Select(list => Recovery.Of(table, list))];
    }

    /// <summary>The table.</summary>
    public CaptureTable Table { get; }

    /// <summary>What was assumed.</summary>
    public UnseenOptions Options { get; }

    /// <summary>How many are on any list: a floor that assumes nothing.</summary>
    public long Observed => Table.Observed;

    /// <summary>What each two lists say by themselves.</summary>
    public ValueList<PairEstimate> Pairs { get; }

    /// <summary>What those on one list and those on two say.</summary>
    public ChaoEstimates Chao { get; }

    /// <summary>All log-linear models that have an estimate, the best by the Bayesian criterion first.</summary>
    public ValueList<LogLinearFit> Models { get; }

    /// <summary>The models that have none, and why.</summary>
    public ValueList<WithoutEstimate> NotEstimated { get; }

    /// <summary>The best model by the Bayesian criterion; null if none has an estimate.</summary>
    public LogLinearFit? BestByBic => Models.IsEmpty ? null : Models[0];

    /// <summary>The best model by Akaike's criterion, which allows more terms; null if none has an estimate.</summary>
    public LogLinearFit? BestByAic { get; }

    /// <summary>The best model by the Bayesian criterion and its rivals: those within <see cref="UnseenOptions.Distance"/>.</summary>
    public ValueList<LogLinearFit> WithinDistance { get; }

    /// <summary>The least and the greatest size of <see cref="WithinDistance"/>, chance left out; null if no model has an
    /// estimate.</summary>
    public Range? Hull { get; }

    /// <summary>What all decomposable graphs say, exactly.</summary>
    public ValueList<GraphEstimate> Graphs { get; }

    /// <summary>The average over these graphs, with the prior that it is of.</summary>
    public GraphAverage Average { get; }

    /// <summary>For each list, what the best model of the others says without it.</summary>
    public ValueList<LeftOut> WithoutList { get; }

    /// <summary>For each list, how well the others recover its people, of whom it is known how many they are.</summary>
    public ValueList<Recovery> Recovered { get; }

    /// <summary>Estimates the unseen of a table of three to five lists, in every way that there is here.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">What is assumed; null for <see cref="UnseenOptions.Default"/>.</param>
    /// <remarks>
    /// All models are fitted: 8, 113 or 6,893, which take seconds.
    /// </remarks>
    /// <exception cref="RefusedEstimateException">There are fewer than three lists or more than five, nobody is on any, or they fall into
    /// groups that have nobody in common.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static UnseenEstimate Of(CaptureTable table, UnseenOptions? options = null)
    {
        CaptureCells.Checked(table, LogLinearModel.MaxLists);
        options ??= UnseenOptions.Default;
        return options.Distance >= 0
            ? new(table, options)
            : throw new ArgumentOutOfRangeException(nameof(options), options.Distance, "A distance is zero or more.");
    }

    /// <summary>All of it as text, with what each answer hangs on. Numbers have nine significant digits.</summary>
    public override string ToString() => new UnseenText(this).Write();

    /// <summary>From which size to which.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Low">The least.</param>
    /// <param name="High">The greatest.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Range(double Low, double High)
    {
        /// <summary>The ends in nine significant digits.</summary>
        public override string ToString() => $"{NineDigits.Text(Low)} to {NineDigits.Text(High)}";
    }

    /// <summary>A model without an estimate.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Model">The model.</param>
    /// <param name="Why">Why it has none.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record WithoutEstimate(LogLinearModel Model, Refusal Why);

    /// <summary>What lists say without one of them. If it matters much which lists there happen to be, none of the answers is
    /// firm.</summary>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed class LeftOut
    {
        private LeftOut(string list, long observed) => (List, Observed) = (list, observed);

        /// <summary>The list that is left out.</summary>
        public string List { get; }

        /// <summary>How many are on any of the others.</summary>
        public long Observed { get; }

        /// <summary>
        /// The best model of the others by the Bayesian criterion, of two lists their independence; null if there is none.
        /// </summary>
        public LogLinearFit? Best { get; private init; }

        /// <summary>Why there is none, where the others never meet or nobody is on them; null otherwise.</summary>
        public Refusal? WhyNone { get; private init; }

        internal static LeftOut Of(CaptureTable table, string list)
        {
            CaptureTable others = table.Without(list);
            Refusal? why = others.Observed == 0 ? Refusal.NobodyObserved
                : new CaptureCells(others).Groups.Count() > 1 ? Refusal.ListsNeverMeet
                : null;
            return new(list, others.Observed) { WhyNone = why, Best = why is null ? new ModelFits(others).Best : null };
        }
    }

    /// <summary>
    /// A list's people, of whom the others miss some: how many the others say that there are, and how many there are. Methods that fail
    /// where the truth is known are not to be trusted where it is not.
    /// </summary>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed class Recovery
    {
        private Recovery(string list, long truth) => (List, Truth) = (list, truth);

        /// <summary>The list.</summary>
        public string List { get; }

        /// <summary>How many are on it.</summary>
        public long Truth { get; }

        /// <summary>How many the others say by their independence; null if that has no estimate.</summary>
        public double? Independence { get; private init; }

        /// <summary>The best model of the others, among the list's people, by the Bayesian criterion; null if none has an
        /// estimate.</summary>
        public LogLinearFit? Best { get; private init; }

        /// <summary>How many Chao's estimate of 1987 says; null if nobody is on just two others, or there are only two.</summary>
        public Fraction? Chao1987 { get; private init; }

        internal static Recovery Of(CaptureTable table, string list)
        {
            CaptureTable within = table.Within(list);
            if (within.Observed == 0)
            {
                return new(list, table.On(list));
            }

            var fits = new ModelFits(within);
            return new(list, table.On(list))
            {
                Independence = fits.Independence?.Size,
                Best = fits.Best,
                Chao1987 = within.Lists.Count < 3 ? null : ChaoEstimates.Of(within).Chao1987,
            };
        }
    }
}
