using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes incidents of GED rows.</summary>
/// <remarks>What it keeps in <see cref="Original"/>, and why, is told in the guide (interchange.md).</remarks>
internal sealed class GedReader : RowReader
{
    private static readonly Place Nowhere = new();

    private readonly Vintage? vintage;
    private readonly GedSides sides;
    private readonly RegionBook regions;
    private readonly GedRow cells = new();
    private readonly GedPairs pairs = new();
    private readonly SameObjects<Place> places = new();
    private readonly Citation citation = GedFormat.TheSource;
    private readonly Grade[] grades =
        [.. Enumerable.Range(1, 2).Select(i => new Grade { Scheme = GedFormat.ClarityScheme, Value = CellText.Of(i) })];
    private (GedSides.Side A, GedSides.Side B)? open;

    public GedReader(RowReading reading)
    {
        vintage = reading.Vintage;
        sides = new(reading);
        regions = new(reading, GedFormat.Scheme, GedFormat.GwScheme);
        reading.Glossary.Add(GedFormat.TheSource);
    }

    public override object? Open => open;

    public override void End() => sides.Settle();

    public override Incident Settled(Incident incident, object open)
    {
        (GedSides.Side a, GedSides.Side b) = ((GedSides.Side, GedSides.Side))open;
        Report report = incident.Reports[0];
        return incident with
        {
            Involvements = [.. a.AsA, .. b.AsB],
            Reports =
            [
                report with { Casualties = report.Casualties is { Killed: { } killed } ? new() { Killed = Settled(killed, a, b) } : null },
            ],
        };
    }

    protected override IEnumerable<int> BindColumns(ColumnSet columns)
    {
        cells.Bind(columns);
        return cells.At.Placed();
    }

    protected override Incident? Map(Row row)
    {
        row.CheckId(cells.At.Id, GedColumns.IdName);
        if (!cells.Read(row))
        {
            return null;
        }

        GedColumns at = cells.At;
        GedSides.Side a = Side(row, at.A);
        GedSides.Side b = Side(row, at.B);
        GedPairs.Pair pair = pairs.Of(a, b);
        open = a.IsOpen || b.IsOpen ? (a, b) : null;
        KeepUnless(GedDerived.IsDyadName(row[at.DyadName], row[at.A.Name], row[at.B.Name]), at.DyadName, at.A.Name, at.B.Name);
        bool isCounted = row[at.Article].IsEmpty
            ? row[at.SourceCount].IsEmpty
            : CellText.Is(row[at.SourceCount], GedDerived.Articles(row[at.Article]));
        KeepUnless(isCounted, at.SourceCount, at.Article);
        KeepOdd(
            row, at.Violence, at.Clarity, at.WherePrecision, at.A.Deaths, at.B.Deaths, at.Civilians, at.Unknown, at.Low, at.Best, at.High);
        string id = row.IdOf(at.Id);
        KeepUnless(row, at.Id, id);
        string relid = row.Text(at.Relid);
        return new()
        {
            Id = IncidentId.From(GedFormat.Scheme + ":" + id),
            Kind = cells.Violence > 0 ? IncidentKind.StateBasedConflict + (cells.Violence - 1) : IncidentKind.Unknown,
            Date = Date(row),
            Place = Place(row),
            Involvements = pair.Involvements,
            ExternalIds = relid.Length == 0 ? [] : [new() { Scheme = GedFormat.RelidScheme, Value = relid }],
            Reports =
            [
                new()
                {
                    Citation = citation,
                    Grade = cells.Clarity > 0 ? grades[cells.Clarity - 1] : null,
                    Casualties = pairs.Deaths(
                        pair,
                        new(cells.DeathsA, cells.DeathsB, cells.Civilians, cells.Unknown, cells.Low, cells.Best, cells.High)),
                    Original = new() { Format = GedFormat.Format, Vintage = vintage, Columns = Originals(row) },
                },
            ],
        };
    }

    private UncertainDate Date(Row row)
    {
        GedColumns at = cells.At;
        bool inOrder = cells.Start <= cells.End;
        KeepUnless(inOrder && row[at.Start].Length == 10, at.Start);
        KeepUnless(inOrder && row[at.End].Length == 10, at.End);
        KeepUnless(
            cells.Days is { } days
                ? CellText.Is(row[at.DatePrecision], GedDerived.DatePrecision(days.First, days.Last))
                : row[at.DatePrecision].IsEmpty,
            at.DatePrecision,
            at.Start,
            at.End);
        LocalDate? first = cells.Days?.First ?? cells.Start;
        KeepUnless(first is { } day ? CellText.Is(row[at.Year], day.Year) : row[at.Year].IsEmpty, at.Year, at.Start);
        return (cells.Start, cells.End) switch
        {
            ({ }, { }) => Span(cells.Days!.Value),
            ({ } start, null) => UncertainDate.Parse(CellText.Of(start) + "/"),
            (null, { } end) => UncertainDate.Parse("/" + CellText.Of(end)),
            _ => default,
        };
    }

    /// <summary>One day out of the span; days in the wrong order are the same span, and the cells are kept.</summary>
    internal static UncertainDate Span((LocalDate First, LocalDate Last) days) =>
        new UcdpDate(1, days.First, days.Last).TryToUncertainDate(out UncertainDate date, out _) ? date : default;

    private GedSides.Side Side(Row row, GedColumns.Side at)
    {
        GedSides.Side side = sides.Of(row, at);
        if (side.IsOpen)
        {
            // Who they are may be settled later: the names stay as they are written here.
            Keep(at.Name);
        }
        else if (side is { Name: "", Id: not "" })
        {
            // A side without a name is known again by its id.
            Keep(at.Id);
        }

        KeepUnless(row, at.Name, side.Written.Name);
        KeepUnless(row, at.Id, side.Written.Id, at.Name);
        KeepUnless(row[at.DatasetId].SequenceEqual(row[at.Id]), at.DatasetId, at.Id, at.Name);
        KeepUnless(row, at.Gwno, side.Written.Gwno, at.Id, at.Name);
        return side;
    }

    private Place? Place(Row row)
    {
        GedColumns at = cells.At;
        KeepUnless(GedDerived.IsPoint(row[at.Geometry], row[at.Longitude], row[at.Latitude]), at.Geometry, at.Longitude, at.Latitude);
        KeepUnless(
            cells.Point is { } point
                ? CellText.Is(row[at.Cell], GedDerived.PrioCell(point))
                : row[at.Cell].IsEmpty,
            at.Cell,
            at.Longitude,
            at.Latitude);
        KeepOdd(row, at.Latitude, at.Longitude, cells.Point);
        RowRegions named = regions.Of(row, at.Regions);
        KeepRegions(row, at.Regions, named);
        var place = new Place
        {
            Regions = named.Smallest,
            Precision = (PlacePrecision)cells.WherePrecision,
            Coordinates = cells.Point,
            Wording = Said(row, at.Where),
        };
        return place == Nowhere ? null : places.Of(place);
    }

    private static Toll Settled(Toll killed, GedSides.Side a, GedSides.Side b)
    {
        if (killed.Breakdowns.IsEmpty)
        {
            return killed;
        }

        (Victims victimsA, Victims victimsB) = GedSide.VictimsOf(a.Actors, b.Actors);
        Breakdown by = killed.Breakdowns[0];
        return killed with
        {
            Breakdowns =
            [
                by with
                {
                    Parts = [by.Parts[0] with { Victims = victimsA }, by.Parts[1] with { Victims = victimsB }, by.Parts[2], by.Parts[3]],
                },
            ],
        };
    }
}
