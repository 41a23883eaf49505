using System.Runtime.InteropServices;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Tallies of one source that cover the same places, actors and victims, and differ in time alone.</summary>
/// <remarks>What lies within a period is found without looking at all tallies: a table of a row a day has thousands.</remarks>
internal sealed class TallyLine
{
    private readonly List<Tally> tallies = [];
    private readonly Lazy<(Span[][] Running, Span[] Single, TalliesAlike[] Dated, TalliesAlike[] Vague)> sorted;
    private readonly Lazy<TalliesAlike[]> alike;

    private TallyLine(Scope scope)
    {
        Scope = scope;
        sorted = new(Sort);
        alike = new(() => Alike(Numbered(tallies)));
    }

    /// <summary>What they all cover, but for the period, which is that of one of them.</summary>
    public Scope Scope { get; }

    /// <summary>Running totals that count from one day, by the day up to which they count: they go on from one another.</summary>
    public IEnumerable<Tally[]> Series => tallies.Where(tally => tally.Cumulative && LastDay(tally) is not null)
        .GroupBy(tally => tally.Scope.Period?.Date.Earliest)
        .Select(series => series.OrderBy(LastDay).ToArray());

    /// <summary>The lines of tallies, each tally in one.</summary>
    public static Dictionary<Tally, TallyLine> Of(IEnumerable<Tally> tallies)
    {
        var lines = new Dictionary<(SourceId, string, string, Victims?), TallyLine>();
        var lineOf = new Dictionary<Tally, TallyLine>(ReferenceEqualityComparer.Instance);
        foreach (Tally tally in tallies)
        {
            (SourceId, string, string, Victims?) key = (
                tally.Report.Citation.Source,
                string.Join(' ', tally.Scope.Regions.Order()),
                string.Join(' ', tally.Scope.AttributedTo.Order()),
                tally.Scope.Victims);
            ref TallyLine? line = ref CollectionsMarshal.GetValueRefOrAddDefault(lines, key, out _);
            line ??= new(tally.Scope);
            line.tallies.Add(tally);
            lineOf[tally] = line;
        }

        return lineOf;
    }

    /// <summary>The last day that a tally counts; null if that is not known.</summary>
    public static LocalDate? LastDay(Tally tally) => tally.AsOf?.Date.Latest ?? tally.Scope.Period?.Date.Latest;

    /// <summary>
    /// The tallies that certainly lie within the period of a whole: of running totals that go on from one another only the last one, for it
    /// holds the others or revises them, and beside it what is counted of the days after. Where the whole is a running total, it revises
    /// those before it and goes on from the last of them.
    /// </summary>
    /// <param name="whole">The whole, which may be one of them.</param>
    /// <param name="isOwn">Whether it is of this line itself.</param>
    public IEnumerable<TalliesAlike> Within(Tally whole, bool isOwn)
    {
        if (whole.Scope.Period is not { } period)
        {
            return [];
        }

        bool Holds(TalliesAlike some) => ScopeAnswer.InPeriod(some.Period, period.Date) == Truth.Yes;
        if (period.Date.Form == DateForm.AllOf)
        {
            return alike.Value.Where(Holds);
        }

        DateBounds covered = period.Date.WholeBounds();
        (bool isOpenBefore, bool isOpenAfter) = (covered.Start.Kind == DateEndKind.Open, covered.End.Kind == DateEndKind.Open);
        LocalDate? first = isOpenBefore ? LocalDate.MinIsoValue : covered.Start.Latest;
        LocalDate? last = isOpenAfter ? LocalDate.MaxIsoValue : covered.End.Earliest;
        IEnumerable<TalliesAlike> dated = first is { } from && last is { } to ? Within(whole, isOwn, from, to) : [];
        return isOpenBefore || isOpenAfter ? dated.Concat(sorted.Value.Vague.Where(Holds)) : dated;
    }

    /// <summary>
    /// What is counted, not as a running total, of the days after those that one running total counts, to the last that a later one does:
    /// no day twice. Nothing where these days are not known.
    /// </summary>
    /// <returns>The tallies, and whether they count all these days.</returns>
    public (ValueList<Tally> Tallies, bool IsWhole) Between(Tally earlier, Tally later, Comparisons comparisons)
    {
        if (ExactLastDay(earlier) is not { } before || ExactLastDay(later) is not { } last)
        {
            return ([], false);
        }

        var between = new List<Tally>();
        LocalDate? next = DayAfter(before);
        bool isWhole = true;
        Span[] single = sorted.Value.Single;
        int start = CountOf(single, span => span.First <= before);
        for (int i = start; i < single.Length && single[i].First <= last && comparisons.Take(); i++)
        {
            if (single[i].First >= next && single[i].Last <= last && single[i].IsExact)
            {
                isWhole &= single[i].First == next;
                between.Add(single[i].Tally);
                next = DayAfter(single[i].Last);
            }
        }

        return (between.ToValueList(), isWhole && !(next <= last));
    }

    /// <summary>The next day; null after the last that the calendar has.</summary>
    private static LocalDate? DayAfter(LocalDate day) => day < LocalDate.MaxIsoValue ? day.PlusDays(1) : null;

    private static LocalDate? ExactLastDay(Tally tally) =>
        tally.AsOf is { } asOf ? (asOf.Date.IsExactDay ? asOf.Date.Latest : null)
        : tally.Scope.Period is { } period && period.Date.WholeBounds().End is { Kind: DateEndKind.Dated } end && end.Earliest == end.Latest
            ? end.Latest
            : null;

    private IEnumerable<TalliesAlike> Within(Tally whole, bool isOwn, LocalDate first, LocalDate last)
    {
        LocalDate? next = first;
        Span[][] running = sorted.Value.Running;
        for (int i = CountOf(running, series => series[0].First < first); i < running.Length && running[i][0].First <= last; i++)
        {
            if (Latest(running[i], whole, isOwn, last) is { } latest)
            {
                yield return latest.Alone;
                next = next is { } day && DayAfter(latest.Last) is { } after ? LocalDate.Max(day, after) : null;
            }
        }

        TalliesAlike[] dated = sorted.Value.Dated;
        for (int i = CountOf(dated, some => !(some.First >= next)); i < dated.Length && dated[i].First <= last; i++)
        {
            if (dated[i].Last <= last)
            {
                yield return dated[i];
            }
        }
    }

    /// <summary>The last of a series that ends by a day; of the whole's own series the one before it.</summary>
    private static Span? Latest(Span[] series, Tally whole, bool isOwn, LocalDate last)
    {
        isOwn = isOwn && whole.Cumulative && whole.Scope.Period?.Date is { Latest: not null } period && period.Earliest == series[0].First;
        (LocalDate, LocalDate) end = isOwn ? Span.EndOf(whole) : (last, LocalDate.MaxIsoValue);
        int count = CountOf(series, span => span.End.CompareTo(end) <= 0);
        if (count > 0 && ReferenceEquals(series[count - 1].Tally, whole))
        {
            count--;
        }

        return count > 0 ? series[count - 1] : null;
    }

    private (Span[][] Running, Span[] Single, TalliesAlike[] Dated, TalliesAlike[] Vague) Sort()
    {
        ILookup<bool, Tally> isDated =
            tallies.ToLookup(tally => tally.Scope.Period?.Date is { Earliest: not null, Latest: not null });
        Span[] spans = [.. isDated[true].Select(tally => new Span(tally))];
        Span[] single = [.. spans.Where(span => !span.Tally.Cumulative).OrderBy(span => span.First)];
        return (
            [
                .. spans.Where(span => span.Tally.Cumulative).GroupBy(span => span.First).OrderBy(series => series.Key)
                    .Select(series => series.OrderBy(span => span.End).ToArray()),
            ],
            single,
            Alike(single.Select((span, place) => (span.Tally, place))),
            Alike(Numbered(isDated[false], single.Length)));
    }

    private static IEnumerable<(Tally Tally, int Place)> Numbered(IEnumerable<Tally> tallies, int from = 0) =>
        tallies.Select((tally, place) => (tally, from + place));

    /// <summary>Tallies by their periods, those without left out, in the order of the first of each.</summary>
    private static TalliesAlike[] Alike(IEnumerable<(Tally Tally, int Place)> tallies) =>
    [
        .. tallies.Where(one => one.Tally.Scope.Period is not null).GroupBy(one => one.Tally.Scope.Period!.Value.Date)
            .Select(alike => new TalliesAlike([.. alike])),
    ];

    /// <summary>How many of some things, which stand first, are so.</summary>
    private static int CountOf<T>(T[] things, Predicate<T> isSo)
    {
        int low = 0, high = things.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = isSo(things[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A tally of known days.</summary>
    private sealed class Span(Tally tally)
    {
        public Tally Tally => tally;

        /// <summary>This tally and no other.</summary>
        public TalliesAlike Alone => field ??= new([(tally, -1)]);

        public LocalDate First { get; } = tally.Scope.Period!.Value.Date.Earliest!.Value;

        public LocalDate Last => End.Item1;

        /// <summary>The last day of the period, and that up to which it was counted, by which running totals are in order.</summary>
        public (LocalDate, LocalDate) End { get; } = EndOf(tally);

        /// <summary>Whether it certainly counts all days from the first to the last.</summary>
        public bool IsExact { get; } = tally.Scope.Period!.Value.Date is { Form: DateForm.Interval or DateForm.Date } date
            && date.WholeBounds() is var bounds
            && bounds.Start.Earliest == bounds.Start.Latest && bounds.End.Earliest == bounds.End.Latest;

        public static (LocalDate, LocalDate) EndOf(Tally tally) =>
            (tally.Scope.Period!.Value.Date.Latest!.Value, LastDay(tally)!.Value);
    }
}
