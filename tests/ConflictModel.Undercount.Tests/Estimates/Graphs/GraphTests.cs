using System.Globalization;

namespace ConflictModel.Undercount.Tests.Estimates.Graphs;

public class GraphTests
{
    [Theory]
    [InlineData(3, 8)]
    [InlineData(4, 61)]
    [InlineData(5, 822)]
    public void All_decomposable_graphs_are_counted(int lists, int count)
    {
        DecomposableGraph[] all = [.. DecomposableGraph.All([.. "abcde"[..lists].Select(name => name.ToString())])];
        all.Should().HaveCount(count);
        all.Distinct().Should().HaveCount(count);
        all.Should().ContainSingle(graph => graph.IsComplete);
    }

    [Fact]
    public void Every_graph_of_kosovo_has_the_size_that_was_published()
    {
        var sizes = GraphEstimate.Of(Published.Kosovo)
            .ToDictionary(estimate => KeyOf(estimate.Graph.Cliques.Select(clique => string.Join('+', clique))), estimate => estimate.Size);
        foreach ((string cliques, string size, _) in Rows())
        {
            if (size == "NA")
            {
                sizes[cliques].Should().BeNull();
            }
            else
            {
                sizes[cliques]!.Value.ShouldBe(size);
            }
        }
    }

    [Fact]
    public void Every_graph_of_kosovo_has_the_weight_that_was_published()
    {
        var average = GraphAverage.Of(Published.Kosovo, delta: 1.0 / 16, upToUnseen: 40_000);
        var weights = average.Graphs
            .ToDictionary(one => KeyOf(one.Graph.Cliques.Select(clique => string.Join('+', clique))), one => one.Weight);
        foreach ((string cliques, _, string weight) in Rows())
        {
            double right = double.Parse(weight, CultureInfo.InvariantCulture);
            weights[cliques].Should().BeApproximately(right, right * 1e-6);
        }
    }

    [Fact]
    public void The_average_of_kosovo_is_the_published_one()
    {
        var average = GraphAverage.Of(Published.Kosovo, delta: 1.0 / 16, upToUnseen: 40_000);
        average.Mean.ShouldBe("12,749.34443");
        average.Mode.Should().Be(12_267);
        average.Quantiles.Select(quantile => quantile.Size).Should().Equal(9_827, 11_601, 12_595, 13_747, 16_544);
        GraphAverage.Of(Published.Kosovo, delta: 0.5, upToUnseen: 20_000).Mean.ShouldBe("11,013.65");
        GraphAverage.Of(Published.Kosovo, delta: 1, upToUnseen: 20_000).Mean.ShouldBe("4,828.03");
    }

    [Fact]
    public void Of_each_size_that_an_average_sums_one_number_is_kept_however_many_graphs_there_are()
    {
        Matching.CaptureTable table = Published.Kosovo;
        (long once, long twice) = (Bytes(50_000), Bytes(100_000));
        (twice - once).Should().BeLessThan(50_000 * 12);

        long Bytes(int unseen)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = GraphAverage.Of(table, upToUnseen: unseen);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void The_average_of_spina_bifida_is_the_published_one()
    {
        var average = GraphAverage.Of(
            Published.SpinaBifida, delta: 1, upToUnseen: 300, NumberPrior.NegativeBinomial(13.14, 55.17), fromUnseen: 1);
        average.Mean.ShouldBe("733.4524");
        average.Quantiles.Where(quantile => quantile.Level is 0.025 or 0.5 or 0.975).Select(quantile => quantile.Size)
            .Should().Equal(682, 731, 797);
        average.Graphs[0].Weight.ShouldBe("0.3737674");
        average.Graphs[0].LeastRelativeError.ShouldBe("731");
        average.Graphs[0].Mode.Should().Be(729);
    }

    [Fact]
    public void An_exact_answer_says_what_it_hangs_on()
    {
        GraphEstimate estimate = GraphEstimate.Of(Published.Kosovo).Single(it => it.Because == "4400 + 845 x 306 / 31");
        estimate.Graph.ToString().Should().Be("EXH+ABA+OSCE | EXH+OSCE+HRW");
        estimate.Exact.Should().Be(4400 + new Fraction(845 * 306, 31));
        estimate.HangsOn.Select(hinge => hinge.People).Should().Equal(845, 306, 31);
    }

    private static IEnumerable<(string Cliques, string Size, string Weight)> Rows() =>
        File.ReadLines(Published.Path("kosovo-decomposable-61.csv")).Skip(1)
            .Select(line => line.Split(',').Select(cell => cell.Trim('"').Trim()).ToArray())
            .Select(cells => (KeyOf(cells[1].Split(" | ")), cells[2], cells[3]));

    private static string KeyOf(IEnumerable<string> cliques) => string.Join(
        '|', cliques.Select(clique => string.Join('+', clique.Split('+').Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
