namespace ConflictModel.Time;

/// <summary>The least and the most of a count that may belong to a bucket, both included.</summary>
/// <param name="AtLeast">What certainly belongs to it.</param>
/// <param name="AtMost">What may belong to it.</param>
/// <remarks>The default is nothing at all. Equality is by both values.</remarks>
public readonly record struct ShareBounds(long AtLeast, long AtMost);
