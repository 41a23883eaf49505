using CsCheck;

namespace ConflictModel.Interchange.Tests;

internal static class Samples
{
    /// <summary>One of some values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
