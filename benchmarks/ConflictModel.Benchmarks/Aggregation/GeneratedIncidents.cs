using ConflictModel.Catalogs;
using NodaTime;

namespace ConflictModel.Benchmarks.Aggregation;

/// <summary>Incidents made from a seed: the same ones on every machine.</summary>
internal static class GeneratedIncidents
{
    public static Incident[] Make(int count, int longestDays = 1)
    {
        var random = new Random(42);
        ActorId[] actors = KnownActors.All.Select(actor => actor.Id).ToArray();
        RegionId[] regions = KnownRegions.All.Select(region => region.Id).ToArray();
        IncidentKind[] kinds = Enum.GetValues<IncidentKind>();
        var start = new LocalDate(2011, 3, 15);
        var incidents = new Incident[count];
        for (int i = 0; i < count; i++)
        {
            long low = random.Next(0, 5);
            long best = low + random.Next(0, 4);
            LocalDate day = start.PlusDays(random.Next(0, 5000));
            int days = longestDays == 1 ? 1 : random.Next(1, longestDays + 1);
            incidents[i] = new()
            {
                Id = IncidentId.From($"i{i}"),
                Kind = kinds[random.Next(kinds.Length)],
                Date = new(days == 1 ? day : UncertainDate.Between(day, day.PlusDays(days - 1))),
                Place = new() { Regions = [regions[random.Next(regions.Length)]] },
                Involvements =
                [
                    new() { Actor = actors[random.Next(actors.Length)], Role = InvolvementRole.SideA },
                    new() { Actor = actors[random.Next(actors.Length)], Role = InvolvementRole.SideB },
                ],
                Reports =
                [
                    new()
                    {
                        Citation = KnownSources.Sohr.Id,
                        Casualties = new() { Killed = Toll.Of(new Estimate(low, best, best + random.Next(0, 6))) },
                    },
                ],
            };
        }

        return incidents;
    }
}
