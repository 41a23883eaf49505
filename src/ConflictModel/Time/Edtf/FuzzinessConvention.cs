using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>A named rule for how far the qualifiers <c>?</c>, <c>~</c> and <c>%</c> widen a date.</summary>
/// <remarks>
/// The standard gives no width, so <see cref="None"/> is the default and bounds are strict. The unit is the finest part that is
/// qualified: <c>2024-06-11~</c> widens by days, <c>2024-06~</c> and <c>2024-06~-11</c> by months, <c>2024?-06-11</c> by years.
/// A date that is both uncertain and approximate widens by the sum. Equality is by the name and both widths.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record FuzzinessConvention
{
    /// <summary>Makes a rule.</summary>
    /// <param name="name">What to call it where a figure depends on it.</param>
    /// <param name="uncertain">How many units <c>?</c> widens a date on either side, 0 to 1000.</param>
    /// <param name="approximate">How many units <c>~</c> widens a date on either side, 0 to 1000.</param>
    public FuzzinessConvention(string name, int uncertain, int approximate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(uncertain);
        ArgumentOutOfRangeException.ThrowIfNegative(approximate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(uncertain, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(approximate, 1000);
        Name = name;
        Uncertain = uncertain;
        Approximate = approximate;
    }

    /// <summary>Qualifiers widen nothing: the bounds are those of the digits. The default.</summary>
    public static FuzzinessConvention None { get; } = new("strict", 0, 0);

    /// <summary>Each of <c>?</c> and <c>~</c> widens by one unit either way.</summary>
    public static FuzzinessConvention OneUnit { get; } = new("one unit either way", 1, 1);

    /// <summary>What the rule is called.</summary>
    public string Name { get; }

    /// <summary>How many units <c>?</c> widens a date on either side.</summary>
    public int Uncertain { get; }

    /// <summary>How many units <c>~</c> widens a date on either side.</summary>
    public int Approximate { get; }

    /// <summary>The width in days and in months on either side of a term; at most one of them is not 0.</summary>
    internal (int Days, int Months) Width(DateTerm term)
    {
        for (int part = 2; part >= 0; part--)
        {
            DateQualifiers qualifiers = term.QualifiersOf(part);
            if (qualifiers == DateQualifiers.None)
            {
                continue;
            }

            int units = ((qualifiers & DateQualifiers.Uncertain) != 0 ? Uncertain : 0)
                + ((qualifiers & DateQualifiers.Approximate) != 0 ? Approximate : 0);
            return part switch { 2 => (units, 0), 1 => (0, units), _ => (0, units * 12) };
        }

        return (0, 0);
    }
}
