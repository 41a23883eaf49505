namespace ConflictModel;

/// <summary>The table by which the words of reports become bounds: what "nearly 4,100" and "dozens" allow.</summary>
/// <remarks>
/// <para>
/// <see cref="Default"/> is published in the documentation, rule by rule, and can be replaced: <see cref="With"/> adds rules that
/// outrank it. The rules never exclude a figure that the words allow in ordinary use, and give a greatest count wherever the words
/// imply one.
/// </para>
/// <para>
/// Printed figures come first. A printed low or high bounds the count, as the hull of the figures where they contradict one another
/// (low above best, best above high); a low without a high has no upper limit. A best figure alone bounds nothing unless a phrase of the
/// table hedges it. Immutable and safe to share between threads; equality is by reference.
/// </para>
/// </remarks>
public sealed partial class Wordings
{
    // Longest phrase first, so that "no more than" is found before "more than"; earlier rules outrank later ones of that length.
    private readonly WordingRule[] rules;

    private Wordings(IEnumerable<WordingRule> rules)
    {
        Rules = rules.ToValueList();
        this.rules = [.. Rules.AsSpan().ToArray().OrderByDescending(rule => rule.Phrase.Length)];
    }

    /// <summary>The library's own table: English, French and Arabic.</summary>
    public static Wordings Default { get; } = new(DefaultRules());

    /// <summary>No words at all: only printed lows and highs bound a count.</summary>
    public static Wordings None { get; } = new([]);

    /// <summary>The rules, those that outrank others first.</summary>
    public ValueList<WordingRule> Rules { get; }

    /// <summary>A table with these rules before the ones that it has.</summary>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    public Wordings With(params ReadOnlySpan<WordingRule> added) => new([.. ValueList.Create(added), .. Rules]);

    /// <summary>The counts that an estimate allows, by its figures and by the words of this table.</summary>
    /// <param name="estimate">The estimate as it was reported.</param>
    /// <returns>Exact bounds of what the estimate says; <see cref="Bounds.Unknown"/> if it says nothing that bounds a count.</returns>
    public Bounds Read(Estimate estimate)
    {
        if (estimate.Low is null && estimate.High is null)
        {
            return estimate.Wording is { } wording ? Read(wording, estimate.Best) : Bounds.Unknown;
        }

        // The hull of the printed figures, in whatever order they were printed: a low above its best and its high still says what it says.
        long lower = estimate.Low is { } low ? Math.Min(low, Math.Min(estimate.Best ?? low, estimate.High ?? low)) : 0;
        long? upper = estimate.High is { } high ? Math.Max(high, Math.Max(estimate.Best ?? high, estimate.Low ?? high)) : null;
        return new Bounds(lower, upper);
    }

    private Bounds Read(string wording, long? best)
    {
        string text = WordingText.Normalize(wording);
        Bounds? first = null;
        for (int at = 0; at < text.Length && first is null; at++)
        {
            first = WordingText.FigureAt(text, at, out _);
        }

        string left = text;
        foreach (WordingRule rule in rules)
        {
            int at = WordingText.Find(left, rule.Phrase);
            if (at < 0)
            {
                continue;
            }

            // What is found is blanked, so that "more than" isn't found again inside "no more than".
            int end = at + rule.Phrase.Length;
            left = string.Concat(left.AsSpan(0, at), new string('\0', rule.Phrase.Length), left.AsSpan(end));
            if (rule.Range is not { } range)
            {
                // A hedge speaks of the figure next to it and of no other: "over the past week, 12 were killed" is not 13 or more.
                Bounds? said = first is null && best is { } only
                    ? (text.Length == rule.Phrase.Length ? new Bounds(only, only) : null)
                    : Beside(text, at, end);
                if (said is { } figure && (best is null || figure.Contains(best.Value)))
                {
                    return rule.Apply(figure);
                }
            }
            else if (first is null)
            {
                return Hedged(text, at, best is { } figure ? range.Hull(new Bounds(figure, figure)) : range);
            }
        }

        // A figure that no phrase hedges is a best figure, and bounds nothing; two with a dash between them are a range.
        return first is { IsSingle: false } between && (best is null || between.Contains(best.Value)) ? between : Bounds.Unknown;
    }

    private static Bounds? Beside(string text, int at, int end)
    {
        if (WordingText.FigureAt(text, WordingText.Skip(text, end), out _) is { } after)
        {
            return after;
        }

        for (int i = 0; i < at; i++)
        {
            if (WordingText.FigureAt(text, i, out int next) is { } before && WordingText.Skip(text, next) == at)
            {
                return before;
            }
        }

        return null;
    }

    // "At least a dozen", "up to several hundred": a hedge right before a word that stands for a range.
    private Bounds Hedged(string text, int at, Bounds range)
    {
        foreach (WordingRule hedge in rules)
        {
            if (hedge.Range is null && text.AsSpan(0, at).TrimEnd().EndsWith(hedge.Phrase, StringComparison.Ordinal))
            {
                // "More than a dozen" does not rule the dozen's own least figure out: the word is no exact one.
                return new Bounds(
                    hedge.LowerPercent is null ? 0 : range.Lower * Math.Min(100, hedge.LowerPercent.Value) / 100,
                    hedge.UpperPercent is null ? null : range.Upper * Math.Max(100, hedge.UpperPercent.Value) / 100);
            }
        }

        return range;
    }
}
