using System.Globalization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Finds groups whose loss another's gain equals.</summary>
/// <remarks>
/// All that a group lost, in two years or more, must be what one other group gained in these years. One year proves nothing: small figures
/// agree by chance.
/// </remarks>
internal static class ReattributionFinder
{
    private const int FewestYears = 2;

    public static ValueList<Reattribution> Find(
        VintageTables tables, Measure measure, GroupKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.IsTime || key.Overlaps)
        {
            throw new ArgumentException($"Groups by {key} are of time, or overlap.", nameof(key));
        }

        VintageAccount account = AccountBuilder.Of(tables, measure, [key, GroupKey.Year], cancellationToken);
        List<Series> all =
        [
            .. account.Lines.Where(line => line.Group[1] != Aggregate.UnknownText && line.Change.Best != 0)
                .GroupBy(line => line.Group[0], StringComparer.OrdinalIgnoreCase)
                .Select(lines => new Series(
                    (lines.Last().Group[0], lines.Last().Names[0]),
                    lines.ToDictionary(line => int.Parse(line.Group[1], CultureInfo.InvariantCulture), line => line.Change))),
        ];
        ILookup<(int, long), Series> gainers = all
            .SelectMany(series => series.Years.Select(year => (Key: (year.Key, year.Value.Best), Series: series)))
            .ToLookup(pair => pair.Key, pair => pair.Series);
        List<Reattribution> found = [];
        foreach (Series loser in all.Where(series => series.Group.Own != Aggregate.UnknownText))
        {
            KeyValuePair<int, FigureChange>[] lost = [.. loser.Years.Where(year => year.Value.Best < 0).OrderBy(year => year.Key)];
            if (lost.Length >= FewestYears)
            {
                found.AddRange(gainers[(lost[0].Key, -lost[0].Value.Best)]
                    .Where(gainer => Array.TrueForAll(
                        lost, year => gainer.Years.TryGetValue(year.Key, out FigureChange gained) && gained.Best == -year.Value.Best))
                    .Select(gainer => new Reattribution
                    {
                        Key = key,
                        From = loser.Group,
                        To = gainer.Group,
                        Years = lost.Select(year => new Reattribution.Year(
                            year.Key, default(FigureChange) - year.Value, gainer.Years[year.Key])).ToValueList(),
                    }));
            }
        }

        return found.OrderByDescending(one => one.Best).ThenBy(one => one.From.Own, StringComparer.Ordinal)
            .ThenBy(one => one.To.Own, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>By how much a group's sums moved in each year.</summary>
    private sealed record Series((string Own, string Name) Group, Dictionary<int, FigureChange> Years);
}
