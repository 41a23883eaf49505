using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>A named rule that gives months to the seasons 21 to 32, to which the standard gives none.</summary>
/// <remarks>
/// A season belongs to the year in which it begins by this rule: the northern winter <c>2024-28</c> runs from December 2024
/// to February 2025. Immutable. Two conventions are equal if they are the same object.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class SeasonConvention
{
    private readonly int[] firstMonths;

    /// <summary>Makes a convention of seasons that are three whole months each.</summary>
    /// <param name="name">What to call it where a figure depends on it.</param>
    /// <param name="firstMonths">
    /// The first month of each of the twelve codes 21 to 32: spring, summer, autumn and winter without a hemisphere, northern,
    /// and southern. 1 is January; 0 is December of the year before, for conventions that date a winter by its end.
    /// </param>
    /// <exception cref="ArgumentException">There are not twelve, or one is not between -11 and 12.</exception>
    public SeasonConvention(string name, ReadOnlySpan<int> firstMonths)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (firstMonths.Length != 12)
        {
            throw new ArgumentException("There are twelve codes for seasons, 21 to 32.", nameof(firstMonths));
        }

        foreach (int month in firstMonths)
        {
            if (month is < -11 or > 12)
            {
                throw new ArgumentException("A first month is between -11 and 12.", nameof(firstMonths));
            }
        }

        Name = name;
        this.firstMonths = firstMonths.ToArray();
    }

    /// <summary>
    /// Whole months as meteorologists count them, spring from March in the north and from September in the south; a season
    /// without a hemisphere is northern. The default.
    /// </summary>
    public static SeasonConvention MeteorologicalNorth { get; } =
        new("meteorological, northern where not said", [3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6]);

    /// <summary>The same with southern seasons where the code does not say.</summary>
    public static SeasonConvention MeteorologicalSouth { get; } =
        new("meteorological, southern where not said", [9, 12, 3, 6, 3, 6, 9, 12, 9, 12, 3, 6]);

    /// <summary>What the convention is called.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The first month, counted from January of the year as 0, and the number of months of a sub-year group.</summary>
    internal (int First, int Count) Months(int group) => group switch
    {
        <= 32 => (this.firstMonths[group - 21] - 1, 3),
        <= 36 => ((group - 33) * 3, 3),
        <= 39 => ((group - 37) * 4, 4),
        _ => ((group - 40) * 6, 6),
    };
}
