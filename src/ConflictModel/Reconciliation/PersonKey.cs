using System.Text.Json.Serialization;
using ConflictModel.Time;

namespace ConflictModel.Reconciliation;

/// <summary>By what a count of listed people is broken down.</summary>
/// <remarks>
/// Two keys are equal if they ask the same: those of regions if the level is the same, those of periods if the scheme is.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PersonKey
{
    private PersonKey(string name, Axis axis) => (Name, Axis) = (name, axis);

    /// <summary>
    /// Children and adults, and of adults those who are said to be elderly: the group that is given, or else the one that the age settles.
    /// </summary>
    public static PersonKey AgeGroup { get; } = new("age group", Axis.Demographic);

    /// <summary>Female and male.</summary>
    public static PersonKey Sex { get; } = new("sex", Axis.Demographic);

    /// <summary>Women, men, girls and boys: both at once, each as far as it is known.</summary>
    /// <remarks>Where three or more people may be one, an upper end may be wider than need be.</remarks>
    public static PersonKey AgeAndSex { get; } = new("age and sex", Axis.Demographic);

    /// <summary>
    /// Civilians, other protected people, and combatants, who are divided into members of armed forces and direct participants.
    /// </summary>
    public static PersonKey Status { get; } = new("status", Axis.Victim);

    /// <summary>The classes of <see cref="ConflictModel.Cause"/>, by their names in files.</summary>
    public static PersonKey Cause { get; } = new("cause", Axis.Method);

    /// <summary>The least by which the United Nations' SDG indicator 16.1.2 is broken down: sex, age group, cause and status.</summary>
    public static ValueList<PersonKey> Sdg1612 { get; } = [Sex, AgeGroup, Cause, Status];

    /// <summary>What is asked.</summary>
    public string Name { get; }

    /// <summary>The axis of the breakdown.</summary>
    public Axis Axis { get; }

    /// <summary>The level at which regions are told apart; null for other keys.</summary>
    internal RegionKind? Level { get; private init; }

    /// <summary>The buckets of time; null for other keys.</summary>
    internal BucketScheme? Buckets { get; private init; }

    /// <summary>Where people were harmed, rolled up to a level: the person's own place, or else that of the incident.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is no level of administration: other regions may overlap, and
    /// a person would count in two.</exception>
    public static PersonKey Region(RegionKind level) => level
        is RegionKind.Country or RegionKind.Governorate or RegionKind.District or RegionKind.SubDistrict or RegionKind.Town
        ? new(JsonName.Of(level), Axis.Region) { Level = level }
        : throw new ArgumentOutOfRangeException(nameof(level), level, "Regions are told apart at a level of administration.");

    /// <summary>When people were harmed: the person's own date, or else that of the incident.</summary>
    public static PersonKey Period(BucketScheme buckets)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        return new(buckets.Name, Axis.Period) { Buckets = buckets };
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
