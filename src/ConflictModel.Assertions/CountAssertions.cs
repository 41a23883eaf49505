using FluentAssertions;
using FluentAssertions.Primitives;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of a count of which bounds are known: that it certainly is so, or that it may be.</summary>
/// <remarks>Every assertion takes a reason, <c>because</c>, with places for <c>becauseArgs</c>.</remarks>
/// <typeparam name="TSubject">What is asserted about.</typeparam>
/// <typeparam name="TAssertions">The assertions themselves.</typeparam>
public abstract class CountAssertions<TSubject, TAssertions> : ObjectAssertions<TSubject, TAssertions>
    where TAssertions : CountAssertions<TSubject, TAssertions>
{
    private protected CountAssertions(TSubject subject)
        : base(subject)
    {
    }

    /// <summary>The bounds; null if there is no count.</summary>
    private protected abstract Bounds? Count { get; }

    /// <summary>What the message says was found.</summary>
    private protected abstract string Found { get; }

    /// <summary>Where the count stands, for the message; empty if that is not known.</summary>
    private protected virtual string Place => "";

    /// <summary>Asserts that it is certainly this number: no other is possible.</summary>
    [CustomAssertion]
    public AndConstraint<TAssertions> Be(long expected, string because = "", params object[] becauseArgs) =>
        Be((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts that these are its bounds: no wider, no narrower, and as exact.</summary>
    [CustomAssertion]
    public AndConstraint<TAssertions> Be(Bounds expected, string because = "", params object[] becauseArgs) =>
        Be((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts that it is certainly no less than a number.</summary>
    [CustomAssertion]
    public AndConstraint<TAssertions> BeAtLeast(long least, string because = "", params object[] becauseArgs) =>
        Assert(Count?.Lower >= least, $"certainly be at least {least}", because, becauseArgs);

    /// <summary>Asserts that it is certainly no more than a number.</summary>
    [CustomAssertion]
    public AndConstraint<TAssertions> BeAtMost(long most, string because = "", params object[] becauseArgs) =>
        Assert(Count?.Upper <= most, $"certainly be at most {most}", because, becauseArgs);

    /// <summary>Asserts that it may be a number; it may be another as well.</summary>
    /// <remarks>Outer bounds may allow a number that is impossible all the same.</remarks>
    [CustomAssertion]
    public AndConstraint<TAssertions> Allow(long count, string because = "", params object[] becauseArgs) =>
        Assert(Count?.Contains(count) == true, $"allow {count}", because, becauseArgs);

    [CustomAssertion]
    private AndConstraint<TAssertions> Be(ExpectedCount expected, string because, object[] becauseArgs) =>
        Assert(expected.IsMetBy(Count), $"be {expected}", because, becauseArgs);

    [CustomAssertion]
    private AndConstraint<TAssertions> Assert(bool holds, FormattableString expected, string because, object[] becauseArgs)
    {
        Verdict.That(holds, Identifier, $"{Place}to {FormattableString.Invariant(expected)}", () => Found, because, becauseArgs);
        return new((TAssertions)this);
    }
}
