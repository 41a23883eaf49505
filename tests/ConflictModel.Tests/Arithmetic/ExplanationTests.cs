using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class ExplanationTests
{
    [Fact]
    public void A_table_of_24_by_24_with_its_margins_is_explained_cell_by_cell()
    {
        // Each cell has at most what its row has; nobody reported a cell.
        Part[] months = [.. Enumerable.Range(0, 24).Select(month => Month(month) with
        {
            Breakdowns = [Of(Axis.Region, BreakdownKind.Inclusion, [.. Enumerable.Range(0, 24).Select(region => Region(region, default))])],
        })];
        Part[] regions = [.. Enumerable.Range(0, 24).Select(region => Region(region, 250))];
        Derivation derived = new Toll
        {
            Count = 6_000,
            Breakdowns = [Of(Axis.Period, BreakdownKind.Partition, months), Of(Axis.Region, BreakdownKind.Partition, regions)],
        }.Derive();
        TimeSpan start = ProcessorTime.Now;
        DerivedFigure[] cells = [.. derived.Figures.Where(figure => figure.IsDerived && figure.Kind == FigureKind.Part)];
        cells.Should().HaveCount(24 * 24);
        cells.Should().OnlyContain(cell => cell.Bounds == new Bounds(0, 250) && cell.Because == "250");
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(8_000, false)]
    public void What_a_hundred_figures_or_fewer_lead_to_is_explained(int parts, bool isExplained)
    {
        Part[] regions = [.. Enumerable.Range(0, parts).Select(region => Region(region, 2))];
        Derivation derived = Toll.Of((2 * parts) + 7).Including(regions).Derive();
        DerivedFigure residual = derived["region:?"];
        residual.Bounds.Should().Be(new Bounds(7, 7));
        residual.Explain().Upper.IsExplained.Should().Be(isExplained);
        residual.Explain().Upper.Steps.Count.Should().Be(isExplained ? 100 : 0);
        (residual.Because is null).Should().Be(!isExplained);
        residual.Explain().ToSentence().Should().StartWith(isExplained ? "7: 205 in all, less 2 in r0" : "7: not explained");
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void So_is_a_part_without_a_figure_of_which_the_others_leave_so_many(int others, bool isExplained)
    {
        Part[] regions = [.. Enumerable.Range(0, others).Select(region => Region(region, 2))];
        DerivedFigure left = Toll.Of((2 * others) + 7).DividedInto([.. regions, Region(8_000, default)]).Derive()["region:r8000"];
        left.Bounds.Should().Be(new Bounds(7, 7));
        left.Explain().Upper.IsExplained.Should().Be(isExplained);
        left.Explain().Lower.Steps.Count.Should().Be(isExplained ? 100 : 0);
    }

    [Fact]
    public void That_a_division_leaves_nobody_rests_on_no_figure()
    {
        DerivedFigure residual = Toll.Of(7).DividedInto(Region(1, 3), Region(2, 4)).Derive().Whole.Breakdowns[0].Residual;
        residual.Bounds.Should().Be(Bounds.Zero);
        (residual.Explain().Upper.IsExplained, residual.Explain().Upper.Steps.IsEmpty, residual.Because).Should().Be((true, true, null));
    }

    [Fact]
    public void What_a_breakdown_leaves_is_explained_where_another_crosses_it_too()
    {
        Derivation derived = Toll.Of(10).Including(Part.Of(Victims.Women, 5))
            .Including(Part.Of(Victims.Civilians, 8).Including(Part.Of(Victims.Women))).Derive();
        derived["demographic:?"].Because.Should().Be("10 - 5");
        derived["victim:.civilians/demographic:?"].Bounds.Should().Be(new Bounds(3, 5));
        derived["victim:.civilians/demographic:?"].Explain().ToSentence().Should().Be(
            "at least 3: 8 civilians, less 5 women; at most 5: 10 in all, less 5 women");
    }

    [Fact]
    public void A_limit_that_is_not_there_needs_no_explanation()
    {
        Explanation explanation = new Toll().Including(Region(1, 3)).Derive()["region:?"].Explain();
        explanation.Lower.IsExplained.Should().BeTrue();
        explanation.Upper.IsExplained.Should().BeTrue();
    }

    [Fact]
    public void Of_a_sum_of_thousands_of_terms_only_some_are_printed()
    {
        Part[] regions = [.. Enumerable.Range(0, 8_000).Select(region => Region(region, 1 + (region % 2)))];
        Derivation derived = new Toll { Count = 12_001, Breakdowns = [Of(Axis.Region, BreakdownKind.Partition, regions)] }.Derive();
        Contradiction contradiction = derived.Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("1 + 2 + 1 + 2 + 1 + 2 + 1 + 2 + 1 + 2 + ... + 2 (8000 terms) = 12000, not 12001");
        contradiction.Terms.Should().HaveCount(8_000);
    }

    [Fact]
    public void A_table_of_24_by_24_that_adds_up_nowhere_is_told_row_by_row_and_not_searched_for_repairs()
    {
        // Every row and every column has 252 in its cells, and is said to have 250.
        Part[] months = [.. Enumerable.Range(0, 24).Select(month => Month(month) with
        {
            Breakdowns = [Of(Axis.Region, BreakdownKind.Inclusion, [.. Enumerable.Range(0, 24).Select(region => Cell(month, region))])],
        })];
        Part[] regions = [.. Enumerable.Range(0, 24).Select(region => Region(region, 250))];
        Derivation derived = new Toll
        {
            Breakdowns = [Of(Axis.Period, BreakdownKind.Partition, months), Of(Axis.Region, BreakdownKind.Partition, regions)],
        }.Derive();
        TimeSpan start = ProcessorTime.Now;
        derived.Contradictions.Should().HaveCount(48);
        derived.Contradictions.Should().OnlyContain(contradiction => contradiction.Sum == 252 && contradiction.Against == 250);
        derived.Contradictions.SelectMany(contradiction => contradiction.Repairs).Should().BeEmpty();
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20));

        static Part Cell(int month, int region) => Region(region, 10 + ((month + region) % 2));
    }

    private static Part Month(int month) =>
        Part.During(UncertainDate.Parse(FormattableString.Invariant($"{2022 + (month / 12)}-{1 + (month % 12):00}")), 250);

    private static Part Region(int region, Estimate count) => Part.In(RegionId.From($"r{region}"), count);

    private static Breakdown Of(Axis by, BreakdownKind kind, Part[] parts) => new() { By = by, Kind = kind, Parts = [.. parts] };
}
