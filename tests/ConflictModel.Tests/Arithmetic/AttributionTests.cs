using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class AttributionTests(ITestOutputHelper output)
{
    private static readonly ActorId Us = ActorId.From("us");
    private static readonly ActorId Them = ActorId.From("them");

    [Fact]
    public void What_can_be_theirs_is_that_of_brute_force()
    {
        var random = new Random(7);
        var tolls = new RandomTolls(31, axes: 3, keys: 2, maxParts: 5, maxFigure: 3);
        int exact = 0, narrowed = 0, outer = 0;
        for (int i = 0; i < 3_000; i++)
        {
            // Some parts say by whom. To the oracle that is one more breakdown of the whole, in ours and theirs, which those parts repeat.
            Toll toll = tolls.Next();
            toll = toll with { Breakdowns = Label(toll.Breakdowns, random) };
            Derivation derived = toll.Derive(attributedTo: [Us]);
            if (!derived.IsConsistent)
            {
                continue;
            }

            var oracle = new BruteForce(toll with { Breakdowns = [Split(both: true, ours: true), .. Spell(toll.Breakdowns)] }, maxStates: 10_000);
            if (oracle.Count > 16)
            {
                continue;
            }

            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            if (truth is null)
            {
                // Too much to look at, or what is said of perpetrators contradicts itself.
                continue;
            }

            var expected = new Bounds(truth[1].Low, truth[1].High == long.MaxValue ? null : truth[1].High);
            Bounds found = derived.Attributed!.Bounds;
            narrowed += (found.Lower, found.Upper) != (0, derived.Whole.Bounds.Upper) ? 1 : 0;
            if (derived.Tree.Entanglements.Length == 0)
            {
                found.Should().Be(expected, $"{i}:\n{OracleTests.Show(derived)}");
                exact++;
            }
            else
            {
                (found.IsOuter || found.IsSingle).Should().BeTrue();
                found.Contains(expected).Should().BeTrue($"{i}: {expected}, not {found}\n{OracleTests.Show(derived)}");
                outer++;
            }
        }

        output.WriteLine($"{exact} exact, {outer} outer, {narrowed} narrowed");
        exact.Should().BeGreaterThan(800);
        outer.Should().BeGreaterThan(300);
        narrowed.Should().BeGreaterThan(500);
    }

    private static ValueList<Breakdown> Label(ValueList<Breakdown> breakdowns, Random random) =>
        breakdowns.Select(breakdown => breakdown with
        {
            Parts = breakdown.Parts.Select(part => part with
            {
                Perpetrators = random.Next(4) switch { 0 => [Us], 1 => [Them], 2 when random.Next(4) == 0 => [Us, Them], _ => [] },
                Breakdowns = Label(part.Breakdowns, random),
            }).ToValueList(),
        }).ToValueList();

    private static ValueList<Breakdown> Spell(ValueList<Breakdown> breakdowns) =>
        breakdowns.Select(breakdown => breakdown with
        {
            Parts = breakdown.Parts.Select(part => part with
            {
                Breakdowns = part.Perpetrators.Count == 1
                    ? [Split(both: false, ours: part.Perpetrators[0] == Us), .. Spell(part.Breakdowns)]
                    : Spell(part.Breakdowns),
            }).ToValueList(),
        }).ToValueList();

    private static Breakdown Split(bool both, bool ours) => new()
    {
        By = Axis.Perpetrator,
        Kind = BreakdownKind.Partition,
        Parts = both
            ? [RandomTolls.Part(Axis.Perpetrator, 0, default), RandomTolls.Part(Axis.Perpetrator, 1, default)]
            : [RandomTolls.Part(Axis.Perpetrator, ours ? 0 : 1, default)],
    };
}
