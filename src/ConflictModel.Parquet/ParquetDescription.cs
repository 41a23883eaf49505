using NodaTime;

namespace ConflictModel.Parquet;

/// <summary>What a file of incidents is, in words, for those who find it.</summary>
/// <remarks>Equality is by content. The default says nothing but a name.</remarks>
public sealed record ParquetDescription
{
    /// <summary>A short name: letters, digits, points, hyphens and underscores.</summary>
    public string Name { get; init; } = "incidents";

    /// <summary>What it is, in a sentence; null for what the columns say.</summary>
    public string? Summary { get; init; }

    /// <summary>Whose data it is, and how to cite it.</summary>
    public string? Citation { get; init; }

    /// <summary>Where the data comes from.</summary>
    public Uri? Source { get; init; }

    /// <summary>The version of the source's data set that the figures belong to: <c>25.1</c>.</summary>
    public string? Vintage { get; init; }

    /// <summary>The day on which that version was published; null if that is unknown.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>The licence, by its SPDX identifier: <c>CC-BY-4.0</c>.</summary>
    public string? License { get; init; }
}
