using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Output;

/// <summary>All that a report shows of a data set, worked out once.</summary>
/// <param name="dataset">The data set, whole.</param>
/// <param name="language">The language of names; null for the first of each.</param>
/// <param name="naming">Whether the people who may be named are.</param>
internal sealed class Analysis(ConflictDataset dataset, string? language = null, bool naming = false)
{
    /// <summary>What may be told of the data set.</summary>
    public ConflictDataset Dataset { get; } = LocalNames.Published(dataset);

    /// <summary>Whether the people who may be named are.</summary>
    public bool IsNaming => naming;

    public DatasetFigures Figures { get; } = new(dataset);

    public RecordNames Names { get; } = new(dataset, language, !Console.IsOutputRedirected);

    /// <summary>What is found in all of it: findings quote nothing of what is withheld.</summary>
    public ValueList<Finding> Findings { get; } = dataset.Validate();

    /// <summary>The listed people, harm by harm.</summary>
    public IReadOnlyList<PeopleSummary> People { get; } = PeopleSummary.Of(dataset.ForPublication());

    /// <summary>The tallies that replace one another.</summary>
    public ValueList<TallyChain> Chains { get; } = TallyChain.In(dataset);

    public ValueList<ReconciledTally> Reconciliations { get; } = dataset.Reconcile(Harm.Killed);

    /// <summary>The people harmed in the listed incidents, nobody twice, for each harm that any of them counts.</summary>
    public IReadOnlyList<(Harm Harm, Sums Sums, SummedBounds Bounds)> Sums { get; } = Harms.Summable
        .Select(harm => (harm, dataset.Incidents.Sum(harm), dataset.Incidents.BoundsOf(harm)))
        .Where(sum => sum.Item3.Counted > 0)
        .ToList();

    /// <summary>What the reports of an incident come to together, harm by harm: the hull of them, for nothing is chosen silently.</summary>
    public static IEnumerable<IncidentFigure> Together(Incident incident) => incident.Reports.Count < 2
        ? []
        : Enum.GetValues<Harm>().Select(harm => ReportPolicy.Hull.Resolve(incident.Reports, harm)).OfType<IncidentFigure>();
}
