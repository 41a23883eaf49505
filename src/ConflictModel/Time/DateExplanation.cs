using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Time;

/// <summary>What a text says as a date, or why it is none.</summary>
/// <remarks>Equality is by all members. The default has no text and is not valid.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct DateExplanation
{
    /// <summary>The text as given.</summary>
    public string? Text { get; private init; }

    /// <summary>Whether the text is an EDTF expression.</summary>
    public bool IsValid => Date is not null;

    /// <summary>The date, or null if the text is none.</summary>
    public UncertainDate? Date { get; private init; }

    /// <summary>The lowest level of EDTF that has the expression, or null if the text is none.</summary>
    public int? Level => Date?.Level;

    /// <summary>The first possible day, strictly; null where open, unknown, outside NodaTime's range, or if the text is none.</summary>
    public LocalDate? Earliest => Date?.Earliest;

    /// <summary>The last possible day, strictly; null where open, unknown, outside NodaTime's range, or if the text is none.</summary>
    public LocalDate? Latest => Date?.Latest;

    /// <summary>Where and why the text is not a date, or null if it is one.</summary>
    public DateParseError? Error { get; private init; }

    /// <summary>Explains a text.</summary>
    public static DateExplanation Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DateParser.TryParse(text, out UncertainDate date, out DateParseError error)
            ? new DateExplanation { Text = text, Date = date }
            : new DateExplanation { Text = text, Error = error };
    }
}
