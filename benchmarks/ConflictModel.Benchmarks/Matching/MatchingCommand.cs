using System.Diagnostics;
using System.Globalization;
using ConflictModel.Matching;
using NodaTime;

namespace ConflictModel.Benchmarks.Matching;

/// <summary>
/// <c>matching COUNT</c>: proposes which of so many records of one source and of another may be of one event. Half of the second source are
/// records of the first, a day or less and a kilometre or less off; one in ten is known to a governorate or a week only.
/// </summary>
internal static class MatchingCommand
{
    private const int Days = 13_149;

    private static readonly ActorId[] Actors = [.. Enumerable.Range(0, 50).Select(i => ActorId.From($"actor-{i}"))];
    private static readonly RegionId[] Regions = [.. Enumerable.Range(0, 20).Select(i => RegionId.From($"governorate-{i}"))];

    public static int Run(string count)
    {
        int records = int.Parse(count, CultureInfo.InvariantCulture);
        Random random = new(42);
        Incident[] one = [.. Enumerable.Range(0, records).Select(i => Make($"a{i}", random))];
        Incident[] other =
            [.. Enumerable.Range(0, records).Select(i => i % 2 == 0 ? Copy(one[i], $"b{i}", random) : Make($"b{i}", random))];
        ConflictDataset known = new()
        {
            Regions = [.. Regions.Select(id => new Region { Id = id, Name = id.Value, Kind = RegionKind.Governorate })],
        };
        var clock = Stopwatch.StartNew();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        MatchProposals found = one.ProposeMatches(other, MatchRules.Within(4, 2), known);
        TimeSpan took = clock.Elapsed, processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        int right = found.Clusters.Count(cluster => cluster[0].Id.Value[1..] == cluster[1].Id.Value[1..]);
        Console.WriteLine(FormattableString.Invariant($"{found}; {right} clusters are of one event, of {records / 2}."));
        DistinctEvents distinct = found.DistinctIfAccepted;
        Console.WriteLine(FormattableString.Invariant($"If accepted: {distinct}; counted after {clock.Elapsed.TotalSeconds:0.0} s."));
        Console.WriteLine(FormattableString.Invariant(
            $"{took.TotalSeconds:0.0} s, {processor.TotalSeconds:0.0} s of processor time, {Environment.WorkingSet >> 20} MiB in all."));
        return 0;
    }

    private static Incident Make(string id, Random random)
    {
        int region = random.Next(Regions.Length);
        LocalDate day = new LocalDate(1989, 1, 1).PlusDays(random.Next(Days));
        bool isVague = random.Next(20) == 0, isBroad = random.Next(20) == 0;
        return new()
        {
            Id = IncidentId.From(id),
            Kind = IncidentKind.Battle,
            Date = isVague ? UncertainDate.SomeDayBetween(day, day.PlusDays(6)) : (UncertainDate)day,
            Place = new()
            {
                Regions = [Regions[region]],
                Precision = isBroad ? PlacePrecision.Governorate : PlacePrecision.Exact,
                Coordinates = new(32.5 + (region / 5) + random.NextDouble(), 36 + (region % 5) + random.NextDouble()),
            },
            Involvements =
            [
                new() { Actor = Actors[random.Next(Actors.Length)], Role = InvolvementRole.SideA },
                new() { Actor = Actors[random.Next(Actors.Length)], Role = InvolvementRole.SideB },
            ],
            Reports =
            [
                new()
                {
                    Citation = new() { Source = SourceId.From(id[..1]) },
                    Casualties = new() { Killed = Toll.Of(random.Next(12)) },
                },
            ],
        };
    }

    private static Incident Copy(Incident of, string id, Random random) => of with
    {
        Id = IncidentId.From(id),
        Date = of.Date.Date.Earliest == of.Date.Date.Latest ? of.Date.Date.Earliest!.Value.PlusDays(random.Next(2)) : of.Date,
        Place = of.Place! with
        {
            Coordinates = new(of.Place.Coordinates!.Value.Latitude + (random.NextDouble() / 200), of.Place.Coordinates.Value.Longitude),
        },
    };
}
