using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>A column of a <see cref="PlainTable"/>: what a file's schema and a database's definition say of it.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PlainColumn
{
    /// <summary>The name: small letters, digits and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>What its cells are.</summary>
    public required PlainType Type { get; init; }

    /// <summary>Whether cells may be null, which is unknown or not stated and never zero.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>What its numbers count: <c>people</c>; null where they count nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>Its name and type: <c>killed_low: integer, may be null</c>.</summary>
    public override string ToString() => $"{Name}: {JsonName.Of(Type)}{(IsNullable ? ", may be null" : "")}";
}
