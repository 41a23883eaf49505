using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ConflictModel;

/// <summary>A version of somebody's data set: a figure belongs to a vintage.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Vintage
{
    /// <summary>Its name, as its publisher writes it: "23.1".</summary>
    public required string Name { get; init; }

    /// <summary>The day on which it was published or taken; null if that is unknown.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>A vintage of a name, whose day is unknown; null for no name.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Vintage?(string? name) => name is null ? null : new() { Name = name };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
