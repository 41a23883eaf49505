namespace ConflictModel.Interchange;

/// <summary>How many rows a reader met, gave, set aside and replaced: the first is always the sum of the others.</summary>
/// <remarks>Equality is by content. The default has read nothing. Blank lines are no rows.</remarks>
/// <param name="Kept">The rows that were given.</param>
/// <param name="SetAside">The rows that were set aside as malformed.</param>
public readonly record struct ReadCounts(long Kept, long SetAside)
{
    /// <summary>The rows in whose place another of the same id counts (<see cref="RepeatedRows"/>).</summary>
    public long Replaced { get; init; }

    /// <summary>
    /// How many of the rows kept bear a day before 1900: no data set of the field goes back so far, so that the year is a slip, as 0025 is.
    /// </summary>
    public long Early { get; init; }

    /// <summary>The rows that were met.</summary>
    public long Read => Kept + SetAside + Replaced;

    /// <summary>The counts on one line; that of replaced rows if there are any.</summary>
    public override string ToString() => FormattableString.Invariant($"{Read} read, {Kept} kept, {SetAside} set aside")
        + (Replaced == 0 ? "" : FormattableString.Invariant($", {Replaced} replaced by a newer row of the same id"));
}
