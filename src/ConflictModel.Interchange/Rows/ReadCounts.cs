namespace ConflictModel.Interchange;

/// <summary>How many rows a reader met, gave and set aside: the first is always the sum of the others.</summary>
/// <remarks>Equality is by content. The default has read nothing. Blank lines are no rows.</remarks>
/// <param name="Kept">The rows that were given.</param>
/// <param name="SetAside">The rows that were set aside as malformed.</param>
public readonly record struct ReadCounts(long Kept, long SetAside)
{
    /// <summary>The rows that were met.</summary>
    public long Read => Kept + SetAside;

    /// <summary>
    /// How many of the rows kept bear a day before 1900: no data set of the field goes back so far, so that the year is a slip, as 0025 is.
    /// </summary>
    public long Early { get; init; }

    /// <summary>The three counts of rows on one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Read} read, {Kept} kept, {SetAside} set aside");
}
