using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>How near two records must be to be of one event.</summary>
/// <remarks>Immutable. Equality is by content, that of taxonomies by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record MatchRules
{
    /// <summary>The most days that a window may have: a year.</summary>
    public const int MostDays = 366;

    /// <summary>The most kilometres that a window may have.</summary>
    public const double MostKilometres = 1000;

    private MatchRules()
    {
    }

    /// <summary>How many kilometres the places of one event may be apart, at most.</summary>
    public required double Kilometres { get; init; }

    /// <summary>How many days the beginnings of one event, and its ends, may be apart, at most.</summary>
    public required int Days { get; init; }

    /// <summary>How many dead the figures of one event may be apart, at most; 0 where they must have a number in common.</summary>
    public long Figures { get; private init; }

    /// <summary>The taxonomies, beside the kinds of the records themselves, along which records of one event agree.</summary>
    public ValueList<MatchTaxonomy> Taxonomies { get; private init; }

    /// <summary>Rules with a window in space and time.</summary>
    /// <param name="kilometres">From 0 to <see cref="MostKilometres"/>.</param>
    /// <param name="days">From 0, which is the same day, to <see cref="MostDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A window is negative, not a number or wider than that.</exception>
    public static MatchRules Within(double kilometres, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        return kilometres is >= 0 and <= MostKilometres
            ? new() { Kilometres = kilometres, Days = days }
            : throw new ArgumentOutOfRangeException(nameof(kilometres), kilometres, "A window is 0 to 1000 kilometres.");
    }

    /// <summary>The same rules with one more taxonomy along which the records must agree.</summary>
    public MatchRules AgreeingOn(MatchTaxonomy taxonomy) => this with { Taxonomies = [.. Taxonomies, taxonomy] };

    /// <summary>The same rules for sources that count apart: figures of one event may differ by so many dead.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dead"/> is negative.</exception>
    public MatchRules FiguresWithin(long dead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dead);
        return this with { Figures = dead };
    }

    /// <summary>The rules as a decision about a pair cites them: <c>within 4 km and 2 days</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"within {Kilometres} km and {Days} {(Days == 1 ? "day" : "days")}{(Figures > 0 ? $", figures within {Figures}" : "")}{Names()}");

    private string Names() => Taxonomies.IsEmpty ? "" : $", agreeing on {string.Join(" and ", Taxonomies)}";
}
