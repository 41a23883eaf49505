using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>All log-linear models of a table, fitted.</summary>
internal sealed class ModelFits
{
    public ModelFits(CaptureTable table)
    {
        var cells = new CaptureCells(table);
        var fits = new List<LogLinearFit>();
        var none = new List<(LogLinearModel, Refusal)>();
        foreach (LogLinearModel model in LogLinearModel.AllOf(table.Lists))
        {
            var design = new ModelDesign(model, cells);
            if (design.WhyNoEstimate() is { } why)
            {
                none.Add((model, why));
            }
            else
            {
                fits.Add(new(model, design));
            }
        }

        Models = [.. fits.OrderBy(fit => fit.Bic)];
        None = [.. none];
    }

    /// <summary>Those that have an estimate, the best by the Bayesian criterion first.</summary>
    public ValueList<LogLinearFit> Models { get; }

    /// <summary>Those that have none.</summary>
    public ValueList<(LogLinearModel Model, Refusal Why)> None { get; }

    /// <summary>The best; null if none has an estimate.</summary>
    public LogLinearFit? Best => Models.IsEmpty ? null : Models[0];

    /// <summary>The model without a dependence; null if it has no estimate.</summary>
    public LogLinearFit? Independence => Models.FirstOrDefault(fit => fit.Model.IsIndependence);
}
