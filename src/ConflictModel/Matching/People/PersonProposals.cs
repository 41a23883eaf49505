using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>Records that may be of one person, and ids that may be of two: for somebody to decide. Nothing is merged.</summary>
/// <remarks>
/// The proposals hold the records themselves. Their text quotes nothing of them but the ids of those who may be named. Equality is by
/// content and order.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PersonProposals
{
    /// <summary>The pairs of records that may be of one person: strongest first, what speaks most for them first, then by id.</summary>
    public ValueList<SamePerson> Same { get; init; }

    /// <summary>The ids that may stand for two people: strongest first, then by id.</summary>
    public ValueList<SharedId> SharedIds { get; init; }

    /// <summary>
    /// How many records share two parts of their name with so many others that they were not compared with all of these: only with those
    /// of the same day, age, day of birth, mother or third part of the name, or of one external id.
    /// </summary>
    public int Crowded { get; init; }

    /// <summary>How one field of the two records compares.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Agreement">How it compares.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Reason(ComparedField Field, Agreement Agreement)
    {
        /// <summary>The field and how it compares, in words: "father: not known".</summary>
        public override string ToString() => $"{Words(Field)}: {Words(Agreement)}";
    }

    /// <summary>Two records that may be of one person.</summary>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record SamePerson
    {
        /// <summary>The record that stands first in the list.</summary>
        public required Person One { get; init; }

        /// <summary>The other record.</summary>
        public required Person Other { get; init; }

        /// <summary>
        /// How much speaks for it. <see cref="ProposalStrength.Strong"/>: nothing differs, what agrees would not come together by chance
        /// (for one in 512 people of the list, if names, ages, days and places were dealt out apart from each other), and something that
        /// tells namesakes apart is in it: a parent, a third part of the name, the birth, the age or an external id.
        /// <see cref="ProposalStrength.Fair"/>: it would for one in 16, and at most one thing differs.
        /// <see cref="ProposalStrength.Faint"/>: it would for one; at most two things differ. An age that is
        /// more than five years off counts twice.
        /// </summary>
        public required ProposalStrength Strength { get; init; }

        /// <summary>How each field compares: all of them, in the order of <see cref="ComparedField"/>.</summary>
        public required ValueList<Reason> Reasons { get; init; }

        /// <summary>Whether one of the records says already that they may be the same (<see cref="Person.MayBeSameAs"/>).</summary>
        public bool IsNoted { get; init; }

        /// <summary>Whether one of the two is withheld, be it by another record: the ids of both would tell who that is.</summary>
        internal bool AreWithheld { get; init; }

        /// <summary>The ids, if both may be named, the strength, and how what is known compares.</summary>
        public override string ToString() => $"{Words(One, Other, AreWithheld)}, {Words(Strength)}: {Words(Reasons)}";
    }

    /// <summary>An id on two records that seem to be of two people.</summary>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record SharedId
    {
        /// <summary>The external id; null if it is the records' own id, which both bear.</summary>
        public ExternalId? External { get; init; }

        /// <summary>The record that stands first in the list.</summary>
        public required Person One { get; init; }

        /// <summary>The record with the id that differs most.</summary>
        public required Person Other { get; init; }

        /// <summary>How many records bear the id.</summary>
        public required int Bearers { get; init; }

        /// <summary>
        /// How much speaks for it. <see cref="ProposalStrength.Strong"/>: the names differ and something else does, or the two are tied to
        /// each other or decided to be two. <see cref="ProposalStrength.Fair"/>: the names differ, or two other things do.
        /// <see cref="ProposalStrength.Faint"/>: one thing differs, and not the names. A place is none of these things.
        /// </summary>
        public required ProposalStrength Strength { get; init; }

        /// <summary>How each field compares: all of them, in the order of <see cref="ComparedField"/>.</summary>
        public required ValueList<Reason> Reasons { get; init; }

        /// <summary>Whether one of the two is withheld, be it by another record: the ids of both would tell who that is.</summary>
        internal bool AreWithheld { get; init; }

        /// <summary>The ids, if both may be named, the strength, and how what is known compares. The external id is not in it.</summary>
        public override string ToString() =>
            $"{Words(One, Other, AreWithheld)} share {(External is null ? "their id" : "an external id")}, "
                + $"{Words(Strength)}: {Words(Reasons)}";
    }

    /// <summary>How much was found: "12 pairs, 1 shared id".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Same.Count} {(Same.Count == 1 ? "pair" : "pairs")}, {SharedIds.Count} shared {(SharedIds.Count == 1 ? "id" : "ids")}");

    private static string Words(Person one, Person other, bool areWithheld) =>
        areWithheld ? "Two people (withheld)" : $"{one} and {other}";

    private static string Words(ValueList<Reason> reasons) =>
        string.Join(", ", reasons.Where(reason => reason.Agreement != Agreement.NotKnown));

    private static string Words(ProposalStrength strength) => strength switch
    {
        ProposalStrength.Strong => "strong",
        ProposalStrength.Fair => "fair",
        _ => "faint",
    };

    private static string Words(Agreement agreement) => agreement switch
    {
        Agreement.Same => "same",
        Agreement.Compatible => "compatible",
        Agreement.Differs => "differs",
        _ => "not known",
    };

    private static string Words(ComparedField field) => field switch
    {
        ComparedField.Name => "name",
        ComparedField.Father => "father",
        ComparedField.Mother => "mother",
        ComparedField.Born => "born",
        ComparedField.Age => "age",
        ComparedField.Sex => "sex",
        ComparedField.Day => "day",
        ComparedField.Place => "place",
        ComparedField.Harm => "harm",
        ComparedField.ExternalId => "external id",
        _ => "tie",
    };
}
