using System.Collections.Concurrent;

namespace ConflictModel.Aggregation;

/// <summary>The columns of a table of incidents, read from plain pieces when they are first asked for.</summary>
internal sealed class PieceColumns : IColumnReader
{
    private static readonly Dictionary<string, IncidentKind> Kinds =
        Enum.GetValues<IncidentKind>().ToDictionary(kind => JsonName.Of(kind));

    private readonly PieceCells cells;
    private readonly PieceRows rows;
    private readonly TableColumns books;
    private readonly ConcurrentDictionary<string, Lazy<CodeColumn>> codes = [];
    private readonly ConcurrentDictionary<string, Lazy<TextColumn?>> texts = [];
    private readonly ConcurrentDictionary<Measure, Lazy<MeasureColumn>> figures = [];

    private PieceColumns(PieceCells cells, PieceRows rows, TableColumns books)
    {
        (this.cells, this.rows, this.books) = (cells, rows, books);
        Measures = [.. cells.Measures];
    }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The incidents of pieces, whose ids and hierarchies are those of another table.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="books">The ids and hierarchies.</param>
    /// <param name="sortByDate">Whether to order the rows by their first day.</param>
    /// <exception cref="PieceFormatException">The pieces are not what they should be, as far as that is looked at here; what is read later
    /// is told later.</exception>
    public static TableColumns Read(PlainTable pieces, TableColumns books, bool sortByDate)
    {
        PieceCells cells = new(pieces);
        var rows = PieceRows.Read(cells, sortByDate);
        PieceColumns reader = new(cells, rows, books);
        return new()
        {
            Rows = pieces.Rows,
            Incidents = rows.Incidents,
            FirstDay = rows.FirstDay,
            DayCount = rows.DayCount,
            HasUndated = rows.HasUndated,
            DayStarts = rows.DayStarts,
            Days = rows.DayStarts is null ? rows.Days : null,
            Extents = rows.Extents,
            Continuations = rows.Continuations,
            Pieces = rows.Pieces,
            Coded =
            [
                reader.Coded<SourceId>("source"), reader.Coded<DyadId>("dyad"), reader.Coded<ConflictId>("conflict"),
                reader.Coded<EventTypeId>("type"),
            ],
            Actors = books.Actors,
            Regions = books.Regions,
            RegionTree = books.RegionTree,
            ActorLinks = books.ActorLinks,
            Reader = reader,
        };
    }

    public CodeColumn ReadCodes(string name) => codes.GetOrAdd(name, static (name, self) => new(() => name switch
    {
        nameof(TableColumns.FirstSides) => self.Ids("side_a", self.books.Actors),
        nameof(TableColumns.SecondSides) => self.Ids("side_b", self.books.Actors),
        nameof(TableColumns.Others) => self.Ids("others", self.books.Actors),
        nameof(TableColumns.RegionCodes) => self.Ids("place", self.books.Regions),
        nameof(TableColumns.Kinds) => self.Codes("kind", text => Kinds.TryGetValue(text, out IncidentKind kind) ? (int)kind : null),
        nameof(TableColumns.Qualities) => self.Qualities(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No column of pieces."),
    }), this).Value;

    public TextColumn? ReadTexts(string name) => texts.GetOrAdd(name, static (name, self) => new(() =>
    {
        string column = name == nameof(TableColumns.Ids) ? "event" : "date";
        (int[] codes, IReadOnlyList<string> texts) = self.cells.Codes(column);
        foreach ((int code, string text) in texts.Index())
        {
            if ((column == "event" ? !IdText.IsValid(text) : !UncertainDate.TryParse(text, out _)) && codes.Contains(code))
            {
                throw self.cells.Error($"'{text}' is no {(column == "event" ? "id" : "date")}", column, Array.IndexOf(codes, code));
            }
        }

        return texts.Count == 0 ? null : new TextColumn(self.Place(Array.ConvertAll(codes, code => code + 1)), texts);
    }), this).Value;

    public MeasureColumn ReadFigures(Measure measure) => figures.GetOrAdd(
        measure, static (measure, self) => new(() => PieceFigures.Read(self.cells, self.rows, measure)), this).Value;

    private CodedColumn<TId> Coded<TId>(string column)
        where TId : struct, IId<TId>
    {
        CodeBook<TId> book = books.Of<TId>().Book;
        return new(new Lazy<CodeColumn>(() => Ids(column, book)), book);
    }

    private CodeColumn Ids<TId>(string column, CodeBook<TId> book)
        where TId : struct, IId<TId> =>
        Codes(column, text => IdText.TryParse(text, out TId id) && book.TryFind(id, out int code) ? code : null);

    /// <summary>A column of text by what its texts stand for; null for what no text may be.</summary>
    private CodeColumn Codes(string column, Func<string, int?> codeOf)
    {
        (int[] codes, IReadOnlyList<string> texts) = cells.Codes(column);
        int?[] known = [.. texts.Select(codeOf)];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = codes[row] < 0 ? 0 : known[codes[row]]
                ?? throw cells.Error($"'{texts[codes[row]]}' is not known", column, row);
        }

        return Place(codes);
    }

    private CodeColumn Qualities()
    {
        int[] places = cells.Numbers("place_precision", 0, 1, 7);
        int[] dates = cells.Numbers("date_precision", 0, 1, 7);
        int[] years = cells.Numbers("active_year", -1, 0, 1);
        for (int row = 0; row < places.Length; row++)
        {
            Truth active = years[row] switch { 1 => Truth.Yes, 0 => Truth.No, _ => Truth.Unknown };
            places[row] = Quality.Pack(places[row], dates[row], active);
        }

        return Place(places);
    }

    private CodeColumn Place(int[] codes) => rows.Place(codes);
}
