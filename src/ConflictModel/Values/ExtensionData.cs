namespace ConflictModel;

/// <summary>Data of somebody else's, kept with a record and given back untouched: one JSON object as text.</summary>
/// <remarks>
/// Equality is that of the text, character by character. The default value is none. The library reads nothing in it and
/// loses nothing of it.
/// </remarks>
/// <param name="json">The text of one JSON object.</param>
public readonly partial struct ExtensionData(string json) : IEquatable<ExtensionData>
{
    private readonly string? json = json;

    /// <summary>The JSON object as it was written; empty for none.</summary>
    public string Json => json ?? "";

    /// <summary>Whether there is no data.</summary>
    public bool IsEmpty => Json.Length == 0;

    /// <summary>Whether both texts are the same.</summary>
    public static bool operator ==(ExtensionData left, ExtensionData right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(ExtensionData left, ExtensionData right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ExtensionData other) => string.Equals(Json, other.Json, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExtensionData other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Json);

    /// <inheritdoc/>
    public override string ToString() => Json;
}
