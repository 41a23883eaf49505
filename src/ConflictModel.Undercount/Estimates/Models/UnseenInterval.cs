using System.Text.Json.Serialization;

namespace ConflictModel.Undercount;

/// <summary>Between which sizes a model's estimate lies, of 95 in 100 samples, if the model is true.</summary>
/// <remarks>
/// That the model is true is what nobody knows: the intervals of two models that fit as well need not meet. Equality is by content. The
/// default value is from 0 to 0, and no method returns it.
/// </remarks>
/// <param name="Low">The lower end: never below the number observed.</param>
/// <param name="High">The upper end; null if there is none.</param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct UnseenInterval(double Low, double? High)
{
    /// <summary>The ends in nine significant digits: <c>8994.33 to 12110.4</c>.</summary>
    public override string ToString() => $"{NineDigits.Text(Low)} to {(High is { } high ? NineDigits.Text(high) : "no limit")}";
}
