using System.Globalization;

namespace ConflictModel.Reconciliation;

/// <summary>
/// More records lie within one another than are looked at: 10,000,000 pairs, or 100 for each incident and tally where that is more. A
/// reconciliation names every pair, so that of n tallies that each lie within the next it would be as long as their square.
/// </summary>
public sealed class ReconciliationSizeException : InvalidOperationException
{
    /// <summary>An exception with the default message.</summary>
    public ReconciliationSizeException()
        : base("More records lie within one another than are looked at.")
    {
    }

    /// <summary>An exception with a message of its own.</summary>
    public ReconciliationSizeException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message of its own and its cause.</summary>
    public ReconciliationSizeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>More than so many pairs.</summary>
    internal static ReconciliationSizeException Beyond(long most) => new(
        $"Totals were not reconciled: more than {most.ToString("N0", CultureInfo.InvariantCulture)} pairs of records lie within one "
        + "another.");
}
