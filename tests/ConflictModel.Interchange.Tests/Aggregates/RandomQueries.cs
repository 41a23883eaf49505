using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>Questions of all kinds that a table can be asked.</summary>
internal static class RandomQueries
{
    private static readonly Measure[] Measures =
        [Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.AsBest];

    public static IncidentQuery QueryOf(Random random, IncidentTable table)
    {
        GroupKey time = OneOf(random, GroupKey.All.Where(key => key.IsTime).ToArray());
        GroupKey[] keys =
            [.. GroupKey.All.Where(key => key == time || !key.IsTime).OrderBy(_ => random.Next()).Take(random.Next(0, 4))];
        IncidentQuery query = IncidentQuery.OverPieces().Sum(Measures);
        query = keys.Length == 0 ? query : query.GroupBy(keys);
        query = random.Next(2) == 0 ? query.KeepingUnknown() : query;
        query = random.Next(4) == 0 ? query.IncludingUncertain() : query;
        query = random.Next(4) == 0 ? query.During(new(2015, 12, 1), new LocalDate(2016, 1, 15)) : query;
        query = random.Next(4) == 0 ? query.PlacedWithin(random.Next(1, 8)) : query;
        for (int more = random.Next(0, 3); more > 0; more--)
        {
            GroupKey key = OneOf(random, GroupKey.All.ToArray());
            ValueList<(string Own, string Name)> values = table.ValuesOf(key);
            query = values.All(value => value.Own == "unknown")
                ? query
                : query.Where(key, OneOf(random, values.Select(value => value.Own).Where(own => own != "unknown").ToArray()));
        }

        return random.Next(8) == 0 ? query.Top(2, Measure.Killed.Best) : query;
    }

    public static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
