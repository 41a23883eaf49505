using ConflictModel.Arithmetic;
using ConflictModel.Tests.Arithmetic;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 1: as reported is sacred.</summary>
public class AsReportedTests
{
    [Fact]
    public void Every_figure_stands_as_it_was_reported_whatever_is_derived() => Generate.Toll.Sample(
        toll =>
        {
            PrintedFigures printed = new(toll);
            Derivation derived = toll.Derive();
            foreach ((Derivation? figures, bool isOfOperations) in new[] { (derived, false), (derived.Operations, true) })
            {
                figures?.Figures.Where(figure => figure.Kind is FigureKind.Whole or FigureKind.Part)
                    .Select(figure => (new PrintedFigure(figure.Path, isOfOperations), figure.Reported))
                    .Should().Equal(printed.All.Where(one => one.Figure.IsOfOperations == isOfOperations));
            }
        },
        iter: 300,
        print: Generate.Show);

    [Fact]
    public void Whatever_is_derived_follows_from_the_figures_that_explain_it()
    {
        int explained = 0;
        Generate.SmallToll.Sample(
            toll =>
            {
                Derivation derived = toll.Derive();
                if (!derived.IsConsistent || derived.Tree.Entanglements.Any(entanglement => !entanglement.IsExact))
                {
                    return;
                }

                var oracle = new BruteForce(toll, maxStates: 2_000);
                DerivedFigure[] figures = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
                for (int f = 0; f < figures.Length; f++)
                {
                    foreach (bool isHigh in (bool[])[false, true])
                    {
                        Explanation.End end = isHigh ? figures[f].Explain().Upper : figures[f].Explain().Lower;
                        end.Value.Should().Be(isHigh ? figures[f].Bounds.Upper : figures[f].Bounds.Lower);
                        HashSet<FigurePath> cited = [.. end.Steps.Select(step => step.Path)];
                        bool follows = MinimalityTests.Follows(oracle, figures, cited, f, isHigh, end.Value, out bool isTooLarge);
                        (follows || isTooLarge).Should().BeTrue($"{figures[f]} follows from {string.Join(", ", cited)}");
                        Interlocked.Add(ref explained, cited.Count > 1 && follows ? 1 : 0);
                    }
                }
            },
            iter: 150,
            print: Generate.Show);
        explained.Should().BeGreaterThan(20);
    }
}
