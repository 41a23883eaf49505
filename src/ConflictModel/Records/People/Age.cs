using System.Globalization;

namespace ConflictModel;

/// <summary>An age in whole years, as it was reported: its bounds, and the words around them.</summary>
/// <remarks>
/// <para>
/// It holds what was published, even what no age can be (1994): validation says so. A child of eight months is 0. Nothing said is not zero:
/// the default value has no bound and no words.
/// </para>
/// <para>Equality is that of both bounds and of the wording, ordinal. There is no order.</para>
/// </remarks>
public readonly partial record struct Age
{
    /// <summary>The age, in years, from which people are adults.</summary>
    public const int OfAge = 18;

    /// <summary>The greatest figure that can be held: what stands in a column of ages and is no age is a year.</summary>
    public const int MaxFigure = 9_999;

    /// <summary>The greatest age that a person can have had: the oldest that is borne out is 122.</summary>
    internal const int Oldest = 130;

    /// <summary>An age within bounds.</summary>
    /// <param name="min">The least age in years; null if none is known.</param>
    /// <param name="max">The greatest age in years; null if none is known.</param>
    /// <param name="wording">The words of the source where they say more than the bounds ("about 30"), or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative or above <see cref="MaxFigure"/>.</exception>
    public Age(int? min, int? max, string? wording = null)
    {
        Min = Check(min, nameof(min));
        Max = Check(max, nameof(max));
        Wording = string.IsNullOrEmpty(wording) ? null : wording;
    }

    /// <summary>The least age in years; null if none is known.</summary>
    public int? Min { get; }

    /// <summary>The greatest age in years; null if none is known.</summary>
    public int? Max { get; }

    /// <summary>The words of the source where they say more than the bounds; null if there are none.</summary>
    public string? Wording { get; }

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => Min is null && Max is null && Wording is null;

    /// <summary>
    /// The age group that the bounds settle: <see cref="AgeGroup.Child"/> below <see cref="OfAge"/>, <see cref="AgeGroup.Adult"/> from it
    /// on, <see cref="AgeGroup.Any"/> where they leave it open, contradict each other or are no age: above 130 years it may be the year of
    /// birth of a child. Nobody is taken for elderly by an age.
    /// </summary>
    public AgeGroup Group =>
        !CanBe ? AgeGroup.Any : Max < OfAge ? AgeGroup.Child : Min >= OfAge ? AgeGroup.Adult : AgeGroup.Any;

    /// <summary>Whether somebody can have been of this age, as far as the bounds tell.</summary>
    internal bool CanBe => !(Min > Oldest || Max > Oldest || Min > Max);

    /// <summary>An age in whole years.</summary>
    public static implicit operator Age(int years) => new(years, years);

    /// <summary>An age in the words of a source, with the bounds that they give as far as the library reads them.</summary>
    /// <param name="wording">The words: "30", "about 30", "8 months", "infant", "in her twenties", "٣٠ سنة".</param>
    /// <returns>
    /// The bounds, with the words beside them unless they are the figure alone. Numbers and hedges are read as
    /// <see cref="Wordings.Default"/> reads them; what is not understood has no bounds, and its words are kept.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="wording"/> is empty.</exception>
    public static Age Read(string wording)
    {
        ArgumentException.ThrowIfNullOrEmpty(wording);
        (int? min, int? max) = AgeWords.Read(wording);
        return new(min, max, min is not null && min == max && IsFigure(wording) ? null : wording);
    }

    /// <summary>The wording if there is one, otherwise the bounds: "30", "25 to 35", "at least 18", "at most 17", "not said".</summary>
    public override string ToString() => Wording ?? (Min, Max) switch
    {
        (null, null) => "not said",
        ({ } min, null) => FormattableString.Invariant($"at least {min}"),
        (null, { } max) => FormattableString.Invariant($"at most {max}"),
        ({ } min, { } max) => min == max ? FormattableString.Invariant($"{min}") : FormattableString.Invariant($"{min} to {max}"),
    };

    private static bool IsFigure(string wording) =>
        int.TryParse(wording, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);

    private static int? Check(int? years, string name)
    {
        if (years is { } value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxFigure, name);
        }

        return years;
    }
}
