using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Output;

/// <summary>All that a report shows of a data set, worked out once.</summary>
internal sealed class Analysis(ConflictDataset dataset, string? language = null)
{
    public ConflictDataset Dataset { get; } = dataset;

    public DatasetFigures Figures { get; } = new(dataset);

    public RecordNames Names { get; } = new(dataset, language, !Console.IsOutputRedirected);

    public ValueList<Finding> Findings { get; } = dataset.Validate();

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
