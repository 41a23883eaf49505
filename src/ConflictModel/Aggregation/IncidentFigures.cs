using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>The one place where what reports say of an incident becomes the low, best and high figure that sums take.</summary>
internal static class IncidentFigures
{
    /// <summary>
    /// What was printed, where one report stands for the incident; else the bounds that the policy made of several, and no best.
    /// </summary>
    public static (long? Low, long? Best, long? High) Of(in TakenCount count)
    {
        Estimate? printed = count.Printed;
        return printed is null
            ? (count.Bounds.Lower, null, count.Bounds.Upper)
            : (printed.Value.Low, printed.Value.Best, printed.Value.High);
    }
}
