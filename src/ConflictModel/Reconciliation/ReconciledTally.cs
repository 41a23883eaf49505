using System.Text.Json.Serialization;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>A tally set against the incidents and the smaller tallies of the same data set: how much of it they account for.</summary>
/// <remarks>Equality is by content and order.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record ReconciledTally
{
    /// <summary>The tally.</summary>
    public required TallyId Tally { get; init; }

    /// <summary>The harm that is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The tally's own total.</summary>
    public required Bounds Total { get; init; }

    /// <summary>The incidents that are or may be in the tally's scope.</summary>
    public required ValueList<AccountedIncident> Incidents { get; init; }

    /// <summary>How many of the total the listed incidents account for.</summary>
    public required Bounds Accounted { get; init; }

    /// <summary>
    /// How many of the total no listed incident accounts for; null if that is impossible: the incidents alone exceed the total.
    /// </summary>
    public required Bounds? Unaccounted { get; init; }

    /// <summary>The same for each part of the tally's own breakdowns, in the report's order.</summary>
    public ValueList<AccountedPart> Parts { get; init; }

    /// <summary>The tallies whose scope certainly lies within this one's, each with what it accounts for.</summary>
    /// <remarks>That is its count; of a loosely attributed one, what can be the work of the actors that both name.</remarks>
    public ValueList<KeyValuePair<TallyId, Bounds>> Tallies { get; init; }

    /// <summary>
    /// How many of the total the incidents and the smaller tallies account for together. They may hold the same people: at least what those
    /// of <see cref="AtLeast"/> hold, at most the sum of all.
    /// </summary>
    public required Bounds AccountedInAll { get; init; }

    /// <summary>
    /// Records that certainly share nobody, and hold the most that is found so: the incidents, or tallies of scopes that are apart (60 in
    /// Homs, 50 in Raqqa) with the incidents outside these.
    /// </summary>
    public ValueList<Certain> AtLeast { get; init; }

    /// <summary>Whether what is certainly in the scope exceeds the total: not all of these records can be right.</summary>
    public bool IsImpossible => Unaccounted is null || AccountedInAll.Lower > (Total.Upper ?? long.MaxValue);

    /// <summary>An incident that may be in the tally's scope, and what of the tally it accounts for.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Incident">The incident.</param>
    /// <param name="InScope">Yes if it certainly is in the scope; unknown if it may be.</param>
    /// <param name="Figure">The people harmed in it.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct AccountedIncident(IncidentId Incident, Truth InScope, Bounds Figure)
    {
        /// <summary>What it accounts for: all of its figure, or from none to all where its place in the scope is unknown.</summary>
        public Bounds Accounts => InScope == Truth.Yes ? Figure : new(0, Figure.Upper, Figure.IsOuter);
    }

    /// <summary>How many of the tally a record holds for certain.</summary>
    /// <remarks>Equality is by content. One of <paramref name="Tally"/> and <paramref name="Incident"/> is set.</remarks>
    /// <param name="Tally">The smaller tally, or null.</param>
    /// <param name="Incident">The incident, or null.</param>
    /// <param name="Count">The least that it holds.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Certain(TallyId? Tally, IncidentId? Incident, long Count);

    /// <summary>A part of the tally set against the incidents in its scope.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Path">The part's path within the toll.</param>
    /// <param name="Total">The part's own bounds, with all that follows for them.</param>
    /// <param name="Accounted">How many of the part the listed incidents account for.</param>
    /// <param name="Unaccounted">How many no listed incident accounts for; null if that is impossible.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct AccountedPart(FigurePath Path, Bounds Total, Bounds Accounted, Bounds? Unaccounted);
}
