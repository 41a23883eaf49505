using System.Numerics;
using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Random incidents with random hierarchies, as plain objects and as a table.</summary>
internal sealed class OracleWorld
{
    private static readonly LocalDate Start = new(2011, 12, 20);

    public required List<OracleIncident> Incidents { get; init; }

    public required Dictionary<string, (int? Level, string Parent)> Regions { get; init; }

    public required List<(string A, string B)> Overlaps { get; init; }

    public required List<(string Member, string Group, LocalDate? From, LocalDate? To)> Links { get; init; }

    public required List<string> Actors { get; init; }

    public required CalendarUnit SplitAt { get; init; }

    public static OracleWorld Random(Random random, int rows)
    {
        Dictionary<string, (int?, string)> regions = [];
        int regionCount = random.Next(1, 40);
        for (int i = 0; i < regionCount; i++)
        {
            string parent = i > 0 && random.Next(4) > 0 ? $"r{random.Next(i)}" : "";
            int? level = parent.Length == 0 ? random.Next(4) == 0 ? null : 0 : regions[parent].Item1 + 1 ?? (random.Next(2) == 0 ? null : 2);
            regions.Add($"r{i}", (level, parent));
        }

        // Some books are larger than a byte, and than the vector form of the filter.
        int actorCount = random.Next(5) switch { 0 => 700, 1 => 300, _ => random.Next(1, 20) };
        List<string> actors = [.. Enumerable.Range(0, actorCount).Select(i => $"a{i}")];
        int days = random.Next(3) == 0 ? random.Next(1, 5) : random.Next(1, 1500);
        bool hasEdges = random.Next(2) == 0;
        bool isSingle = random.Next(2) == 0;
        bool isComplete = random.Next(2) == 0;
        Measure[] measures = [.. new[] { Measure.Killed, Measure.Killed.Civilians, Measure.Wounded }.Where(_ => random.Next(4) > 0)];
        return new()
        {
            Regions = regions,
            Actors = actors,
            Overlaps = [.. Enumerable.Range(0, random.Next(3)).Select(_ => ($"r{random.Next(regionCount)}", $"r{random.Next(regionCount)}"))],
            Links = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Link(random, actors, days))],
            SplitAt = random.Next(3) == 0 ? (CalendarUnit)random.Next(1, 5) : CalendarUnit.None,
            Incidents = [.. Enumerable.Range(0, rows).Select(_ => Incident(random, regionCount, actors, days, hasEdges, isSingle, isComplete, measures))],
        };
    }

    public IncidentTable ToTable(bool sortByDate)
    {
        IncidentTableBuilder builder = new(SplitAt);
        foreach ((string region, (int? level, string parent)) in Regions)
        {
            builder.DefineRegion(RegionId.From(region), level, parent.Length == 0 ? default : RegionId.From(parent));
        }

        foreach (string actor in Actors)
        {
            builder.CodeOf(ActorId.From(actor));
        }

        for (int i = 0; i < 30; i++)
        {
            builder.CodeOf(DyadId.From($"d{i}"));
            builder.CodeOf(SourceId.From($"s{i % 4}"));
            builder.CodeOf(KindId.From($"k{i % 3}"));
            builder.CodeOf(LabelId.From($"l{i % 5}"));
        }

        foreach ((string a, string b) in Overlaps)
        {
            builder.DeclareOverlap(RegionId.From(a), RegionId.From(b));
        }

        foreach ((string member, string group, LocalDate? from, LocalDate? to) in Links)
        {
            builder.DeclareAffiliation(ActorId.From(member), ActorId.From(group), from, to);
        }

        foreach (OracleIncident incident in Incidents)
        {
            Append(builder, incident);
        }

        return builder.ToTable(sortByDate);
    }

    /// <summary>The same world with some of its incidents.</summary>
    public OracleWorld With(IEnumerable<OracleIncident> incidents) => new()
    {
        Incidents = [.. incidents],
        Regions = Regions,
        Overlaps = Overlaps,
        Links = Links,
        Actors = Actors,
        SplitAt = SplitAt,
    };

    public static void Append(IncidentTableBuilder builder, OracleIncident incident) => builder.Append(
        new IncidentRow
        {
            Earliest = incident.Earliest,
            Latest = incident.Latest,
            FirstSide = builder.CodeOf(Id<ActorId>(incident.First)),
            SecondSide = builder.CodeOf(Id<ActorId>(incident.Second)),
            Region = builder.CodeOf(Id<RegionId>(incident.Region)),
            Kind = builder.CodeOf(Id<KindId>(incident.Kind)),
            Source = builder.CodeOf(Id<SourceId>(incident.Source)),
            Dyad = builder.CodeOf(Id<DyadId>(incident.Dyad)),
            Label = builder.CodeOf(Id<LabelId>(incident.Label)),
            Continues = !incident.Begins,
            PlacePrecision = incident.Place,
            DatePrecision = incident.Date,
            ActiveYear = incident.Active,
        },
        [.. incident.Figures.Select(pair => pair.Key.Is(pair.Value.Low, pair.Value.Best, pair.Value.High))]);

    /// <summary>The incidents with those split that the table splits.</summary>
    public IEnumerable<OracleIncident> Pieces() => Incidents.SelectMany(Split);

    public static TId Id<TId>(string text)
        where TId : struct, IId<TId> => text.Length == 0 ? default : TId.From(text);

    private IEnumerable<OracleIncident> Split(OracleIncident incident)
    {
        List<List<LocalDate>> pieces = [];
        for (LocalDate day = incident.Earliest; day <= incident.Latest; day = day.PlusDays(1))
        {
            if (pieces.Count > 0 && (SplitAt == CalendarUnit.None || Bucket(SplitAt, day) == Bucket(SplitAt, pieces[^1][0])))
            {
                pieces[^1].Add(day);
            }
            else
            {
                pieces.Add([day]);
            }
        }

        int[] lengths = [.. pieces.Select(piece => piece.Count)];
        return pieces.Select((piece, i) => incident with
        {
            Earliest = piece[0],
            Latest = piece[^1],
            Begins = i == 0 && incident.Begins,
            Figures = incident.Figures.ToDictionary(
                pair => pair.Key,
                pair => (Share(pair.Value.Low, lengths, i), Share(pair.Value.Best, lengths, i), Share(pair.Value.High, lengths, i))),
        });
    }

    public static LocalDate Bucket(CalendarUnit bucket, LocalDate day) => bucket switch
    {
        CalendarUnit.Week => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)),
        CalendarUnit.Month => day.With(DateAdjusters.StartOfMonth),
        CalendarUnit.Year => new LocalDate(day.Year, 1, 1),
        _ => day,
    };

    private static long? Share(long? count, int[] lengths, int piece)
    {
        if (count is null)
        {
            return null;
        }

        BigInteger total = lengths.Sum();
        BigInteger[] floors = [.. lengths.Select(length => count.Value * length / total)];
        int left = (int)(count.Value - floors.Aggregate(BigInteger.Add));
        int[] first = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(i => (BigInteger)count.Value * lengths[i] % total).ThenBy(i => i).Take(left)];
        return (long)floors[piece] + (first.Contains(piece) ? 1 : 0);
    }

    private static (string, string, LocalDate?, LocalDate?) Link(Random random, List<string> actors, int days)
    {
        LocalDate? from = random.Next(2) == 0 ? null : Start.PlusDays(random.Next(days));
        LocalDate? to = random.Next(2) == 0 ? null : (from ?? Start).PlusDays(random.Next(days));
        return (actors[random.Next(actors.Count)], actors[random.Next(actors.Count)], from, to);
    }

    private static OracleIncident Incident(
        Random random, int regions, List<string> actors, int days, bool hasEdges, bool isSingle, bool isComplete, Measure[] measures)
    {
        LocalDate earliest = Start.PlusDays(random.Next(days));
        int extent = hasEdges ? random.Next(10) switch { 0 => random.Next(400), 1 or 2 => random.Next(8), _ => 0 } : 0;
        Dictionary<Measure, (long?, long?, long?)> figures = [];
        foreach (Measure measure in measures)
        {
            long best = Count(random);
            if (!isComplete && random.Next(4) == 0)
            {
                if (random.Next(2) == 0)
                {
                    figures.Add(measure, (null, null, null));
                }
            }
            else if (isSingle)
            {
                figures.Add(measure, (best, best, best));
            }
            else
            {
                figures.Add(measure, (random.Next(9) == 0 ? null : Count(random), random.Next(9) == 0 ? null : best, random.Next(9) == 0 ? null : Count(random)));
            }
        }

        return new()
        {
            Earliest = earliest,
            Latest = earliest.PlusDays(extent),
            First = random.Next(10) == 0 ? "" : actors[random.Next(actors.Count)],
            Second = random.Next(10) == 0 ? "" : actors[random.Next(actors.Count)],
            Region = random.Next(10) == 0 ? "" : $"r{random.Next(regions)}",
            Kind = random.Next(10) == 0 ? "" : $"k{random.Next(3)}",
            Source = random.Next(10) == 0 ? "" : $"s{random.Next(4)}",
            Dyad = random.Next(10) == 0 ? "" : $"d{random.Next(30)}",
            Label = random.Next(10) == 0 ? "" : $"l{random.Next(5)}",
            Begins = random.Next(20) > 0,
            Place = random.Next(8),
            Date = random.Next(8),
            Active = (Truth)random.Next(-1, 2),
            Figures = figures,
        };
    }

    private static long Count(Random random) => random.Next(40) switch
    {
        0 => random.Next(250, 260),
        1 => random.Next(100_000),
        2 => random.NextInt64(1L << 45),
        < 20 => 0,
        _ => random.Next(40),
    };
}
