using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What one word or phrase of a report says of a count: "nearly" with a figure, or "dozens" without one.</summary>
/// <remarks>
/// A rule either widens a figure (<see cref="LowerPercent"/>, <see cref="UpperPercent"/>) or stands for a range of its own
/// (<see cref="Range"/>). Equality is by content; phrases compare ordinally, and are matched without case.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record WordingRule
{
    private WordingRule(string phrase, string language)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phrase);
        ArgumentException.ThrowIfNullOrEmpty(language);
        Phrase = phrase;
        Language = language;
    }

    /// <summary>The word or phrase, in lower case, as it stands in a text: "more than".</summary>
    public string Phrase { get; }

    /// <summary>The BCP 47 tag of the phrase's language.</summary>
    public string Language { get; }

    /// <summary>For a hedge: the least count, in percent of the figure beside it; null for no least count.</summary>
    public int? LowerPercent { get; private init; }

    /// <summary>For a hedge: the greatest count, in percent of the figure beside it; null for no limit.</summary>
    public int? UpperPercent { get; private init; }

    /// <summary>For a hedge: whether the figure itself is ruled out ("more than 8" is 9 or more).</summary>
    public bool ExcludesFigure { get; private init; }

    /// <summary>For a word that needs no figure: the counts that it allows; null for a hedge.</summary>
    public Bounds? Range { get; private init; }

    /// <summary>For such a word: the figure that it stands for where a hedge speaks of it ("at least a dozen" is 12 or more); null if it
    /// has none ("dozens").</summary>
    public long? Figure { get; private init; }

    /// <summary>A phrase that hedges the figure beside it: "nearly" is 90 to 100 percent of it, rounded outwards.</summary>
    /// <exception cref="ArgumentException"><paramref name="phrase"/> or <paramref name="language"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative, or the least is above the greatest.</exception>
    public static WordingRule Hedge(string phrase, int? lowerPercent, int? upperPercent, string language = "en")
    {
        if (lowerPercent is { } lower)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(lower, nameof(lowerPercent));
            ArgumentOutOfRangeException.ThrowIfLessThan(upperPercent ?? lower, lower, nameof(upperPercent));
        }

        return new(phrase, language) { LowerPercent = lowerPercent, UpperPercent = upperPercent };
    }

    /// <summary>A phrase that puts the count above the figure beside it and rules the figure out: "more than".</summary>
    /// <exception cref="ArgumentException"><paramref name="phrase"/> or <paramref name="language"/> is empty.</exception>
    public static WordingRule Above(string phrase, string language = "en") =>
        new(phrase, language) { LowerPercent = 100, ExcludesFigure = true };

    /// <summary>A phrase that puts the count below the figure beside it and rules the figure out: "fewer than".</summary>
    /// <exception cref="ArgumentException"><paramref name="phrase"/> or <paramref name="language"/> is empty.</exception>
    public static WordingRule Below(string phrase, string language = "en") =>
        new(phrase, language) { UpperPercent = 100, ExcludesFigure = true };

    /// <summary>A word that stands for a range of counts by itself: "dozens".</summary>
    /// <exception cref="ArgumentException"><paramref name="phrase"/> or <paramref name="language"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figure"/> is outside the range.</exception>
    public static WordingRule Word(string phrase, Bounds range, string language = "en", long? figure = null)
    {
        if (figure is { } value && !range.Contains(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(figure), value, $"The figure of a word is one of the counts that it allows, {range}.");
        }

        return new(phrase, language) { Range = range, Figure = figure };
    }

    /// <summary>The counts that a hedge allows beside a figure, or beside a printed range.</summary>
    internal Bounds Apply(Bounds figure)
    {
        int excluded = ExcludesFigure ? 1 : 0;
        long lower = LowerPercent is { } from ? (figure.Lower * from / 100) + excluded : 0;
        long? upper = UpperPercent is { } to && figure.Upper is { } limit ? Math.Max(0, (((limit * to) + 99) / 100) - excluded) : null;
        return new Bounds(lower, upper < lower ? lower : upper);
    }

    /// <summary>
    /// The counts that a hedge allows beside a word that has no figure: the word's own ends stay possible, for they are no exact ones.
    /// </summary>
    internal Bounds ApplyLoosely(Bounds word) => new(
        LowerPercent is { } from ? word.Lower * Math.Min(100, from) / 100 : 0,
        UpperPercent is { } to ? word.Upper * Math.Max(100, to) / 100 : null);
}
