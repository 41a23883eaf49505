using ConflictModel.Arithmetic;
using FluentAssertions;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of a count and its breakdowns. Messages show the arithmetic and the path.</summary>
/// <remarks>Every assertion takes a reason, <c>because</c>, with places for <c>becauseArgs</c>.</remarks>
public sealed class TollAssertions : RecordAssertions<Toll, TollAssertions>
{
    private const string Absent = "the report does not mention it";

    // Whoever only compares tolls derives nothing.
    private readonly Lazy<Derivation?> derived;

    internal TollAssertions(Toll? toll, Func<Derivation?> derive)
        : base(toll) => derived = new(derive);

    private Derivation? Derivation => derived.Value;

    /// <inheritdoc/>
    protected override string Identifier => "toll";

    /// <summary>Asserts that all its figures can be true together: those of people, of operations, and beside the whole.</summary>
    [CustomAssertion]
    public AndConstraint<TollAssertions> AddUp(string because = "", params object[] becauseArgs)
    {
        Verdict.That(
            Derivation is { Contradictions.Count: 0 },
            Identifier,
            "to add up",
            () => Derivation is null ? Absent : $"it does not:{CountText.ClashesOf(Derivation)}",
            because,
            becauseArgs);
        return new(this);
    }

    /// <summary>Asserts that its figures can't all be true, as those of a published error; <c>Which</c> is the contradiction.</summary>
    /// <remarks>As reported is sacred: an error in print stays in the record, and a test keeps it from being mended in silence.</remarks>
    [CustomAssertion]
    public AndWhichConstraint<TollAssertions, Contradiction> NotAddUp(string because = "", params object[] becauseArgs)
    {
        IReadOnlyList<Contradiction> clashes = Derivation?.Contradictions ?? [];
        Verdict.That(
            clashes.Count > 0,
            Identifier,
            "not to add up",
            () => Derivation is null ? Absent : "all of it can be true",
            because,
            becauseArgs);
        return new(this, clashes);
    }

    /// <summary>Asserts that the whole, with all that follows for it from the parts, is certainly this number.</summary>
    [CustomAssertion]
    public AndConstraint<TollAssertions> Total(long expected, string because = "", params object[] becauseArgs) =>
        Total((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts that the whole, with all that follows for it from the parts, has these bounds.</summary>
    [CustomAssertion]
    public AndConstraint<TollAssertions> Total(Bounds expected, string because = "", params object[] becauseArgs) =>
        Total((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts, followed by <see cref="Remainder.Unstated"/>, what its parts leave: <c>Leave(44).Unstated()</c>.</summary>
    public Remainder Leave(long expected) => new(this, expected);

    /// <summary>Asserts, followed by <see cref="Remainder.Unstated"/>, the bounds of what its parts leave.</summary>
    public Remainder Leave(Bounds expected) => new(this, expected);

    /// <summary>Asserts that it has a figure at a path, reported or derived; <c>Which</c> is the figure.</summary>
    [CustomAssertion]
    public AndWhichConstraint<TollAssertions, DerivedFigure> HaveFigure(
        FigurePath path, string because = "", params object[] becauseArgs)
    {
        DerivedFigure? figure = Derivation?.Find(path);
        Verdict.That(
            figure is not null,
            Identifier,
            $"to have the figure {CountText.PlaceOf(path)}",
            () => Derivation is null ? Absent : $"its figures are:{CountText.FiguresOf(Derivation)}",
            because,
            becauseArgs);
        return new(this, figure!);
    }

    [CustomAssertion]
    private AndConstraint<TollAssertions> Total(ExpectedCount expected, string because, object[] becauseArgs)
    {
        Verdict.That(
            expected.IsMetBy(Derivation?.Whole.Bounds),
            Identifier,
            $"to total {expected}",
            () => Derivation is null ? Absent : $"it is {CountText.Of(Derivation.Whole)}",
            because,
            becauseArgs);
        return new(this);
    }

    /// <summary>What the parts of a count leave of it.</summary>
    public sealed class Remainder
    {
        private readonly TollAssertions toll;
        private readonly ExpectedCount expected;

        internal Remainder(TollAssertions toll, ExpectedCount expected) => (this.toll, this.expected) = (toll, expected);

        /// <summary>
        /// Asserts that so many of the whole are in none of the parts: nobody said who they were. A whole that is divided in several ways
        /// leaves something of each; ask for one of them by its path, <c>HaveFigure("victim:?")</c>.
        /// </summary>
        [CustomAssertion]
        public AndConstraint<TollAssertions> Unstated(string because = "", params object[] becauseArgs)
        {
            DerivedFigure[] left = [.. toll.Derivation?.Whole.Breakdowns.Select(breakdown => breakdown.Residual) ?? []];
            Verdict.That(
                left is [var residual] && expected.IsMetBy(residual.Bounds),
                toll.Identifier,
                $"to leave {expected} unstated",
                () => toll.Derivation is not { } derivation ? Absent :
                    !derivation.IsConsistent ? $"it does not add up:{CountText.ClashesOf(derivation)}" :
                    left.Length == 0 ? "it has no parts" :
                    left.Length > 1 ? $"it is divided in several ways:{Verdict.Lines([.. left.Select(CountText.WithPath)])}" :
                    $"it leaves {CountText.Of(left[0])} at {left[0].Path}",
                because,
                becauseArgs);
            return new(toll);
        }
    }
}
