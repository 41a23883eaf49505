namespace ConflictModel.Undercount;

/// <summary>An estimate that can't be made of a table, with its reason: no number stands for it.</summary>
public sealed class RefusedEstimateException : InvalidOperationException
{
    /// <summary>An estimate that is refused.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">The same in a sentence, with the lists or the model that it is of.</param>
    public RefusedEstimateException(Refusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why there is none.</summary>
    public Refusal Reason { get; }
}
