using System.Diagnostics;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>LINQ over lean objects.</summary>
public sealed class LinqPeer : IPeer
{
    private readonly List<LeanIncident> incidents = [];
    private readonly HashSet<int> perpetrators = [.. Question.Perpetrators];

    public LinqPeer(SyntheticIncidents data)
    {
        for (int row = 0; row < data.Rows; row++)
        {
            DateTime date = new DateTime(1989, 1, 1).AddDays(data.Day[row]);
            incidents.Add(new()
            {
                Day = data.Day[row],
                Month = (date.Year - 1989) * 12 + date.Month - 1,
                Year = date.Year,
                Perpetrator = data.Perpetrator[row],
                Region = data.Region[row],
                Parent = SyntheticIncidents.ParentOf(data.Region[row]),
                Kind = data.Kind[row],
                Low = data.Killed(row, 0),
                Best = data.Killed(row, 1),
                High = data.Killed(row, 2),
                Civilians = data.Figures[3 * SyntheticIncidents.Civilians + 1][row],
                Target = data.Target[row],
                FirstSideKilled = TripleOf(data, 0, row),
                SecondSideKilled = TripleOf(data, 1, row),
                UnknownKilled = TripleOf(data, 3, row),
                Wounded = TripleOf(data, 4, row),
                CiviliansLow = data.Figures[3 * SyntheticIncidents.Civilians][row],
                CiviliansHigh = data.Figures[3 * SyntheticIncidents.Civilians + 2][row],
            });
        }
    }

    public Answer Ask(int query)
    {
        Answer answer = new();
        switch (query)
        {
            case 1:
                answer.Add(incidents.Sum(i => (long)i.Low), incidents.Sum(i => (long)i.Best), incidents.Sum(i => (long)i.High));
                break;
            case 2:
                foreach (IGrouping<int, LeanIncident> g in incidents.GroupBy(i => i.Region))
                {
                    answer.Add(g.Key, g.Sum(i => (long)i.Low), g.Sum(i => (long)i.Best), g.Sum(i => (long)i.High));
                }

                break;
            case 3:
                foreach (IGrouping<(int Perpetrator, int Month), LeanIncident> g in incidents.GroupBy(i => (i.Perpetrator, i.Month)))
                {
                    answer.Add(g.Key.Perpetrator, g.Key.Month, g.Sum(i => (long)i.Low), g.Sum(i => (long)i.Best), g.Sum(i => (long)i.High));
                }

                break;
            case 4:
                foreach (IGrouping<(int Parent, int Kind), LeanIncident> g in incidents
                    .Where(i => i.Day >= Question.FirstDay && i.Day <= Question.LastDay && perpetrators.Contains(i.Perpetrator))
                    .GroupBy(i => (i.Parent, i.Kind)))
                {
                    answer.Add(g.Key.Parent, g.Key.Kind, g.Sum(i => (long)i.Low), g.Sum(i => (long)i.Best), g.Sum(i => (long)i.High));
                }

                break;
            default:
                foreach (IGrouping<int, (int Year, int Perpetrator, long Dead)> year in incidents
                    .GroupBy(i => (i.Year, i.Perpetrator))
                    .Select(g => (g.Key.Year, g.Key.Perpetrator, Dead: g.Sum(i => (long)i.Civilians)))
                    .GroupBy(row => row.Year))
                {
                    foreach ((int Year, int Perpetrator, long Dead) row in year
                        .OrderByDescending(row => row.Dead).ThenBy(row => row.Perpetrator).Take(10))
                    {
                        answer.Add(row.Year, row.Perpetrator, row.Dead);
                    }
                }

                break;
        }

        return answer;
    }

    public double Time(int query)
    {
        long start = Stopwatch.GetTimestamp();
        Ask(query);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Triple TripleOf(SyntheticIncidents data, int group, int row) =>
        new(data.Figures[3 * group][row], data.Figures[3 * group + 1][row], data.Figures[3 * group + 2][row]);

    /// <summary>
    /// What a careful developer would keep of an incident: all that the table holds, as whole numbers in one object of 120 bytes.
    /// </summary>
    private sealed class LeanIncident
    {
        public required int Day { get; init; }

        public required int Month { get; init; }

        public required int Year { get; init; }

        public required int Perpetrator { get; init; }

        public required int Region { get; init; }

        public required int Parent { get; init; }

        public required int Kind { get; init; }

        public required int Low { get; init; }

        public required int Best { get; init; }

        public required int High { get; init; }

        public required int Civilians { get; init; }

        public required int Target { get; init; }

        public required Triple FirstSideKilled { get; init; }

        public required Triple SecondSideKilled { get; init; }

        public required Triple UnknownKilled { get; init; }

        public required Triple Wounded { get; init; }

        public required int CiviliansLow { get; init; }

        public required int CiviliansHigh { get; init; }
    }

    /// <summary>One measure of an incident.</summary>
    private readonly record struct Triple(int Low, int Best, int High);
}
