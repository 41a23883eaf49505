using System.Diagnostics;
using System.Globalization;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Benchmarks.Reconciliation;

/// <summary>
/// <c>reconcile</c>: the totals that twenty sources give for each of three years' months in fourteen governorates, 10,080, held against
/// 100,000 incidents there and then, each of a governorate and a day: by reconciliation, by validation, and, as a peer, by a loop over all
/// pairs of a total and an incident that compares numbers. Three times each, with the best times of the clock and of the processor.
/// </summary>
internal static class ReconcileCommand
{
    private const int Runs = 3;
    private const int Sources = 20;
    private const int Months = 36;
    private const int Incidents = 100_000;

    private static readonly LocalDate Start = new(2013, 1, 1);
    private static readonly int Days = Period.DaysBetween(Start, Start.PlusMonths(Months));

    private static readonly Region[] Governorates =
    [
        .. KnownRegions.All.Where(region => region.Kind == RegionKind.Governorate && region.Within.Contains(KnownRegions.Syria.Id)),
    ];

    public static int Run()
    {
        ConflictDataset dataset = Make();
        Measure("loop", () => Loop(dataset));
        Measure("reconcile", () => dataset.Reconcile(Harm.Killed).Sum(tally => (long)tally.Incidents.Count));
        Measure("validate", () => dataset.Validate().Count);
        return 0;
    }

    private static void Measure(string task, Func<long> work)
    {
        (double clock, double processor, long answer) = (double.MaxValue, double.MaxValue, 0);
        for (int run = 0; run < Runs; run++)
        {
            GC.Collect();
            (long start, TimeSpan before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            answer = work();
            clock = Math.Min(clock, Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"task\": \"{task}\", \"answer\": {answer}, \"s\": {clock:G3}, \"cpu_s\": {processor:G3}}}"));
    }

    private static ConflictDataset Make()
    {
        var random = new Random(42);
        Source[] sources = [.. Enumerable.Range(0, Sources).Select(n => new Source { Id = SourceId.From($"s{n}"), Name = $"Source {n}" })];
        var incidents = new Incident[Incidents];
        for (int i = 0; i < Incidents; i++)
        {
            incidents[i] = new()
            {
                Id = IncidentId.From($"i{i}"),
                Kind = IncidentKind.Battle,
                Date = new(Start.PlusDays(random.Next(Days))),
                Place = new() { Regions = [Governorates[random.Next(Governorates.Length)].Id] },
                Reports = [Killed(sources[random.Next(Sources)], random.Next(1, 9), random.Next(1, 9))],
            };
        }

        var tallies = new List<Tally>();
        foreach (Source source in sources)
        {
            foreach (Region governorate in Governorates)
            {
                for (int month = 0; month < Months; month++)
                {
                    LocalDate first = Start.PlusMonths(month);
                    tallies.Add(new()
                    {
                        Id = TallyId.From($"{source.Id}-{governorate.Id}-{month}"),
                        Scope = new() { Period = new(UncertainDate.FromYearMonth(first.Year, first.Month)), Regions = [governorate.Id] },
                        Report = Killed(source, random.Next(100, 900), random.Next(100, 900)),
                    });
                }
            }
        }

        return new()
        {
            Sources = [.. sources],
            Regions = [KnownRegions.Syria, .. Governorates],
            Incidents = [.. incidents],
            Tallies = [.. tallies],
        };
    }

    private static Report Killed(Source source, int civilians, int combatants) => new()
    {
        Citation = source.Id,
        Casualties = new()
        {
            Killed = new()
            {
                Count = civilians + combatants,
                Breakdowns =
                [
                    Breakdown.Of(
                        BreakdownKind.Partition,
                        Reading.Stated,
                        Part.Of(Victims.Civilians, civilians),
                        Part.Of(Victims.Combatants, combatants)),
                ],
            },
        },
    };

    /// <summary>Pairs of a total and an incident of its month and governorate.</summary>
    private static long Loop(ConflictDataset dataset)
    {
        (int Day, int Place)[] incidents =
        [
            .. dataset.Incidents.Select(incident => (
                Day: Period.DaysBetween(Start, incident.Date.Date.Earliest!.Value),
                Place: Array.FindIndex(Governorates, region => region.Id == incident.Place!.Regions[0]))),
        ];
        long pairs = 0;
        foreach (Tally tally in dataset.Tallies)
        {
            int place = Array.FindIndex(Governorates, region => region.Id == tally.Scope.Regions[0]);
            int first = Period.DaysBetween(Start, tally.Scope.Period!.Value.Date.Earliest!.Value);
            int last = Period.DaysBetween(Start, tally.Scope.Period!.Value.Date.Latest!.Value);
            foreach ((int day, int where) in incidents)
            {
                pairs += where == place && day >= first && day <= last ? 1 : 0;
            }
        }

        return pairs;
    }
}
