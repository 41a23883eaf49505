using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends ACLED rows to a table that is being built.</summary>
internal sealed class AcledTabulator : RowTabulator
{
    private readonly AcledActors actors;
    private readonly RegionBook regions;
    private readonly RegionCodes regionCodes;
    private readonly AcledRow cells = new();
    private readonly TableCode<SourceId> source;
    private readonly CellMap<TableCode<ActorId>> sides = new();
    private readonly Dictionary<(LocalDate, int), (LocalDate First, LocalDate Last)> days = [];

    public AcledTabulator(RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        actors = new(reading);
        regions = new(reading, AcledFormat.Format, AcledFormat.IsoScheme);
        regionCodes = new(reading.Glossary, builder);
        reading.Glossary.Add(AcledFormat.TheSource);
        source = builder.CodeOf(AcledFormat.TheSource.Id);
    }

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        if (!cells.Read(row))
        {
            return;
        }

        if (cells.Day is not { } day)
        {
            row.Fail(MalformationCode.Date, "The row has no date.", cells.At.Date);
            return;
        }

        (LocalDate first, LocalDate last) = Days(day, cells.TimePrecision);
        Builder.Append(
            new()
            {
                Earliest = first,
                Latest = last,
                FirstSide = ActorOf(row, cells.At.One, cells.Inter1),
                SecondSide = ActorOf(row, cells.At.Two, cells.Inter2),
                Region = regionCodes.Of(regions.Of(row, cells.At.Regions)),
                Kind = cells.Kind == IncidentKind.Unknown ? default : Builder.CodeOf(cells.Kind.ToKindId()),
                Source = source,
                PlacePrecision = (int)AcledParties.PrecisionOf(cells.GeoPrecision),
                DatePrecision = cells.TimePrecision,
            },
            Measure.Killed.Is(null, cells.Fatalities, null));
    }

    private (LocalDate First, LocalDate Last) Days(LocalDate day, int precision)
    {
        if (!days.TryGetValue((day, precision), out var span))
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
