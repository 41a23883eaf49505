using ConflictModel.Matching;

namespace ConflictModel.Undercount.Tests;

public class RefusalTests
{
    [Fact]
    public void Two_lists_are_a_pair_and_nothing_else()
    {
        CaptureTable two = Made.Table(2, [10, 20, 5]);
        PairEstimate.Of(two).Should().ContainSingle().Which.LincolnPetersen.Should().Be((Fraction)(15 * 25 / 5));
        Refused(() => UnseenEstimate.Of(two)).Should().Be(Refusal.TooFewLists);
        Refused(() => ChaoEstimates.Of(two)).Should().Be(Refusal.TooFewLists);
        Refused(() => GraphEstimate.Of(two)).Should().Be(Refusal.TooFewLists);
        Refused(() => GraphAverage.Of(two)).Should().Be(Refusal.TooFewLists);
        FluentActions.Invoking(() => LogLinearModel.Of(two.Lists)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Six_lists_have_pairs_and_chao_and_more_models_than_are_made()
    {
        CaptureTable six = Made.Table(6, [.. Enumerable.Repeat(3L, 63)]);
        PairEstimate.Of(six).Should().HaveCount(15);
        ChaoEstimates.Of(six).Chao1987.Should().NotBeNull();
        Refused(() => UnseenEstimate.Of(six)).Should().Be(Refusal.TooManyLists);
        Refused(() => GraphEstimate.Of(six)).Should().Be(Refusal.TooManyLists);
        Refused(() => GraphAverage.Of(six)).Should().Be(Refusal.TooManyLists);
        FluentActions.Invoking(() => LogLinearModel.All(six.Lists)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Lists_that_never_meet_are_refused_with_their_groups()
    {
        // On a, on b, on both, on c alone.
        CaptureTable strata = Made.Table(3, [40, 30, 6, 20, 0, 0, 0]);
        Refused(() => UnseenEstimate.Of(strata)).Should().Be(Refusal.ListsNeverMeet);
        FluentActions.Invoking(() => UnseenEstimate.Of(strata)).Should().Throw<RefusedEstimateException>().WithMessage("*: a, b | c.*");
        UnseenEstimate.Of(Made.Table(3, [40, 30, 6, 20, 1, 0, 0]), new() { UpToUnseen = 100 }).Observed.Should().Be(97, "a and c have met");
    }

    [Fact]
    public void Nobody_is_not_estimated_from() =>
        Refused(() => UnseenEstimate.Of(Made.Table(3, new long[7]))).Should().Be(Refusal.NobodyObserved);

    [Fact]
    public void What_is_no_option_is_misuse()
    {
        CaptureTable table = Made.Table(3, [1, 1, 1, 1, 1, 1, 1]);
        FluentActions.Invoking(() => UnseenEstimate.Of(table, new() { Distance = -1 })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => UnseenEstimate.Of(table, new() { Delta = 0 })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => UnseenEstimate.Of(table, new() { Delta = double.NaN })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => UnseenEstimate.Of(table, new() { UpToUnseen = -1 })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => GraphAverage.Of(table, upToUnseen: GraphAverage.MaxUnseen + 1))
            .Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => GraphAverage.Of(table, upToUnseen: 5, fromUnseen: 6)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => NumberPrior.NegativeBinomial(0, 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_model_is_of_some_lists_and_never_of_all_together()
    {
        ValueList<string> lists = ["a", "b", "c"];
        FluentActions.Invoking(() => LogLinearModel.Of(lists, [lists])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => LogLinearModel.Of(lists, [["d"]])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => LogLinearModel.Of(["a", "b", "d"]).FitTo(Made.Table(3, [1, 1, 1, 1, 1, 1, 1])))
            .Should().Throw<ArgumentException>().WithMessage("The table is of other lists.*");
    }

    [Fact]
    public void The_complete_graph_and_a_graph_that_nobody_crosses_have_no_estimate()
    {
        ValueList<GraphEstimate> graphs = GraphEstimate.Of(Made.Table(3, [9, 9, 9, 9, 0, 9, 0]));
        graphs.Single(graph => graph.Graph.IsComplete).WhyNone.Should().Be(Refusal.NotIdentifiable);
        GraphEstimate uncrossed = graphs.Single(graph => graph.Graph.ToString() == "a+b | b+c");
        (uncrossed.WhyNone, uncrossed.Size, uncrossed.Because).Should().Be((Refusal.NoMaximum, null, ""));
    }

    private static Refusal Refused(Action estimate) =>
        FluentActions.Invoking(estimate).Should().Throw<RefusedEstimateException>().Which.Reason;

    [Fact]
    public void One_model_is_told_in_the_singular()
    {
        string[] texts =
        [
            .. Enumerable.Range(1, 127)
                .Select(cells => Made.Table(3, [.. Enumerable.Range(0, 7).Select(cell => (long)((cells >> cell) & 1))]))
                .Select(TextOf).OfType<string>(),
        ];
        texts.Should().Contain(text => text.Contains("  1 model has no estimate: ", StringComparison.Ordinal))
            .And.NotContain(text => text.Contains("  1 models", StringComparison.Ordinal));

        static string? TextOf(CaptureTable table)
        {
            try
            {
                return UnseenEstimate.Of(table).ToString();
            }
            catch (RefusedEstimateException)
            {
                return null;
            }
        }
    }
}
