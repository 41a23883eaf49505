using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Collects incidents row by row or in batches and makes <see cref="IncidentTable"/>s of them.</summary>
/// <remarks>
/// First give ids codes (<see cref="CodeOf(ActorId)"/> and its like), then append rows that bear them. More rows can be appended after a
/// table was made; the table made before stays as it was. Not safe for use by several threads at once.
/// </remarks>
public sealed partial class IncidentTableBuilder
{
    private readonly MeasureColumnBuilder?[] measures = new MeasureColumnBuilder?[Measure.Kinds];
    private readonly CodeColumnBuilder days = new();
    private readonly CodeColumnBuilder extents = new();
    private readonly CodeColumnBuilder firstSides = new();
    private readonly CodeColumnBuilder secondSides = new();
    private readonly CodeColumnBuilder regions = new();
    private readonly CodeColumnBuilder kinds = new();
    private readonly CodeColumnBuilder sources = new();
    private readonly CodeColumnBuilder dyads = new();
    private readonly CodeColumnBuilder labels = new();
    private readonly CodeColumnBuilder qualities = new();
    private readonly CodeColumnBuilder continuations = new();
    private readonly CalendarUnit splitAt;
    private int firstDay = int.MaxValue;
    private int lastDay;
    private long incidents;

    /// <summary>An empty builder.</summary>
    /// <param name="splitAt">
    /// At whose edges an incident of several days is split: its figures are divided over the pieces by days, exactly, by largest remainder.
    /// Each piece is a row; the incident counts once, where it began. With <see cref="CalendarUnit.None"/> it stays whole, and falls outside
    /// a time key whose bucket it leaves.
    /// </param>
    public IncidentTableBuilder(CalendarUnit splitAt = CalendarUnit.None)
    {
        ArgumentOutOfRangeException.ThrowIfNegative((int)splitAt, nameof(splitAt));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)splitAt, (int)CalendarUnit.Year, nameof(splitAt));
        this.splitAt = splitAt;
    }

    /// <summary>How many rows there are: incidents, and the further pieces of those that were split.</summary>
    public int Rows { get; private set; }

    /// <summary>Appends one incident with its figures; a measure without a figure is unknown.</summary>
    /// <exception cref="ArgumentException">It ends before it begins, has a code of another builder, a precision outside 0 to 7, a date that is
    /// not of the ISO calendar from year 1 on, or two figures for one measure. The builder stays as it was.</exception>
    public void Append(in IncidentRow row, params ReadOnlySpan<Figure> figures)
    {
        int first = DayOf(row.Earliest, nameof(row));
        int last = row.Latest is { } latest ? DayOf(latest, nameof(row)) : first;
        if (last < first)
        {
            throw new ArgumentException($"An incident ends on {row.Latest:uuuu-MM-dd}, before it begins on {row.Earliest:uuuu-MM-dd}.", nameof(row));
        }

        Check(row, figures);
        if (splitAt != CalendarUnit.None && Calendar.NextStart(splitAt, first) <= last)
        {
            AppendPieces(row, first, last, figures);
            return;
        }

        AppendRow(row, first, last, !row.Continues);
        foreach (Figure figure in figures)
        {
            ColumnOf(figure.Measure).Append(Rows, figure, !row.Continues);
        }

        Rows++;
    }

    /// <summary>Appends many incidents with equally many figures each.</summary>
    /// <param name="rows">The incidents.</param>
    /// <param name="figures">The figures of the first incident, then those of the second, and so on.</param>
    /// <exception cref="ArgumentException">The figures do not divide evenly among the rows, or a row is refused by
    /// <see cref="Append"/>; the rows before it have been appended.</exception>
    public void AppendBatch(ReadOnlySpan<IncidentRow> rows, ReadOnlySpan<Figure> figures)
    {
        if (rows.IsEmpty ? !figures.IsEmpty : figures.Length % rows.Length != 0)
        {
            throw new ArgumentException($"{figures.Length} figures do not divide evenly among {rows.Length} rows.", nameof(figures));
        }

        int each = rows.IsEmpty ? 0 : figures.Length / rows.Length;
        for (int i = 0; i < rows.Length; i++)
        {
            Append(rows[i], figures.Slice(i * each, each));
        }
    }

    /// <summary>Makes a table of all rows so far.</summary>
    /// <param name="sortByDate">Whether to order the rows by their first day, which costs time here, saves the day column, and makes queries
    /// over a period or by time bucket faster.</param>
    public IncidentTable ToTable(bool sortByDate = true)
    {
        int origin = Rows == 0 ? 0 : firstDay;
        int span = Rows == 0 ? 0 : lastDay - firstDay + 1;
        CodeColumn unsortedDays = days.ToColumn(Rows, [], origin);
        (int[] places, int[] dayStarts) = sortByDate ? DateOrder.Of(unsortedDays, Rows, span) : ([], []);
        return new(new TableColumns
        {
            Rows = Rows,
            Incidents = incidents,
            FirstDay = origin,
            DayCount = span,
            DayStarts = sortByDate ? dayStarts : null,
            Days = sortByDate ? null : unsortedDays,
            Extents = extents.ToColumn(Rows, places),
            FirstSides = firstSides.ToColumn(Rows, places),
            SecondSides = secondSides.ToColumn(Rows, places),
            RegionCodes = regions.ToColumn(Rows, places),
            Kinds = kinds.ToColumn(Rows, places),
            Sources = sources.ToColumn(Rows, places),
            Dyads = dyads.ToColumn(Rows, places),
            Labels = labels.ToColumn(Rows, places),
            Qualities = qualities.ToColumn(Rows, places),
            Continuations = continuations.ToColumn(Rows, places),
            Columns = [.. ToColumns(places)],
            Actors = new(actorBook),
            Regions = new(regionBook),
            KindBook = new(kindBook),
            SourceBook = new(sourceBook),
            DyadBook = new(dyadBook),
            LabelBook = new(labelBook),
            RegionTree = new(regionTree),
            ActorLinks = new(actorLinks),
        });
    }

    private static int DayOf(LocalDate date, string parameter) =>
        date.Calendar == CalendarSystem.Iso && date.Year >= 1
            ? Calendar.DayOf(date)
            : throw new ArgumentException($"{date:uuuu-MM-dd} is not a date of the ISO calendar from year 1 on.", parameter);

    private void AppendPieces(in IncidentRow row, int first, int last, ReadOnlySpan<Figure> figures)
    {
        List<(int First, int Last)> pieces = [];
        for (int start = first; start <= last;)
        {
            int next = Math.Min(Calendar.NextStart(splitAt, start), last + 1);
            pieces.Add((start, next - 1));
            start = next;
        }

        long[] lengths = [.. pieces.Select(piece => (long)(piece.Last - piece.First + 1))];
        long[][] shares = new long[figures.Length * 3][];
        for (int i = 0; i < figures.Length; i++)
        {
            shares[3 * i] = Divide(figures[i].Low, lengths);
            shares[3 * i + 1] = Divide(figures[i].Best, lengths);
            shares[3 * i + 2] = Divide(figures[i].High, lengths);
        }

        for (int piece = 0; piece < lengths.Length; piece++)
        {
            bool begins = piece == 0 && !row.Continues;
            AppendRow(row, pieces[piece].First, pieces[piece].Last, begins);
            for (int i = 0; i < figures.Length; i++)
            {
                Measure measure = figures[i].Measure;
                Figure share = measure.Is(Share(shares[3 * i], piece), Share(shares[3 * i + 1], piece), Share(shares[3 * i + 2], piece));
                ColumnOf(measure).Append(Rows, share, begins);
            }

            Rows++;
        }

        static long[] Divide(long? count, long[] lengths)
        {
            if (count is not { } whole)
            {
                return [];
            }

            long[] parts = new long[lengths.Length];
            Apportionment.Divide(whole, lengths, parts);
            return parts;
        }

        static long? Share(long[] parts, int piece) => parts.Length == 0 ? null : parts[piece];
    }

    private void AppendRow(in IncidentRow row, int first, int last, bool begins)
    {
        if (Rows == Array.MaxLength)
        {
            throw new InvalidOperationException($"A table holds at most {Array.MaxLength} rows.");
        }

        days.Append(first);
        extents.Append(last - first);
        firstSides.Append(row.FirstSide.Ordinal);
        secondSides.Append(row.SecondSide.Ordinal);
        regions.Append(row.Region.Ordinal);
        kinds.Append(row.Kind.Ordinal);
        sources.Append(row.Source.Ordinal);
        dyads.Append(row.Dyad.Ordinal);
        labels.Append(row.Label.Ordinal);
        qualities.Append(Quality.Pack(row.PlacePrecision, row.DatePrecision, row.ActiveYear));
        continuations.Append(begins ? 0 : 1);
        firstDay = Math.Min(firstDay, first);
        lastDay = Math.Max(lastDay, last);
        incidents += begins ? 1 : 0;
    }

    private void Check(in IncidentRow row, ReadOnlySpan<Figure> figures)
    {
        actorBook.Check(row.FirstSide, nameof(row));
        actorBook.Check(row.SecondSide, nameof(row));
        regionBook.Check(row.Region, nameof(row));
        kindBook.Check(row.Kind, nameof(row));
        sourceBook.Check(row.Source, nameof(row));
        dyadBook.Check(row.Dyad, nameof(row));
        labelBook.Check(row.Label, nameof(row));
        Quality.Check(row.PlacePrecision, nameof(row));
        Quality.Check(row.DatePrecision, nameof(row));
        int seen = 0;
        foreach (Figure figure in figures)
        {
            int bit = 1 << figure.Measure.Index;
            if ((seen & bit) != 0)
            {
                throw new ArgumentException($"There are two figures for {figure.Measure}.", nameof(figures));
            }

            seen |= bit;
        }
    }

    private MeasureColumnBuilder ColumnOf(Measure measure) => measures[measure.Index] ??= new(measure);

    private List<MeasureColumn> ToColumns(ReadOnlySpan<int> places)
    {
        List<MeasureColumn> columns = [];
        foreach (MeasureColumnBuilder? measure in measures)
        {
            if (measure is not null)
            {
                columns.Add(measure.ToColumn(Rows, places));
            }
        }

        return columns;
    }
}
