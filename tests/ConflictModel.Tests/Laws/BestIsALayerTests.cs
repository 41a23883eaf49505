using ConflictModel.Arithmetic;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 4: best is a layer of its own.</summary>
public class BestIsALayerTests
{
    private static readonly Gen<long?> Best =
        Gen.Frequency((1, Gen.Const((long?)null)), (2, Gen.Long[0, 6].Select(best => (long?)best)));

    private static readonly Gen<(Toll Without, Toll With, Toll InOrder)> Layered = Gen.Select(
        Generate.SmallToll,
        Best.Array[8],
        (toll, bests) =>
        {
            PrintedFigures figures = new(toll);
            Toll Layer(Func<Estimate, long?, long?> best)
            {
                int next = 0;
                return figures.Change((figure, printed) =>
                    figure.IsOfOperations ? printed : new Estimate(printed.Low, best(printed, bests[next++]), printed.High));
            }

            return (
                Layer((_, _) => null),
                Layer((_, best) => best),
                Layer((printed, best) => best is { } some ? Math.Clamp(some, printed.Low ?? 0, printed.High ?? long.MaxValue) : null));
        });

    [Fact]
    public void A_best_figure_between_low_and_high_changes_no_bounds() => Layered.Sample(
        (without, _, inOrder) =>
        {
            (Derivation one, Derivation other) = (without.Derive(), inOrder.Derive());
            other.IsConsistent.Should().Be(one.IsConsistent);
            other.Figures.Select(figure => (figure.Path, figure.Bounds)).Should().Equal(
                one.Figures.Select(figure => (figure.Path, figure.Bounds)));
        },
        iter: 300,
        print: tolls => Generate.Show(tolls.Item3));

    [Fact]
    public void A_best_figure_anywhere_narrows_no_bounds_and_contradicts_nothing() => Layered.Sample(
        (without, with, _) =>
        {
            (Derivation one, Derivation other) = (without.Derive(), with.Derive());
            if (!one.IsConsistent)
            {
                return;
            }

            other.IsConsistent.Should().BeTrue();
            foreach ((DerivedFigure bare, DerivedFigure layered) in one.Figures.Zip(other.Figures))
            {
                layered.Bounds.Contains(bare.Bounds).Should().BeTrue($"{layered} and without best figures {bare}");
            }
        },
        iter: 300,
        print: tolls => Generate.Show(tolls.Item2));

    [Fact]
    public void A_missing_best_figure_is_what_the_others_leave_and_is_marked() => Gen.Select(Best, Best.Array[1, 4]).Sample(
        (whole, parts) =>
        {
            Derivation derived = new Toll { Count = new(null, whole, null) }
                .DividedInto(parts.Select((best, i) => Part.By(ActorId.From($"a{i}"), new Estimate(null, best, null)))).Derive();
            long sum = parts.Sum(best => best ?? 0);
            int missing = parts.Count(best => best is null);
            derived.Whole.Best.Should().Be(whole ?? (missing == 0 ? sum : null));
            derived.Whole.IsBestDerived.Should().Be(whole is null && missing == 0);
            foreach ((DerivedFigure part, long? best) in derived.Whole.Breakdowns[0].Parts.Zip(parts))
            {
                part.Best.Should().Be(best ?? (missing == 1 && whole >= sum ? whole - sum : null));
                part.IsBestDerived.Should().Be(best is null && part.Best is not null);
                part.Bounds.Should().Be(Bounds.Unknown);
            }
        });
}
