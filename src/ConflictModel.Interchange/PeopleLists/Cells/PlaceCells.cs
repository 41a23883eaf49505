namespace ConflictModel.Interchange;

/// <summary>The columns that together say where a person was harmed: regions level by level, a point, and words.</summary>
internal sealed class PlaceCells(PersonMapping mapping, RowReading reading)
{
    private readonly string prefix = mapping.Source.Id.Value;
    private readonly RegionBook book = new(reading, mapping.Source.Id.Value, "");
    private readonly Dictionary<RowRegions, Place> places = [];
    private RegionColumns at;
    private int[] levels = [];
    private int latitude = -1;
    private int longitude = -1;
    private int wording = -1;

    public void Bind(ColumnSet columns)
    {
        at = new(-1, At(PersonField.Country), -1, At(PersonField.Governorate), At(PersonField.District), At(PersonField.SubDistrict), -1);
        levels = [.. new[] { at.Country, at.Adm1, at.Adm2, at.Adm3 }.Where(index => index >= 0)];
        (latitude, longitude, wording) = (At(PersonField.Latitude), At(PersonField.Longitude), At(PersonField.Place));

        int At(PersonField field) =>
            mapping.Columns.FirstOrDefault(column => column.Field == field) is { } column ? columns.IndexOf(column.Name.Trim()) : -1;
    }

    /// <summary>Reads where it was.</summary>
    /// <param name="row">The row.</param>
    /// <param name="draft">Takes the place.</param>
    /// <param name="keep">Is told which cells the writer would write otherwise, or something in the place of nothing.</param>
    /// <param name="unread">Is told which were not understood; they are kept.</param>
    public void Read(Row row, PersonDraft draft, Action<int> keep, Action<int> unread)
    {
        string? words = row[wording].IsEmpty ? null : row.Text(wording);
        Coordinates? point = Point(row, keep, unread);
        if (levels.Length == 0)
        {
            draft.Place = words is null && point is null ? null : new() { Coordinates = point, Wording = words };
            return;
        }

        RowRegions regions = book.Of(row, at);
        if (Differs(at.Country, regions.Country) || Differs(at.Adm1, regions.Adm1)
            || Differs(at.Adm2, regions.Adm2) || Differs(at.Adm3, regions.Adm3))
        {
            Array.ForEach(levels, keep);
        }

        if (words is not null || point is not null)
        {
            draft.Place = new() { Regions = regions.Smallest, Coordinates = point, Wording = words };
        }
        else if (!regions.Smallest.IsEmpty)
        {
            if (!places.TryGetValue(regions, out Place? place))
            {
                place = new() { Regions = regions.Smallest };
                places.Add(regions, place);
            }

            draft.Place = place;
        }

        bool Differs(int index, string name) => index >= 0 && !CellText.Is(row.Written(index), name);
    }

    /// <summary>What the writer writes in one of these columns.</summary>
    public PlacePartCell Part(PersonField field) => field switch
    {
        PersonField.Latitude => new(person => person.Place?.Coordinates is { } point ? CellText.OfDegrees(point.Latitude) : ""),
        PersonField.Longitude => new(person => person.Place?.Coordinates is { } point ? CellText.OfDegrees(point.Longitude) : ""),
        PersonField.Place => new(person =>
            person.Place?.Wording ?? RegionLevels.LocationOf(person.Place, reading.Glossary, Written(LevelsOf(person)))),
        PersonField.Country => Level(levels => levels.Country),
        PersonField.Governorate => Level(levels => levels.Adm1),
        PersonField.District => Level(levels => levels.Adm2),
        _ => Level(levels => levels.Adm3),
    };

    private PlacePartCell Level(Func<RegionLevels, Region?> at) => new(
        person => RegionLevels.NameOf(at(LevelsOf(person))),
        (person, name) => at(LevelsOf(person)) is { } region && reading.Glossary.Bears(region.Id, name));

    private RegionLevels LevelsOf(Person person) => RegionLevels.Of(person.Place?.Regions ?? default, reading.Glossary, prefix);

    private RegionLevels Written(RegionLevels all) => new(
        null,
        mapping.Has(PersonField.Country) ? all.Country : null,
        mapping.Has(PersonField.Governorate) ? all.Adm1 : null,
        mapping.Has(PersonField.District) ? all.Adm2 : null,
        mapping.Has(PersonField.SubDistrict) ? all.Adm3 : null);

    private Coordinates? Point(Row row, Action<int> keep, Action<int> unread)
    {
        (bool hasNorth, bool hasEast) = (!row[latitude].IsEmpty, !row[longitude].IsEmpty);
        if (!hasNorth && !hasEast)
        {
            return null;
        }

        bool isNorth = CellText.TryDegrees(row[latitude], 90, out double north);
        bool isEast = CellText.TryDegrees(row[longitude], 180, out double east);
        if (isNorth && isEast)
        {
            Keep(CellText.IsShortest(row[latitude], north), latitude);
            Keep(CellText.IsShortest(row[longitude], east), longitude);
            return new(north, east);
        }

        Lose(isNorth, hasNorth, latitude);
        Lose(isEast, hasEast, longitude);
        return null;

        void Keep(bool same, int index)
        {
            if (!same)
            {
                keep(index);
            }
        }

        void Lose(bool isRead, bool isSaid, int index)
        {
            if (isRead)
            {
                keep(index);
            }
            else if (isSaid)
            {
                unread(index);
            }
        }
    }
}
