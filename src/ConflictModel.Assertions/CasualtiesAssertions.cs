using ConflictModel.Arithmetic;
using FluentAssertions;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of the casualties of a report: of a count that says which harm it is of.</summary>
/// <remarks>Every assertion takes a reason, <c>because</c>, with places for <c>becauseArgs</c>.</remarks>
public sealed class CasualtiesAssertions : RecordAssertions<Casualties, CasualtiesAssertions>
{
    internal CasualtiesAssertions(Casualties? casualties)
        : base(casualties)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "casualties";

    /// <summary>Asserts that the figures of each harm can be true together.</summary>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndConstraint<CasualtiesAssertions> AddUp(string because = "", params object[] becauseArgs)
    {
        string[] clashes =
        [
            .. from toll in Subject?.Tolls() ?? []
               from clash in toll.Value.Derive().Contradictions
               select $"{JsonName.Of(toll.Key)}, {CountText.Of(clash)}",
        ];
        Verdict.That(
            Subject is not null && clashes.Length == 0,
            Identifier,
            "to add up",
            () => Subject is null ? "the report has none" : $"they do not:{Verdict.Lines(clashes)}",
            because,
            becauseArgs);
        return new(this);
    }

    /// <summary>Asserts that they certainly have so many killed; <c>Which</c> is what follows from the count.</summary>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndWhichConstraint<CasualtiesAssertions, Derivation> HaveKilled(
        long expected, string because = "", params object[] becauseArgs) =>
        HaveKilled((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts the bounds of the killed; <c>Which</c> is what follows from the count.</summary>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndWhichConstraint<CasualtiesAssertions, Derivation> HaveKilled(
        Bounds expected, string because = "", params object[] becauseArgs) =>
        HaveKilled((ExpectedCount)expected, because, becauseArgs);

    [CustomAssertion]
    private AndWhichConstraint<CasualtiesAssertions, Derivation> HaveKilled(
        ExpectedCount expected, string because, object[] becauseArgs)
    {
        Derivation? killed = Subject?.Killed?.Derive();
        Verdict.Killed(expected, killed, Identifier, "they", because, becauseArgs);
        return new(this, killed!);
    }
}
