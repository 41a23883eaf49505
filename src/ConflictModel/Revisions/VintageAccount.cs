using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Why the sums of a measure moved between two vintages, group by group.</summary>
/// <remarks>
/// <para>In each line, and for low, best and high alike: old + added - removed + revised + moved in - moved out = new. Old and new are the
/// sums that <see cref="IncidentQuery"/> gives of either table; the terms are those of single records, and the account was checked to close
/// before it was given.</para>
/// <para>A figure that is not known counts for nothing, as in every sum. Immutable; equality is by reference.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class VintageAccount
{
    internal VintageAccount(Measure measure, IReadOnlyList<GroupKey> keys, IReadOnlyList<Line> lines, Line total) =>
        (Measure, Keys, Lines, Total) = (measure, keys, lines, total);

    /// <summary>What is counted.</summary>
    public Measure Measure { get; }

    /// <summary>The keys.</summary>
    public IReadOnlyList<GroupKey> Keys { get; }

    /// <summary>
    /// The groups that either vintage has, in the order of their values; a group without a value of a key is called unknown there.
    /// </summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>All records, each once: what moved between groups is revised here, or the same.</summary>
    public Line Total { get; }

    /// <summary>What a record does in a group.</summary>
    [JsonConverter(typeof(EnumConverter<Term>))]
    public enum Term
    {
        /// <summary>The older vintage has not the record.</summary>
        Added = 0,

        /// <summary>The newer vintage has not the record.</summary>
        Removed,

        /// <summary>It is in the group in both, with other figures.</summary>
        Revised,

        /// <summary>It was in another group.</summary>
        MovedIn,

        /// <summary>It is in another group.</summary>
        MovedOut,
    }

    /// <summary>One record that carries a part of a group's change.</summary>
    /// <param name="Id">The record's id.</param>
    /// <param name="Term">What it does in the group.</param>
    /// <param name="Change">
    /// By how much it changes the group's sums: below zero for a record that went, whatever its figures; may be nothing.
    /// </param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Carrier(string Id, Term Term, FigureChange Change)
    {
        /// <summary>The id and the change.</summary>
        public override string ToString() => $"{Id} ({JsonName.Of(Term)}, best {Change.Best:+0;-0;0})";
    }

    /// <summary>One group.</summary>
    /// <remarks>Equality is by content.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Line
    {
        /// <summary>The value of each key as the source writes it: <c>2018</c>, <c>689</c>, <c>Syria</c>.</summary>
        public required ValueList<string> Group { get; init; }

        /// <summary>What the source calls each value; empty where it says nothing.</summary>
        public required ValueList<string> Names { get; init; }

        /// <summary>The sums of the older vintage.</summary>
        public required Sums Old { get; init; }

        /// <summary>The sums of the newer vintage.</summary>
        public required Sums New { get; init; }

        /// <summary>
        /// The records that came, went, were revised or moved, those that change the sums most first, of equal ones by their ids.
        /// </summary>
        public required ValueList<Carrier> Records { get; init; }

        /// <summary>What records of the newer vintage alone come to.</summary>
        public FigureChange Added => SumOf(Term.Added);

        /// <summary>What records of the older vintage alone came to.</summary>
        public FigureChange Removed => default(FigureChange) - SumOf(Term.Removed);

        /// <summary>By how much records that stayed in the group differ.</summary>
        public FigureChange Revised => SumOf(Term.Revised);

        /// <summary>What records come to that were in other groups.</summary>
        public FigureChange MovedIn => SumOf(Term.MovedIn);

        /// <summary>What records came to that are in other groups.</summary>
        public FigureChange MovedOut => default(FigureChange) - SumOf(Term.MovedOut);

        /// <summary>By how much the sums moved.</summary>
        public FigureChange Change => FigureChange.Of(New) - FigureChange.Of(Old);

        /// <summary>The arithmetic of one figure in a sentence, and the records that carry most of it, largest first.</summary>
        public string Explain(RangeFigure figure = RangeFigure.Best) => AccountText.Of(this, figure);

        /// <summary>Whether old and the terms come to new.</summary>
        internal bool Closes => Added - Removed + Revised + MovedIn - MovedOut == Change;

        private FigureChange SumOf(Term term)
        {
            FigureChange sum = default;
            foreach (Carrier carrier in Records)
            {
                sum += carrier.Term == term ? carrier.Change : default;
            }

            return sum;
        }
    }
}
