using NodaTime;

namespace ConflictModel;

/// <summary>A date or period as a source gave it: the interval that its words allow, and the words.</summary>
/// <remarks>
/// "On Wednesday", where nothing says which, is the interval it must lie in and the words beside it; no day is claimed that the text
/// does not give. Equality is that of the date and of the wording, ordinal. The default value is an unknown date without words.
/// </remarks>
/// <param name="Date">The date or period, as uncertain as the source leaves it.</param>
/// <param name="Wording">The source's words where they say more than the date ("since early 2024"); null otherwise.</param>
public readonly partial record struct ReportedDate(UncertainDate Date, string? Wording = null)
{
    /// <summary>A date without words of its own.</summary>
    public static implicit operator ReportedDate(UncertainDate date) => new(date);

    /// <summary>A day without words of its own.</summary>
    public static implicit operator ReportedDate(LocalDate day) => new(day);

    /// <summary>The date in its standard form, with the words behind it: <c>2024 ("on Wednesday")</c>.</summary>
    public override string ToString() => Wording is null ? Date.ToString() : $"{Date} (\"{Wording}\")";
}
