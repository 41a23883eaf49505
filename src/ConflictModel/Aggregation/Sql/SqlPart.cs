namespace ConflictModel.Aggregation;

/// <summary>What the rows of a statement are: the texts of its first column.</summary>
internal static class SqlPart
{
    /// <summary>A group, by all keys.</summary>
    public const string Group = "group";

    /// <summary>A group by all keys but the one that overlaps, each incident once.</summary>
    public const string Once = "once";

    /// <summary>By group, the incidents that began elsewhere.</summary>
    public const string Continuing = "continuing";

    /// <summary>The same of all that is outside, as one.</summary>
    public const string Outside = "outside";

    /// <summary>The same of all that passes, as one.</summary>
    public const string Total = "total";

    /// <summary>An incident that goes on in a group, for groups that are known only once they are ranked.</summary>
    public const string Event = "event";

    /// <summary>What each filter dropped, and what perhaps passes.</summary>
    public const string Filters = "filters";

    /// <summary>The pieces whose side depends on what no table here says, in the order of the conditions.</summary>
    public const string Limited = "limited";

    /// <summary>Events of which pieces are missing, or that are two.</summary>
    public const string Broken = "broken";

    /// <summary>An id that was asked for and is known; its kind follows.</summary>
    public const string Known = "known ";
}
