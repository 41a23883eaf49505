using ConflictModel.Validation;

namespace ConflictModel.Tool.Reports;

/// <summary>All that a report shows of a data set, worked out once.</summary>
internal sealed class Analysis(ConflictDataset dataset)
{
    public ConflictDataset Dataset { get; } = dataset;

    public DatasetFigures Figures { get; } = new(dataset);

    public Names Names { get; } = new(dataset);

    public ValueList<Finding> Findings { get; } = dataset.Validate();

    public ValueList<Reconciliation> Reconciliations { get; } = dataset.Reconcile(Harm.Killed);
}
