using System.Text.Json.Serialization;

namespace ConflictModel.Reconciliation;

/// <summary>A toll that was counted from records of people, and of how many of them each question has no answer.</summary>
/// <remarks>Equality is by content and order.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record ListedToll
{
    /// <summary>The harm that was counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>
    /// How many distinct people are listed, with a breakdown for each key that has an answer, in the order in which they were asked for.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A range is what the records leave open: pairs of which nobody has decided whether they are one person, and people who are perhaps in
    /// a group and certainly in none, because records of one person disagree or one says no more (a date that spans two months).
    /// </para>
    /// <para>
    /// Whoever has no known age, sex, status or cause is a part of its own: of unknown age, of unknown sex,
    /// <see cref="Victims.Unidentified"/>, the method <c>unknown</c>. Regions and periods have no such part: where somebody is without one,
    /// the parts lie within the whole, and what they leave is what <see cref="NotKnown"/> counts.
    /// </para>
    /// </remarks>
    public required Toll Toll { get; init; }

    /// <summary>What was asked, in that order, and of how many people there is no answer. None is zero, and is said.</summary>
    public ValueList<Unanswered> Unknowns { get; init; }

    /// <summary>Of how many people no record says what a key asks; of <see cref="PersonKey.AgeAndSex"/>, neither of the two.</summary>
    /// <exception cref="ArgumentException">The toll was not asked for by <paramref name="key"/>.</exception>
    public Bounds NotKnown(PersonKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (Unanswered one in Unknowns)
        {
            if (one.Key == key)
            {
                return one.People;
            }
        }

        throw new ArgumentException($"The people were not counted by {key}.", nameof(key));
    }

    /// <summary>Of how many people there is no answer to one question.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Key">What was asked.</param>
    /// <param name="People">How many people have no known value.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Unanswered(PersonKey Key, Bounds People);
}
