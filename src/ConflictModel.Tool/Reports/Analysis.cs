using ConflictModel.Validation;

namespace ConflictModel.Tool.Reports;

/// <summary>All that a report shows of a data set, worked out once.</summary>
internal sealed class Analysis(ConflictDataset dataset, string? language = null)
{
    public ConflictDataset Dataset { get; } = dataset;

    public DatasetFigures Figures { get; } = new(dataset);

    public RecordNames Names { get; } = new(dataset, language, !Console.IsOutputRedirected);

    public ValueList<Finding> Findings { get; } = dataset.Validate();

    public ValueList<Reconciliation> Reconciliations { get; } = dataset.Reconcile(Harm.Killed);
}
