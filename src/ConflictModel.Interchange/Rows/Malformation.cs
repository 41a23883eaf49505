using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>Why something can't be read, and where it stands.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record Malformation
{
    /// <summary>What kind of fault it is.</summary>
    public required MalformationCode Code { get; init; }

    /// <summary>What is wrong, in a sentence without the place.</summary>
    public required string Reason { get; init; }

    /// <summary>The line, from 1. Lines inside quoted cells count.</summary>
    public required long Line { get; init; }

    /// <summary>The byte of UTF-8 within the line, from 1, where the faulty cell or the row starts.</summary>
    public required long Column { get; init; }

    /// <summary>The name of the faulty cell's column; null if the fault is the row's or the file's.</summary>
    public string? Field { get; init; }

    /// <summary>The path of the faulty file, where several were read as one; null otherwise.</summary>
    public string? File { get; init; }

    /// <summary>The place and the reason on one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{(File is null ? "" : File + ": ")}line {Line}, column {Column}: {Reason}");
}
