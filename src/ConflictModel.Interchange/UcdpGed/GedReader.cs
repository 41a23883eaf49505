using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes incidents of GED rows.</summary>
/// <remarks>What it keeps in <see cref="Original"/>, and why, is told in the guide (interchange.md).</remarks>
internal sealed class GedReader : RowReader
{
    private readonly ReadOptions options;
    private readonly Glossary glossary;
    private readonly RegionBook regions;
    private readonly ActorBook actors;
    private readonly Dictionary<(string Id, string Name), (GedSide Written, Involvement[] AsA, Involvement[] AsB)> sides = [];
    private readonly Citation citation = GedFormat.Source;
    private readonly Grade[] grades = [.. Enumerable.Range(1, 2).Select(i => new Grade { Scheme = GedFormat.ClarityScheme, Value = CellText.Of(i) })];
    private GedColumns at = new(_ => -1);

    public GedReader(ReadOptions options, Glossary glossary)
    {
        this.options = options;
        this.glossary = glossary;
        regions = new(glossary, options.Names, GedFormat.Scheme, GedFormat.GwScheme);
        actors = new(glossary, options.Names, GedFormat.Scheme);
        glossary.Add(GedFormat.Source);
    }

    protected override void Bind(ColumnSet columns, bool[] known)
    {
        at = new(columns.IndexOf);
        foreach (int index in at.All())
        {
            if (index >= 0)
            {
                known[index] = true;
            }
        }
    }

    protected override Incident? Map(Row row)
    {
        string id = row[at.Id];
        if (!IncidentId.TryParse(GedFormat.Scheme + ":" + id, null, out IncidentId incidentId) || id.Length == 0)
        {
            row.Fail(MalformationCode.Id, id.Length == 0 ? "The row has no id." : $"'{id}' is no id.", at.Id);
            return null;
        }

        UncertainDate date = Date(row);
        var (sideA, asA, _) = Side(row, at.A);
        var (sideB, _, asB) = Side(row, at.B);
        KeepUnless(row, at.DyadName, GedDerived.DyadName(row[at.A.Name], row[at.B.Name]), at.A.Name, at.B.Name);
        KeepUnless(row, at.SourceCount, GedDerived.SourceCount(row[at.Article]), at.Article);
        string relid = row[at.Relid];
        return new()
        {
            Id = incidentId,
            Kind = Kind(row),
            Date = date,
            Place = Place(row),
            Involvements = [.. asA, .. asB],
            ExternalIds = relid.Length == 0 ? [] : [new() { Scheme = GedFormat.RelidScheme, Value = relid }],
            Reports =
            [
                new()
                {
                    Citation = citation,
                    Grade = Clarity(row),
                    Casualties = Deaths(row, sideA, sideB),
                    Original = new() { Format = GedFormat.Name, Vintage = options.Vintage, Columns = Originals(row) },
                },
            ],
        };
    }

    private UncertainDate Date(Row row)
    {
        bool hasStart = TryDay(row, at.Start, out LocalDate start);
        bool hasEnd = TryDay(row, at.End, out LocalDate end);
        Code(row, at.DatePrecision, 5, "date_prec");
        UncertainDate date = (hasStart, hasEnd) switch
        {
            (true, true) => Span(start, end),
            (true, false) => UncertainDate.Parse(CellText.Of(start) + "/"),
            (false, true) => UncertainDate.Parse("/" + CellText.Of(end)),
            _ => default,
        };
        bool inOrder = hasStart && hasEnd && start <= end;
        if (!inOrder || row[at.Start].Length != 10)
        {
            Keep(at.Start);
        }

        if (!inOrder || row[at.End].Length != 10)
        {
            Keep(at.End);
        }

        (LocalDate earliest, LocalDate latest) = hasStart && hasEnd && end < start ? (end, start) : (start, end);
        KeepUnless(row, at.DatePrecision, hasStart && hasEnd ? CellText.Of(GedDerived.DatePrecision(earliest, latest)) : "", at.Start, at.End);
        string year = row[at.Year];
        if (!inOrder || year.Length != 4 || !row[at.Start].StartsWith(year, StringComparison.Ordinal))
        {
            KeepUnless(row, at.Year, hasStart ? CellText.Of(earliest.Year) : "", at.Start);
        }

        return date;
    }

    /// <summary>One day out of the span; days in the wrong order are the same span, and the cells are kept.</summary>
    private static UncertainDate Span(LocalDate start, LocalDate end)
    {
        UcdpDate code = start <= end ? new(1, start, end) : new(1, end, start);
        return code.TryToUncertainDate(out UncertainDate date, out _) ? date : default;
    }

    private IncidentKind Kind(Row row) =>
        Code(row, at.Violence, 3, "type_of_violence") is > 0 and var code ? IncidentKind.StateBasedConflict + (code - 1) : IncidentKind.Unknown;

    private (GedSide Written, Involvement[] AsA, Involvement[] AsB) Side(Row row, GedSideColumns side)
    {
        string id = row[side.Id];
        string name = row[side.Name];
        string gwno = row[side.Gwno];
        if (!sides.TryGetValue((id, name), out var entry))
        {
            ActorId[] members = Actors(id, name, gwno);
            entry = (
                GedSide.Of(members, glossary),
                [.. members.Select(member => new Involvement { Actor = member, Role = InvolvementRole.SideA })],
                [.. members.Select(member => new Involvement { Actor = member, Role = InvolvementRole.SideB })]);
            sides.Add((id, name), entry);
        }

        GedSide written = entry.Written;
        KeepUnless(row, side.Name, written.Name);
        if (name.Length == 0 && id.Length > 0)
        {
            // A side without a name is known again by its id.
            Keep(side.Id);
        }

        KeepUnless(row, side.Id, written.Id, side.Name);
        KeepUnless(row, side.DatasetId, id, side.Id, side.Name);
        KeepUnless(row, side.Gwno, written.Gwno, side.Id, side.Name);
        return entry;
    }

    private ActorId[] Actors(string id, string name, string gwno)
    {
        if (id.Length == 0 && name.Length == 0)
        {
            return [];
        }

        bool joined = name.Contains(GedFormat.Joint, StringComparison.Ordinal);
        if (joined && options.Names.Actor(GedFormat.Scheme, id.Length == 0 ? null : id, name) is null && actors.Members(name, GedFormat.Joint) is { Count: > 1 } members)
        {
            return [.. members.Select(member => actors.Of(null, member, static actor => actor))];
        }

        return [actors.Of(id, name, actor => Described(actor, gwno))];
    }

    /// <summary>UCDP names governments so; its actor 1 is civilians.</summary>
    private static Actor Described(Actor actor, string gwno) => actor with
    {
        Kind = actor.Id.Value == GedFormat.Scheme + "-actor:1" ? ActorKind.Civilians
            : actor.Name.ToString().StartsWith("Government of ", StringComparison.Ordinal) ? ActorKind.StateForces
            : ActorKind.Unknown,
        ExternalIds = gwno.Length == 0 ? actor.ExternalIds : actor.ExternalIds.Add(new() { Scheme = GedFormat.GwScheme, Value = gwno }),
    };

    private Place? Place(Row row)
    {
        int code = Code(row, at.WherePrecision, 7, "where_prec");
        Coordinates? point = Point(row, at.Latitude, at.Longitude);
        KeepUnless(row, at.Geometry, GedDerived.Point(row[at.Longitude], row[at.Latitude]), at.Longitude, at.Latitude);
        KeepUnless(
            row, at.Cell, point is { } p ? CellText.Of(GedDerived.PrioCell(p.Latitude, p.Longitude)) : "", at.Longitude, at.Latitude);
        ValueList<RegionId> smallest = regions.Smallest(row[at.World], row[at.Country], row[at.CountryId], row[at.Adm1], row[at.Adm2]);
        string where = row[at.Where];
        if (row[at.Adm1].Length == 0 && row[at.Adm2].Length == 0)
        {
            smallest = regions.Natural(where, smallest);
        }

        var place = new Place
        {
            Regions = smallest,
            Precision = (PlacePrecision)code,
            Coordinates = point,
            Wording = where.Length == 0 ? null : where,
        };
        RegionLevels levels = RegionLevels.Of(place, glossary, GedFormat.Scheme);
        KeepRegions(row, [(at.Country, levels.Country), (at.Adm1, levels.Adm1), (at.Adm2, levels.Adm2)]);
        KeepUnless(row, at.CountryId, RegionLevels.CodeOf(levels.Country, GedFormat.GwScheme), at.Country);
        KeepUnless(row, at.World, RegionLevels.NameOf(levels.World), at.Country);
        return place == new Place() ? null : place;
    }

    private Grade? Clarity(Row row) => Code(row, at.Clarity, 2, "event_clarity") is > 0 and var code ? grades[code - 1] : null;

    private Casualties? Deaths(Row row, GedSide sideA, GedSide sideB)
    {
        long? a = Count(row, at.A.Deaths);
        long? b = Count(row, at.B.Deaths);
        long? civilians = Count(row, at.Civilians);
        long? others = Count(row, at.Unknown);
        var count = new Estimate(Count(row, at.Low), Count(row, at.Best), Count(row, at.High));
        bool divided = a is not null || b is not null || civilians is not null || others is not null;
        if (count.IsEmpty && !divided)
        {
            return null;
        }

        ValueList<Breakdown> breakdowns = [];
        if (divided)
        {
            Victims victimsA = GedSide.VictimsOf(sideA.Actors, GedSide.LabelA);
            Victims victimsB = GedSide.VictimsOf(sideB.Actors, GedSide.LabelB);
            victimsB = victimsB == victimsA ? victimsB.As(GedSide.LabelB) : victimsB;
            breakdowns =
            [
                new()
                {
                    By = Axis.Victim,
                    Kind = BreakdownKind.Partition,
                    Parts = [Part.Of(victimsA, Best(a)), Part.Of(victimsB, Best(b)), Part.Of(Victims.Civilians, Best(civilians)), Part.Of(GedSide.UnknownVictims, Best(others))],
                },
            ];
        }

        return new() { Killed = new() { Count = count, Breakdowns = breakdowns } };
    }

    /// <summary>A part is a best figure beside the total's low and high, no bound: UCDP gives it no range.</summary>
    private static Estimate Best(long? figure) => new(null, figure, null);
}
