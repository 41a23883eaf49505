using System.Text.Json.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>One rule that published data obeys or is expected to.</summary>
/// <remarks>Equality is by content. A code keeps its meaning from version to version.</remarks>
/// <param name="Code">The code of its findings: <c>ged-sum</c>.</param>
/// <param name="Severity">Error for what can't be; warning for what is odd but published; information for what is legal and worth a
/// count.</param>
/// <param name="Title">What the rule says.</param>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PublishedRule(string Code, Severity Severity, string Title)
{
    /// <summary>Whether its findings may propose a repair.</summary>
    public bool Repairs { get; init; }
}
