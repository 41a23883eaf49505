using System.Text.Json.Serialization;

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
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class Wordings
{
    /// <summary>Words above this number of characters are no phrase about a count, and bound nothing.</summary>
    public const int MaxLength = 2_000;

    // By the first letter. Longest phrase first, so that "several hundred" is found before "several"; earlier rules outrank later ones of
    // that length.
    private readonly Dictionary<char, (string Phrase, WordingRule Rule)[]> rules;

    private Wordings(IEnumerable<WordingRule> rules)
    {
        Rules = rules.ToValueList();
        this.rules = Rules.AsSpan().ToArray()
            .Select(rule => (Phrase: WordingText.Normalize(rule.Phrase), rule))
            .GroupBy(pair => pair.Phrase[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Phrase.Length).ToArray());
    }

    /// <summary>The library's own table: English, French and Arabic.</summary>
    public static Wordings Default { get; } = new(DefaultRules());

    /// <summary>No words at all: only printed lows and highs bound a count.</summary>
    public static Wordings None { get; } = new([]);

    /// <summary>The rules, those that outrank others first.</summary>
    public ValueList<WordingRule> Rules { get; }

    /// <summary>A table with these rules before the ones that it has.</summary>
    public Wordings With(params IEnumerable<WordingRule> added) => new([.. added.ToValueList(), .. Rules]);

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
        if (wording.Length > MaxLength)
        {
            return Bounds.Unknown;
        }

        string text = WordingText.Normalize(wording);
        List<Phrase> phrases = Phrases(text);
        if (best is { } only && phrases is [{ Rule: { Range: null } alone }] && phrases[0].Length == text.Length)
        {
            return alone.Apply(new Bounds(only, only));
        }

        for (int i = 0; i < phrases.Count; i++)
        {
            if (HedgeOf(phrases, i) is { } hedge && phrases[i].Figure is { } figure && (best is null || figure.Contains(best.Value)))
            {
                return hedge.Apply(figure);
            }
        }

        // Beside a figure a word counts something else ("several attacks killed 12"); "one" may be no number ("no one said").
        int first = phrases.FindIndex(phrase => phrase.Word is null && phrase.Figure is not null && !phrase.IsOneInWords);
        if (first < 0)
        {
            Bounds? words = null;
            for (int i = 0; i < phrases.Count; i++)
            {
                if (phrases[i].Word is { } range)
                {
                    range = HedgeOf(phrases, i)?.ApplyLoosely(range) ?? range;
                    words = words?.Hull(range) ?? range;
                }
            }

            if (words is { } said)
            {
                return best is { } figure ? said.Hull(new Bounds(figure, figure)) : said;
            }

            first = phrases.FindIndex(phrase => phrase.Figure is not null);
        }

        // A figure beside a best one repeats it, and bounds nothing; two with a dash between them are a range.
        return first < 0 ? Bounds.Unknown : phrases[first].Figure switch
        {
            { IsSingle: false } between when best is null || between.Contains(best.Value) => between,
            { IsSingle: true } figure when best is null && IsAll(text, phrases[first]) => figure,
            _ => Bounds.Unknown,
        };
    }

    // The hedge that speaks of a figure or word: it stands right before it, or else right after it.
    private static WordingRule? HedgeOf(List<Phrase> phrases, int index)
    {
        if (index > 0 && phrases[index - 1] is { Rule: { Range: null } before } left && left.End + 1 >= phrases[index].Start)
        {
            return before;
        }

        bool isLast = index + 1 == phrases.Count;
        return !isLast && phrases[index + 1] is { Rule: { Range: null } after } right && phrases[index].End + 1 >= right.Start
            && !(index + 2 < phrases.Count && phrases[index + 2].Start <= right.End + 1) ? after : null;
    }

    // "Three", "three civilians", "12.": nothing but the figure and whom it counts, or the end of the sentence.
    private static bool IsAll(string text, Phrase phrase)
    {
        if (phrase.Start > 0)
        {
            return false;
        }

        int next = WordingText.Skip(text, phrase.End);
        return text.AsSpan(next) is "" or "." || People.Any(word => WordingText.StartsWord(text, next, word));
    }

    /// <summary>The hedges, words and figures of a text in its order; at one place the longest goes first.</summary>
    private List<Phrase> Phrases(string text)
    {
        var phrases = new List<Phrase>();
        for (int at = 0; at < text.Length;)
        {
            WordingRule? rule = RuleAt(text, at, out int end);
            if (WordingText.FigureAt(text, at, out int figureEnd, out bool inWords) is { } figure && figureEnd > end)
            {
                int after = WordingText.Skip(text, figureEnd);
                bool dozens = WordingText.StartsWord(text, after, "dozen");
                phrases.Add(dozens
                    ? new(at, after + "dozen".Length, null, Dozens(figure, 1), Dozens(figure, 4))
                    : new(at, figureEnd, null, figure, null) { IsOneInWords = inWords && figure.Upper == 1 });
                end = phrases[^1].End;
            }
            else if (rule is not null)
            {
                phrases.Add(new(at, end, rule, rule.Figure is { } count ? new Bounds(count, count) : null, rule.Range));
            }

            at = Math.Max(end, at + 1);
        }

        return phrases;
    }

    // "Three dozen": 36 beside a hedge, a quarter less or more by itself.
    private static Bounds Dozens(Bounds figure, int part) => part == 1
        ? new(figure.Lower * 12, figure.Upper * 12)
        : new(figure.Lower * 9, figure.Upper * 15);

    private WordingRule? RuleAt(string text, int at, out int end)
    {
        end = at;
        foreach ((string phrase, WordingRule rule) in rules.GetValueOrDefault(text[at], []))
        {
            if (WordingText.StartsWord(text, at, phrase))
            {
                end = at + phrase.Length;
                return rule;
            }
        }

        return null;
    }

    /// <summary>A hedge, a word or a figure in a text.</summary>
    /// <param name="Start">Where it begins.</param>
    /// <param name="End">The place after it.</param>
    /// <param name="Rule">Its rule; null for a figure.</param>
    /// <param name="Figure">The figure, or what a word stands for beside a hedge; null if it has none.</param>
    /// <param name="Word">The counts that a word allows by itself; null for hedges and figures.</param>
    private sealed record Phrase(int Start, int End, WordingRule? Rule, Bounds? Figure, Bounds? Word)
    {
        public int Length => End - Start;

        public bool IsOneInWords { get; init; }
    }
}
