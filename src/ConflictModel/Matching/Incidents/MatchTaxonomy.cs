using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>A classification that the sources share, from fine to coarse, along which records of one event must agree.</summary>
/// <remarks>
/// Two records agree at the finest level at which they have the same name; where they have none in common they can't be one event. A record
/// of which the taxonomy says nothing leaves it open. Immutable; equality is by reference.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class MatchTaxonomy
{
    private readonly Func<Incident, ValueList<string>> levelsOf;

    /// <summary>A taxonomy.</summary>
    /// <param name="name">What it is called: "weapon".</param>
    /// <param name="levelsOf">The classes of a record, the finest first, the same number for each; empty where nothing is said.</param>
    public MatchTaxonomy(string name, Func<Incident, ValueList<string>> levelsOf)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(levelsOf);
        (Name, this.levelsOf) = (name, levelsOf);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal ValueList<string> LevelsOf(Incident incident) => levelsOf(incident);
}
