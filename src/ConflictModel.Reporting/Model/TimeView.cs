using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reporting;

/// <summary>When people were harmed: steps of time, and a series of them for each source and vintage.</summary>
internal sealed record TimeView
{
    /// <summary>How many steps there are at most; a longer time is told in words.</summary>
    private const int MostSteps = 400;

    // The finest that is not too fine to be seen.
    private static readonly (BucketScheme Scheme, int Days)[] Schemes =
        [(BucketScheme.Day, 92), (BucketScheme.IsoWeek, 550), (BucketScheme.Month, 5_500), (BucketScheme.Year, int.MaxValue)];

    /// <summary>What is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The first day that an incident with a figure may have been, and the last.</summary>
    public required (LocalDate First, LocalDate Last) Days { get; init; }

    /// <summary>The length of a step.</summary>
    public required BucketScheme Scheme { get; init; }

    /// <summary>The steps, without a gap; none if they would be more than can be shown.</summary>
    public required ValueList<TimeBucket> Buckets { get; init; }

    /// <summary>The series: sources by how many they count, newest vintage first.</summary>
    public required IReadOnlyList<TimeSeries> Series { get; init; }

    /// <summary>The view of a harm; null if no incident counts it, or none of these has a date.</summary>
    public static TimeView? Of(ConflictDataset dataset, Harm harm)
    {
        Incident[] counted = [.. dataset.Incidents.Where(incident => incident.Reports.Any(report => Counts(report, harm)))];
        var dated = counted
            .Where(incident => incident.Date.Date is { Earliest: not null, Latest: not null })
            .Select(incident => (First: incident.Date.Date.Earliest!.Value, Last: incident.Date.Date.Latest!.Value))
            .ToList();
        if (dated.Count == 0)
        {
            return null;
        }

        (LocalDate first, LocalDate last) = (dated.Min(date => date.First), dated.Max(date => date.Last));
        int days = Period.DaysBetween(first, last) + 1;
        BucketScheme scheme = Schemes.First(step => days <= step.Days).Scheme;
        ValueList<TimeBucket> buckets = BucketsOf(scheme, first, last);
        IOrderedEnumerable<IGrouping<SourceId?, TimeSeries>> sources = counted
            .SelectMany(incident => incident.Reports.Where(report => Counts(report, harm)))
            .Select(report => (report.Citation.Source, report.Original?.Vintage))
            .Distinct()
            .Select(key => OfSource(counted, harm, key.Source, key.Vintage, scheme, buckets))
            .GroupBy(series => series.Source)
            .OrderByDescending(source => source.Max(series => series.Whole.High ?? series.Whole.Best ?? series.Whole.Low ?? 0))
            .ThenBy(source => source.Key?.Value, StringComparer.Ordinal);
        return new()
        {
            Harm = harm,
            Days = (first, last),
            Scheme = scheme,
            Buckets = buckets,
            Series = [.. sources.SelectMany(Vintages)],
        };
    }

    private static bool Counts(Report report, Harm harm) => report.Casualties?[harm] is not null;

    private static IEnumerable<TimeSeries> Vintages(IEnumerable<TimeSeries> ofOneSource) => ofOneSource
        .OrderByDescending(series => series.Vintage?.Day ?? LocalDate.MinIsoValue)
        .ThenByDescending(series => series.Vintage?.Name, StringComparer.Ordinal)
        .Select((series, i) => series with { IsOlder = i > 0 });

    private static ValueList<TimeBucket> BucketsOf(BucketScheme scheme, LocalDate first, LocalDate last)
    {
        var buckets = new List<TimeBucket>();
        for (TimeBucket bucket = scheme.BucketOf(first); buckets.Count <= MostSteps; bucket = scheme.BucketOf(bucket.Last.PlusDays(1)))
        {
            buckets.Add(bucket);
            if (bucket.Last >= last)
            {
                return buckets.ToValueList();
            }
        }

        return [];
    }

    private static TimeSeries OfSource(
        Incident[] incidents, Harm harm, SourceId source, Vintage? vintage, BucketScheme scheme, ValueList<TimeBucket> buckets)
    {
        var places = buckets.Select((bucket, i) => (bucket.First, i)).ToDictionary(pair => pair.First, pair => pair.i);
        Incident[] own =
        [
            .. incidents
                .Select(incident => incident with
                {
                    Reports = incident.Reports
                        .Where(report => report.Citation.Source == source && report.Original?.Vintage == vintage).ToValueList(),
                })
                .Where(incident => incident.Reports.Any(report => Counts(report, harm))),
        ];
        GroupedSums<int> during = own.SumBy(harm, incident => In(Spanned(incident), Certainly(incident)));
        GroupedSums<int> ended = own.SumBy(harm, incident => In(Spanned(incident).TakeLast(1), Truth.Yes));
        GroupedSums<int> begun = own.SumBy(harm, incident => In(Spanned(incident).Take(1), Truth.Yes));
        return new()
        {
            Source = source,
            Vintage = vintage,
            IsOlder = false,
            Steps = Steps(buckets.Count, during, ended, begun).ToValueList(),
            Whole = during.Whole,
            Undated = during.Elsewhere,
        };

        static IEnumerable<KeyValuePair<int, Truth>> In(IEnumerable<int> steps, Truth belongs) =>
            steps.Select(step => KeyValuePair.Create(step, belongs));

        Truth Certainly(Incident incident) => Spanned(incident).Count() == 1 ? Truth.Yes : Truth.Unknown;

        IEnumerable<int> Spanned(Incident incident) =>
            buckets.IsEmpty || incident.Date.Date is not { Earliest: { } first, Latest: { } last }
                ? []
                : Enumerable.Range(At(first), At(last) - At(first) + 1);

        int At(LocalDate day) => places[scheme.BucketOf(day).First];
    }

    private static IEnumerable<TimeSeries.Step> Steps(
        int count, GroupedSums<int> during, GroupedSums<int> ended, GroupedSums<int> begun)
    {
        var steps = during.Groups.ToDictionary(group => group.Key);
        var over = ended.Groups.ToDictionary(group => group.Key, group => group.Certain);
        var open = begun.Groups.ToDictionary(group => group.Key, group => group.Certain);
        (Sums until, Sums from) = (default, default);
        for (int i = 0; i < count; i++)
        {
            until += over.GetValueOrDefault(i);
            from += open.GetValueOrDefault(i);
            GroupedSums<int>.Group step = steps.GetValueOrDefault(i);
            yield return new(step.Certain, step.Possible, until, from);
        }
    }
}
