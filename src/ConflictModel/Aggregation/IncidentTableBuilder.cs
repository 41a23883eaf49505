using System.Text.Json.Serialization;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Collects incidents row by row or in batches and makes <see cref="IncidentTable"/>s of them.</summary>
/// <remarks>
/// First give ids codes (<see cref="CodeOf(ActorId)"/> and its like), then append rows that bear them. More rows can be appended after a
/// table was made; the table made before stays as it was. Not safe for use by several threads at once.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class IncidentTableBuilder
{
    private const string Incidents = "incidents";

    /// <summary>Columns hold no number below zero: days are collected from NodaTime's first.</summary>
    private static readonly int Origin = (int)Days.Of(LocalDate.MinIsoValue);

    /// <summary>Asking the enum itself would cost each row more than all its other checks.</summary>
    private static readonly bool[] IsKind = MarkKinds();

    private readonly MeasureColumnBuilder?[] measures = new MeasureColumnBuilder?[Measure.Kinds];
    private readonly CodeColumnBuilder days = new();
    private readonly CodeColumnBuilder extents = new();
    private readonly CodeColumnBuilder firstSides = new();
    private readonly CodeColumnBuilder secondSides = new();
    private readonly CodeColumnBuilder others = new();
    private readonly CodeColumnBuilder regions = new();
    private readonly CodeColumnBuilder kinds = new();
    private readonly CodeColumnBuilder qualities = new();
    private readonly CodeColumnBuilder continuations = new();
    private TextColumnBuilder ids = new();
    private TextColumnBuilder dates = new();
    private readonly List<int> undated = [];
    private readonly List<int> pieceRows = [];
    private readonly BucketScheme[] splitAt;
    private int firstDay = int.MaxValue;
    private int lastDay = int.MinValue;
    private long incidents;
    private bool holdsUnit;
    private (LocalDate Day, int Number) lastNumbered = (default, (int)Days.Of(default));

    /// <summary>An empty builder.</summary>
    /// <param name="splitAt">
    /// At the edges of whose buckets an incident of several days is split: its figures are divided over the pieces by days, all together,
    /// as <see cref="Spread"/> does it. Each piece is a row; the incident counts once, where it began. With none it stays whole, and falls
    /// outside a time key whose bucket it leaves.
    /// </param>
    public IncidentTableBuilder(params IEnumerable<BucketScheme> splitAt) => this.splitAt = [.. splitAt.ToValueList()];

    /// <summary>
    /// Whether those who append incidents of files and data sets are to state <see cref="IncidentRow.Id"/> and
    /// <see cref="IncidentRow.When"/>, for a file or a database: sums have no use for them. False unless it is set.
    /// </summary>
    public bool KeepsIds { get; init; }

    /// <summary>How many rows there are: incidents, and the further pieces of those that were split.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// How many incidents stayed whole because they would have made more pieces than <see cref="Spread.MaxBuckets"/>. They are outside
    /// every key of time whose bucket they leave.
    /// </summary>
    public long TooLongToSplit { get; private set; }

    /// <summary>What the rows are: <c>incidents</c> unless another unit was declared.</summary>
    public string RowUnit { get; private set; } = Incidents;

    /// <summary>
    /// Says what the rows are that are appended from here on. A table has rows of one unit: a published total of a year is never added to
    /// the incidents that it counts, nor to other totals of them.
    /// </summary>
    /// <param name="unit">The unit, as a sentence has it: "dyad-years of UCDP 24.1".</param>
    /// <exception cref="InvalidOperationException">There are rows of another unit, or were before <see cref="Clear()"/>.</exception>
    public void DeclareRowUnit(string unit = Incidents)
    {
        ArgumentException.ThrowIfNullOrEmpty(unit);
        if (unit != RowUnit && (Rows > 0 || holdsUnit))
        {
            throw new InvalidOperationException($"The table holds {RowUnit}; {unit} are never added to them.");
        }

        RowUnit = unit;
    }

    /// <summary>
    /// Appends one incident with its figures, which <see cref="Measure.Is(long)"/> makes; a measure without a figure is unknown.
    /// </summary>
    /// <exception cref="ArgumentException">It ends before it begins or ends without beginning, has a code of another builder, a precision
    /// outside 0 to 7, a negative figure, a figure of a measure's best alone, or two figures for one measure. The builder stays as it
    /// was.</exception>
    public void Append(in IncidentRow row, params ReadOnlySpan<(Measure Measure, long? Low, long? Best, long? High)> figures)
    {
        Check(row, figures);
        if (row.Earliest is not { } earliest)
        {
            undated.Add(Rows);
            AppendPiece(row, null, figures, begins: true);
            return;
        }

        int first = NumberOf(earliest);
        (int First, int Last) span = (first, row.Latest is { } latest && latest != earliest ? (int)Days.Of(latest) : first);
        if (splitAt.Length == 0 || span.First == span.Last)
        {
            AppendPiece(row, span, figures, begins: true);
        }
        else if (Pieces.Of(span.First, span.Last, splitAt) is not { } pieces)
        {
            TooLongToSplit++;
            AppendPiece(row, span, figures, begins: true);
        }
        else if (pieces.Count == 1)
        {
            AppendPiece(row, span, figures, begins: true);
        }
        else
        {
            (Measure, long?, long?, long?)[][] shares = pieces.Divide(figures);
            for (int piece = 0; piece < pieces.Count; piece++)
            {
                pieceRows.Add(Rows);
                AppendPiece(row, pieces[piece], shares[piece], begins: piece == 0);
            }
        }
    }

    /// <summary>Makes a table of all rows so far.</summary>
    /// <param name="sortByDate">Whether to order the rows by their first day, which costs time here, saves the day column, and makes
    /// queries over a period or by time bucket faster.</param>
    /// <exception cref="Hierarchies.HierarchyCycleException">A region lies within itself, or affiliations that hold on one day make an
    /// actor part of itself.</exception>
    public IncidentTable ToTable(bool sortByDate = true)
    {
        int origin = firstDay == int.MaxValue ? 0 : firstDay;
        int span = firstDay == int.MaxValue ? 0 : lastDay - firstDay + 1;
        CodeColumn unsortedDays = DayColumn(origin, span);
        (int[] places, int[] dayStarts) = sortByDate ? DateOrder.Of(unsortedDays, Rows, span + (undated.Count > 0 ? 1 : 0)) : ([], []);
        CodeBook<ActorId> actors = new(actorBook);
        CodeBook<RegionId> areas = new(regionBook);
        (Dictionary<CodeColumnBuilder, CodeColumn> codes, MeasureColumn[] figures) = MakeColumns(places);
        return new(new TableColumns
        {
            Rows = Rows,
            Incidents = incidents,
            FirstDay = origin,
            DayCount = span,
            HasUndated = undated.Count > 0,
            DayStarts = sortByDate ? dayStarts : null,
            Days = sortByDate ? null : unsortedDays,
            Extents = codes[extents],
            FirstSides = codes[firstSides],
            SecondSides = codes[secondSides],
            Others = codes[others],
            RegionCodes = codes[regions],
            Kinds = codes[kinds],
            Coded = [sources.ToColumn(codes), dyads.ToColumn(codes), conflicts.ToColumn(codes), eventTypes.ToColumn(codes)],
            Qualities = codes[qualities],
            Continuations = codes[continuations],
            Ids = ids.ToColumn(Rows, places),
            Dates = dates.ToColumn(Rows, places),
            Pieces = [.. places.Length == 0 ? pieceRows : pieceRows.Select(row => places[row])],
            Columns = figures,
            Actors = actors,
            Regions = areas,
            RegionTree = new(Hierarchy, areas, new Dictionary<RegionId, Region>(regionsDefined)),
            ActorLinks = new([.. affiliations], Hierarchy, actors, ActorsOfCoalitions()),
        });
    }

    /// <summary>The days from the first; rows without a day have the day after the last, which is in no bucket.</summary>
    private CodeColumn DayColumn(int origin, int span)
    {
        CodeColumn column = days.ToColumn(Rows, [], origin - Origin);
        if (undated.Count == 0)
        {
            return column;
        }

        int[] marked = new int[Rows];
        for (int row = 0; row < marked.Length; row++)
        {
            marked[row] = column[row];
        }

        foreach (int row in undated)
        {
            marked[row] = span;
        }

        return CodeColumn.Of(marked);
    }

    private void AppendPiece(
        in IncidentRow row,
        (int First, int Last)? span, ReadOnlySpan<(Measure Measure, long? Low, long? Best, long? High)> figures, bool begins)
    {
        if (Rows == Array.MaxLength)
        {
            throw new InvalidOperationException($"A table holds at most {Array.MaxLength} rows.");
        }

        if (span is var (first, last))
        {
            firstDay = Math.Min(firstDay, first);
            lastDay = Math.Max(lastDay, last);
        }

        days.Append(span is { } dated ? dated.First - Origin : 0);
        extents.Append(span is { } lasting ? lasting.Last - lasting.First : 0);
        firstSides.Append(row.FirstSide.Ordinal);
        secondSides.Append(row.SecondSide.Ordinal);
        others.Append(row.Others.Ordinal);
        regions.Append(row.Region.Ordinal);
        kinds.Append(CodeOf(row.Kind));
        AppendCodes(row);
        AppendTexts(row);
        qualities.Append(Quality.Pack(row.PlacePrecision, row.DatePrecision, row.ActiveYear));
        continuations.Append(begins ? 0 : 1);
        incidents += begins ? 1 : 0;
        foreach (ref readonly (Measure Measure, long? Low, long? Best, long? High) figure in figures)
        {
            MeasureColumnBuilder column = measures[figure.Measure.Index] ??= new(figure.Measure);
            column.Append(Rows, figure.Low ?? -1, figure.Best ?? -1, figure.High ?? -1, begins);
        }

        Rows++;
    }

    /// <summary>The number of a day. Rows of one day often stand together.</summary>
    private int NumberOf(LocalDate day)
    {
        if (day != lastNumbered.Day)
        {
            lastNumbered = (day, (int)Days.Of(day));
        }

        return lastNumbered.Number;
    }

    private static int CodeOf(IncidentKind kind) => kind == IncidentKind.Unknown ? 0 : (int)kind;

    private static bool IsNoneOrKind(IncidentKind kind)
    {
        int number = (int)kind;
        return number == 0 || (number > 0 && number < IsKind.Length && IsKind[number]);
    }

    private static bool[] MarkKinds()
    {
        IncidentKind[] kinds = Enum.GetValues<IncidentKind>();
        bool[] marks = new bool[(int)kinds[^1] + 1];
        foreach (IncidentKind kind in kinds)
        {
            marks[(int)kind] = true;
        }

        return marks;
    }

    private void Check(in IncidentRow row, ReadOnlySpan<(Measure Measure, long? Low, long? Best, long? High)> figures)
    {
        if (row.Latest is { } latest && row.Earliest != latest && !(row.Earliest < latest))
        {
            throw new ArgumentException(
                row.Earliest is null
                    ? $"An incident ends on {latest:uuuu-MM-dd} without beginning."
                    : $"An incident ends on {latest:uuuu-MM-dd}, before it begins on {row.Earliest:uuuu-MM-dd}.",
                nameof(row));
        }

        CheckCodes(row);
        if (!IsNoneOrKind(row.Kind))
        {
            throw new ArgumentException($"{row.Kind} is not a kind of incident.", nameof(row));
        }

        Quality.Check(row.PlacePrecision, nameof(row));
        Quality.Check(row.DatePrecision, nameof(row));
        int seen = 0;
        foreach (ref readonly (Measure Measure, long? Low, long? Best, long? High) figure in figures)
        {
            int bit = 1 << figure.Measure.Index;
            if (figure.Measure.IsBest || (seen & bit) != 0)
            {
                throw new ArgumentException(
                    figure.Measure.IsBest
                        ? $"{figure.Measure} is for queries; a row has figures of {figure.Measure.Among(figure.Measure.Group)}."
                        : $"There are two figures for {figure.Measure}.",
                    nameof(figures));
            }

            if (IsOutside(figure.Low) || IsOutside(figure.Best) || IsOutside(figure.High))
            {
                throw new ArgumentOutOfRangeException(nameof(figures), $"A figure for {figure.Measure} is below 0 or too large.");
            }

            seen |= bit;
        }

        // Below zero is far above as a number without a sign.
        static bool IsOutside(long? figure) => unchecked((ulong)figure.GetValueOrDefault()) >= long.MaxValue;
    }
}
