using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>A random query, asked of a table and, the slow and plain way, of objects.</summary>
internal sealed class OracleQuery
{
    private static readonly GroupKey[] AllKeys =
        [GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Region,
            GroupKey.RegionAt(RegionKind.Country), GroupKey.RegionAt(RegionKind.Governorate), GroupKey.RegionAt(RegionKind.District),
            GroupKey.Kind, GroupKey.Source, GroupKey.Dyad, GroupKey.Conflict, GroupKey.EventType, GroupKey.ActiveYear];

    private static readonly GroupKey[][] TimeKeys =
    [
        [GroupKey.Year], [GroupKey.Month], [GroupKey.Week], [GroupKey.AcledWeek],
        [GroupKey.Day], [GroupKey.Year, GroupKey.Month], [GroupKey.Day, GroupKey.Year, GroupKey.Month],
        [GroupKey.Day, GroupKey.Week],
    ];

    private readonly List<(string Name, Func<OracleIncident, Truth> Passes)> filters = [];
    private readonly List<Func<IncidentQuery, IncidentQuery>> steps = [];
    private readonly OracleWorld world;
    private readonly Measure[] measures;
    private readonly GroupKey[] keys;
    private readonly bool includesUncertain;

    public OracleQuery(Random random, OracleWorld world)
    {
        this.world = world;
        // The period comes first wherever it is written.
        if (random.Next(2) == 0)
        {
            LocalDate from = new LocalDate(2011, 12, 1).PlusDays(random.Next(900));
            LocalDate to = from.PlusDays(random.Next(900));
            Add("period", query => query.During(from, to), incident =>
                incident.Earliest is null ? Truth.Unknown : incident.Latest < from || incident.Earliest > to ? Truth.No :
                incident.Earliest >= from && incident.Latest <= to ? Truth.Yes : Truth.Unknown);
        }

        string[] actors = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => world.Actors[random.Next(world.Actors.Count)])];
        ActorId[] actorIds = [.. actors.Select(ActorId.From)];
        switch (random.Next(9))
        {
            case 0: Add("first side", query => query.WithFirstSide(actorIds), incident => Belongs(incident, incident.First, actors)); break;
            case 1: Add("second side", query => query.WithSecondSide(actorIds), incident =>
                Belongs(incident, incident.Second, actors)); break;
            case 3: Add("side-a", query => query.Where(GroupKey.FirstSide, actorIds), incident => Names(incident.First, actors)); break;
            case 4: Add("side-b", query => query.Where(GroupKey.SecondSide, actorIds), incident => Names(incident.Second, actors)); break;
            case 5: Add("actor", query => query.Where(GroupKey.Actor, actorIds), incident =>
                Names($"{incident.First}+{incident.Second}+{incident.Others}", actors)); break;
            case 2: Add("either side", query => query.WithEitherSide(actorIds), incident => EitherBelongs(incident, actors)); break;
        }

        if (random.Next(3) == 0)
        {
            string[] regions = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"r{random.Next(world.Regions.Count)}")];
            RegionId[] ids = [.. regions.Select(RegionId.From)];
            Add("regions", query => query.InRegions(ids), incident => Any(regions.Select(region => Lies(incident.Region, region))));
        }

        AddKey(random, GroupKey.Kind, incident => incident.Kind, text => Enum.Parse<IncidentKind>(text, ignoreCase: true));
        AddKey(random, GroupKey.Source, incident => incident.Source, SourceId.From);
        AddKey(random, GroupKey.Dyad, incident => incident.Dyad, DyadId.From);
        AddKey(random, GroupKey.Conflict, incident => incident.Conflict, ConflictId.From);
        AddKey(random, GroupKey.EventType, incident => incident.Type, EventTypeId.From);
        AddKey(random, GroupKey.RegionAt(RegionKind.Governorate),
            incident => ValueOf(GroupKey.RegionAt(RegionKind.Governorate), incident) ?? "", RegionId.From);
        AddKey(random, GroupKey.ActiveYear, incident => ValueOf(GroupKey.ActiveYear, incident) ?? "", text => text == "1");
        int year = random.Next(2011, 2016);
        if (random.Next(6) == 0)
        {
            Add("year", query => query.Where(GroupKey.Year, year), incident =>
                incident is not { Earliest: { } first, Latest: { } last } ? Truth.Unknown :
                first.Year == year && last.Year == year ? Truth.Yes : first.Year > year || last.Year < year ? Truth.No : Truth.Unknown);
        }

        int limit = random.Next(1, 8);
        if (random.Next(6) == 0)
        {
            Add("place precision", query => query.PlacedWithin(limit), incident =>
                incident.Place == 0 ? Truth.Unknown : Truth.From(incident.Place <= limit));
        }

        if (random.Next(6) == 0)
        {
            Add("date precision", query => query.DatedWithin(limit), incident =>
                incident.Date == 0 ? Truth.Unknown : Truth.From(incident.Date <= limit));
        }

        includesUncertain = random.Next(3) == 0;
        GroupKey[] pool = random.Next(3) > 0 ? [.. AllKeys, .. TimeKeys[random.Next(TimeKeys.Length)]] : [.. AllKeys];
        random.Shuffle(pool);
        keys = pool[..random.Next(0, 6)];
        measures = [.. new[] { Measure.Killed, Measure.Killed.Civilians, Measure.Wounded,
            Measure.Missing, Measure.Killed.AsBest, Measure.Wounded.AsBest }.Where(_ => random.Next(2) == 0)];
    }

    public Aggregate Run(IncidentTable table) => Of(table.Query()).Run();

    /// <summary>The query, of which a beginning is given: one of a table, or of none.</summary>
    public IncidentQuery Of(IncidentQuery start)
    {
        IncidentQuery query = start.Sum(measures);
        query = keys.Length == 0 ? query : query.GroupBy(keys);
        query = includesUncertain ? query.IncludingUncertain() : query;
        return steps.Aggregate(query, (before, step) => step(before));
    }

    /// <summary>The answer as lines of text, in order.</summary>
    public List<string> Expected()
    {
        List<OracleIncident> left = [.. world.Pieces()];
        Dictionary<OracleIncident, Truth> answers = new(ReferenceEqualityComparer.Instance);
        List<string> lines = [];
        foreach ((string name, Func<OracleIncident, Truth> passes) in filters)
        {
            foreach (OracleIncident incident in left)
            {
                answers[incident] = answers.GetValueOrDefault(incident, Truth.Yes).And(passes(incident));
            }

            lines.Add($"{name} dropped {left.Count(incident => incident.Begins && answers[incident] == Truth.No)}");
            left.RemoveAll(incident => answers[incident] == Truth.No);
        }

        lines.Add($"perhaps {left.Count(incident => incident.Begins && answers.GetValueOrDefault(incident, Truth.Yes) == Truth.Unknown)}");
        left.RemoveAll(incident => !includesUncertain && answers.GetValueOrDefault(incident, Truth.Yes) == Truth.Unknown);
        string?[][] values = [.. left.Select(incident => keys.Select(key => ValueOf(key, incident)).ToArray())];
        lines.Add("outside " + Describe(left.Where((_, i) => values[i].Contains(null))));
        lines.Add("total " + Describe(left));
        IEnumerable<string> rows = left.Zip(values)
            .Where(pair => !pair.Second.Contains(null))
            .GroupBy(pair => string.Join(' ', pair.Second))
            .OrderBy(group => group.Key, Comparer<string>.Create((a, b) => Compare(a.Split(' '), b.Split(' '))))
            .Where(group =>
                keys.Length == 0 || group.Any(pair => pair.First.Begins || measures.Any(measure => AddsTo(pair.First, measure))))
            .Select(group => group.Key + " " + Describe(group.Select(pair => pair.First)));
        lines.AddRange(keys.Length == 0 ? [" " + Describe(left)] : rows);
        return lines;
    }

    public List<string> Found(Aggregate aggregate) =>
    [
        .. aggregate.Filters.Select(filter => $"{filter.Filter} dropped {filter.Dropped}"),
        $"perhaps {aggregate.Perhaps}",
        "outside " + Describe(aggregate.Outside),
        "total " + Describe(aggregate.Total),
        .. aggregate.Select(row => string.Join(' ', keys.Select(key => row.TextOf(key))) + " " + Describe(row)),
    ];

    private void Add(string name, Func<IncidentQuery, IncidentQuery> step, Func<OracleIncident, Truth> passes)
    {
        filters.Add((name, passes));
        steps.Add(step);
    }

    private void AddKey<T>(Random random, GroupKey<T> key, Func<OracleIncident, string> textOf, Func<string, T> parse)
        where T : struct
    {
        string wanted = world.Incidents.Select(textOf).FirstOrDefault(text => text.Length > 0) ?? "";
        if (random.Next(6) == 0 && wanted.Length > 0)
        {
            Func<IncidentQuery, IncidentQuery> step = random
                .Next(2) == 0 ? query => query.Where(key, parse(wanted)) : query => query.Where(key, wanted);
            Add(key.Name, step, incident => textOf(incident) is { Length: > 0 } text ? Truth.From(text == wanted) : Truth.Unknown);
        }
    }

    /// <summary>Whether one of those who fought is one of some actors.</summary>
    private static Truth Names(string side, string[] actors) =>
        side.Trim('+').Length == 0 ? Truth.Unknown : Truth.From(side.Split('+').Any(actors.Contains));

    private static int Compare(string[] left, string[] right) =>
        left.Zip(right, string.CompareOrdinal).FirstOrDefault(order => order != 0);

    private static bool AddsTo(OracleIncident incident, Measure measure) =>
        incident.Figures.TryGetValue(Measure.Of(measure.Harm).Among(measure.Group), out (long? Low, long? Best, long? High) figure)
            && (figure.Best > 0 || (!measure.IsBest && (figure.Low > 0 || figure.High > 0)));

    private string Describe(AggregateRow row) => $"{row.Incidents} {string.Join(' ', measures.Select(measure => row.Of(measure)))}";

    private string Describe(IEnumerable<OracleIncident> incidents)
    {
        List<OracleIncident> all = [.. incidents];
        return $"{all.Count(incident => incident.Begins)} {string.Join(' ', measures.Select(measure => SumsOf(all, measure)))}";
    }

    private static Sums SumsOf(List<OracleIncident> incidents, Measure measure)
    {
        (long? Low, long? Best, long? High) Figure(OracleIncident incident)
        {
            (long? Low, long? Best, long? High) all = incident.Figures.GetValueOrDefault(Measure.Of(measure.Harm).Among(measure.Group));
            return measure.IsBest ? (all.Best, all.Best, all.Best) : all;
        }

        OracleIncident[] beginning = [.. incidents.Where(incident => incident.Begins)];
        HashSet<object> begun = [.. beginning.Select(incident => incident.Identity)];
        OracleIncident[] continuing =
        [
            .. incidents.Where(incident => !begun.Contains(incident.Identity)
                && Figure(incident) is { Low: > 0 } or { Best: > 0 } or { High: > 0 })
                .DistinctBy(incident => incident.Identity),
        ];
        OracleIncident[] each = [.. beginning, .. continuing];
        return new(
            beginning.Length,
            incidents.Sum(incident => Figure(incident).Low ?? 0),
            incidents.Sum(incident => Figure(incident).Best ?? 0),
            incidents.Sum(incident => Figure(incident).High ?? 0),
            each.Count(incident => Figure(incident).Low is null),
            each.Count(incident => Figure(incident).Best is null),
            each.Count(incident => Figure(incident).High is null),
            continuing.Length);
    }

    private string? ValueOf(GroupKey key, OracleIncident incident) => key.Name switch
    {
        "side-a" => Text(incident.First),
        "side-b" => Text(incident.Second),
        "place" => Text(incident.Region),
        "kind" => Text(incident.Kind),
        "source" => Text(incident.Source),
        "dyad" => Text(incident.Dyad),
        "conflict" => Text(incident.Conflict),
        "type" => Text(incident.Type),
        "active-year" => incident.Active switch { Truth.Yes => "1", Truth.No => "0", _ => null },
        "country" => At(incident, RegionKind.Country),
        "adm1" => At(incident, RegionKind.Governorate),
        "adm2" => At(incident, RegionKind.District),
        _ => Time(incident, key.Scheme!),
    };

    private string? At(OracleIncident incident, RegionKind kind) =>
        Ancestors(incident.Region).FirstOrDefault(name => world.Regions[name].Kind == kind);

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static string? Time(OracleIncident incident, BucketScheme scheme) =>
        incident is { Earliest: { } first, Latest: { } last } && scheme.BucketOf(first) == scheme.BucketOf(last)
            ? scheme.BucketOf(first).Label
            : null;

    private IEnumerable<string> Ancestors(string region)
    {
        for (; region.Length > 0; region = world.Regions[region].Parent)
        {
            yield return region;
        }
    }

    private Truth Lies(string region, string target) =>
        region.Length == 0 ? Truth.Unknown : world.Hierarchy.Within(RegionId.From(region), RegionId.From(target));

    private Truth Belongs(OracleIncident incident, string actor, string[] groups)
    {
        if (actor.Length == 0)
        {
            return Truth.Unknown;
        }

        bool[] daily = [.. DaysOf(incident).Select(day => IsAnyMember(actor, groups, day))];
        return daily.All(member => member) ? Truth.Yes : daily.Any(member => member) ? Truth.Unknown : Truth.No;
    }

    private Truth EitherBelongs(OracleIncident incident, string[] groups)
    {
        Truth[] daily = [.. DaysOf(incident).Select(day =>
            Any([DayAnswer(incident.First, groups, day), DayAnswer(incident.Second, groups, day)]))];
        return daily.Distinct().Count() == 1 ? daily[0] : Truth.Unknown;
    }

    private Truth DayAnswer(string actor, string[] groups, LocalDate day) =>
        actor.Length == 0 ? Truth.Unknown : Truth.From(IsAnyMember(actor, groups, day));

    private bool IsAnyMember(string side, string[] groups, LocalDate day) => side.Split('+').Any(actor => IsMember(actor, groups, day, []));

    private static Truth Any(IEnumerable<Truth> answers) => answers.Aggregate(Truth.No, (left, right) => left.Or(right));

    /// <summary>
    /// The days that an incident may have; where nobody says, every day on which some link begins or ends, and those before and after.
    /// </summary>
    private IEnumerable<LocalDate> DaysOf(OracleIncident incident) => incident is { Earliest: { } first, Latest: { } last }
        ? Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays)
        : world.Links.SelectMany(link => (LocalDate?[])[link.From, link.To])
            .OfType<LocalDate>().SelectMany(day => (LocalDate[])[day.PlusDays(-1), day, day.PlusDays(1)])
            .Append(new(1, 1, 1));

    private bool IsMember(string actor, string[] groups, LocalDate day, HashSet<string> seen) =>
        groups.Contains(actor) || (seen.Add(actor) && world.Links.Any(link =>
            link.Member == actor && !(link.From > day) && !(link.To < day) && IsMember(link.Group, groups, day, seen)));
}
