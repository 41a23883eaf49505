using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes tallies of the rows of a wide table: a running total of the cumulative columns, one of the day of the others.</summary>
internal sealed class TallyTableReader : TallyReader
{
    private readonly TallyMapping mapping;
    private readonly RowReading reading;
    private readonly List<Tally> tallies = [];
    private readonly Dictionary<string, Region> places = new(StringComparer.Ordinal);
    private int dateAt;
    private int placeAt;
    private BoundColumn[] columns = [];

    public TallyTableReader(TallyMapping mapping, RowReading reading)
    {
        (this.mapping, this.reading) = (mapping, reading);
        reading.Glossary.Add(mapping.Source);
        if (mapping.Region is { } region)
        {
            reading.Glossary.Add(region);
        }
    }

    public override ValueList<Tally> End() => tallies.ToValueList();

    protected override void Bind(ColumnSet found)
    {
        dateAt = mapping.Date is { } date ? found.IndexOf(date.Trim()) : -1;
        placeAt = mapping.Place is { } place ? found.IndexOf(place.Trim()) : -1;
        columns = [.. mapping.Columns.Select(column => new BoundColumn(column, found))];
    }

    protected override void Handle(Row row)
    {
        UncertainDate? date = DateOf(row);
        ValueList<RegionId> regions = RegionsOf(row);
        Casualties day = Counted(row, isCumulative: false);
        Casualties total = Counted(row, isCumulative: true);
        if (row.Fault is not null || date is not { } when)
        {
            return;
        }

        string id = $"{mapping.Source.Id}:{(placeAt >= 0 && regions.Count > 0 ? $"{regions[0]}:" : "")}{when}";
        if (total != new Casualties())
        {
            LocalDate last = when.Latest!.Value;
            tallies.Add(Of($"{id}:total", Since(last), regions, total) with { Cumulative = true, AsOf = UncertainDate.From(last) });
        }

        if (day != new Casualties())
        {
            tallies.Add(Of($"{id}:day", when, regions, day));
        }
    }

    private Tally Of(string id, UncertainDate period, ValueList<RegionId> regions, Casualties casualties) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Period = period, Regions = regions, AttributedTo = mapping.AttributedTo, Victims = mapping.Victims },
        Report = new() { Citation = mapping.Source, Casualties = casualties },
    };

    /// <summary>To a day from that on which the columns begin to count; from an unknown day if none is said, or one after it.</summary>
    private UncertainDate Since(LocalDate last) => mapping.Since is { } first && first <= last
        ? UncertainDate.Between(first, last)
        : UncertainDate.Parse("/" + CellText.Of(last));

    private UncertainDate? DateOf(Row row)
    {
        if (mapping.Day is { } day)
        {
            return UncertainDate.From(day);
        }

        // A month or a year in full; anything vaguer is no row of such a table.
        string text = row.Text(dateAt).Trim();
        if (text.Length is 4 or 7 && UncertainDate.TryParse(text, out UncertainDate period)
            && period is { Earliest: not null, Latest: not null })
        {
            return period;
        }

        if (row.Day(dateAt) is { } known)
        {
            return UncertainDate.From(known);
        }

        row.Fail(MalformationCode.Date, "The row has no date.", dateAt);
        return null;
    }

    private ValueList<RegionId> RegionsOf(Row row)
    {
        if (placeAt < 0)
        {
            return mapping.Region is { } all ? [all.Id] : [];
        }

        string name = row.Text(placeAt).Trim();
        if (name.Length == 0)
        {
            row.Fail(MalformationCode.Id, $"The place is missing: '{mapping.Place}' is empty.", placeAt);
            return [];
        }

        if (!places.TryGetValue(name, out Region? place))
        {
            place = reading.Names.Region(mapping.PlaceKind, name, mapping.Region) ?? new()
            {
                Id = RegionId.From(LocalId.Of($"{mapping.Source.Id}-place:", name)),
                Name = name,
                Kind = mapping.PlaceKind,
                Within = mapping.Region is { } around ? [around.Id] : [],
            };
            places.Add(name, place);
            reading.Glossary.Add(place);
            reading.Glossary.Call(place.Id, name);
        }

        return [place.Id];
    }

    private Casualties Counted(Row row, bool isCumulative)
    {
        var casualties = new Casualties();
        foreach (BoundColumn column in columns)
        {
            if (column.Column.IsCumulative == isCumulative && column.Read(row) is { } toll)
            {
                casualties = casualties.With(column.Column.Harm, toll);
            }
        }

        return casualties;
    }

    /// <summary>A column and those of its parts, where they stand in the file.</summary>
    private sealed class BoundColumn(TallyColumn column, ColumnSet found)
    {
        private readonly int at = found.IndexOf(column.Name.Trim());
        private readonly int[][] partsAt =
            [.. column.Groups.Select(group => group.Parts.Select(part => found.IndexOf(part.Column.Trim())).ToArray())];

        public TallyColumn Column => column;

        /// <summary>The count of a row with its parts; null if it says nothing of them.</summary>
        public Toll? Read(Row row)
        {
            Estimate whole = row.Count(at) is { } count ? Estimate.Exactly(count) : default;
            var breakdowns = new List<Breakdown>();
            for (int i = 0; i < partsAt.Length; i++)
            {
                TallyColumn.Group group = column.Groups[i];
                Estimate[] counts = [.. partsAt[i].Select(part => row.Count(part) is { } figure ? Estimate.Exactly(figure) : default)];

                // What makes up the whole is there whether it is printed or not; of what it includes, only what is printed is known.
                bool isAll = group.Kind == BreakdownKind.Partition;
                Part[] parts =
                [
                    .. group.Parts.Select((part, place) => part.Part with { Count = counts[place] })
                        .Where(part => isAll || !part.Count.IsEmpty),
                ];
                if (Array.Exists(counts, figure => !figure.IsEmpty))
                {
                    breakdowns.Add(new() { By = group.By, Kind = group.Kind, Parts = parts.ToValueList() });
                }
            }

            return whole.IsEmpty && breakdowns.Count == 0 ? null : new() { Count = whole, Breakdowns = breakdowns.ToValueList() };
        }
    }
}
