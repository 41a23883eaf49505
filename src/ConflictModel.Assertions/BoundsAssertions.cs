namespace ConflictModel.Assertions;

/// <summary>What can be asserted of bounds.</summary>
public sealed class BoundsAssertions : CountAssertions<Bounds, BoundsAssertions>
{
    internal BoundsAssertions(Bounds bounds)
        : base(bounds)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "bounds";

    private protected override Bounds? Count => Subject;

    private protected override string Found => $"found {CountText.Of(Subject)}";
}
