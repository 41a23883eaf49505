using System.Text.Json.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>A row of published data that a rule found.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PublishedFinding
{
    /// <summary>The rule.</summary>
    public required PublishedRule Rule { get; init; }

    /// <summary>The line on which the row starts, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>The path of its file, where several are checked together; null where there is one.</summary>
    public string? File { get; init; }

    /// <summary>
    /// The row's own id, as the data set writes it; empty for an id that stands twice and is more than ten letters and digits, of which the
    /// line is known alone.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What is the matter, in a sentence with the numbers.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// The changes of cells that together would mend it; none if there is nothing to propose. <see cref="PublishedRepairer"/> applies them.
    /// </summary>
    public ValueList<CellChange> Repair { get; init; }

    /// <summary>The code.</summary>
    public string Code => Rule.Code;

    /// <summary>How much it matters.</summary>
    public Severity Severity => Rule.Severity;
}
