using FluentAssertions.Primitives;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of a count as it was reported.</summary>
/// <remarks>Equality is that of the figures and of the words: "nearly 4,100" is not 4,100.</remarks>
public sealed class EstimateAssertions : ObjectAssertions<Estimate, EstimateAssertions>
{
    internal EstimateAssertions(Estimate estimate)
        : base(estimate)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "estimate";
}
