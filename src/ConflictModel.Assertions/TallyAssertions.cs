using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using FluentAssertions;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of a published total.</summary>
/// <remarks>Every assertion takes a reason, <c>because</c>, with places for <c>becauseArgs</c>.</remarks>
public sealed class TallyAssertions : RecordAssertions<Tally, TallyAssertions>
{
    internal TallyAssertions(Tally? tally)
        : base(tally)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "tally";

    /// <summary>
    /// Asserts that it certainly counts so many killed; <c>Which</c> is what follows from the count, with the headline's attribution.
    /// </summary>
    /// <exception cref="DerivationDepthException">Its parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndWhichConstraint<TallyAssertions, Derivation> HaveKilled(long expected, string because = "", params object[] becauseArgs) =>
        HaveKilled((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts the bounds of the killed that it counts; <c>Which</c> is what follows from the count.</summary>
    /// <exception cref="DerivationDepthException">Its parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndWhichConstraint<TallyAssertions, Derivation> HaveKilled(Bounds expected, string because = "", params object[] becauseArgs) =>
        HaveKilled((ExpectedCount)expected, because, becauseArgs);

    /// <summary>
    /// Asserts that incidents don't refute it: no more people are certainly in its scope than it counts, in all or in a part.
    /// </summary>
    /// <remarks>
    /// Incidents of which it is not known whether they are in the scope may hold any number of the total. Where none of them can be in the
    /// scope there is nothing to agree with, and the assertion fails. Whether a region lies within another is not known without a data set.
    /// </remarks>
    /// <exception cref="ArgumentException">Two incidents bear one id.</exception>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndConstraint<TallyAssertions> AgreeWith(
        IEnumerable<Incident> incidents, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        return AgreeWith(new ConflictDataset { Incidents = incidents.ToValueList() }, because, becauseArgs);
    }

    /// <summary>The same by the incidents, smaller tallies, regions and affiliations of a data set.</summary>
    /// <exception cref="ArgumentException">Two incidents bear one id.</exception>
    /// <exception cref="ReconciliationSizeException">More pairs of its records would have to be looked at than are.</exception>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndConstraint<TallyAssertions> AgreeWith(ConflictDataset dataset, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        TallyComparison? compared = Subject is null ? null : new(Subject, dataset);
        Verdict.That(
            compared is { Clashes: [], IsEmpty: false },
            Identifier,
            "to agree with the incidents",
            () => compared is null ? "it is null" :
                compared.IsEmpty ? compared.WhyEmpty :
                $"more are certainly in its scope:{Verdict.Lines(compared.Clashes)}",
            because,
            becauseArgs);
        return new(this);
    }

    /// <summary>
    /// Asserts that incidents account for all whom it counts: those that certainly are in its scope leave nobody of it, and exceed it by
    /// nobody.
    /// </summary>
    /// <exception cref="ArgumentException">Two incidents bear one id.</exception>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndConstraint<TallyAssertions> BeAccountedForBy(
        IEnumerable<Incident> incidents, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        return BeAccountedForBy(new ConflictDataset { Incidents = incidents.ToValueList() }, because, becauseArgs);
    }

    /// <summary>The same by the incidents, regions and affiliations of a data set.</summary>
    /// <exception cref="ArgumentException">Two incidents bear one id.</exception>
    /// <exception cref="ReconciliationSizeException">More pairs of its records would have to be looked at than are.</exception>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than the arithmetic goes.</exception>
    [CustomAssertion]
    public AndConstraint<TallyAssertions> BeAccountedForBy(ConflictDataset dataset, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        TallyComparison? compared = Subject is null ? null : new(Subject, dataset);
        IReadOnlyList<string> open = compared is null ? [] : [.. compared.Clashes, .. compared.Unaccounted];
        Verdict.That(
            compared is { IsEmpty: false } && open.Count == 0,
            Identifier,
            "to be accounted for by the incidents",
            () => compared is null ? "it is null" :
                compared.IsEmpty ? compared.WhyEmpty :
                $"it is not:{Verdict.Lines(open)}",
            because,
            becauseArgs);
        return new(this);
    }

    [CustomAssertion]
    private AndWhichConstraint<TallyAssertions, Derivation> HaveKilled(ExpectedCount expected, string because, object[] becauseArgs)
    {
        Derivation? killed = Subject?.Report.Casualties?.Killed?.Derive(Subject.Scope.AttributedTo);
        Verdict.Killed(expected, killed, Identifier, "it", because, becauseArgs);
        return new(this, killed!);
    }
}
