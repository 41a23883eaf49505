using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>A random query, to ask of a table and of a database that holds its pieces.</summary>
internal sealed class RandomQuery
{
    /// <summary>All keys that pieces can be grouped by.</summary>
    private static readonly GroupKey[] Keys =
        [.. GroupKey.All.Where(key => key != GroupKey.Day && key != GroupKey.Week && key != GroupKey.AcledWeek)];

    private static readonly GroupKey[] Own =
    [
        GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor, GroupKey.Dyad, GroupKey.Conflict, GroupKey.EventType, GroupKey.Source,
        GroupKey.Region, GroupKey.Country, GroupKey.RegionAt(RegionKind.Governorate), GroupKey.World,
    ];

    private readonly Random random;
    private readonly IncidentTable table;
    private readonly List<Func<IncidentQuery, IncidentQuery>> steps = [];
    private readonly List<string> said = [];

    /// <param name="random">What it is made by.</param>
    /// <param name="table">The table, whose values are asked for.</param>
    /// <param name="actors">Its actors, those of whom no incident is among them.</param>
    /// <param name="regions">Its regions likewise.</param>
    public RandomQuery(Random random, IncidentTable table, IReadOnlyList<string> actors, IReadOnlyList<string> regions)
    {
        (this.random, this.table) = (random, table);
        // Many filters leave little of a small table.
        if (random.Next(3) > 0)
        {
            AddTime();
            if (actors.Count > 0)
            {
                AddActors(actors);
            }

            if (regions.Count > 0 && random.Next(4) == 0)
            {
                RegionId[] some = [.. Some(regions).Select(RegionId.From)];
                Add($"in {string.Join(' ', some)}", query => query.InRegions(some));
            }
        }

        if (random.Next(3) == 0)
        {
            AddValues();
            AddPrecisions();
        }

        AddDoubt();
        AddGroups();
    }

    /// <summary>What is asked, for whoever reads that the answers differ.</summary>
    public override string ToString() => string.Join(", ", said);

    /// <summary>The query of a table, or of none.</summary>
    public IncidentQuery Of(IncidentQuery start) => steps.Aggregate(start, (query, step) => step(query));

    private void AddTime()
    {
        if (random.Next(3) == 0)
        {
            LocalDate from = new LocalDate(2011, 12, 1).PlusDays(random.Next(900));
            LocalDate to = from.PlusDays(random.Next(900));
            Add($"during {from:uuuu-MM-dd}/{to:uuuu-MM-dd}", query => query.During(from, to));
        }

        switch (random.Next(14))
        {
            case 0: Add("2012 or 2013", query => query.Where(GroupKey.Year, 2013, 2012)); break;
            case 1: Add("two months", query => query.Where(GroupKey.Month, new YearMonth(2012, 1), new YearMonth(2012, 3))); break;
            case 2: Add("a week", query => query.Where(GroupKey.Week, "2012-W01")); break;
            case 3: Add("days", query => query.Where(
                GroupKey.Day, Enumerable.Range(0, 40).Select(i => new LocalDate(2012, 1, 1).PlusDays(i * i)))); break;
            case 4: Add("no Monday", query => query.Where(GroupKey.Week, new LocalDate(2012, 1, 3))); break;
        }
    }

    private void AddActors(IReadOnlyList<string> actors)
    {
        ActorId[] some = [.. Some(actors).Select(ActorId.From)];
        string names = string.Join(' ', some);
        switch (random.Next(10))
        {
            case 0: Add($"first side of {names}", query => query.WithFirstSide(some)); break;
            case 1: Add($"second side of {names}", query => query.WithSecondSide(some)); break;
            case 2 or 3: Add($"either side of {names}", query => query.WithEitherSide(some)); break;
            case 4: Add($"side-a is {names}", query => query.Where(GroupKey.FirstSide, some)); break;
            case 5: Add($"side-b is {names}", query => query.Where(GroupKey.SecondSide, some)); break;
            case 6: Add($"actor is {names}", query => query.Where(GroupKey.Actor, some)); break;
        }
    }

    private void AddValues()
    {
        if (random.Next(4) == 0)
        {
            GroupKey key = Own[random.Next(Own.Length)];
            string[] owns = [.. table.ValuesOf(key).Select(value => value.Own)];
            string own = owns.Length == 0 || random.Next(8) == 0 ? "nobody's" : owns[random.Next(owns.Length)];
            Add($"{key} is called {own}", query => query.Where(key, own));
        }

        AddValue(GroupKey.Dyad, DyadId.From);
        AddValue(GroupKey.Conflict, ConflictId.From);
        AddValue(GroupKey.Source, SourceId.From);
        AddValue(GroupKey.EventType, EventTypeId.From);
        AddValue(GroupKey.RegionAt(RegionKind.Governorate), RegionId.From);
        AddValue(GroupKey.Region, RegionId.From);
    }

    private void AddValue<T>(GroupKey<T> key, Func<string, T> parse)
        where T : struct
    {
        if (random.Next(12) == 0)
        {
            string[] texts = [.. table.Query().GroupBy(key).Run().Select(row => row.TextOf(key)!)];
            T[] some = [.. texts.Length == 0 ? [] : Some(texts).Select(parse)];
            Add($"{key} is {string.Join(' ', some)}", query => query.Where(key, some));
        }
    }

    private void AddPrecisions()
    {
        int limit = random.Next(0, 8);
        switch (random.Next(7))
        {
            case 0: Add($"placed within {limit}", query => query.PlacedWithin(limit)); break;
            case 1: Add($"dated within {limit}", query => query.DatedWithin(limit)); break;
            case 2: Add("kinds", query => query.Where(GroupKey.Kind, IncidentKind.Ambush, IncidentKind.Explosion)); break;
            case 3: Add("active", query => query.Where(GroupKey.ActiveYear, "1")); break;
            case 4: Add("any activity", query => query.Where(GroupKey.ActiveYear, false, true)); break;
        }
    }

    private void AddDoubt()
    {
        if (random.Next(3) == 0)
        {
            Add("including uncertain", query => query.IncludingUncertain());
        }

        if (random.Next(3) == 0)
        {
            Add("keeping unknown", query => query.KeepingUnknown());
        }
    }

    private void AddGroups()
    {
        GroupKey[] keys = [.. Keys];
        random.Shuffle(keys);
        keys = keys[..random.Next(0, 4)];
        if (random.Next(4) == 0 && !keys.Contains(GroupKey.Actor))
        {
            keys = [.. keys, GroupKey.Actor];
        }

        if (keys.Length > 0)
        {
            Add($"by {string.Join(' ', keys.Select(key => key.Name))}", query => query.GroupBy(keys));
        }

        Measure[] measures =
        [
            .. new[]
            {
                Measure.Killed, Measure.Killed.Civilians, Measure.Wounded, Measure.Killed.AsBest, Measure.Wounded.AsBest, Measure.Abducted,
            }.Where(_ => random.Next(2) == 0),
        ];
        Add($"sum {string.Join(' ', measures)}", query => query.Sum(measures));
        if (keys.Length > 0 && random.Next(3) == 0)
        {
            Ranking ranking = measures.Length == 0 ? Ranking.Incidents : random.Next(4) switch
            {
                0 => measures[0].Low,
                1 => measures[0].Best,
                2 => measures[^1].High,
                _ => Ranking.Incidents,
            };
            int count = random.Next(1, 6);
            GroupKey[] within = keys.Length > 1 && random.Next(2) == 0 ? [keys[0]] : [];
            Add($"top {count} by {ranking} within {string.Join(' ', within.Select(key => key.Name))}",
                query => query.Top(count, ranking, within));
        }
    }

    private string[] Some(IReadOnlyList<string> all) =>
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => all[random.Next(all.Count)]).Distinct().ToArray();

    private void Add(string what, Func<IncidentQuery, IncidentQuery> step)
    {
        said.Add(what);
        steps.Add(step);
    }
}
