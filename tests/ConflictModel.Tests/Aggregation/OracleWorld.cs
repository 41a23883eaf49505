using ConflictModel.Aggregation;
using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Random incidents with random hierarchies, as plain objects and as a table.</summary>
internal sealed class OracleWorld
{
    /// <summary>Kinds whose names stand in the order of the kinds.</summary>
    private static readonly IncidentKind[] Kinds = [IncidentKind.Ambush, IncidentKind.ArmedAttack, IncidentKind.Explosion];

    private static readonly BucketScheme[] Schemes =
        [BucketScheme.Day, BucketScheme.IsoWeek, BucketScheme.AcledWeek, BucketScheme.Month, BucketScheme.Year];

    private static readonly LocalDate Start = new(2011, 12, 20);

    private RegionHierarchy? hierarchy;

    /// <summary>Seeds of worlds that stay the same from run to run.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    public required List<OracleIncident> Incidents { get; init; }

    public required Dictionary<string, (RegionKind Kind, string Parent)> Regions { get; init; }

    public required List<(string A, string B)> Overlaps { get; init; }

    public required List<(string Member, string Group, LocalDate? From, LocalDate? To)> Links { get; init; }

    public required List<string> Actors { get; init; }

    public required BucketScheme[] SplitAt { get; init; }

    public static OracleWorld Random(Random random, int rows)
    {
        Dictionary<string, (RegionKind Kind, string)> regions = [];
        int regionCount = random.Next(1, 40);
        for (int i = 0; i < regionCount; i++)
        {
            string parent = i > 0 && random.Next(4) > 0 ? $"r{random.Next(i)}" : "";
            RegionKind kind = parent.Length == 0
                ? RegionKind.Country
                : regions[parent].Kind is < RegionKind.Town and var above ? above + 1 : RegionKind.Town;
            regions.Add($"r{i}", (random.Next(4) == 0 ? RegionKind.Natural : kind, parent));
        }

        // Some books are larger than a byte, and than the vector form of the filter.
        int actorCount = random.Next(5) switch { 0 => 700, 1 => 300, _ => random.Next(1, 20) };
        List<string> actors = [.. Enumerable.Range(0, actorCount).Select(i => $"a{i}")];
        int days = random.Next(3) == 0 ? random.Next(1, 5) : random.Next(1, 1500);
        bool hasEdges = random.Next(2) == 0;
        bool hasUndated = random.Next(3) == 0;
        BucketScheme[] splitAt = [.. Schemes.Where(_ => random.Next(7) == 0)];
        int longest = splitAt.Length == 0 ? 400 : 40;
        bool isSingle = random.Next(2) == 0;
        bool isComplete = random.Next(2) == 0;
        Measure[] measures = [.. new[] { Measure.Killed, Measure.Killed.Civilians, Measure.Wounded }.Where(_ => random.Next(4) > 0)];
        return new()
        {
            Regions = regions,
            Actors = actors,
            Overlaps =
            [
                .. Enumerable.Range(0, random.Next(3)).Select(_ => ($"r{random.Next(regionCount)}", $"r{random.Next(regionCount)}")),
            ],
            Links = [.. Enumerable.Range(0, actors.Count < 2 ? 0 : random.Next(5)).Select(_ => Link(random, actors, days))],
            SplitAt = splitAt,
            Incidents = [.. Enumerable.Range(0, rows).Select(_ =>
                Incident(random, regionCount, actors, days, hasEdges, isSingle, isComplete, hasUndated, longest, measures))],
        };
    }

    public IncidentTable ToTable(bool sortByDate) => ToBuilder().ToTable(sortByDate);

    /// <summary>All of it in a builder, for whoever adds to it; null keys are all.</summary>
    public IncidentTableBuilder ToBuilder(ValueList<GroupKey>? keys = null)
    {
        IncidentTableBuilder builder = new(SplitAt) { Keys = keys };
        foreach ((string region, (RegionKind kind, string parent)) in Regions)
        {
            builder.DefineRegion(RegionId.From(region), kind, Id<RegionId>(parent));
        }

        foreach (string actor in Actors)
        {
            builder.CodeOf(ActorId.From(actor));
        }

        for (int i = 0; i < 30; i++)
        {
            builder.CodeOf(DyadId.From($"d{i}"));
            builder.CodeOf(SourceId.From($"s{i % 4}"));
            builder.CodeOf(ConflictId.From($"c{i % 3}"));
            builder.CodeOf(EventTypeId.From($"t{i % 5}"));
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

        return builder;
    }

    /// <summary>The same world cut at the edges of other buckets.</summary>
    public OracleWorld CutAt(params BucketScheme[] schemes) => new()
    {
        Incidents = Incidents,
        Regions = Regions,
        Overlaps = Overlaps,
        Links = Links,
        Actors = Actors,
        SplitAt = schemes,
    };

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

    /// <summary>The same world whose incidents are split elsewhere.</summary>
    public OracleWorld At(BucketScheme[] splitAt) => new()
    {
        Incidents = Incidents,
        Regions = Regions,
        Overlaps = Overlaps,
        Links = Links,
        Actors = Actors,
        SplitAt = splitAt,
    };

    public static void Append(IncidentTableBuilder builder, OracleIncident incident) => builder.Append(
        new IncidentRow
        {
            Id = Id<IncidentId>(incident.Id),
            Earliest = incident.Earliest,
            Latest = incident.Latest,
            FirstSide = builder.CodeOf(Members(incident.First)),
            SecondSide = builder.CodeOf(Members(incident.Second)),
            Others = builder.CodeOf(Members(incident.Others)),
            Region = builder.CodeOf(Id<RegionId>(incident.Region)),
            Kind = Kinds.FirstOrDefault(kind => GroupKey.Kind.Format(kind) == incident.Kind),
            Source = builder.CodeOf(Id<SourceId>(incident.Source)),
            Dyad = builder.CodeOf(Id<DyadId>(incident.Dyad)),
            Conflict = builder.CodeOf(Id<ConflictId>(incident.Conflict)),
            EventType = builder.CodeOf(Id<EventTypeId>(incident.Type)),
            PlacePrecision = incident.Place,
            DatePrecision = incident.Date,
            ActiveYear = incident.Active,
        },
        [.. incident.Figures.Select(pair => pair.Key.Is(pair.Value.Low, pair.Value.Best, pair.Value.High))]);

    /// <summary>The incidents with those split that the table splits.</summary>
    public IEnumerable<OracleIncident> Pieces() => Incidents.SelectMany(Split);

    public static TId Id<TId>(string text)
        where TId : struct, IId<TId> => text.Length == 0 ? default : TId.From(text);

    public static ActorId[] Members(string side) => [.. side.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(ActorId.From)];

    public RegionHierarchy Hierarchy => hierarchy ??= new(Regions.Select(region => new Region
    {
        Id = RegionId.From(region.Key),
        Name = region.Key,
        Kind = region.Value.Kind,
        Within = region.Value.Parent.Length == 0 ? [] : [RegionId.From(region.Value.Parent)],
        Overlaps = [.. Overlaps.Where(pair => pair.A == region.Key).Select(pair => RegionId.From(pair.B))],
    }));

    private IEnumerable<OracleIncident> Split(OracleIncident incident)
    {
        if (incident is not { Earliest: { } first, Latest: { } last })
        {
            return [incident];
        }

        List<List<LocalDate>> pieces = [];
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            if (pieces.Count > 0 && SplitAt.All(scheme => scheme.BucketOf(day) == scheme.BucketOf(pieces[^1][0])))
            {
                pieces[^1].Add(day);
            }
            else
            {
                pieces.Add([day]);
            }
        }

        if (pieces.Count == 1)
        {
            return [incident];
        }

        // How figures are divided has tests of its own.
        (Measure Measure, long? Low, long? Best, long? High)[] figures =
            [.. incident.Figures.Select(pair => pair.Key.Is(pair.Value.Low, pair.Value.Best, pair.Value.High))];
        (Measure Measure, long? Low, long? Best, long? High)[][] shares =
            ConflictModel.Aggregation.Pieces.Of((int)Days.Of(first), (int)Days.Of(last), SplitAt)!.Divide(figures);
        return pieces.Select((piece, i) => incident with
        {
            Earliest = piece[0],
            Latest = piece[^1],
            Begins = i == 0,
            Figures = shares[i].ToDictionary(figure => figure.Measure, figure => (figure.Low, figure.Best, figure.High)),
        });
    }

    private static (string, string, LocalDate?, LocalDate?) Link(Random random, List<string> actors, int days)
    {
        LocalDate? from = random.Next(2) == 0 ? null : Start.PlusDays(random.Next(days));
        LocalDate? to = random.Next(2) == 0 ? null : (from ?? Start).PlusDays(random.Next(days));
        // Never a circle: whoever is listed first is part of whoever is listed later.
        int member = random.Next(actors.Count - 1);
        return (actors[member], actors[random.Next(member + 1, actors.Count)], from, to);
    }

    private static OracleIncident Incident(
        Random random, int regions, List<string> actors, int days, bool hasEdges, bool isSingle,
        bool isComplete, bool hasUndated, int longest, Measure[] measures)
    {
        LocalDate earliest = Start.PlusDays(random.Next(days));
        int extent = hasEdges ? random.Next(10) switch { 0 => random.Next(longest), 1 or 2 => random.Next(8), _ => 0 } : 0;
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
                figures.Add(
                    measure,
                    (
                        random.Next(9) == 0 ? null : Count(random),
                        random.Next(9) == 0 ? null : best,
                        random.Next(9) == 0 ? null : Count(random)));
            }
        }

        bool isUndated = hasUndated && random.Next(6) == 0;
        return new()
        {
            Earliest = isUndated ? null : earliest,
            Latest = isUndated ? null : earliest.PlusDays(extent),
            First = Side(random, actors),
            Second = Side(random, actors),
            Others = random.Next(8) == 0 ? Side(random, actors) : "",
            Region = random.Next(10) == 0 ? "" : $"r{random.Next(regions)}",
            Kind = random.Next(10) == 0 ? "" : GroupKey.Kind.Format(Kinds[random.Next(3)]),
            Source = random.Next(10) == 0 ? "" : $"s{random.Next(4)}",
            Dyad = random.Next(10) == 0 ? "" : $"d{random.Next(30)}",
            Conflict = random.Next(10) == 0 ? "" : $"c{random.Next(3)}",
            Type = random.Next(10) == 0 ? "" : $"t{random.Next(5)}",
            Place = random.Next(8),
            Date = random.Next(8),
            Active = (Truth)random.Next(-1, 2),
            Figures = figures,
        };
    }

    private static string Side(Random random, List<string> actors)
    {
        string[] members =
            [.. Enumerable.Range(0, random.Next(12) switch { 0 => 0, 1 => 2, _ => 1 }).Select(_ => actors[random.Next(actors.Count)])];
        return string.Join('+', members.Distinct().Order(StringComparer.Ordinal));
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
