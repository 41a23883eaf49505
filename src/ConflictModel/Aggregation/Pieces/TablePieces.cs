namespace ConflictModel.Aggregation;

/// <summary>A table's pieces as plain cells: first all events that were cut, each together, then the others by day.</summary>
internal sealed class TablePieces : PlainTable
{
    private readonly TableColumns table;
    private readonly int[] order;
    private readonly int[] firsts;
    private readonly (int Piece, int Pieces)[] cut;
    private readonly int[] dayOf;
    private readonly PieceTexts texts;

    /// <param name="table">The table, cut at the edges of months.</param>
    public TablePieces(TableColumns table)
        : base(PieceSchema.Pieces(table.Columns.Select(column => column.Measure)))
    {
        this.table = table;
        dayOf = new int[table.Rows];
        table.FillDays(0, dayOf);
        (firsts, cut) = Cut(table);
        order = Order(table, dayOf);
        texts = new(table);
    }

    public override int Rows => table.Rows;

    public override bool KeepsEventsWhole => true;

    /// <summary>How many rows from the first on are of events that were cut.</summary>
    public int CutRows => cut.Length;

    /// <summary>Looks for events that bear one id.</summary>
    /// <exception cref="InvalidOperationException">There are two.</exception>
    public void Check() => TextsOf(Schema.IndexOf("event"));

    public override IReadOnlyList<string> TextsOf(int column) => texts.Of(Schema.Columns[column].Name).Texts;

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        (_, Func<int, int> codeOf) = texts.Of(Schema.Columns[column].Name);
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = codeOf(order[start + i]);
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        string name = Schema.Columns[column].Name;
        if (PieceSchema.TryFind(name, out Measure measure, out int lane))
        {
            ReadFigures(Array.Find(table.Columns, one => one.Measure == measure)!, lane, start, numbers, isKnown);
            return;
        }

        Func<int, long?> numberAt = NumberOf(name);
        for (int i = 0; i < numbers.Length; i++)
        {
            long? number = numberAt(start + i);
            (numbers[i], isKnown[i]) = (number ?? 0, number is not null);
        }
    }

    /// <summary>What a column of numbers says of a row of the pieces.</summary>
    private Func<int, long?> NumberOf(string column) => column switch
    {
        "piece" => row => row < cut.Length ? cut[row].Piece : 1,
        "pieces" => row => row < cut.Length ? cut[row].Pieces : 1,
        "first" => row => table.Continuations[order[row]] == 0 ? 1 : 0,
        "earliest" => row => IsDated(row) ? FirstDay(row) : null,
        "latest" => row => IsDated(row) ? FirstDay(row) + table.Extents[order[row]] : null,
        "month" => row => IsDated(row) && !MonthCut.Straddles(table, dayOf[order[row]], table.Extents[order[row]])
            ? Time.BucketScheme.Month.StartOf(FirstDay(row)) : null,
        "place_precision" => row => Quality.Place(table.Qualities[order[row]]) is not 0 and var precision ? precision : null,
        "date_precision" => row => Quality.Date(table.Qualities[order[row]]) is not 0 and var precision ? precision : null,
        "active_year" => row => Quality.ActiveYear(table.Qualities[order[row]]) switch
        {
            Truth.Yes => 1,
            Truth.No => 0,
            _ => null,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "The pieces have no such column of numbers."),
    };

    private bool IsDated(int row) => dayOf[order[row]] != table.DayCount;

    private long FirstDay(int row) => table.FirstDay + dayOf[order[row]];

    private void ReadFigures(MeasureColumn column, int lane, int start, Span<long> numbers, Span<bool> isKnown)
    {
        int hint = -1;
        for (int i = 0; i < numbers.Length; i++)
        {
            int row = order[start + i];
            (long? low, long? best, long? high) = column.FiguresAt(row, start + i < firsts.Length ? firsts[start + i] : row, ref hint);
            long? figure = lane switch { 0 => low, 1 => best, _ => high };
            (numbers[i], isKnown[i]) = (figure ?? 0, figure is not null);
        }
    }

    /// <summary>Of each piece of an event that was cut the row of the first one, and which of how many it is.</summary>
    private static (int[] Firsts, (int Piece, int Pieces)[] Cut) Cut(TableColumns table)
    {
        int[] firsts = new int[table.Pieces.Length];
        var cut = new (int Piece, int Pieces)[firsts.Length];
        for (int i = 0; i < firsts.Length;)
        {
            int end = i + 1;
            while (end < firsts.Length && table.Continuations[table.Pieces[end]] != 0)
            {
                end++;
            }

            for (int start = i; i < end; i++)
            {
                (firsts[i], cut[i]) = (table.Pieces[start], (i - start + 1, end - start));
            }
        }

        return (firsts, cut);
    }

    private static int[] Order(TableColumns table, int[] dayOf)
    {
        var isCut = new System.Collections.BitArray(table.Rows);
        foreach (int row in table.Pieces)
        {
            isCut[row] = true;
        }

        int[] whole = [.. Enumerable.Range(0, table.Rows).Where(row => !isCut[row])];
        if (table.DayStarts is null)
        {
            // The row breaks ties, so that rows of one day stay in their order.
            Array.Sort(Array.ConvertAll(whole, row => (dayOf[row], row)), whole);
        }

        return [.. table.Pieces, .. whole];
    }
}
