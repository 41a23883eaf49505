namespace ConflictModel.Arithmetic;

/// <summary>Why a derived figure has the bounds that it has.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed record Explanation
{
    /// <summary>Why it can't be less.</summary>
    public required ExplainedEnd Lower { get; init; }

    /// <summary>Why it can't be more.</summary>
    public required ExplainedEnd Upper { get; init; }

    /// <summary>The arithmetic that tells most, like "449 - 29 - 376"; null if no figure bounds it, or none by plain sums.</summary>
    public string? Arithmetic =>
        Upper is { Value: not null, Steps.Count: > 1 } ? Upper.Arithmetic ?? Lower.Arithmetic :
        Lower.Steps.Count > 1 ? Lower.Arithmetic ?? Upper.Arithmetic :
        Upper.Arithmetic ?? Lower.Arithmetic;

    /// <summary>Both ends as a sentence in English.</summary>
    /// <param name="names">What actors and regions are called; their ids if null.</param>
    public string ToSentence(FigureNames? names = null) =>
        Lower.Value == Upper.Value ? $"{Upper.Value}: {Longer.Reasons(names)}" :
        Upper.Value is null ? Lower.ToSentence("at least", names) :
        Lower.Steps.IsEmpty ? Upper.ToSentence("at most", names) :
        $"{Lower.ToSentence("at least", names)}; {Upper.ToSentence("at most", names)}";

    /// <inheritdoc cref="ToSentence"/>
    public override string ToString() => ToSentence();

    private ExplainedEnd Longer => Upper.Steps.Count >= Lower.Steps.Count ? Upper : Lower;
}
