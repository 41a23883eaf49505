using System.Globalization;
using System.Text;

namespace ConflictModel.Undercount;

/// <summary>An estimate as text: first the floor and the hull, then every answer with what it hangs on.</summary>
internal sealed class UnseenText(UnseenEstimate estimate)
{
    // A graph of less weight is counted and not shown.
    private const double LeastWeight = 0.001;

    // More rivals are counted, and are in the hull.
    private const int MostShown = 20;

    private readonly StringBuilder text = new();

    public string Write()
    {
        Line($"{estimate.Table}: a floor, whatever is assumed.");
        Line(estimate.Hull is { } hull
            ? $"{hull} in all, by the {Count(estimate.WithinDistance.Count)} of {Count(estimate.Models.Count)} models within "
                + $"{NineDigits.Text(estimate.Options.Distance)} of the best by BIC."
            : "No model has an estimate.");
        Line("Which model is true, and whether any is, the lists can't show.");
        Models();
        Pairs();
        Chao();
        Graphs();
        Average();
        LeftOut();
        Recovered();
        return text.ToString();
    }

    private void Models()
    {
        if (estimate.Models.IsEmpty)
        {
            return;
        }

        Head("The best model and its rivals: in all (95 in 100 if it is true), BIC");
        UnseenInterval[] intervals = [.. estimate.WithinDistance.Select(fit => fit.ProfileInterval())];
        foreach ((LogLinearFit fit, UnseenInterval interval) in estimate.WithinDistance.Zip(intervals).Take(MostShown))
        {
            Line($"  {fit.Model}: {NineDigits.Text(fit.Size)} ({interval}), {NineDigits.Text(fit.Bic)}");
        }

        if (intervals.Length > MostShown)
        {
            Line($"  and {Count(intervals.Length - MostShown)} more");
        }

        double? high = Array.Exists(intervals, interval => interval.High is null) ? null : intervals.Max(interval => interval.High);
        Line($"  with what chance does to each: {new UnseenInterval(intervals.Min(interval => interval.Low), high)}");
        Line($"  where {string.Join(", ", estimate.Table.Lists.Select((list, i) => $"{Count(i + 1)} is {list}"))}");
        if (estimate.BestByAic is { } best)
        {
            Line($"  by AIC the best is {best.Model}: {NineDigits.Text(best.Size)}");
        }

        foreach (IGrouping<Refusal, UnseenEstimate.WithoutEstimate> why in estimate.NotEstimated.GroupBy(none => none.Why))
        {
            Line($"  {(why.Count() is > 1 and int many ? $"{Count(many)} models have" : "1 model has")} no estimate: {WhyOf(why.Key)}");
        }
    }

    private void Pairs()
    {
        Head("Each two lists, if they were independent: Lincoln and Petersen, Chapman");
        foreach (PairEstimate pair in estimate.Pairs)
        {
            Line(pair.LincolnPetersen is null
                ? $"  {pair.Lists[0]}-{pair.Lists[1]}: nobody on both, {Of(pair.Chapman)}"
                : $"  {pair}, {Of(pair.Chapman)}");
        }
    }

    private void Chao()
    {
        ChaoEstimates chao = estimate.Chao;
        Head($"Chao, of {Count(chao.Once)} on one list and {Count(chao.Twice)} on two");
        Line($"  1987: {Of(chao.Chao1987)}; corrected for bias: {Of(chao.BiasCorrected)}");
        Line($"  lower bound if people differ: {Of(chao.LowerBound)}"
            + (chao.LowerBoundInterval is { } interval ? $" ({interval})" : "")
            + $"; if lists do too: {Of(chao.LowerBoundByList)}");
    }

    private void Graphs()
    {
        Head("Decomposable graphs, exactly, those that weigh most first");
        var all = estimate.Graphs.ToDictionary(one => one.Graph);
        foreach (GraphAverage.WeightedGraph one in estimate.Average.Graphs.Where(one => one.Weight >= LeastWeight))
        {
            GraphEstimate graph = all[one.Graph];
            Line($"  {graph.Graph}, weight {one.Weight.ToString("0.000", CultureInfo.InvariantCulture)}: "
                + (graph.Size is { } size ? $"{NineDigits.Text(size)} = {graph.Because}" : "no estimate by itself"));
            if (!graph.HangsOn.IsEmpty)
            {
                Line($"    hangs on {string.Join("; ", graph.HangsOn)}");
            }
        }

        double[] sizes = [.. estimate.Graphs.Select(graph => graph.Size).OfType<double>()];
        if (sizes.Length > 0)
        {
            Line($"  all {Count(sizes.Length)} that have an estimate: {new UnseenEstimate.Range(sizes.Min(), sizes.Max())}");
        }
    }

    private void Average()
    {
        GraphAverage average = estimate.Average;
        Head($"Averaged over the graphs, with delta {NineDigits.Text(average.Delta)} and {Count(average.FromUnseen)} to "
            + $"{Count(average.UpToUnseen)} unseen");
        string quantiles = string.Join(
            ", ", average.Quantiles.Select(quantile => $"{NineDigits.Text(100 * quantile.Level)}%: {Count(quantile.Size)}"));
        Line($"  mean {NineDigits.Text(average.Mean)}; {quantiles}");
        if (average.WeightAtTheEnd > LeastWeight)
        {
            Line("  The weight reaches the end of that range, so that the range decides: the mean and the upper sizes mean nothing.");
        }
    }

    private void LeftOut()
    {
        Head("Without a list, by the best model of the others");
        foreach (UnseenEstimate.LeftOut left in estimate.WithoutList)
        {
            Line(left.Best is { } best
                ? $"  {left.List}: {NineDigits.Text(best.Size)}"
                : $"  {left.List}: no estimate{(left.WhyNone is { } why ? $", {WhyOf(why)}" : "")}");
        }
    }

    private void Recovered()
    {
        Head("A list's people as the others recover them: by independence, by their best model, by Chao 1987");
        foreach (UnseenEstimate.Recovery list in estimate.Recovered)
        {
            Line($"  {list.List}, {Count(list.Truth)}: {Of(list.Independence)}, {Of(list.Best?.Size)}, {Of(list.Chao1987)}");
        }
    }

    private static string WhyOf(Refusal why) => why switch
    {
        Refusal.NoMaximum => "their likelihood has no greatest value",
        Refusal.NotIdentifiable => "different sizes fit equally well",
        Refusal.ListsNeverMeet => "the others fall into groups that have nobody in common",
        _ => "nobody is on the others",
    };

    private static string Of(Fraction? number) => Of(number?.ToDouble());

    private static string Of(double? number) => number is { } size ? NineDigits.Text(size) : "none";

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Head(string head) => text.Append('\n').Append(head).Append('\n');

    private void Line(string line) => text.Append(line).Append('\n');
}
