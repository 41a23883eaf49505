using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>A row that was set aside, with the reason.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record RejectedRow
{
    /// <summary>The most characters of a row that <see cref="Text"/> holds.</summary>
    public const int MaxText = 1 << 16;

    /// <summary>Why it can't be read, and where it stands.</summary>
    public required Malformation Malformation { get; init; }

    /// <summary>The row as it stands in the file, cut at <see cref="MaxText"/>; bytes that are no UTF-8 show as U+FFFD.</summary>
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> is cut.</summary>
    public bool Truncated { get; init; }
}
