using System.Globalization;
using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>Why a derived figure has the bounds that it has.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record Explanation
{
    /// <summary>Why it can't be less.</summary>
    public required End Lower { get; init; }

    /// <summary>Why it can't be more.</summary>
    public required End Upper { get; init; }

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

    private End Longer => Upper.Steps.Count >= Lower.Steps.Count ? Upper : Lower;

    /// <summary>One end of derived bounds with the reported figures that it follows from.</summary>
    /// <remarks>None of the figures can be left out. Equality is by content.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record End
    {
        /// <summary>The count at this end; null where there is no limit.</summary>
        public required long? Value { get; init; }

        /// <summary>The figures that it follows from: those added first, then those taken away, each in document order.</summary>
        public required ValueList<Step> Steps { get; init; }

        /// <summary>
        /// Whether the steps say why. What takes too many of them, and what figures that contradict each other say, has none.
        /// </summary>
        public bool IsExplained => Value is null or 0 || !Steps.IsEmpty;

        /// <summary>The steps in digits: "449 - 29 - 376"; null if there are none, or the value is not their plain sum.</summary>
        public string? Arithmetic
        {
            get
            {
                long sum = 0;
                string text = "";
                foreach (Step step in Steps)
                {
                    sum += step.IsSubtracted ? -step.Value : step.Value;
                    string sign = text.Length == 0 ? (step.IsSubtracted ? "-" : "") : (step.IsSubtracted ? " - " : " + ");
                    text = string.Create(CultureInfo.InvariantCulture, $"{text}{sign}{step.Value}");
                }

                return Steps.IsEmpty || sum != Value ? null : text;
            }
        }

        /// <summary>The steps in words: "449 killed in all, less 29 isis and 376 regime forces".</summary>
        internal string Reasons(FigureNames? names)
        {
            names ??= FigureNames.Ids;
            string added = string.Join(" and ", Steps.Where(step => !step.IsSubtracted).Select(names.Describe));
            string taken = string.Join(" and ", Steps.Where(step => step.IsSubtracted).Select(names.Describe));
            return !IsExplained ? "not explained" :
                Steps.IsEmpty ? "no figure bounds it" :
                taken.Length == 0 ? added :
                added.Length == 0 ? $"less {taken}" :
                $"{added}, less {taken}";
        }

        internal string ToSentence(string lead, FigureNames? names) =>
            string.Create(CultureInfo.InvariantCulture, $"{lead} {Value}: {Reasons(names)}");
    }

    /// <summary>One figure that an end of bounds follows from, and whether it is added or taken away.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Path">Where the figure stands.</param>
    /// <param name="Part">The part that reports it; null for a whole.</param>
    /// <param name="Figure">The figure as it was reported.</param>
    /// <param name="Value">The end of it that counts here.</param>
    /// <param name="IsSubtracted">Whether it is taken away.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Step(FigurePath Path, Part? Part, Estimate Figure, long Value, bool IsSubtracted);
}
