namespace ConflictModel.Interchange;

/// <summary>
/// Makes incidents of ACLED rows. Actors take part; which attacked is not made up, and is said of violence against civilians alone
/// (<see cref="AcledRow.IsOneSided"/>).
/// </summary>
/// <remarks>What it keeps in <see cref="Original"/>, and why, is told in the guide (interchange.md).</remarks>
internal sealed class AcledReader : RowReader
{
    private readonly Glossary glossary;
    private readonly Vintage? vintage;
    private readonly AcledActors actors;
    private readonly RegionBook regions;
    private readonly AcledRow cells = new();
    private readonly Citation citation = AcledFormat.TheSource;
    private readonly List<Involvement> involved = [];

    public AcledReader(RowReading reading)
    {
        glossary = reading.Glossary;
        vintage = reading.Vintage;
        actors = new(reading);
        regions = new(reading, AcledFormat.Format, AcledFormat.IsoScheme);
        glossary.Add(AcledFormat.TheSource);
    }

    protected override IEnumerable<int> BindColumns(ColumnSet columns)
    {
        cells.Bind(columns);
        return cells.At.All();
    }

    protected override Incident? Map(Row row)
    {
        row.CheckId(cells.At.Id, AcledColumns.IdName);
        if (!cells.Read(row))
        {
            return null;
        }

        AcledColumns at = cells.At;
        Involve(row);
        KeepKind(row);
        KeepOdd(row, at.GeoPrecision, at.Fatalities);
        string id = row.IdOf(at.Id);
        KeepUnless(row, at.Id, id);
        return new()
        {
            Id = IncidentId.From(AcledFormat.Format + ":" + id),
            Kind = cells.Kind,
            Date = Date(row),
            Place = Place(row),
            Description = Said(row, at.Notes),
            Involvements = [.. involved],
            Reports =
            [
                new()
                {
                    Citation = citation,

                    Casualties = cells.Fatalities is { } dead ? new() { Killed = Killed(dead) } : null,
                    Original = new() { Format = AcledFormat.Format, Vintage = vintage, Columns = Originals(row) },
                },
            ],
        };
    }

    /// <summary>One conservative figure, so neither an exact count nor a bound.</summary>
    private Toll Killed(long dead)
    {
        Estimate count = new(null, dead, null);
        return cells.AreDeadCivilians ? new() { Count = count, Breakdowns = [OfCivilians(count)] } : Toll.Of(count);
    }

    private static Breakdown OfCivilians(Estimate count) => new()
    {
        By = Axis.Victim,
        Kind = BreakdownKind.Partition,
        Reading = Reading.Inferred,
        Parts = [new() { Victims = Victims.Civilians, Count = count }],
    };

    private UncertainDate Date(Row row)
    {
        AcledColumns at = cells.At;
        if (cells.Day is not { } day)
        {
            KeepUnless(row[at.TimePrecision].IsEmpty, at.TimePrecision, at.Date);
            KeepUnless(row[at.Year].IsEmpty, at.Year, at.Date);
            return default;
        }

        UncertainDate date = AcledDays.Of(day, cells.TimePrecision);
        if (AcledDays.Code(date) is not { } code || !CellText.Is(row[at.Date], CellText.Of(code.Date))
            || !CellText.Is(row[at.TimePrecision], code.Precision))
        {
            Keep(at.Date, at.TimePrecision);
        }

        KeepUnless(CellText.Is(row[at.Year], day.Year), at.Year, at.Date);
        return date;
    }

    private void KeepKind(Row row)
    {
        AcledColumns at = cells.At;
        (string type, string sub) = AcledEvents.EventOf(cells.Kind);
        if (!CellText.Is(row[at.Type], type) || !CellText.Is(row[at.SubType], sub))
        {
            Keep(at.Type, at.SubType);
        }
    }

    private void Involve(Row row)
    {
        AcledColumns at = cells.At;
        involved.Clear();
        Involve(row, at.One, cells.Inter1, cells.IsOneSided ? InvolvementRole.Perpetrator : InvolvementRole.Participant);
        Involve(row, at.Two, cells.Inter2, cells.IsOneSided ? InvolvementRole.Target : InvolvementRole.Participant);
        var parties = AcledParties.Of(involved, cells.Kind, glossary);
        ReadOnlySpan<(int Index, string Written)> names =
        [
            (at.One.Actor, parties.Actor1), (at.One.Associates, parties.Associates1),
            (at.Two.Actor, parties.Actor2), (at.Two.Associates, parties.Associates2),
        ];
        foreach ((int index, string written) in names)
        {
            if (index >= 0 && !CellText.Is(row[index], written))
            {
                // One alone says nothing: who stands beside whom is in all four.
                Keep(at.One.Actor, at.One.Associates, at.Two.Actor, at.Two.Associates);
                break;
            }
        }

        KeepUnless(row, at.One.Inter, parties.Inter1, at.One.Actor);
        KeepUnless(row, at.Two.Inter, parties.Inter2, at.Two.Actor);
        KeepUnless(row, at.Interaction, AcledCodes.Interaction(row.Text(at.One.Inter), row.Text(at.Two.Inter)), at.One.Inter, at.Two.Inter);
    }

    private void Involve(Row row, AcledColumns.Party at, int inter, InvolvementRole role)
    {
        if (!CellText.IsBlank(row[at.Actor]))
        {
            involved.Add(new() { Actor = actors.Of(row.Text(at.Actor), inter, row.IdOf(at.Inter)), Role = role });
        }

        foreach (string associate in AcledParties.Split(row.Text(at.Associates)))
        {
            involved.Add(new() { Actor = actors.Of(associate), Role = InvolvementRole.Associate });
        }
    }

    private Place? Place(Row row)
    {
        AcledColumns at = cells.At;
        KeepOdd(row, at.Latitude, at.Longitude, cells.Point);
        RowRegions named = regions.Of(row, at.Regions);
        KeepRegions(row, at.Regions, named);
        var place = new Place
        {
            Regions = named.Smallest,
            Precision = AcledParties.PrecisionOf(cells.GeoPrecision),
            Coordinates = cells.Point,
            Wording = Said(row, at.Location),
        };
        return place == new Place() ? null : place;
    }
}
