using System.Globalization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Finds groups whose loss another's gain equals.</summary>
/// <remarks>
/// <para>
/// All that one group lost, in two years or more, must be what another gained in these years, or all that it gained what the other lost: so
/// the one may be merged into the other, or split from it, and compared the other way round the proposals are the same.
/// </para>
/// <para>
/// Small figures agree by chance. That a gain of about the size equals a loss of n is taken to have the odds of one in n, so that among L
/// groups that lost and G that gained chance makes L times G to the product of the figures. Below one pair to be expected it is proposed.
/// </para>
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
        Series[] all =
        [
            .. account.Lines.Where(line => line.Group[1] != Aggregate.UnknownText && line.Change.Best != 0)
                .GroupBy(line => line.Group[0], StringComparer.OrdinalIgnoreCase)
                .Select(lines => new Series(
                    (lines.Last().Group[0], lines.Last().Names[0]),
                    lines.ToDictionary(line => int.Parse(line.Group[1], CultureInfo.InvariantCulture), line => line.Change))),
        ];
        double pairs = (double)all.Count(series => series.Has(-1)) * all.Count(series => series.Has(1));
        return Pairs(all, sign: -1).Select(pair => Of(key, pair.One, pair.Other, pair.Years))
            .Concat(Pairs(all, sign: 1).Select(pair => Of(key, pair.Other, pair.One, pair.Years)))
            .Where(found => found.Years.Aggregate(1.0, (product, year) => product * year.Gained.Best) > pairs)
            .DistinctBy(found => (found.From.Own, found.To.Own))
            .OrderByDescending(found => found.Best).ThenBy(found => found.From.Own, StringComparer.Ordinal)
            .ThenBy(found => found.To.Own, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>Each group, and another that moved by as much the other way in all years in which it lost (or gained).</summary>
    private static IEnumerable<(Series One, Series Other, int[] Years)> Pairs(Series[] all, int sign)
    {
        ILookup<(int, long), Series> byChange = all
            .SelectMany(series => series.Years.Select(year => (Key: (year.Key, year.Value.Best), Series: series)))
            .ToLookup(pair => pair.Key, pair => pair.Series);
        foreach (Series one in all.Where(series => series.Group.Own != Aggregate.UnknownText))
        {
            int[] years = [.. one.Years.Where(year => Math.Sign(year.Value.Best) == sign).Select(year => year.Key).Order()];
            if (years.Length >= FewestYears)
            {
                foreach (Series other in byChange[(years[0], -one.Years[years[0]].Best)])
                {
                    if (Array.TrueForAll(
                        years, year => other.Years.TryGetValue(year, out FigureChange its) && its.Best == -one.Years[year].Best))
                    {
                        yield return (one, other, years);
                    }
                }
            }
        }
    }

    private static Reattribution Of(GroupKey key, Series loser, Series gainer, int[] years) => new()
    {
        Key = key,
        From = loser.Group,
        To = gainer.Group,
        Years = years.Select(year =>
            new Reattribution.Year(year, default(FigureChange) - loser.Years[year], gainer.Years[year])).ToValueList(),
    };

    /// <summary>By how much a group's sums moved in each year.</summary>
    private sealed record Series((string Own, string Name) Group, Dictionary<int, FigureChange> Years)
    {
        public bool Has(int sign) => Years.Values.Any(change => Math.Sign(change.Best) == sign);
    }
}
