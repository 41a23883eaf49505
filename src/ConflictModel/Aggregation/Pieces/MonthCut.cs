using ConflictModel.Time;

namespace ConflictModel.Aggregation;

using Figure = (Measure Measure, long? Low, long? Best, long? High);

/// <summary>Cuts the incidents of a table that stayed whole at the edges of months, as a builder that splits there does.</summary>
internal sealed class MonthCut
{
    private static readonly BucketScheme[] Months = [BucketScheme.Month];

    private readonly TableColumns table;
    private readonly List<int> rows = [];
    private readonly List<int> days = [];
    private readonly List<int> extents = [];
    private readonly List<int> continuations = [];
    private readonly List<int> pieces = [];
    private readonly MeasureColumnBuilder[] measures;
    private readonly int[] hints;

    private MonthCut(TableColumns table)
    {
        this.table = table;
        measures = Array.ConvertAll(table.Columns, column => new MeasureColumnBuilder(column.Measure));
        hints = new int[measures.Length];
    }

    /// <summary>The table itself where no incident that can be cut straddles months.</summary>
    /// <exception cref="InvalidOperationException">A piece straddles months: the table was split otherwise.</exception>
    public static TableColumns Of(TableColumns table)
    {
        if (table.Extents.Values is null)
        {
            return table;
        }

        int[] dayOf = new int[table.Rows];
        table.FillDays(0, dayOf);
        foreach (int row in table.Pieces)
        {
            if (Straddles(table, dayOf[row], table.Extents[row]))
            {
                throw new InvalidOperationException("The table was split at other edges than those of months: make one that is split "
                    + "at months, or not at all.");
            }
        }

        bool isWhole = true;
        for (int row = 0; row < dayOf.Length && isWhole; row++)
        {
            isWhole = !Straddles(table, dayOf[row], table.Extents[row]) || PiecesOf(table, dayOf[row], table.Extents[row]) is null;
        }

        return isWhole ? table : new MonthCut(table).Run(dayOf);
    }

    /// <summary>Whether the days of a row lie in several months.</summary>
    public static bool Straddles(TableColumns table, int day, int extent) => extent > 0 && day != table.DayCount
        && BucketScheme.Month.NextStart(BucketScheme.Month.StartOf(table.FirstDay + day)) <= (long)table.FirstDay + day + extent;

    private static Pieces? PiecesOf(TableColumns table, int day, int extent) =>
        Pieces.Of(table.FirstDay + day, table.FirstDay + day + extent, Months);

    private TableColumns Run(int[] dayOf)
    {
        // The pieces of an incident that is split already stand together from here on.
        HashSet<int> split = [.. table.Pieces];
        int first = 0;
        foreach (int row in table.Pieces)
        {
            first = table.Continuations[row] == 0 ? row : first;
            pieces.Add(rows.Count);
            Add(row, dayOf[row], table.Extents[row], Figures(row, first), table.Continuations[row] == 0);
        }

        for (int row = 0; row < dayOf.Length; row++)
        {
            if (!split.Contains(row))
            {
                AddWhole(row, dayOf[row], table.Extents[row]);
            }
        }

        var later = CodeColumn.Of([.. continuations]);
        return table.Cut(
            [.. rows], CodeColumn.Of([.. days]), CodeColumn.Of([.. extents]), later, [.. pieces],
            Array.ConvertAll(measures, measure => measure.ToColumn(rows.Count, [])));
    }

    private void AddWhole(int row, int day, int extent)
    {
        Figure[] figures = Figures(row, row);
        if (!Straddles(table, day, extent) || PiecesOf(table, day, extent) is not { } cut)
        {
            Add(row, day, extent, figures, begins: true);
            return;
        }

        // A measure that says nothing has no part in how the others are divided.
        Figure[] known = Array.FindAll(figures, figure => (figure.Low ?? figure.Best ?? figure.High) is not null);
        Figure[][] shares = cut.Divide(known);
        for (int piece = 0; piece < cut.Count; piece++)
        {
            pieces.Add(rows.Count);
            Add(row, cut[piece].First - table.FirstDay, cut[piece].Last - cut[piece].First, shares[piece], piece == 0);
        }
    }

    private void Add(int row, int day, int extent, Figure[] figures, bool begins)
    {
        foreach (Figure figure in figures)
        {
            int measure = Array.FindIndex(table.Columns, column => column.Measure == figure.Measure);
            measures[measure].Append(rows.Count, figure.Low ?? -1, figure.Best ?? -1, figure.High ?? -1, begins);
        }

        rows.Add(row);
        days.Add(day);
        extents.Add(extent);
        continuations.Add(begins ? 0 : 1);
    }

    private Figure[] Figures(int row, int first)
    {
        var figures = new Figure[table.Columns.Length];
        for (int i = 0; i < figures.Length; i++)
        {
            (long? low, long? best, long? high) = table.Columns[i].FiguresAt(row, first, ref hints[i]);
            figures[i] = table.Columns[i].Measure.Is(low, best, high);
        }

        return figures;
    }
}
