using System.Globalization;

namespace ConflictModel.Reconciliation;

/// <summary>
/// To find which records lie within which, more pairs of them would have to be looked at than are: 20,000,000, or 100 for each incident
/// and tally where that is more. A reconciliation names every pair that does, so that of n tallies that each lie within the next it would
/// be as long as their square.
/// </summary>
public sealed class ReconciliationSizeException : InvalidOperationException
{
    /// <summary>An exception with the default message.</summary>
    public ReconciliationSizeException()
        : base("More pairs of records would have to be looked at than are.")
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
        "Totals were not reconciled: to find which records lie within which, more than "
        + $"{most.ToString("N0", CultureInfo.InvariantCulture)} pairs of them would have to be looked at.");
}
