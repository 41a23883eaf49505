namespace ConflictModel.Time;

/// <summary>Questions to a set of possible Allen relations.</summary>
internal static class AllenAlgebra
{
    /// <summary>
    /// Yes if every possible relation is among those asked for, no if none is, otherwise unknown; unknown of the empty set.
    /// </summary>
    public static Truth AreAmong(this AllenRelations possible, AllenRelations wanted)
    {
        if (possible == AllenRelations.None)
        {
            return Truth.Unknown;
        }

        return (possible & ~wanted) == AllenRelations.None ? Truth.Yes
            : (possible & wanted) == AllenRelations.None ? Truth.No
            : Truth.Unknown;
    }

    /// <summary>The relations of the second to the first: before becomes after, during becomes contains.</summary>
    public static AllenRelations Converse(this AllenRelations possible)
    {
        AllenRelations result = AllenRelations.None;
        for (int bit = 0; bit <= 12; bit++)
        {
            if (((int)possible & (1 << bit)) != 0)
            {
                result |= (AllenRelations)(1 << (12 - bit));
            }
        }

        return result;
    }

    /// <summary>The one relation of two certain periods.</summary>
    public static AllenRelations Of(long start1, long end1, long start2, long end2) =>
        (start1.CompareTo(start2), end1.CompareTo(end2)) switch
        {
            (0, 0) => AllenRelations.Equals,
            (0, < 0) => AllenRelations.Starts,
            (0, > 0) => AllenRelations.StartedBy,
            (> 0, < 0) => AllenRelations.During,
            (< 0, > 0) => AllenRelations.Contains,
            (> 0, 0) => AllenRelations.Finishes,
            (< 0, 0) => AllenRelations.FinishedBy,
            (< 0, < 0) => end1 + 1 < start2 ? AllenRelations.Before : end1 + 1 == start2 ? AllenRelations.Meets : AllenRelations.Overlaps,
            _ => end2 + 1 < start1 ? AllenRelations.After : end2 + 1 == start1 ? AllenRelations.MetBy : AllenRelations.OverlappedBy,
        };
}
