using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>What an <see cref="IncidentTable"/> holds, as the kernels read it.</summary>
internal sealed class TableColumns
{
    private readonly Lazy<TableColumns> byActor;
    private readonly Lazy<SplitIncidents?> split;

    public TableColumns() => (byActor, split) = (new(TakeByActor), new(TakeSplit));

    public required int Rows { get; init; }

    public required long Incidents { get; init; }

    /// <summary>The first day of any row, counted as <see cref="Time.Days"/> does.</summary>
    public required int FirstDay { get; init; }

    /// <summary>
    /// How many days there are from the first to the last that any row reaches. Rows without a day stand on the day after.
    /// </summary>
    public required int DayCount { get; init; }

    /// <summary>Whether some rows have no day.</summary>
    public required bool HasUndated { get; init; }

    /// <summary>
    /// Whether all rows lie in the period of the one query that the table was made for, so that it need not ask for their days.
    /// </summary>
    public bool LiesInPeriod { get; init; }

    /// <summary>The first row of each day from <see cref="FirstDay"/> on (and of those without a day), with the number of rows at the end;
    /// null if rows are not sorted.</summary>
    public required int[]? DayStarts { get; init; }

    /// <summary>The first day of each row, from <see cref="FirstDay"/>; null if rows are sorted.</summary>
    public required CodeColumn? Days { get; init; }

    /// <summary>How many days after its first each row ends.</summary>
    public required CodeColumn Extents { get; init; }

    public CodeColumn FirstSides
    {
        get => field ??= Read(nameof(FirstSides));
        init;
    }

    public CodeColumn SecondSides
    {
        get => field ??= Read(nameof(SecondSides));
        init;
    }

    public CodeColumn Others
    {
        get => field ??= Read(nameof(Others));
        init;
    }

    /// <summary>The one actor whom the row is about, in a table that has a row for each actor of an incident; null in any other.</summary>
    public CodeColumn? Participants { get; init; }

    /// <summary>
    /// Of a table of some incidents, which of them each row is of, from 1: the values of <see cref="GroupKey.Record"/>; null in any other.
    /// </summary>
    public CodeColumn? Records { get; init; }

    public CodeColumn RegionCodes
    {
        get => field ??= Read(nameof(RegionCodes));
        init;
    }

    public CodeColumn Kinds
    {
        get => field ??= Read(nameof(Kinds));
        init;
    }

    /// <summary>The columns of ids that stand in one column each.</summary>
    public required CodedColumn[] Coded { get; init; }

    public CodeColumn Qualities
    {
        get => field ??= Read(nameof(Qualities));
        init;
    }

    /// <summary>1 for the later pieces of an incident that was split.</summary>
    public required CodeColumn Continuations { get; init; }

    /// <summary>What the source calls each incident; null where no row has it.</summary>
    public TextColumn? Ids
    {
        get => field ??= Reader?.ReadTexts(nameof(Ids));
        init;
    }

    /// <summary>The date of each incident as it was reported; null where no row has one.</summary>
    public TextColumn? Dates
    {
        get => field ??= Reader?.ReadTexts(nameof(Dates));
        init;
    }

    /// <summary>The rows of the incidents that were split: incident by incident, each in order of time.</summary>
    public required int[] Pieces { get; init; }

    /// <summary>The figures of all measures.</summary>
    public MeasureColumn[] Columns
    {
        get => field ??= [.. Reader is { } reader ? reader.Measures.Select(reader.ReadFigures) : []];
        init;
    }

    /// <summary>The measures of which there are figures.</summary>
    public IEnumerable<Measure> Measures => Reader?.Measures ?? Columns.Select(column => column.Measure);

    /// <summary>Gives the columns that were not set, when they are first asked for; null where all were.</summary>
    public IColumnReader? Reader { get; init; }

    public required CodeBook<ActorId> Actors { get; init; }

    public required CodeBook<RegionId> Regions { get; init; }

    public required RegionTree RegionTree { get; init; }

    public required ActorLinks ActorLinks { get; init; }

    public IEnumerable<CodeColumn> CodeColumns =>
        [.. Days is null ? (ReadOnlySpan<CodeColumn>)[] : [Days], Extents, FirstSides, SecondSides, Others,
            RegionCodes, Kinds, .. Coded.Select(column => column.Codes), Qualities, Continuations,
            .. ((ReadOnlySpan<TextColumn?>)[Ids, Dates]).ToArray().OfType<TextColumn>().Select(column => column.Codes)];

    /// <summary>
    /// The same incidents with a row for each actor that took part, the members of coalitions each; worked out once, when it is first asked
    /// for.
    /// </summary>
    public TableColumns ByActor => byActor.Value;

    /// <summary>The incidents that were split, by themselves; null if none was. Worked out once, when it is first asked for.</summary>
    public SplitIncidents? Split => split.Value;

    /// <summary>How many rows have a day, which come first where rows are sorted.</summary>
    public int DatedRows => DayStarts is null ? Rows : DayStarts[DayCount];

    /// <summary>The column of a kind of id.</summary>
    public CodedColumn<TId> Of<TId>()
        where TId : struct, IId<TId> => Coded.OfType<CodedColumn<TId>>().Single();

    /// <summary>Sets the first day of each row from <paramref name="start"/> on.</summary>
    public void FillDays(int start, Span<int> days)
    {
        if (DayStarts is null)
        {
            Days!.CopyTo(start, days);
            return;
        }

        int day = 0;
        for (int i = 0; i < days.Length; i++)
        {
            days[i] = day = DateOrder.DayOf(DayStarts, start + i, day);
        }
    }

    /// <summary>The first day of each of some rows.</summary>
    public CodeColumn DaysOf(int[] rows)
    {
        int day = 0;
        return DayStarts is null
            ? Days!.Take(rows)
            : CodeColumn.Of(Array.ConvertAll(rows, row => day = DateOrder.DayOf(DayStarts, row, day)));
    }

    /// <summary>The first days, from <see cref="FirstDay"/>, of the stretches over which the same affiliations hold.</summary>
    /// <remarks>Only those that some row reaches; a row without a day may reach any.</remarks>
    public int[] EraStarts() => HasUndated
        ? [int.MinValue, .. ActorLinks.Changes().Select(day => (int)day - FirstDay)]
        : [0, .. ActorLinks.Changes().Select(day => (int)day - FirstDay).Where(day => day > 0 && day < DayCount)];

    /// <summary>The date of a day from <see cref="FirstDay"/>; NodaTime's first for an era without a beginning.</summary>
    public LocalDate DateOf(int day) =>
        day == int.MinValue ? LocalDate.MinIsoValue : Time.Days.ToDate(FirstDay + day) ?? LocalDate.MinIsoValue;

    /// <summary>How many incidents begin in rows from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public long IncidentsBetween(int start, int end)
    {
        long later = 0;
        foreach (byte flag in Continuations.Values is byte[] flags ? flags.AsSpan(start, end - start) : default)
        {
            later += flag;
        }

        return end - start - later;
    }

    public MeasureColumn? ColumnOf(Measure measure)
    {
        MeasureColumn? column = Reader is { } reader
            ? reader.Measures.Any(one => one == measure || one.AsBest == measure)
                ? reader.ReadFigures(Measure.Of(measure.Harm).Among(measure.Group)) : null
            : Array.Find(Columns, column => column.Measure == measure || column.Measure.AsBest == measure);
        return measure.IsBest ? column?.Best ?? column : column;
    }

    /// <summary>The same table of which no row is looked at; it still says how many incidents there are.</summary>
    public TableColumns WithoutRows()
    {
        var none = CodeColumn.Allocate(0, 0);
        return new()
        {
            Rows = 0,
            Incidents = Incidents,
            FirstDay = FirstDay,
            DayCount = DayCount,
            HasUndated = HasUndated,
            LiesInPeriod = LiesInPeriod,
            DayStarts = null,
            Days = none,
            Extents = none,
            FirstSides = none,
            SecondSides = none,
            Others = none,
            Participants = none,
            RegionCodes = none,
            Kinds = none,
            Coded = Array.ConvertAll(Coded, column => column.WithoutRows()),
            Qualities = none,
            Continuations = none,
            Pieces = [],
            Columns = [],
            Actors = Actors,
            Regions = Regions,
            RegionTree = RegionTree,
            ActorLinks = ActorLinks,
        };
    }

    private CodeColumn Read(string name) =>
        Reader?.ReadCodes(name) ?? throw new InvalidOperationException($"The table was made without {name}.");

    private TableColumns TakeByActor()
    {
        List<int> rows = new(Rows * 2);
        List<int> actors = new(Rows * 2);
        SortedSet<int> here = [];
        for (int row = 0; row < Rows; row++)
        {
            here.Clear();
            here.UnionWith(ActorLinks.MembersOf(FirstSides[row]));
            here.UnionWith(ActorLinks.MembersOf(SecondSides[row]));
            here.UnionWith(ActorLinks.MembersOf(Others[row]));
            if (here.Count == 0)
            {
                here.Add(0);
            }

            foreach (int actor in here)
            {
                rows.Add(row);
                actors.Add(actor);
            }
        }

        int[] taken = [.. rows];
        int[]? starts = DayStarts is null ? null : Array.ConvertAll(DayStarts, start => FirstOf(taken, start));
        return Take(
            taken, starts, Days?.Take(taken), CodeColumn.Of([.. actors]), PiecesByActor(taken), TakenFigures(taken), Records?.Take(taken));
    }

    private SplitIncidents? TakeSplit()
    {
        if (Pieces.Length == 0)
        {
            return null;
        }

        return new(
            Take(Pieces, null, DaysOf(Pieces), Participants?.Take(Pieces), [], Reader is null ? [] : null, Records?.Take(Pieces)),
            Pieces, ColumnOf);
    }

    /// <summary>The pieces of an incident stand once for each actor in it, all those of one actor after another.</summary>
    private int[] PiecesByActor(int[] taken)
    {
        List<int> pieces = [];
        for (int first = 0; first < Pieces.Length;)
        {
            int end = first + 1;
            while (end < Pieces.Length && Continuations[Pieces[end]] != 0)
            {
                end++;
            }

            int actors = FirstOf(taken, Pieces[first] + 1) - FirstOf(taken, Pieces[first]);
            for (int actor = 0; actor < actors; actor++)
            {
                foreach (int piece in Pieces[first..end])
                {
                    pieces.Add(FirstOf(taken, piece) + actor);
                }
            }

            first = end;
        }

        return [.. pieces];
    }

    /// <summary>Some of the rows of a table that is not sorted, with their figures, and which records they are of.</summary>
    public TableColumns Take(int[] rows, CodeColumn days, int[] pieces, CodeColumn records) =>
        Take(rows, null, days, null, pieces, TakenFigures(rows), records);

    /// <summary>Some of the rows.</summary>
    private TableColumns Take(
        int[] rows, int[]? starts, CodeColumn? days, CodeColumn? participants, int[] pieces, MeasureColumn[]? columns,
        CodeColumn? records) =>
        Take(rows, starts, (days, Extents.Take(rows), Continuations.Take(rows)), participants, pieces, columns, records, hasTexts: false);

    private MeasureColumn[]? TakenFigures(int[] rows) =>
        Reader is null ? Array.ConvertAll(Columns, column => column.Take(rows)) : null;

    /// <summary>The same incidents cut into more rows, which are not sorted: each row's own days, and which rows go on.</summary>
    public TableColumns Cut(
        int[] rows, CodeColumn days, CodeColumn extents, CodeColumn later, int[] pieces, MeasureColumn[] columns) =>
        Take(rows, null, (days, extents, later), null, pieces, columns, null, hasTexts: true);

    private TableColumns Take(
        int[] rows, int[]? starts, (CodeColumn? Days, CodeColumn Extents, CodeColumn Later) cut, CodeColumn? participants, int[] pieces,
        MeasureColumn[]? columns, CodeColumn? records, bool hasTexts)
    {
        (CodeColumn? days, CodeColumn extents, CodeColumn later) = cut;
        return new()
        {
            Rows = rows.Length,
            Incidents = rows.Length - (later.Values as byte[] ?? []).Sum(flag => (long)flag),
            FirstDay = FirstDay,
            DayCount = DayCount,
            HasUndated = HasUndated,
            LiesInPeriod = LiesInPeriod,
            DayStarts = starts,
            Days = days,
            Extents = extents,
            FirstSides = Taken(static table => table.FirstSides),
            SecondSides = Taken(static table => table.SecondSides),
            Others = Taken(static table => table.Others),
            Participants = participants,
            Records = records,
            RegionCodes = Taken(static table => table.RegionCodes),
            Kinds = Taken(static table => table.Kinds),
            Coded = Array.ConvertAll(Coded, column => column.Take(rows)),
            Qualities = Taken(static table => table.Qualities),
            Continuations = later,
            Ids = hasTexts ? Ids?.Take(rows) : null,
            Dates = hasTexts ? Dates?.Take(rows) : null,
            Pieces = pieces,
            Columns = columns!,
            Reader = Reader is null || columns is not null ? null : new TakenColumns(this, rows),
            Actors = Actors,
            Regions = Regions,
            RegionTree = RegionTree,
            ActorLinks = ActorLinks,
        };

        // What is read when it is asked for is taken when it is asked for.
        CodeColumn Taken(Func<TableColumns, CodeColumn> column) => Reader is null || hasTexts ? column(this).Take(rows) : null!;
    }

    /// <summary>The place of the first row at or after one.</summary>
    private static int FirstOf(int[] rows, int row)
    {
        (int low, int high) = (0, rows.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = rows[middle] < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
