using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>Why a text is not an EDTF date, and where.</summary>
/// <param name="Position">The index of the first character that cannot stand, from 0; the length of the text if it ends too early.</param>
/// <param name="Reason">A sentence without the full stop. The wording is for people and may change.</param>
/// <remarks>The default value, with a null reason, means that there was no error.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct DateParseError(int Position, string? Reason)
{
    /// <summary>The position and the reason as one line.</summary>
    public override string ToString() =>
        Reason is null ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at {Position}: {Reason}");
}
