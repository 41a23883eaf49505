namespace ConflictModel.Assertions;

/// <summary>What a count is expected to be: one number, or bounds.</summary>
/// <remarks>A number is met by whatever allows no other; bounds by the same bounds, as exact as they are. Equality is by content.</remarks>
internal readonly record struct ExpectedCount
{
    private readonly Bounds bounds;
    private readonly bool isNumber;

    private ExpectedCount(Bounds bounds, bool isNumber) => (this.bounds, this.isNumber) = (bounds, isNumber);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static implicit operator ExpectedCount(long count) => new(Bounds.Exactly(count), isNumber: true);

    public static implicit operator ExpectedCount(Bounds bounds) => new(bounds, isNumber: false);

    public bool IsMetBy(Bounds? found) =>
        found is { } count && (isNumber ? count.IsSingle && count.Lower == bounds.Lower : count == bounds);

    public override string ToString() => CountText.Of(bounds);
}
