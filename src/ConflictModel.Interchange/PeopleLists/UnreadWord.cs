using System.Text.Json.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>A word of a list of people that was not understood: the field was left unknown and the cell was kept as it stands.</summary>
/// <remarks>Equality is by content. Its text (<see cref="ToString"/>) has the place and never the word.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record UnreadWord
{
    /// <summary>The name of the column.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// The word, to declare it in <see cref="PersonColumn.Words"/>. It may be a name that stands in the wrong column: it doesn't belong
    /// into a log. Null for the words of a column beyond the first 1,000 of the list, and for longer ones than 200 bytes, which are
    /// counted together.
    /// </summary>
    public string? Word { get; init; }

    /// <summary>The line of the first row that has it, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>How many rows have it.</summary>
    public required long Count { get; init; }

    /// <summary>The same as a finding about the list's people: a warning, with how many rows have the word, and the first line.</summary>
    public Finding ToFinding() => new()
    {
        Code = FindingCodes.UnreadWord,
        Severity = Severity.Warning,
        Pointer = JsonPointer.Root.Member("people"),
        Message = ToString(),
        Numbers = [Count, Line],
    };

    /// <summary>The column, the first line and the number of rows, in a sentence.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"In the column '{Column}' {(Word is null ? "words are" : "a word is")} not understood on {Count} ")
        + FormattableString.Invariant($"{(Count == 1 ? "row" : "rows")}, first on line {Line}.");
}
