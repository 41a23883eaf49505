using System.Diagnostics;
using System.Globalization;
using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>The incident table, asked through its public API.</summary>
public sealed class TablePeer(IncidentTable table) : IPeer
{
    private static readonly ActorId[] Perpetrators =
        [.. Question.Perpetrators.ToArray().Select(i => ActorId.From($"actor{i:000}"))];

    public Aggregate Run(int query) => query switch
    {
        1 => table.Query().Sum(Measure.Killed).Run(),
        2 => table.Query().GroupBy(GroupKey.Region).Sum(Measure.Killed).Run(),
        3 => table.Query().GroupBy(GroupKey.FirstSide, GroupKey.Month).Sum(Measure.Killed).Run(),
        4 => table.Query()
            .During(new LocalDate(Question.FirstYear, 1, 1), new LocalDate(Question.LastYear, 12, 31))
            .WithFirstSide(Perpetrators)
            .GroupBy(GroupKey.RegionAt(RegionKind.Governorate), GroupKey.Kind)
            .Sum(Measure.Killed)
            .Run(),
        _ => table.Query()
            .GroupBy(GroupKey.Year, GroupKey.FirstSide)
            .Sum(Measure.Killed.Civilians.AsBest)
            .Top(10, Measure.Killed.Civilians.AsBest.Best, within: GroupKey.Year)
            .Run(),
    };

    public Answer Ask(int query)
    {
        Answer answer = new();
        foreach (AggregateRow row in Run(query))
        {
            Sums sums = row.Of(query == 5 ? Measure.Killed.Civilians.AsBest : Measure.Killed);
            switch (query)
            {
                case 1: answer.Add(sums.Low ?? 0, sums.Best ?? 0, sums.High ?? 0); break;
                case 2: answer.Add(Number(row.Of(GroupKey.Region).Value), sums.Low ?? 0, sums.Best ?? 0, sums.High ?? 0); break;
                case 3:
                    answer.Add(
                        Number(row.Of(GroupKey.FirstSide).Value), MonthOf(row.Of(GroupKey.Month)),
                        sums.Low ?? 0, sums.Best ?? 0, sums.High ?? 0);
                    break;
                case 4:
                    answer.Add(Number(row.Of(GroupKey.RegionAt(RegionKind.Governorate)).Value),
                        row.Of(GroupKey.Kind) - SyntheticIncidents.FirstKind, sums.Low ?? 0, sums.Best ?? 0, sums.High ?? 0);
                    break;
                default: answer.Add(row.Of(GroupKey.Year), Number(row.Of(GroupKey.FirstSide).Value), sums.Best ?? 0); break;
            }
        }

        return answer;
    }

    public double Time(int query)
    {
        long start = Stopwatch.GetTimestamp();
        Run(query);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static long MonthOf(YearMonth month) => (month.Year - SyntheticIncidents.FirstDate.Year) * 12 + month.Month - 1;

    private static long Number(string id) => long.Parse(id.AsSpan(id.AsSpan().IndexOfAnyInRange('0', '9')), CultureInfo.InvariantCulture);
}
