using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>
/// Incidents as plain tables that any engine sums: their pieces, and beside them who belonged to whom, who stood together, what lies in
/// what and what everything is called.
/// </summary>
/// <remarks>
/// <para>A row of <see cref="Pieces"/> is a piece of an event that was cut at the edges of months. A sum over pieces is a plain sum: an
/// event's people were divided among them without a rest, and it counts where <c>first</c> is true. What is finer than a month can't be
/// asked of them.</para>
/// <para>Events that were cut come first, each with its pieces together, then all others by day. Immutable; equality is by
/// reference.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class PieceTables
{
    private readonly TableColumns books;
    private readonly Lazy<PlainTable> belongs;
    private readonly Lazy<PlainTable> members;
    private readonly Lazy<PlainTable> within;
    private readonly Lazy<PlainTable> names;

    internal PieceTables(PlainTable pieces, int cutRows, TableColumns books)
    {
        (Pieces, CutRows, this.books) = (pieces, cutRows, books);
        belongs = new(() => CompanionTables.Belongs(books));
        members = new(() => CompanionTables.Members(books));
        within = new(() => CompanionTables.Within(books));
        names = new(() => CompanionTables.Names(books));
    }

    /// <summary>Plain tables from elsewhere.</summary>
    /// <param name="pieces">The pieces, by the columns of <see cref="PieceSchema.Pieces"/>; others are passed over.</param>
    /// <param name="names">Every id (<see cref="PieceSchema.Names"/>).</param>
    /// <param name="members">Who stood together (<see cref="PieceSchema.Members"/>).</param>
    /// <param name="regions">The regions, with where they lie.</param>
    /// <param name="affiliations">Who belonged to whom.</param>
    /// <exception cref="PieceFormatException">A table is not what it should be.</exception>
    /// <exception cref="Hierarchies.HierarchyCycleException">A region lies within itself, or an actor is part of itself.</exception>
    public static PieceTables Of(
        PlainTable pieces, PlainTable names, PlainTable members, IEnumerable<Region> regions, IEnumerable<Affiliation> affiliations)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return new(pieces, 0, PieceBooks.Read(names, members, regions, affiliations));
    }

    /// <summary>Other pieces with the same ids and hierarchies: those of another part.</summary>
    public PieceTables With(PlainTable pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return new(pieces, 0, books);
    }

    /// <summary>The incidents as a table in memory, which holds all columns.</summary>
    /// <exception cref="PieceFormatException">The pieces are not what they should be.</exception>
    public IncidentTable ToTable()
    {
        TableColumns columns = PieceColumns.Read(Pieces, books, query: null);
        _ = (columns.FirstSides, columns.SecondSides, columns.Others, columns.RegionCodes, columns.Kinds, columns.Qualities);
        _ = (columns.Ids, columns.Dates, columns.Columns, columns.Coded.Sum(column => column.Codes.BytesPerRow));
        return new(columns);
    }

    /// <summary>
    /// The incidents as a table for one query, which reads the columns that it needs from <see cref="Pieces"/> when they are asked for: for
    /// no longer than the pieces can be read. It knows the days of its rows only if the query asks for them.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <exception cref="PieceFormatException">The pieces are not what they should be. What is wrong with a column that is read later is
    /// told then.</exception>
    public IncidentTable ToDeferredTable(IncidentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(PieceColumns.Read(Pieces, books, query));
    }

    /// <summary>
    /// Whether all pieces lie in the period that a query asks for, so that their days need not be read, or none does, so that nothing need
    /// be; unknown where it has no period, or that is not known without reading (<see cref="PlainTable.RangeOf"/>).
    /// </summary>
    /// <param name="query">The query.</param>
    public Truth LieInPeriod(IncidentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PieceRanges.LieIn(Pieces, query);
    }

    /// <summary>The pieces of incidents (<see cref="PieceSchema.Pieces"/>).</summary>
    public PlainTable Pieces { get; }

    /// <summary>How many rows of <see cref="Pieces"/>, from the first on, are of events that were cut.</summary>
    public int CutRows { get; }

    /// <summary>Who belonged to whom (<see cref="PieceSchema.Belongs"/>).</summary>
    public PlainTable Belongs => belongs.Value;

    /// <summary>Who stood together (<see cref="PieceSchema.Members"/>).</summary>
    public PlainTable Members => members.Value;

    /// <summary>What lies in what (<see cref="PieceSchema.Within"/>).</summary>
    public PlainTable Within => within.Value;

    /// <summary>What everything is called (<see cref="PieceSchema.Names"/>).</summary>
    public PlainTable Names => names.Value;

    /// <summary>All tables, the pieces first.</summary>
    public IReadOnlyList<PlainTable> All => [Pieces, Belongs, Members, Within, Names];

    /// <summary>The regions that were defined, of which <see cref="Within"/> is made, by id.</summary>
    public ValueList<Region> Regions => books.RegionTree.Defined.Values.OrderBy(region => region.Id).ToValueList();

    /// <summary>The links of which <see cref="Belongs"/> is made.</summary>
    public ValueList<Affiliation> Affiliations => books.ActorLinks.Affiliations.ToValueList();

    internal TableColumns Books => books;

    /// <summary>How much it holds: <c>17,012 pieces, 0 of them cut</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Pieces.Rows:N0} pieces, {CutRows:N0} of them cut");
}
