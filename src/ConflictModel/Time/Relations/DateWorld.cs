namespace ConflictModel.Time;

/// <summary>
/// A family of possible periods: the start and the end each lie between two days, and the length (end minus start in days)
/// between two numbers. A known day is a family of one; "some day of June" has thirty members with length 0.
/// </summary>
internal readonly record struct DateWorld(long StartFirst, long StartLast, long EndFirst, long EndLast, long Shortest, long Longest)
{
    private const long AnyLength = 2 * Days.Infinity;

    public bool IsCertain => StartFirst == StartLast && EndFirst == EndLast;

    public static DateWorld Certain(long start, long end) => new(start, start, end, end, 0, AnyLength);

    /// <summary>One day out of a run of days.</summary>
    public static DateWorld DayOf(long first, long last) => new(first, last, first, last, 0, 0);

    /// <summary>Start and end independent of each other but in order.</summary>
    public static DateWorld Of(DateLimits limits) =>
        new(limits.StartFirst, limits.StartLast, limits.EndFirst, limits.EndLast, 0, AnyLength);

    /// <summary>Which relations some period of this family has to some period of another.</summary>
    public AllenRelations RelationsTo(in DateWorld other)
    {
        if (EndLast + 1 < other.StartFirst)
        {
            return AllenRelations.Before;
        }

        if (other.EndLast + 1 < StartFirst)
        {
            return AllenRelations.After;
        }

        if (IsCertain && other.IsCertain)
        {
            return AllenAlgebra.Of(StartFirst, EndFirst, other.StartFirst, other.EndFirst);
        }

        if (Longest == 0 && other.IsCertain)
        {
            return DayRelations(other.StartFirst, other.EndLast);
        }

        if (IsCertain && other.Longest == 0)
        {
            return other.DayRelations(StartFirst, EndLast).Converse();
        }

        var network = new EndpointNetwork(this, other);
        return network.PossibleRelations();
    }

    /// <summary>The relations of one day out of a run to a certain period.</summary>
    private AllenRelations DayRelations(long start, long end)
    {
        (long first, long last) = (StartFirst, EndLast);
        AllenRelations possible = AllenRelations.None;
        if (first <= start - 2)
        {
            possible |= AllenRelations.Before;
        }

        if (Has(start - 1))
        {
            possible |= AllenRelations.Meets;
        }

        if (Has(start))
        {
            possible |= start == end ? AllenRelations.Equals : AllenRelations.Starts;
        }

        if (start < end && Has(end))
        {
            possible |= AllenRelations.Finishes;
        }

        if (Math.Max(first, start + 1) <= Math.Min(last, end - 1))
        {
            possible |= AllenRelations.During;
        }

        if (Has(end + 1))
        {
            possible |= AllenRelations.MetBy;
        }

        if (last >= end + 2)
        {
            possible |= AllenRelations.After;
        }

        return possible;

        bool Has(long day) => first <= day && day <= last;
    }
}
