using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class ScaleTests(ITestOutputHelper output)
{
    [Fact]
    public void A_million_nodes_take_seconds()
    {
        Part[] districts = [.. Enumerable.Range(0, 1_000).Select(i => new Part { Region = Region(i), Count = Estimate.AtLeast(1) })];
        Part[] regions = [.. Enumerable.Range(0, 1_000).Select(i => new Part
        {
            Region = RegionId.From($"g{i}"),
            Breakdowns = [Of(Axis.Victim, [.. districts.Select((_, j) => RandomTolls.Part(Axis.Victim, j, 1))])],
        })];
        TimeSpan start = ProcessorTime.Now;
        Derivation derived = new Toll { Count = Estimate.AtMost(2_000_000), Breakdowns = [Of(Axis.Region, regions)] }.Derive();
        derived.Whole.Bounds.Should().Be(new Bounds(1_000_000, 1_000_000));
        output.WriteLine($"{derived.Tree.Nodes.Count} nodes");
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Parts_can_be_nested_256_deep_and_no_deeper()
    {
        Derivation derived = Nested(DerivationDepthException.MaxDepth).Derive();
        derived.Whole.Bounds.Should().Be(new Bounds(7, 7));
        derived.Figures.Should().HaveCount(1 + DerivationDepthException.MaxDepth);
        Action tooDeep = () => Nested(DerivationDepthException.MaxDepth + 1).Derive();
        tooDeep.Should().Throw<DerivationDepthException>().WithMessage("*256*");
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(36, false)]
    [InlineData(60, true)]
    [InlineData(150, true)]
    [InlineData(300, true)]
    public void A_large_table_is_exact_or_outer_but_never_hangs(int size, bool isOuter)
    {
        Part[] rows = [.. Enumerable.Range(0, size).Select(row => RandomTolls.Part(Axis.Victim, row, 10 * size))];
        Part[] columns =
        [
            .. Enumerable.Range(0, size).Select(column => new Part
            {
                Region = Region(column),
                Count = 10 * size,
                Breakdowns = [Of(Axis.Victim, [.. Enumerable.Range(0, size).Select(row =>
                    RandomTolls.Part(Axis.Victim, row, row % 3 == 0 ? 10 : default(Estimate)))])],
            }),
        ];
        TimeSpan start = ProcessorTime.Now;
        Derivation derived = new Toll { Breakdowns = [Of(Axis.Victim, rows), Of(Axis.Region, columns)] }.Derive();
        derived.IsConsistent.Should().BeTrue();
        DerivedFigure cell = derived.Whole.Breakdowns[1].Parts[0].Breakdowns[0].Parts[1];
        cell.Bounds.IsOuter.Should().Be(isOuter);
        output.WriteLine($"{size}x{size}: {cell.Bounds}");
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_hundred_thousand_contradictions_do_not_hang()
    {
        Part[] regions = [.. Enumerable.Range(0, 100_000).Select(i => new Part
        {
            Region = Region(i),
            Count = 3,
            Breakdowns = [Of(Axis.Victim, [RandomTolls.Part(Axis.Victim, 0, 4)])],
        })];
        TimeSpan start = ProcessorTime.Now;
        Derivation derived = new Toll { Count = 1, Breakdowns = [Of(Axis.Region, regions)] }.Derive();
        derived.Contradictions.Should().HaveCount(1_000);
        derived.HasFurtherContradictions.Should().BeTrue();
        derived.Contradictions[1].Arithmetic.Should().StartWith("4 + 4 + 4");
        derived.Contradictions[2].Arithmetic.Should().Be("4, not 3");
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    private static Toll Nested(int depth)
    {
        Part? part = null;
        for (int i = 0; i < depth; i++)
        {
            part = new Part { Region = Region(i), Count = i == 0
                ? 7
                : default(Estimate), Breakdowns = part is null ? [] : [Of(Axis.Region, [part])] };
        }

        return new Toll { Breakdowns = [Of(Axis.Region, [part!])] };
    }

    private static RegionId Region(int i) => RegionId.From($"r{i}");

    private static Breakdown Of(Axis by, Part[] parts) => new() { By = by, Kind = BreakdownKind.Partition, Parts = [.. parts] };
}
