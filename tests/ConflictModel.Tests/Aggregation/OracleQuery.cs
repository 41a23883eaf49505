using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>A random query, asked of a table and, the slow and plain way, of objects.</summary>
internal sealed class OracleQuery
{
    private static readonly GroupKey[] AllKeys =
        [GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Region, GroupKey.RegionAt(0), GroupKey.RegionAt(1), GroupKey.RegionAt(2), GroupKey.IncidentKind, GroupKey.Source, GroupKey.Dyad, GroupKey.Label];

    private static readonly GroupKey[] TimeKeys = [GroupKey.Year, GroupKey.Month, GroupKey.Week, GroupKey.Day];

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
                incident.Latest < from || incident.Earliest > to ? Truth.No :
                incident.Earliest >= from && incident.Latest <= to ? Truth.Yes : Truth.Unknown);
        }

        string[] actors = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => world.Actors[random.Next(world.Actors.Count)])];
        ActorId[] actorIds = [.. actors.Select(ActorId.From)];
        switch (random.Next(6))
        {
            case 0: Add("first side", query => query.WithFirstSide(actorIds), incident => Belongs(incident, incident.First, actors)); break;
            case 1: Add("second side", query => query.WithSecondSide(actorIds), incident => Belongs(incident, incident.Second, actors)); break;
            case 2: Add("either side", query => query.WithEitherSide(actorIds), incident => EitherBelongs(incident, actors)); break;
        }

        if (random.Next(3) == 0)
        {
            string[] regions = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"r{random.Next(world.Regions.Count)}")];
            RegionId[] ids = [.. regions.Select(RegionId.From)];
            Add("regions", query => query.InRegions(ids), incident => Any(regions.Select(region => Lies(incident.Region, region))));
        }

        string kind = world.Incidents.Select(incident => incident.Kind).FirstOrDefault(text => text.Length > 0) ?? "";
        if (random.Next(4) == 0 && kind.Length > 0)
        {
            Add("kinds", query => query.OfKinds(KindId.From(kind)), incident => incident.Kind.Length == 0 ? Truth.Unknown : Truth.From(incident.Kind == kind));
        }

        string source = world.Incidents.Select(incident => incident.Source).FirstOrDefault(text => text.Length > 0) ?? "";
        if (random.Next(6) == 0 && source.Length > 0)
        {
            Add("sources", query => query.FromSources(SourceId.From(source)), incident => incident.Source.Length == 0 ? Truth.Unknown : Truth.From(incident.Source == source));
        }

        string dyad = world.Incidents.Select(incident => incident.Dyad).FirstOrDefault(text => text.Length > 0) ?? "";
        if (random.Next(6) == 0 && dyad.Length > 0)
        {
            Add("dyads", query => query.OfDyads(DyadId.From(dyad)), incident => incident.Dyad.Length == 0 ? Truth.Unknown : Truth.From(incident.Dyad == dyad));
        }

        string label = world.Incidents.Select(incident => incident.Label).FirstOrDefault(text => text.Length > 0) ?? "";
        if (random.Next(6) == 0 && label.Length > 0)
        {
            Add("labels", query => query.Labelled(LabelId.From(label)), incident => incident.Label.Length == 0 ? Truth.Unknown : Truth.From(incident.Label == label));
        }

        if (random.Next(6) == 0)
        {
            Add("active year", query => query.InActiveYears(), incident => incident.Active);
        }

        int limit = random.Next(1, 8);
        if (random.Next(6) == 0)
        {
            Add("place precision", query => query.PlacedWithin(limit), incident => incident.Place == 0 ? Truth.Unknown : Truth.From(incident.Place <= limit));
        }

        if (random.Next(6) == 0)
        {
            Add("date precision", query => query.DatedWithin(limit), incident => incident.Date == 0 ? Truth.Unknown : Truth.From(incident.Date <= limit));
        }

        includesUncertain = random.Next(3) == 0;
        GroupKey[] pool = random.Next(3) > 0 ? [.. AllKeys, TimeKeys[random.Next(TimeKeys.Length)]] : AllKeys;
        random.Shuffle(pool);
        keys = pool[..random.Next(0, 5)];
        measures = [.. new[] { Measure.Killed, Measure.Killed.Civilians, Measure.Wounded, Measure.Missing, Measure.Killed.AsBest, Measure.Wounded.AsBest }.Where(_ => random.Next(2) == 0)];
    }

    public Aggregate Run(IncidentTable table)
    {
        IncidentQuery query = table.Query().Sum(measures);
        query = keys.Length == 0 ? query : query.GroupBy(keys);
        query = includesUncertain ? query.IncludingUncertain() : query;
        return steps.Aggregate(query, (before, step) => step(before)).Run();
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
            .Where(group => keys.Length == 0 || group.Any(pair => pair.First.Begins || measures.Any(measure => AddsTo(pair.First, measure))))
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
        .. aggregate.Select(row => string.Join(' ', keys.Select((_, i) => row.TextOf(i))) + " " + Describe(row)),
    ];

    private void Add(string name, Func<IncidentQuery, IncidentQuery> step, Func<OracleIncident, Truth> passes)
    {
        filters.Add((name, passes));
        steps.Add(step);
    }

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

        IEnumerable<OracleIncident> beginning = incidents.Where(incident => incident.Begins);
        return new(
            incidents.Sum(incident => Figure(incident).Low ?? 0),
            incidents.Sum(incident => Figure(incident).Best ?? 0),
            incidents.Sum(incident => Figure(incident).High ?? 0),
            beginning.Count(incident => Figure(incident).Low is null),
            beginning.Count(incident => Figure(incident).Best is null),
            beginning.Count(incident => Figure(incident).High is null));
    }

    private string? ValueOf(GroupKey key, OracleIncident incident) => key.ToString() switch
    {
        "firstSide" => Text(incident.First),
        "secondSide" => Text(incident.Second),
        "region" => Text(incident.Region),
        "kind" => Text(incident.Kind),
        "source" => Text(incident.Source),
        "dyad" => Text(incident.Dyad),
        "label" => Text(incident.Label),
        "year" => Time(incident, CalendarUnit.Year, "uuuu"),
        "month" => Time(incident, CalendarUnit.Month, "uuuu-MM"),
        "week" => Time(incident, CalendarUnit.Week, "uuuu-MM-dd"),
        "day" => Time(incident, CalendarUnit.Day, "uuuu-MM-dd"),
        var region => Ancestors(incident.Region).FirstOrDefault(name => world.Regions[name].Level == region[^1] - '0'),
    };

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static string? Time(OracleIncident incident, CalendarUnit bucket, string pattern)
    {
        LocalDate start = OracleWorld.Bucket(bucket, incident.Earliest);
        return start == OracleWorld.Bucket(bucket, incident.Latest) ? start.ToString(pattern, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private IEnumerable<string> Ancestors(string region)
    {
        for (; region.Length > 0; region = world.Regions[region].Parent)
        {
            yield return region;
        }
    }

    private bool Touches(string a, string b) => Ancestors(a).Contains(b) || Ancestors(b).Contains(a);

    private Truth Lies(string region, string target) =>
        Ancestors(region).Contains(target) ? Truth.Yes :
        region.Length == 0 || Ancestors(target).Contains(region)
            || world.Overlaps.Any(pair => (Touches(region, pair.A) && Touches(target, pair.B)) || (Touches(region, pair.B) && Touches(target, pair.A)))
            ? Truth.Unknown : Truth.No;

    private Truth Belongs(OracleIncident incident, string actor, string[] groups)
    {
        if (actor.Length == 0)
        {
            return Truth.Unknown;
        }

        bool[] daily = [.. Days(incident).Select(day => IsMember(actor, groups, day, []))];
        return daily.All(member => member) ? Truth.Yes : daily.Any(member => member) ? Truth.Unknown : Truth.No;
    }

    private Truth EitherBelongs(OracleIncident incident, string[] groups)
    {
        Truth[] daily = [.. Days(incident).Select(day =>
            Any([DayAnswer(incident.First, groups, day), DayAnswer(incident.Second, groups, day)]))];
        return daily.Distinct().Count() == 1 ? daily[0] : Truth.Unknown;
    }

    private Truth DayAnswer(string actor, string[] groups, LocalDate day) => actor.Length == 0 ? Truth.Unknown : Truth.From(IsMember(actor, groups, day, []));

    private static Truth Any(IEnumerable<Truth> answers) => answers.Aggregate(Truth.No, (left, right) => left.Or(right));

    private static IEnumerable<LocalDate> Days(OracleIncident incident) =>
        Enumerable.Range(0, Period.DaysBetween(incident.Earliest, incident.Latest) + 1).Select(incident.Earliest.PlusDays);

    private bool IsMember(string actor, string[] groups, LocalDate day, HashSet<string> seen) =>
        groups.Contains(actor) || (seen.Add(actor) && world.Links.Any(link =>
            link.Member == actor && !(link.From > day) && !(link.To < day) && IsMember(link.Group, groups, day, seen)));
}
