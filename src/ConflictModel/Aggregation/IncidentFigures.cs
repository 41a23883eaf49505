using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>The one place where what reports say of an incident becomes the low, best and high figure that sums take.</summary>
internal static class IncidentFigures
{
    /// <summary>
    /// What was printed, where one report stands for the incident; else the bounds that the policy made of several, and no best.
    /// </summary>
    public static (long? Low, long? Best, long? High) Of(in TakenCount count) => count.Printed is { } printed
        ? (printed.Low, printed.Best, printed.High)
        : (count.Bounds.Lower, null, count.Bounds.Upper);
}
