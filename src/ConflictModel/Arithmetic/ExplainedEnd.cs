using System.Globalization;

namespace ConflictModel.Arithmetic;

/// <summary>One end of derived bounds with the reported figures that it follows from.</summary>
/// <remarks>None of the figures can be left out. Equality is by content.</remarks>
public sealed record ExplainedEnd
{
    /// <summary>The count at this end; null where there is no limit.</summary>
    public required long? Value { get; init; }

    /// <summary>The figures that it follows from: those added first, then those taken away, each in document order.</summary>
    public required ValueList<ExplanationStep> Steps { get; init; }

    /// <summary>The steps in digits: "449 - 29 - 376"; null if there are none, or the value is not their plain sum.</summary>
    public string? Arithmetic
    {
        get
        {
            long sum = 0;
            string text = "";
            foreach (ExplanationStep step in Steps)
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
        return Steps.IsEmpty ? "no figure bounds it" : taken.Length == 0 ? added : added.Length == 0 ? $"less {taken}" : $"{added}, less {taken}";
    }

    internal string ToSentence(string lead, FigureNames? names) =>
        string.Create(CultureInfo.InvariantCulture, $"{lead} {Value}: {Reasons(names)}");
}
