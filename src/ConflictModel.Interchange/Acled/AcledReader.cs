using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes incidents of ACLED rows. Actors take part; which attacked is not said, and not made up.</summary>
/// <remarks>What it keeps in <see cref="Original"/>, and why, is told in the guide (interchange.md).</remarks>
internal sealed class AcledReader : RowReader
{
    private readonly ReadOptions options;
    private readonly Glossary glossary;
    private readonly RegionBook regions;
    private readonly ActorBook actors;
    private readonly Citation citation = AcledFormat.Source;
    private readonly List<Involvement> involved = [];
    private AcledColumns at = new(_ => -1);

    public AcledReader(ReadOptions options, Glossary glossary)
    {
        this.options = options;
        this.glossary = glossary;
        regions = new(glossary, options.Names, AcledFormat.Name, AcledFormat.IsoScheme);
        actors = new(glossary, options.Names, AcledFormat.Name);
        glossary.Add(AcledFormat.Source);
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
        if (id.Length == 0 || !IncidentId.TryParse(AcledFormat.Name + ":" + id, null, out IncidentId incidentId))
        {
            row.Fail(MalformationCode.Id, id.Length == 0 ? "The row has no id." : $"'{id}' is no id.", at.Id);
            return null;
        }

        UncertainDate date = Date(row);
        IncidentKind kind = Kind(row);
        Involve(row);
        Place? place = Place(row);
        long? fatalities = Count(row, at.Fatalities);
        string notes = row[at.Notes];
        return new()
        {
            Id = incidentId,
            Kind = kind,
            Date = date,
            Place = place,
            Description = notes.Length == 0 ? null : notes,
            Involvements = [.. involved],
            Reports =
            [
                new()
                {
                    Citation = citation,

                    // One conservative figure, so neither an exact count nor a bound.
                    Casualties = fatalities is null ? null : new() { Killed = Toll.Of(new Estimate(null, fatalities, null)) },
                    Original = new() { Format = AcledFormat.Name, Vintage = options.Vintage, Columns = Originals(row) },
                },
            ],
        };
    }

    private UncertainDate Date(Row row)
    {
        bool dated = TryDay(row, at.Date, out LocalDate day);
        int precision = Code(row, at.TimePrecision, 3, "time_precision");
        if (!dated)
        {
            KeepUnless(row, at.TimePrecision, "", at.Date);
            KeepUnless(row, at.Year, "", at.Date);
            return default;
        }

        UncertainDate date = AcledDays.Of(day, precision);
        if (AcledDays.Code(date) is not { } code || row[at.Date] != CellText.Of(code.Date) || precision != code.Precision)
        {
            Keep(at.Date);
            Keep(at.TimePrecision);
        }

        KeepUnless(row, at.Year, CellText.Of(day.Year), at.Date);
        return date;
    }

    private IncidentKind Kind(Row row)
    {
        string type = row[at.Type];
        string sub = row[at.SubType];
        if (type.Length == 0 && sub.Length == 0)
        {
            return IncidentKind.Unknown;
        }

        if (AcledCodes.KindOf(type, sub) is not { } kind)
        {
            bool known = AcledCodes.IsType(type);
            row.Fail(
                MalformationCode.UnknownCode,
                known ? $"'{sub}' is no sub_event_type of '{type}'." : $"'{type}' is no event_type.",
                known ? at.SubType : at.Type);
            return IncidentKind.Unknown;
        }

        (string writtenType, string writtenSub) = AcledCodes.EventOf(kind);
        if (type != writtenType || sub != writtenSub)
        {
            Keep(at.Type);
            Keep(at.SubType);
        }

        return kind;
    }

    private void Involve(Row row)
    {
        involved.Clear();
        Involve(row, at.Actor1, at.Associates1, at.Inter1);
        Involve(row, at.Actor2, at.Associates2, at.Inter2);
        AcledParties parties = AcledParties.Of(involved, glossary);
        ReadOnlySpan<(int Index, string Written)> cells =
        [
            (at.Actor1, parties.Actor1), (at.Associates1, parties.Associates1), (at.Actor2, parties.Actor2), (at.Associates2, parties.Associates2),
        ];
        foreach ((int index, string written) in cells)
        {
            if (index >= 0 && row[index] != written)
            {
                // One alone says nothing: who stands beside whom is in all four.
                foreach ((int cell, string _) in cells)
                {
                    Keep(cell);
                }

                break;
            }
        }

        KeepUnless(row, at.Inter1, parties.Inter1, at.Actor1);
        KeepUnless(row, at.Inter2, parties.Inter2, at.Actor2);
        string interaction = row[at.Interaction];
        if (interaction.Length > 0 && !AcledCodes.IsInteraction(interaction))
        {
            row.Fail(MalformationCode.UnknownCode, $"'{interaction}' is no interaction.", at.Interaction);
        }

        KeepUnless(row, at.Interaction, AcledCodes.Interaction(row[at.Inter1], row[at.Inter2]), at.Inter1, at.Inter2);
    }

    private void Involve(Row row, int actor, int associates, int inter)
    {
        string code = row[inter];
        int number = AcledCodes.InterOf(code);
        if (number < 0)
        {
            row.Fail(MalformationCode.UnknownCode, $"'{code}' is no code of an actor.", inter);
        }

        string name = row[actor];
        if (!string.IsNullOrWhiteSpace(name))
        {
            involved.Add(new()
            {
                Actor = actors.Of(null, name, local => local with
                {
                    Kind = AcledCodes.KindOfInter(number),
                    ExternalIds = code.Length == 0 ? local.ExternalIds : local.ExternalIds.Add(new() { Scheme = AcledParties.InterScheme, Value = code }),
                }),
                Role = InvolvementRole.Participant,
            });
        }

        foreach (string associate in AcledParties.Split(row[associates]))
        {
            involved.Add(new() { Actor = actors.Of(null, associate, static local => local), Role = InvolvementRole.Associate });
        }
    }

    private Place? Place(Row row)
    {
        int code = Code(row, at.GeoPrecision, 3, "geo_precision");
        string location = row[at.Location];
        var place = new Place
        {
            Regions = regions.Smallest(row[at.World], row[at.Country], row[at.Iso], row[at.Admin1], row[at.Admin2], row[at.Admin3]),
            Precision = AcledParties.PrecisionOf(code),
            Coordinates = Point(row, at.Latitude, at.Longitude),
            Wording = location.Length == 0 ? null : location,
        };
        RegionLevels levels = RegionLevels.Of(place, glossary, AcledFormat.Name);
        KeepRegions(row, [(at.Country, levels.Country), (at.Admin1, levels.Adm1), (at.Admin2, levels.Adm2), (at.Admin3, levels.Adm3)]);
        KeepUnless(row, at.Iso, RegionLevels.CodeOf(levels.Country, AcledFormat.IsoScheme), at.Country);
        KeepUnless(row, at.World, RegionLevels.NameOf(levels.World), at.Country);
        return place == new Place() ? null : place;
    }
}
