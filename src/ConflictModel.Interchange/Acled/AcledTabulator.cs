using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends ACLED rows to a table that is being built.</summary>
internal sealed class AcledTabulator : RowTabulator
{
    private readonly AcledActors actors;
    private readonly RegionBook regions;
    private readonly TableNames names;
    private readonly CellMap<TableCode<EventTypeId>> types = new();
    private readonly CellMap<TableCode<ActorId>> associates = new();
    private readonly AcledRow cells = new();
    private readonly TableCode<SourceId> source;
    private readonly CellMap<TableCode<ActorId>> sides = new();
    private readonly Dictionary<(LocalDate, int), (LocalDate First, LocalDate Last)> days = [];

    public AcledTabulator(RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        actors = new(reading);
        regions = new(reading, AcledFormat.Format, AcledFormat.IsoScheme);
        names = new(reading.Glossary, builder, AcledFormat.Format);
        reading.Glossary.Add(AcledFormat.TheSource);
        source = names.Of(AcledFormat.TheSource);
    }

    public override LocalDate? Begins => Span?.First;

    private (LocalDate First, LocalDate Last)? Span => cells.Day is { } day ? Days(day, cells.TimePrecision) : null;

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override bool Reads(Row row)
    {
        if (Builder.KeepsIds)
        {
            row.CheckId(cells.At.Id, AcledColumns.IdName);
        }

        return cells.Read(row);
    }

    protected override void Append(Row row)
    {
        (TableCode<ActorId> first, TableCode<ActorId> second) =
            (ActorOf(row, cells.At.One, cells.Inter1), ActorOf(row, cells.At.Two, cells.Inter2));
        (LocalDate First, LocalDate Last)? span = Span;
        (Measure, long?, long?, long?) dead = Measure.Killed.Is(null, cells.Fatalities, null);
        Builder.Append(
            new()
            {
                Id = Builder.KeepsIds ? IncidentId.From($"{AcledFormat.Format}:{row.IdOf(cells.At.Id)}") : default,
                When = Builder.KeepsIds && cells.Day is { } day ? AcledDays.Of(day, cells.TimePrecision) : default,
                Earliest = span?.First,
                Latest = span?.Last,

                // Who stands alone is the first, wherever the row has them; a target is the second, whoever attacked.
                FirstSide = first.IsStated || cells.IsOneSided ? first : second,
                SecondSide = first.IsStated || cells.IsOneSided ? second : default,
                Others = AssociatesOf(row),
                Region = names.Of(regions.Of(row, cells.At.Regions)),
                Kind = cells.Kind,
                EventType = TypeOf(row),
                Source = source,
                PlacePrecision = (int)AcledParties.PrecisionOf(cells.GeoPrecision),
                DatePrecision = cells.TimePrecision,
            },
            cells.AreDeadCivilians ? [dead, Measure.Killed.Civilians.Is(null, cells.Fatalities, null)] : [dead]);
    }

    public override bool TryPlace() => names.TryPlace();

    public override void End() => names.End();

    private TableCode<EventTypeId> TypeOf(Row row)
    {
        if (row[cells.At.Type].IsEmpty)
        {
            return default;
        }

        if (!types.Key(row[cells.At.Type]).TryGet(out TableCode<EventTypeId> code))
        {
            string name = AcledEvents.NameOf(row.Text(cells.At.Type));
            code = Builder.CodeOf(EventTypeId.From(LocalId.Of("", name)));
            Builder.Call(code, name);
            types.Add(code);
        }

        return code;
    }

    private TableCode<ActorId> AssociatesOf(Row row)
    {
        if (row[cells.At.One.Associates].IsEmpty && row[cells.At.Two.Associates].IsEmpty)
        {
            return default;
        }

        if (!associates.Key(row[cells.At.One.Associates]).And(row[cells.At.Two.Associates]).TryGet(out TableCode<ActorId> code))
        {
            string[] beside =
                [.. AcledParties.Split(row.Text(cells.At.One.Associates)), .. AcledParties.Split(row.Text(cells.At.Two.Associates))];
            code = Builder.CodeOf([.. beside.Select(name => actors.Of(name))]);
            associates.Add(code);
        }

        return code;
    }

    private (LocalDate First, LocalDate Last) Days(LocalDate day, int precision)
    {
        if (!days.TryGetValue((day, precision), out (LocalDate First, LocalDate Last) span))
        {
            UncertainDate date = AcledDays.Of(day, precision);
            span = (date.Earliest ?? day, date.Latest ?? day);
            days.Add((day, precision), span);
        }

        return span;
    }

    private TableCode<ActorId> ActorOf(Row row, AcledColumns.Party at, int inter)
    {
        if (!sides.Key(row[at.Actor]).TryGet(out TableCode<ActorId> code))
        {
            code = CellText.IsBlank(row[at.Actor]) ? default : Builder.CodeOf(actors.Of(row.Text(at.Actor), inter, row.IdOf(at.Inter)));
            sides.Add(code);
        }

        return code;
    }
}
