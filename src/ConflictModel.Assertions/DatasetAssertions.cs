using ConflictModel.Validation;
using FluentAssertions;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of a data set.</summary>
public sealed class DatasetAssertions : RecordAssertions<ConflictDataset, DatasetAssertions>
{
    internal DatasetAssertions(ConflictDataset? dataset)
        : base(dataset)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "data set";

    /// <summary>Asserts that validation finds nothing in it that can't be true. Warnings and information may be found.</summary>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What goes into the places of the reason.</param>
    [CustomAssertion]
    public AndConstraint<DatasetAssertions> BeConsistent(string because = "", params object[] becauseArgs)
    {
        Finding[] errors = [.. (Subject?.Validate() ?? []).Where(finding => finding.Severity == Severity.Error)];
        Verdict.That(
            Subject is not null && errors.Length == 0,
            Identifier,
            "to be consistent",
            () => Subject is null ? "it is null" : $"these can't be true:{Verdict.Lines([.. errors.Select(Text)])}",
            because,
            becauseArgs);
        return new(this);
    }

    private static string Text(Finding finding) => $"{finding.Code} at {finding.Pointer}: {finding.Message}";
}
