using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Incidents as columns, to be appended to a table at once: <see cref="IncidentTableBuilder.AppendBatch"/>.</summary>
/// <remarks>
/// <para>
/// Each column says of one incident after the other what <see cref="IncidentRow"/> says of one. A column that was never asked for is not
/// there, and states nothing of any incident. Columns keep what they hold, so that a batch can be filled again and again: whoever fills it
/// writes every incident of the columns that it has. Ids and dates as they were reported are not in a batch.
/// </para>
/// <para>Not safe for use by several threads at once; filling it touches nothing else, so that several can be filled side by side.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class IncidentBatch
{
    private readonly BatchFigures?[] figures = new BatchFigures?[Measure.Kinds];

    /// <summary>A batch that says nothing of any incident.</summary>
    /// <param name="capacity">How many incidents it can hold.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public IncidentBatch(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        EarliestColumn = new(capacity);
        LatestColumn = new(capacity);
        FirstSidesColumn = new(capacity);
        SecondSidesColumn = new(capacity);
        OthersColumn = new(capacity);
        RegionsColumn = new(capacity);
        KindsColumn = new(capacity);
        EventTypesColumn = new(capacity);
        SourcesColumn = new(capacity);
        DyadsColumn = new(capacity);
        ConflictsColumn = new(capacity);
        PlacePrecisionsColumn = new(capacity);
        DatePrecisionsColumn = new(capacity);
        ActiveYearsColumn = new(capacity);
    }

    /// <summary>How many incidents it can hold: the length of each column.</summary>
    public int Capacity { get; }

    /// <inheritdoc cref="IncidentRow.Earliest"/>
    public Span<LocalDate?> Earliest => EarliestColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Latest"/>
    public Span<LocalDate?> Latest => LatestColumn.Cells;

    /// <inheritdoc cref="IncidentRow.FirstSide"/>
    public Span<TableCode<ActorId>> FirstSides => FirstSidesColumn.Cells;

    /// <inheritdoc cref="IncidentRow.SecondSide"/>
    public Span<TableCode<ActorId>> SecondSides => SecondSidesColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Others"/>
    public Span<TableCode<ActorId>> Others => OthersColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Region"/>
    public Span<TableCode<RegionId>> Regions => RegionsColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Kind"/>
    public Span<IncidentKind> Kinds => KindsColumn.Cells;

    /// <inheritdoc cref="IncidentRow.EventType"/>
    public Span<TableCode<EventTypeId>> EventTypes => EventTypesColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Source"/>
    public Span<TableCode<SourceId>> Sources => SourcesColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Dyad"/>
    public Span<TableCode<DyadId>> Dyads => DyadsColumn.Cells;

    /// <inheritdoc cref="IncidentRow.Conflict"/>
    public Span<TableCode<ConflictId>> Conflicts => ConflictsColumn.Cells;

    /// <inheritdoc cref="IncidentRow.PlacePrecision"/>
    public Span<int> PlacePrecisions => PlacePrecisionsColumn.Cells;

    /// <inheritdoc cref="IncidentRow.DatePrecision"/>
    public Span<int> DatePrecisions => DatePrecisionsColumn.Cells;

    /// <inheritdoc cref="IncidentRow.ActiveYear"/>
    public Span<Truth> ActiveYears => ActiveYearsColumn.Cells;

    /// <summary>The low figures of a measure: below zero, as all are at first, for one that is unknown.</summary>
    /// <exception cref="ArgumentException"><paramref name="measure"/> is a best figure alone, which is for queries.</exception>
    public Span<long> Low(Measure measure) => FiguresOf(measure).Low.Cells;

    /// <summary>The best figures of a measure: below zero, as all are at first, for one that is unknown.</summary>
    /// <inheritdoc cref="Low"/>
    public Span<long> Best(Measure measure) => FiguresOf(measure).Best.Cells;

    /// <summary>The high figures of a measure: below zero, as all are at first, for one that is unknown.</summary>
    /// <inheritdoc cref="Low"/>
    public Span<long> High(Measure measure) => FiguresOf(measure).High.Cells;

    internal BatchColumn<LocalDate?> EarliestColumn { get; }

    internal BatchColumn<LocalDate?> LatestColumn { get; }

    internal BatchColumn<TableCode<ActorId>> FirstSidesColumn { get; }

    internal BatchColumn<TableCode<ActorId>> SecondSidesColumn { get; }

    internal BatchColumn<TableCode<ActorId>> OthersColumn { get; }

    internal BatchColumn<TableCode<RegionId>> RegionsColumn { get; }

    internal BatchColumn<IncidentKind> KindsColumn { get; }

    internal BatchColumn<TableCode<EventTypeId>> EventTypesColumn { get; }

    internal BatchColumn<TableCode<SourceId>> SourcesColumn { get; }

    internal BatchColumn<TableCode<DyadId>> DyadsColumn { get; }

    internal BatchColumn<TableCode<ConflictId>> ConflictsColumn { get; }

    internal BatchColumn<int> PlacePrecisionsColumn { get; }

    internal BatchColumn<int> DatePrecisionsColumn { get; }

    internal BatchColumn<Truth> ActiveYearsColumn { get; }

    /// <summary>The figures of each measure that was asked for.</summary>
    internal IEnumerable<BatchFigures> Figures => figures.OfType<BatchFigures>();

    /// <summary>One of the incidents.</summary>
    internal IncidentRow RowAt(int row) => new()
    {
        Earliest = EarliestColumn[row],
        Latest = LatestColumn[row],
        FirstSide = FirstSidesColumn[row],
        SecondSide = SecondSidesColumn[row],
        Others = OthersColumn[row],
        Region = RegionsColumn[row],
        Kind = KindsColumn[row],
        EventType = EventTypesColumn[row],
        Source = SourcesColumn[row],
        Dyad = DyadsColumn[row],
        Conflict = ConflictsColumn[row],
        PlacePrecision = PlacePrecisionsColumn[row],
        DatePrecision = DatePrecisionsColumn[row],
        ActiveYear = ActiveYearsColumn[row],
    };

    /// <summary>The figures of one of the incidents.</summary>
    internal (Measure Measure, long? Low, long? Best, long? High)[] FiguresAt(int row) =>
        [.. Figures.Select(figure => figure.Measure.Is(Said(figure.Low[row]), Said(figure.Best[row]), Said(figure.High[row])))];

    private BatchFigures FiguresOf(Measure measure) =>
        measure.Index < figures.Length && figures[measure.Index] is { } known ? known : Make(measure);

    private BatchFigures Make(Measure measure) => measure.IsBest
        ? throw new ArgumentException($"{measure} is for queries; a row has figures of {measure.Among(measure.Group)}.", nameof(measure))
        : figures[measure.Index] = new(measure, Capacity);

    private static long? Said(long figure) => figure < 0 ? null : figure;
}
