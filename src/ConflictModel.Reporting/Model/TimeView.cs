using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reporting;

/// <summary>When people were harmed: steps of time, and a series of them for each source and vintage.</summary>
internal sealed record TimeView
{
    /// <summary>How many steps there are at most; a longer time is told in words.</summary>
    private const int MostSteps = 400;

    /// <summary>How many sources and vintages are shown at most; how many more there are is said.</summary>
    private const int MostSeries = 60;

    // The finest that is not too fine to be seen.
    private static readonly (BucketScheme Scheme, int Days)[] Schemes =
        [(BucketScheme.Day, 92), (BucketScheme.IsoWeek, 550), (BucketScheme.Month, 5_500), (BucketScheme.Year, int.MaxValue)];

    /// <summary>What is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The first day that an incident with a figure may have been, and the last, as far as they are known.</summary>
    public required (LocalDate First, LocalDate Last) Days { get; init; }

    /// <summary>The length of a step.</summary>
    public required BucketScheme Scheme { get; init; }

    /// <summary>The steps, without a gap; none if they would be more than can be shown.</summary>
    public required ValueList<TimeBucket> Buckets { get; init; }

    /// <summary>The series: sources by how many they count, newest vintage first.</summary>
    public required IReadOnlyList<TimeSeries> Series { get; init; }

    /// <summary>How many more sources and vintages there are than <see cref="Series"/> has.</summary>
    public required int More { get; init; }

    /// <summary>The view of a harm; null if no incident counts it, or none of these has a day.</summary>
    public static TimeView? Of(EventRecords events, Harm harm)
    {
        LocalDate[] days =
        [
            .. events.Counting(harm)
                .SelectMany(record => new[] { record.Date.Date.Earliest, record.Date.Date.Latest }).OfType<LocalDate>(),
        ];
        if (days.Length == 0)
        {
            return null;
        }

        (LocalDate first, LocalDate last) = (days.Min(), days.Max());
        int length = Period.DaysBetween(first, last) + 1;
        BucketScheme scheme = Schemes.First(step => length <= step.Days).Scheme;
        ValueList<TimeBucket> buckets = BucketsOf(scheme, first, last);
        var sources = events.BySource(harm)
            .Select(source => (source.Key, Records: source.Value, Most: source.Value.BoundsOf(harm).Bounds))
            .OrderByDescending(source => source.Most.Upper ?? source.Most.Lower)
            .ThenBy(source => source.Key.Source.Value, StringComparer.Ordinal)
            .ToList();
        IEnumerable<TimeSeries> shown = sources.Take(MostSeries)
            .Select(source => SeriesOf(source.Records, harm, source.Key.Source, source.Key.Vintage, scheme, buckets));
        return new()
        {
            Harm = harm,
            Days = (first, last),
            Scheme = scheme,
            Buckets = buckets,
            Series = [.. shown.GroupBy(series => series.Source).SelectMany(Vintages)],
            More = Math.Max(0, sources.Count - MostSeries),
        };
    }

    private static IEnumerable<TimeSeries> Vintages(IEnumerable<TimeSeries> ofOneSource) => ofOneSource
        .OrderByDescending(series => series.Vintage?.Day ?? LocalDate.MinIsoValue)
        .ThenByDescending(series => series.Vintage?.Name, StringComparer.Ordinal)
        .Select((series, i) => series with { IsOlder = i > 0 });

    private static ValueList<TimeBucket> BucketsOf(BucketScheme scheme, LocalDate first, LocalDate last)
    {
        var buckets = new List<TimeBucket>();
        for (TimeBucket bucket = scheme.BucketOf(first); buckets.Count < MostSteps; bucket = scheme.BucketOf(bucket.Last.PlusDays(1)))
        {
            buckets.Add(bucket);
            if (bucket.Last >= last)
            {
                return buckets.ToValueList();
            }
        }

        return [];
    }

    private static TimeSeries SeriesOf(
        List<Incident> records, Harm harm, SourceId source, Vintage? vintage, BucketScheme scheme, ValueList<TimeBucket> buckets)
    {
        var steps = buckets.Select((bucket, i) => (bucket.First, i)).ToDictionary(pair => pair.First, pair => pair.i);

        // What may have begun at any time may have by the first step; what may have ended at any time is never over.
        GroupedSums<int> during = records.SumBy(harm, record => (First(record), Last(record)) is ({ } first, { } last)
            ? Enumerable.Range(first, last - first + 1).Select(step => KeyValuePair.Create(step, first == last ? Truth.Yes : Truth.Unknown))
            : []);
        GroupedSums<int> ended = records.SumBy(harm, record => At(Last(record)));
        GroupedSums<int> begun = records.SumBy(harm, record => At(First(record) ?? (Last(record) is null ? null : 0)));
        GroupedSums<int> dated = records.SumBy(
            harm, record => At(record.Date.Date is { Earliest: not null, Latest: not null } ? 0 : null));
        return new()
        {
            Source = source,
            Vintage = vintage,
            IsOlder = false,
            Steps = Steps(buckets.Count, during, ended, begun).ToValueList(),
            Whole = during.Whole,
            Undated = dated.Elsewhere,
        };

        static IEnumerable<KeyValuePair<int, Truth>> At(int? step) => step is { } known ? [KeyValuePair.Create(known, Truth.Yes)] : [];

        int? First(Incident record) => StepOf(record.Date.Date.Earliest);

        int? Last(Incident record) => StepOf(record.Date.Date.Latest);

        int? StepOf(LocalDate? day) => day is { } known && steps.TryGetValue(scheme.BucketOf(known).First, out int step) ? step : null;
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
