using ConflictModel.Matching;
using ConflictModel.Tests.Conventions;

namespace ConflictModel.Undercount.Tests.Conventions;

/// <summary>Twice as many people on lists take about twice the work at most. How many lists there can be is bounded.</summary>
/// <remarks>See <see cref="Scaling"/>.</remarks>
public sealed class ScalingTests
{
    /// <summary>Each makes its input of a size, and gives what is to be counted.</summary>
    private static readonly Dictionary<string, (int Size, Func<int, Action> Make)> Ways = new()
    {
        ["an estimate in every way"] = (500, n =>
        {
            CaptureTable table = People(n);
            return () => UnseenEstimate.Of(table);
        }),
        ["the average over graphs"] = (500, n =>
        {
            CaptureTable table = People(n);
            return () => GraphAverage.Of(table);
        }),
        ["Chao's estimates and pairs"] = (500, n =>
        {
            CaptureTable table = People(n);
            return () => _ = (ChaoEstimates.Of(table), PairEstimate.Of(table));
        }),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_about_twice_the_work(string way) => Scaling.Check(Ways[way].Size, Ways[way].Make);

    [Fact]
    public void Whatever_takes_much_is_measured_or_need_not_be() => Scaling.CheckComplete(
        typeof(UnseenEstimate).Assembly,
        Ways.Keys,
        [
            ("an estimate in every way", "UnseenEstimate.Of GraphEstimate.Of LogLinearModel.FitTo LogLinearModel.WhyNoEstimate"),
            ("the average over graphs", "GraphAverage.Of"),
            ("Chao's estimates and pairs", "ChaoEstimates.Of PairEstimate.Of"),
        ],
        [("names lists, of which there are five at most", "DecomposableGraph.All LogLinearModel.Of LogLinearModel.All")]);

    private static CaptureTable People(int count) => Made.Table(3, [.. Enumerable.Range(1, 7).Select(i => (long)count + i)]);
}
