using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends ACLED rows to a table that is being built.</summary>
internal sealed class AcledTabulator(IncidentTableBuilder builder)
{
    private readonly RegionCoder regions = new(builder, AcledFormat.Name);
    private readonly TableCode<SourceId> source = builder.CodeOf(AcledFormat.Source.Id);
    private readonly Dictionary<string, TableCode<ActorId>> actors = [];
    private readonly Dictionary<(string, string), TableCode<KindId>> kinds = [];
    private readonly Dictionary<(string, string, string, string, string, string), TableCode<RegionId>> places = [];
    private readonly Dictionary<(LocalDate, int), (LocalDate First, LocalDate Last)> days = [];
    private ColumnSet? bound;
    private AcledColumns at = new(_ => -1);

    /// <summary>Appends a row unless it is malformed, which <see cref="Row.Fault"/> tells.</summary>
    public bool TryAppend(Row row)
    {
        if (!ReferenceEquals(bound, row.Columns))
        {
            bound = row.Columns;
            at = new(bound.IndexOf);
            if (!AcledFormat.Matches(bound))
            {
                row.Fail(MalformationCode.Header, "The columns are not those of ACLED.");
            }
        }

        if (row.Fault is not null)
        {
            return false;
        }

        int precision = CodeOf(row, at.TimePrecision, "time_precision");
        int place = CodeOf(row, at.GeoPrecision, "geo_precision");
        (LocalDate first, LocalDate last) = Days(row, precision);
        TableCode<KindId> kind = KindOf(row);
        long? fatalities = null;
        if (row[at.Fatalities].Length > 0)
        {
            if (!CellText.TryCount(row[at.Fatalities], out long count))
            {
                row.Fail(MalformationCode.Number, $"'{row[at.Fatalities]}' is no count of people.", at.Fatalities);
            }

            fatalities = count;
        }

        if (row.Fault is not null)
        {
            return false;
        }

        builder.Append(
            new()
            {
                Earliest = first,
                Latest = last,
                FirstSide = ActorOf(row[at.Actor1]),
                SecondSide = ActorOf(row[at.Actor2]),
                Region = RegionOf(row),
                Kind = kind,
                Source = source,
                PlacePrecision = (int)AcledParties.PrecisionOf(place),
                DatePrecision = precision,
            },
            Measure.Killed.Is(null, fatalities, null));
        return true;
    }

    private static int CodeOf(Row row, int index, string name)
    {
        int code = 0;
        if (row[index].Length > 0 && !CellText.TryCode(row[index], 3, out code))
        {
            row.Fail(MalformationCode.UnknownCode, $"'{row[index]}' is no {name}: 1 to 3 are.", index);
        }

        return code;
    }

    private (LocalDate First, LocalDate Last) Days(Row row, int precision)
    {
        if (row.Fault is not null || !CellText.TryDayOrNamed(row[at.Date], out LocalDate day))
        {
            row.Fail(MalformationCode.Date, $"'{row[at.Date]}' is no date such as 2016-01-31.", at.Date);
            return default;
        }

        if (!days.TryGetValue((day, precision), out var span))
        {
            UncertainDate date = AcledDays.Of(day, precision);
            span = (date.Earliest ?? day, date.Latest ?? day);
            days.Add((day, precision), span);
        }

        return span;
    }

    private TableCode<KindId> KindOf(Row row)
    {
        (string type, string sub) = (row[at.Type], row[at.SubType]);
        if (!kinds.TryGetValue((type, sub), out TableCode<KindId> code))
        {
            if (type.Length > 0 || sub.Length > 0)
            {
                if (AcledCodes.KindOf(type, sub) is not { } kind)
                {
                    row.Fail(MalformationCode.UnknownCode, $"'{type}' with '{sub}' is no event_type with its sub_event_type.", at.Type);
                    return default;
                }

                code = builder.CodeOf(kind.ToKindId());
            }

            kinds.Add((type, sub), code);
        }

        return code;
    }

    private TableCode<ActorId> ActorOf(string name)
    {
        if (!actors.TryGetValue(name, out TableCode<ActorId> code))
        {
            code = string.IsNullOrWhiteSpace(name) ? default : builder.CodeOf(ActorId.From(LocalId.Of(AcledFormat.Name + "-name:", name)));
            actors.Add(name, code);
        }

        return code;
    }

    private TableCode<RegionId> RegionOf(Row row)
    {
        var key = (row[at.World], row[at.Iso], row[at.Country], row[at.Admin1], row[at.Admin2], row[at.Admin3]);
        if (!places.TryGetValue(key, out TableCode<RegionId> code))
        {
            code = regions.Of(key.Item1, key.Item2, key.Item3, key.Item4, key.Item5, key.Item6);
            places.Add(key, code);
        }

        return code;
    }
}
