using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What sets a part apart on an axis: the region Raqqa, victims of two actors, women, air strikes.</summary>
/// <remarks>
/// <para>
/// A part makes it: <see cref="Part.CategoryOn"/>. It has one form however the part was written: neither the order of actors matters nor
/// whether one stands twice, and an empty role or method is none. Several parts of one breakdown may bear the same category; then each is a
/// piece of it, apart from the others, and together they are the category.
/// </para>
/// <para>
/// Two categories are equal if their axes and their keys are, ordinal; a period written in two ways is two categories. There is no order.
/// The default value is the category of no part: its axis is none of the axes and its key is empty.
/// </para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly partial struct Category : IEquatable<Category>
{
    private readonly Part? part;

    private Category(Axis axis, Part part) => (Axis, this.part) = (axis, part);

    /// <summary>The question that it answers.</summary>
    public Axis Axis { get; }

    /// <summary>
    /// The answer in its one form, as a step of a figure's path has it: <c>raqqa</c>, <c>iraq+syria</c>, <c>.civilians.women</c>. Different
    /// categories of one axis have different keys.
    /// </summary>
    public string Key => part is null ? "" : KeyOf(Axis, part);

    /// <summary>Whether both are one category.</summary>
    public static bool operator ==(Category left, Category right) => left.Equals(right);

    /// <summary>Whether they are different categories.</summary>
    public static bool operator !=(Category left, Category right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Category other)
    {
        if (Axis != other.Axis || part is null || other.part is null)
        {
            return Axis == other.Axis && part is null == other.part is null;
        }

        return ReferenceEquals(part, other.part) || Axis switch
        {
            Axis.Victim => AreSame(part.Victims!, other.part.Victims!),
            Axis.Demographic => (part.Victims!.Age, part.Victims.Sex) == (other.part.Victims!.Age, other.part.Victims.Sex),
            Axis.Perpetrator => AreSame(part.Perpetrators, other.part.Perpetrators),
            Axis.Method => part.Method == other.part.Method,
            Axis.Region => part.Region == other.part.Region,
            _ => part.Period == other.part.Period && part.Period.ToString() == other.part.Period.ToString(),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Category other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Every derivation hashes the categories of all its parts.
        int hash = part is null ? 0 : Axis switch
        {
            Axis.Victim => Hash(part.Victims!),
            Axis.Demographic => ((int)part.Victims!.Age * 8) + (int)part.Victims.Sex,
            Axis.Perpetrator => Hash(part.Perpetrators),
            Axis.Method => Hash(part.Method),
            Axis.Region => part.Region.GetHashCode(),
            _ => part.Period.GetHashCode(),
        };
        return unchecked((hash * 31) + (int)Axis);
    }

    /// <summary>The axis and the key, as a step of a figure's path: <c>region:raqqa</c>; empty for the default.</summary>
    public override string ToString() => part is null ? "" : $"{JsonName.Of(Axis)}:{Key}";

    /// <summary>What sets a part apart on an axis; null if it says nothing there.</summary>
    internal static Category? Of(Axis axis, Part part)
    {
        bool says = axis switch
        {
            Axis.Victim => part.Victims is { } victims && !victims.IsAnybody,
            Axis.Demographic => part.Victims is { IsAnyDemographic: false },
            Axis.Perpetrator => !part.Perpetrators.IsEmpty,
            Axis.Method => !string.IsNullOrEmpty(part.Method),
            Axis.Region => part.Region is not null,
            Axis.Period => part.Period is not null,
            _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "None of the axes."),
        };
        return says ? new Category(axis, part) : null;
    }

    private static bool AreSame(Victims left, Victims right) =>
        left.Status == right.Status
        && left.Age == right.Age
        && left.Sex == right.Sex
        && (left.Role ?? "") == (right.Role ?? "")
        && AreSame(left.Actors, right.Actors);

    private static bool AreSame(ValueList<ActorId> left, ValueList<ActorId> right) =>
        left == right || ((left.Count > 1 || right.Count > 1) && new HashSet<ActorId>(left).SetEquals(right));

    private static int Hash(Victims victims) =>
        unchecked((((((Hash(victims.Actors) * 31) + (int)victims.Status) * 64)
            + ((int)victims.Age * 8) + (int)victims.Sex) * 31) + Hash(victims.Role));

    // Neither the order of the actors matters nor whether one stands twice.
    private static int Hash(ValueList<ActorId> actors)
    {
        int hash = 0;
        foreach (ActorId actor in actors)
        {
            hash |= actor.GetHashCode();
        }

        return hash;
    }

    private static int Hash(string? text) => string.IsNullOrEmpty(text) ? 0 : text.GetHashCode(StringComparison.Ordinal);
}
