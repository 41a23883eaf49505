using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>How many rows a reader met, gave, set aside, replaced and joined: the first is always the sum of the others.</summary>
/// <remarks>Equality is by content. The default has read nothing. Blank lines are no rows.</remarks>
/// <param name="Kept">The rows that were given.</param>
/// <param name="SetAside">The rows that were set aside as malformed.</param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct ReadCounts(long Kept, long SetAside)
{
    /// <summary>The rows in whose place another of the same id counts (<see cref="RepeatedRows"/>).</summary>
    public long Replaced { get; init; }

    /// <summary>
    /// The rows that were read as one event with the row above them, and are counted with it: ACLED's monadic export has a row for each of
    /// an event's two actors.
    /// </summary>
    public long Joined { get; init; }

    /// <summary>
    /// How many of the rows kept bear a day before 1900: no data set of the field goes back so far, so that the year is a slip, as 0025 is.
    /// </summary>
    public long Early { get; init; }

    /// <summary>How many pages of an API's answer were read; 0 if the input is none.</summary>
    public long Pages { get; init; }

    /// <summary>How many pages the answer has, as its pages say; null if they don't.</summary>
    public long? TotalPages { get; init; }

    /// <summary>How many events the answer has, as its pages say; null if they don't.</summary>
    public long? Total { get; init; }

    /// <summary>Whether there is more to the answer than was read, or less: by its pages or by its events.</summary>
    public bool IsPart => (TotalPages is { } pages && pages != Pages) || (Total is { } total && total != Read);

    /// <summary>The rows that were met.</summary>
    public long Read => Kept + SetAside + Replaced + Joined;

    /// <summary>
    /// The counts on one line; those of replaced and of joined rows if there are any, and those of pages if <see cref="IsPart"/>.
    /// </summary>
    public override string ToString() => FormattableString.Invariant($"{Read} read, {Kept} kept, {SetAside} set aside")
        + (Replaced == 0 ? "" : FormattableString.Invariant($", {Replaced} replaced by a newer row of the same id"))
        + (Joined == 0 ? "" : FormattableString.Invariant($", {Joined} joined to the row of the same event's other actor"))
        + (IsPart && TotalPages is { } pages ? FormattableString.Invariant($", {Pages} of {pages} pages") : "")
        + (IsPart && Total is { } total ? FormattableString.Invariant($", {Read} of {total} events") : "");
}
