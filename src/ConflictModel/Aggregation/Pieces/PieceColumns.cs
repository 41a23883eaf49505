using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

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

    /// <summary>Where these are some of the rows of others: the others, and which rows; what was read of them is not read again.</summary>
    private readonly (PieceColumns Of, int[] Rows)? taken;

    private PieceColumns(PieceCells cells, PieceRows rows, TableColumns books, (PieceColumns Of, int[] Rows)? taken = null)
    {
        (this.cells, this.rows, this.books, this.taken) = (cells, rows, books, taken);
        Measures = [.. cells.Measures];
    }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Only what is read for one query, in the order of the file: a table to keep has all of its rows.</summary>
    public bool ReadsSome { get; private init; }

    /// <summary>The incidents of pieces, whose ids and hierarchies are those of another table.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="books">The ids and hierarchies.</param>
    /// <param name="query">The one query that the table is for, of which depends how much of the days is read; null for a table in order
    /// of date.</param>
    /// <exception cref="PieceFormatException">The pieces are not what they should be, as far as that is looked at here; what is read later
    /// is told later.</exception>
    public static TableColumns Read(PlainTable pieces, TableColumns books, IncidentQuery? query)
    {
        PieceCells cells = new(pieces);
        Truth inPeriod = PieceRanges.LieIn(pieces, query);
        if (inPeriod == Truth.No)
        {
            return ToTable(new(cells, PieceRows.Undated(cells), books), liesInPeriod: false).WithoutRows();
        }

        var rows = PieceRows.Read(cells, query?.DaysIn(inPeriod), sortByDate: query is null);
        bool readsSome = query is not null && !rows.IsMoved && cells.Take([]) is not null;
        return ToTable(new(cells, rows, books) { ReadsSome = readsSome }, inPeriod == Truth.Yes);
    }

    /// <summary>Some rows of a table, whose other columns are read for these only; null where all would be read anyway.</summary>
    /// <param name="table">The table that this reads.</param>
    /// <param name="some">The rows, in order; of an event that was cut all or none.</param>
    public TableColumns? Take(TableColumns table, int[] some) => cells.Take(some) is { } those
        ? ToTable(new(those, rows.Take(table, some), books, (this, some)), table.LiesInPeriod)
        : null;

    private static TableColumns ToTable(PieceColumns reader, bool liesInPeriod)
    {
        (PieceRows rows, TableColumns books) = (reader.rows, reader.books);
        return new()
        {
            LiesInPeriod = liesInPeriod,
            Rows = reader.cells.Rows,
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

    public CodeColumn ReadCodes(string name) => name switch
    {
        nameof(TableColumns.FirstSides) => Ids("side_a", books.Actors),
        nameof(TableColumns.SecondSides) => Ids("side_b", books.Actors),
        nameof(TableColumns.Others) => Ids("others", books.Actors),
        nameof(TableColumns.RegionCodes) => Ids("place", books.Regions),
        nameof(TableColumns.Kinds) => Codes("kind", text => Kinds.TryGetValue(text, out IncidentKind kind) ? (int)kind : null),
        nameof(TableColumns.Qualities) => Once(name, Qualities),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No column of pieces."),
    };

    public TextColumn? ReadTexts(string name) => texts.GetOrAdd(name, static (name, self) => new(() =>
    {
        string column = name == nameof(TableColumns.Ids) ? "event" : "date";
        (PieceCells.Numbers read, IReadOnlyList<string> texts) = self.cells.Codes(column);
        using (read)
        {
            foreach ((int code, string text) in texts.Index())
            {
                if ((column == "event" ? !IdText.IsValid(text) : !UncertainDate.TryParse(text, out _))
                    && read.Span.IndexOf(code) is >= 0 and var row)
                {
                    throw self.cells.Error($"'{text}' is no {(column == "event" ? "id" : "date")}", column, row);
                }
            }

            foreach (ref int code in read.Span)
            {
                code++;
            }

            return texts.Count == 0 ? null : new TextColumn(self.rows.Place(read.Span), texts);
        }
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
    private CodeColumn Codes(string column, Func<string, int?> codeOf) => Once(column, () => Read(column, codeOf));

    private CodeColumn Once(string column, Func<CodeColumn> read) => codes.GetOrAdd(column, _ => new(() =>
        taken is { } of && of.Of.codes.TryGetValue(column, out Lazy<CodeColumn>? known) ? known.Value.Take(of.Rows) : read())).Value;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private CodeColumn Read(string column, Func<string, int?> codeOf)
    {
        (PieceCells.Numbers read, IReadOnlyList<string> texts) = cells.Codes(column);
        using (read)
        {
            // The first is for none.
            int[] known = [0, .. texts.Select(text => codeOf(text) ?? -1)];
            Span<int> codes = read.Span;
            for (int row = 0; row < codes.Length; row++)
            {
                int code = known[codes[row] + 1];
                codes[row] = code >= 0 ? code : throw cells.Error($"'{texts[codes[row]]}' is not known", column, row);
            }

            return rows.Place(codes);
        }
    }

    private CodeColumn Qualities()
    {
        using PieceCells.Numbers places = cells.ReadInts("place_precision", 0, 1, 7);
        using PieceCells.Numbers dates = cells.ReadInts("date_precision", 0, 1, 7);
        using PieceCells.Numbers years = cells.ReadInts("active_year", -1, 0, 1);
        for (int row = 0; row < places.Span.Length; row++)
        {
            Truth active = years.Span[row] switch { 1 => Truth.Yes, 0 => Truth.No, _ => Truth.Unknown };
            places.Span[row] = Quality.Pack(places.Span[row], dates.Span[row], active);
        }

        return rows.Place(places.Span);
    }
}
