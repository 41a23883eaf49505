namespace ConflictModel.Reporting;

/// <summary>Who harmed whom: a row for each perpetrator, a column for each kind of victim, bounds in each cell.</summary>
/// <remarks>
/// Actors are rolled up to whom they certainly belonged to as of the date. Nobody stands in two cells. Where a report does not say who they
/// were, or who did it, the row or the column says so.
/// </remarks>
internal sealed record ActorMatrix
{
    /// <summary>The tally that it is of; null if it is of the listed incidents.</summary>
    public required Tally? Tally { get; init; }

    /// <summary>What is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The rows, most harmed first, nobody in particular last.</summary>
    public required ValueList<Party> Rows { get; init; }

    /// <summary>The columns, most harmed first, nobody in particular last.</summary>
    public required ValueList<Party> Columns { get; init; }

    /// <summary>The cells that count anybody.</summary>
    public required IReadOnlyDictionary<(Party Row, Party Column), Cell> Cells { get; init; }

    /// <summary>
    /// The civilians: at least those who are said to be, at most these and all who may have been, for nobody says what they were. Null if
    /// nobody is said to be one.
    /// </summary>
    public Cell? Civilians
    {
        get
        {
            if (Sum(Rows.Select(row => (row, Party.Civilians))) is not { } said)
            {
                return null;
            }

            Party[] open = [.. Columns.Where(column => column.Kind is PartyKind.Called or PartyKind.Unidentified or PartyKind.NotSaid)];
            Bounds others = Sum(Rows.SelectMany(row => open.Select(column => (row, column))))?.Bounds ?? Bounds.Zero;
            return said with { Bounds = said.Bounds + new Bounds(0, others.Upper, others.IsOuter) };
        }
    }

    /// <summary>The people of several cells of a row; null if there are none.</summary>
    public Cell? Of(Party row, IEnumerable<Party> columns) => Sum(columns.Select(column => (row, column)));

    private Cell? Sum(IEnumerable<(Party Row, Party Column)> keys)
    {
        Cell[] there = [.. keys.Where(Cells.ContainsKey).Select(key => Cells[key])];
        return there.Length == 0 ? null : there.Aggregate((one, other) => one + other);
    }

    /// <summary>Who did it, or who was harmed.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Kind">What is known.</param>
    /// <param name="Actors">The actors, rolled up, by id; empty if none is known.</param>
    /// <param name="Role">What victims are called where nothing else is known of them; null otherwise.</param>
    internal readonly record struct Party(PartyKind Kind, ValueList<ActorId> Actors, string? Role = null)
    {
        public static Party Civilians { get; } = new(PartyKind.Civilians, default);

        public static Party NotSaid { get; } = new(PartyKind.NotSaid, default);
    }

    /// <summary>What is known of a party.</summary>
    internal enum PartyKind
    {
        /// <summary>These actors, or their members; of several perpetrators, together or one of them.</summary>
        Actors = 0,

        /// <summary>Harm done in fighting between these actors; nobody says by which.</summary>
        Fighting,

        /// <summary>One of these: different accounts lay it to different actors.</summary>
        Disputed,

        /// <summary>Civilians.</summary>
        Civilians,

        /// <summary>People who are called something and no more.</summary>
        Called,

        /// <summary>People of whom the source says that it does not know who they were.</summary>
        Unidentified,

        /// <summary>Nothing is said.</summary>
        NotSaid,
    }

    /// <summary>The people of one cell.</summary>
    /// <param name="Bounds">How many the reports allow.</param>
    /// <param name="Best">The best figures added up; null if one of the counts lacks it.</param>
    /// <param name="Counts">How many counts they come from.</param>
    internal readonly record struct Cell(Bounds Bounds, long? Best, long Counts)
    {
        public static Cell operator +(Cell left, Cell right) => new(
            left.Bounds + right.Bounds,
            left.Best + right.Best,
            left.Counts + right.Counts);
    }
}
