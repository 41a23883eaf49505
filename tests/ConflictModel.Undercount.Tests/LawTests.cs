using ConflictModel.Matching;
using CsCheck;

namespace ConflictModel.Undercount.Tests;

/// <summary>What holds of every table, whatever is in it.</summary>
public class LawTests
{
    private static readonly Gen<CaptureTable> AnyTable = Gen.OneOf(Made.Sparse(3), Made.Full(3), Made.Sparse(4), Made.Full(4));

    private static readonly Gen<CaptureTable> Estimable = AnyTable.Where(table => new CaptureCells(table).Groups.Count() == 1);

    [Fact]
    public void The_order_of_the_lists_changes_no_answer() => Estimable.Sample(
        table =>
        {
            (UnseenEstimate one, UnseenEstimate other) = (UnseenEstimate.Of(table, Short), UnseenEstimate.Of(table.Reversed(), Short));
            other.Models.Should().HaveCount(one.Models.Count);
            other.Models.Select(fit => fit.Size).Order().Zip(one.Models.Select(fit => fit.Size).Order())
                .ShouldAllHave(pair => Math.Abs(pair.First - pair.Second) <= 1e-8 * pair.Second);
            Exact(other).Should().Equal(Exact(one));
            other.Average.Mean.ShouldBeAbout(one.Average.Mean);
            other.Average.Mode.Should().Be(one.Average.Mode);
            other.Chao.Chao1987.Should().Be(one.Chao.Chao1987);
            other.Pairs.Select(pair => pair.Chapman).Order().Should().Equal(one.Pairs.Select(pair => pair.Chapman).Order());
            (other.Hull is null).Should().Be(one.Hull is null);

            static IEnumerable<Fraction> Exact(UnseenEstimate estimate) =>
                estimate.Graphs.Select(graph => graph.Exact).OfType<Fraction>().Order();
        },
        iter: 40);

    [Fact]
    public void Nobody_who_was_observed_is_estimated_away() => Estimable.Sample(
        table =>
        {
            var estimate = UnseenEstimate.Of(table, Short);
            estimate.Models.ShouldAllHave(fit => fit.Size >= table.Observed);
            estimate.Graphs.Where(graph => graph.Size is not null).ShouldAllHave(graph => graph.Low >= table.Observed);
            estimate.Average.Mean.Should().BeGreaterThanOrEqualTo(table.Observed);
            estimate.Average.Quantiles.ShouldAllHave(quantile => quantile.Size >= table.Observed);
            (estimate.Chao.BiasCorrected >= table.Observed).Should().BeTrue();
            foreach (PairEstimate pair in estimate.Pairs.Where(pair => pair.LincolnPetersen is not null))
            {
                (pair.LincolnPetersen!.Value >= pair.First + pair.Second - pair.Both).Should().BeTrue();
            }
        },
        iter: 60);

    [Fact]
    public void So_many_times_the_people_are_so_many_times_the_estimate() => Gen.Select(Estimable, Gen.Long[2, 20]).Sample(
        (table, factor) =>
        {
            CaptureTable more = table.Times(factor);
            foreach ((GraphEstimate one, GraphEstimate other) in GraphEstimate.Of(table).Zip(GraphEstimate.Of(more)))
            {
                other.Exact.Should().Be(one.Exact * factor);
                other.WhyNone.Should().Be(one.WhyNone);
                (other.Size ?? 0).ShouldBeAbout((one.Size ?? 0) * factor);
            }

            foreach (LogLinearModel model in LogLinearModel.All(table.Lists))
            {
                model.WhyNoEstimate(more).Should().Be(model.WhyNoEstimate(table));
            }

            LogLinearFit[] fits = [.. new ModelFits(table).Models.Take(5)];
            fits.ShouldAllHave(fit => Math.Abs(fit.Model.FitTo(more).Size - (fit.Size * factor)) < 1e-8 * fit.Size * factor);
            ChaoEstimates.Of(more).Chao1987.Should().Be(ChaoEstimates.Of(table).Chao1987 * factor);
            PairEstimate.Of(more).Select(pair => pair.LincolnPetersen)
                .Should().Equal(PairEstimate.Of(table).Select(pair => pair.LincolnPetersen * factor));
        },
        iter: 40);

    [Fact]
    public void A_list_of_everybody_says_that_nobody_is_unseen_and_leaves_the_others_what_they_say() => Made.Full(3).Sample(
        table =>
        {
            CaptureTable more = table.WithUnion();
            more.Without("all").Should().Be(table);
            var estimate = UnseenEstimate.Of(more, Short);
            estimate.Observed.Should().Be(table.Observed);
            estimate.Pairs.Where(pair => !pair.Lists.Contains("all")).Should().Equal(PairEstimate.Of(table));
            estimate.WithoutList.Single(left => left.List == "all").Best!.Size.ShouldBeAbout(new ModelFits(table).Best!.Size);
            estimate.Graphs.Where(graph => graph.Graph.Cliques.Contains(["all"]))
                .ShouldAllHave(graph => graph.High == table.Observed);
        },
        iter: 20);

    [Fact]
    public void A_graph_says_what_its_log_linear_model_says() => Estimable.Sample(
        table =>
        {
            foreach (GraphEstimate graph in GraphEstimate.Of(table).Where(graph => !graph.Graph.IsComplete))
            {
                var model = LogLinearModel.Of(table.Lists, graph.Graph.Cliques);
                if (model.WhyNoEstimate(table) is null)
                {
                    graph.Size.Should().NotBeNull();
                    model.FitTo(table).Size.ShouldBeAbout(graph.Size!.Value);
                }
            }
        },
        iter: 60);

    [Fact]
    public void An_equation_of_a_graph_has_one_root_and_encloses_it() => Estimable.Sample(
        table =>
        {
            var cells = new CaptureCells(table);
            foreach (GraphEstimate graph in GraphEstimate.Of(table).Where(graph => graph.Size is not null && graph.Exact is null))
            {
                long[] ofCliques = [.. graph.Graph.CliqueBits.Select(cells.OnNone)];
                WholePolynomial equation = GraphEquations.Equation(ofCliques, [.. graph.Graph.Separators.Select(cells.OnNone)]);
                equation.Leading.Sign.Should().Be(-1);
                equation.SignChanges.Should().BeLessThanOrEqualTo(1);
                (graph.High - graph.Low <= new Fraction(1, 1L << 44)).Should().BeTrue();
                if (!ofCliques.Contains(0))
                {
                    equation.SignChanges.Should().Be(1);
                    SignAt(equation, graph.Low - table.Observed).Should().BeGreaterThanOrEqualTo(0);
                    SignAt(equation, graph.High - table.Observed).Should().BeLessThanOrEqualTo(0);
                }
            }

            static int SignAt(WholePolynomial polynomial, Fraction place) => polynomial.SignAt((place * (1L << 44)).Numerator, 44);
        },
        iter: 60);

    [Fact]
    public void A_fit_that_exists_has_the_sums_of_its_terms_and_expects_somebody_in_every_cell() => AnyTable.Sample(
        table =>
        {
            var cells = new CaptureCells(table);
            foreach (LogLinearModel model in LogLinearModel.All(table.Lists))
            {
                var design = new ModelDesign(model, cells);
                if (table.Observed == 0 || design.WhyNoEstimate() is not null)
                {
                    continue;
                }

                var fit = PoissonFit.Of(design.Rows, design.Counts);
                fit.Expected.ShouldAllHave(expected => expected > 1e-9);
                for (int term = 0; term < design.Terms; term++)
                {
                    double sum = design.Rows.Select((row, i) => row[term] * fit.Expected[i]).Sum();
                    sum.ShouldBeAbout(design.Rows.Select((row, i) => row[term] * design.Counts[i]).Sum());
                }
            }
        },
        iter: 60);

    [Fact]
    public void A_model_is_identifiable_where_its_matrix_has_as_many_independent_columns_as_terms() =>
        Gen.OneOf(Made.Sparse(3), Made.Sparse(4), Gen.Frequency((3, Gen.Const(0L)), (1, Gen.Const(1L))).Array[15]
            .Select(counts => Made.Table(4, counts))).Sample(
            table =>
            {
                var cells = new CaptureCells(table);
                foreach (ModelDesign design in LogLinearModel.All(table.Lists).Select(model => new ModelDesign(model, cells)))
                {
                    if (design.Rows.Length > 0)
                    {
                        design.IsIdentifiable().Should().Be(Existence.IsIdentifiable(design.Rows));
                    }
                }
            },
            iter: 60);

    [Fact]
    public void An_interval_holds_its_estimate_and_never_less_than_was_observed() => Estimable.Sample(
        table =>
        {
            foreach (LogLinearFit fit in new ModelFits(table).Models.Take(4))
            {
                UnseenInterval interval = fit.ProfileInterval();
                interval.Low.Should().BeInRange(table.Observed, fit.Size);
                (interval.High ?? double.PositiveInfinity).Should().BeGreaterThanOrEqualTo(fit.Size);
            }
        },
        iter: 30);

    [Fact]
    public void The_weights_of_all_graphs_are_one() => Estimable.Sample(
        table =>
        {
            var average = GraphAverage.Of(table, upToUnseen: 400);
            average.Graphs.Sum(graph => graph.Weight).ShouldBeAbout(1);
            average.Quantiles.Select(quantile => quantile.Size).Should().BeInAscendingOrder();
            average.WeightAtTheEnd.Should().BeInRange(0, 1);
        },
        iter: 30);

    private static UnseenOptions Short => new() { UpToUnseen = 300 };
}
