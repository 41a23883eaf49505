using FluentAssertions;
using FluentAssertions.Primitives;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of any record of a data set.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TAssertions">The assertions themselves.</typeparam>
public abstract class RecordAssertions<TRecord, TAssertions> : ObjectAssertions<TRecord?, TAssertions>
    where TRecord : class
    where TAssertions : RecordAssertions<TRecord, TAssertions>
{
    private protected RecordAssertions(TRecord? record)
        : base(record)
    {
    }

    /// <summary>Asserts that it says the same as another record. The message shows the differences alone, each with its place.</summary>
    /// <remarks>
    /// Records in a list are matched by their ids, in whatever order they stand; lists of what has no id are compared in order. <c>Be</c>
    /// asks for the same order everywhere.
    /// </remarks>
    [CustomAssertion]
    public AndConstraint<TAssertions> BeEquivalentTo(TRecord expected, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(expected);
        IReadOnlyList<string> differences = Subject is null ? ["it is null"] : ContentDifference.Between(Subject, expected);
        Verdict.That(
            differences.Count == 0,
            Identifier,
            "to say what is expected",
            () => $"these differ:{Verdict.Lines(differences)}",
            because,
            becauseArgs);
        return new((TAssertions)this);
    }

    /// <summary>Asserts that it does not say the same as another record; see <see cref="BeEquivalentTo"/>.</summary>
    [CustomAssertion]
    public AndConstraint<TAssertions> NotBeEquivalentTo(TRecord unexpected, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(unexpected);
        Verdict.That(
            Subject is null || ContentDifference.Between(Subject, unexpected).Count > 0,
            Identifier,
            "to say something else",
            () => "nothing differs",
            because,
            becauseArgs);
        return new((TAssertions)this);
    }
}
