using System.Diagnostics;
using System.Globalization;

namespace ConflictModel;

/// <summary>A closed interval of whole numbers within which a count lies, as far as the reports go.</summary>
/// <remarks>
/// These bound <em>what was reported</em>, not the truth. <see cref="Lower"/> is never negative and never above
/// <see cref="Upper"/>; a null <see cref="Upper"/> is no limit. <see cref="IsOuter"/> says that the interval certainly holds every
/// possible value but may be wider than need be; otherwise it is exact: both ends can occur.
/// Equality is that of the ends and of <see cref="IsOuter"/>. There is no order: use <see cref="IsBelow"/>, which can answer unknown.
/// The default value is <see cref="Unknown"/>: zero or more. Unknown is not zero.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Bounds : IEquatable<Bounds>, IFormattable
{
    private readonly long lower;

    // One more than the upper end, so that the default has none.
    private readonly long upperPlusOne;

    /// <summary>The interval from <paramref name="lower"/> to <paramref name="upper"/>, both included.</summary>
    /// <param name="lower">The least count, zero or more.</param>
    /// <param name="upper">The greatest count, or null for no limit.</param>
    /// <param name="isOuter">Whether the interval may be wider than need be.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lower"/> is negative, or above <paramref name="upper"/>,
    /// or <paramref name="upper"/> is <see cref="long.MaxValue"/>.</exception>
    public Bounds(long lower, long? upper, bool isOuter = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lower);
        if (upper is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, lower, nameof(upper));
            ArgumentOutOfRangeException.ThrowIfEqual(limit, long.MaxValue, nameof(upper));
            upperPlusOne = limit + 1;
        }

        this.lower = lower;
        IsOuter = isOuter;
    }

    /// <summary>Zero or more: nothing is known.</summary>
    public static Bounds Unknown => default;

    /// <summary>None, for certain.</summary>
    public static Bounds Zero => Exactly(0);

    /// <summary>The least count that the reports allow.</summary>
    public long Lower => lower;

    /// <summary>The greatest count that the reports allow, or null where they set no limit.</summary>
    public long? Upper => upperPlusOne == 0 ? null : upperPlusOne - 1;

    /// <summary>Whether the interval may be wider than need be. Otherwise it is exact.</summary>
    public bool IsOuter { get; }

    /// <summary>Whether only one count is possible.</summary>
    public bool IsSingle => Upper == Lower;

    /// <summary>Whether there is no upper limit.</summary>
    public bool IsUnbounded => upperPlusOne == 0;

    /// <summary>Whether both have the same ends and are both exact or both outer.</summary>
    public static bool operator ==(Bounds left, Bounds right) => left.Equals(right);

    /// <summary>Whether an end differs, or one is exact and the other outer.</summary>
    public static bool operator !=(Bounds left, Bounds right) => !left.Equals(right);

    /// <summary>The bounds of a sum of two counts of different people. Outer if either is.</summary>
    /// <exception cref="OverflowException">An end is above what 64 bits hold.</exception>
    public static Bounds operator +(Bounds left, Bounds right)
    {
        // An end is held as one more: the greatest of all numbers is none.
        long? upper = left.IsUnbounded || right.IsUnbounded ? null : left.upperPlusOne - 1 + right.upperPlusOne - 1;
        return new(left.lower + right.lower, upper, left.IsOuter || right.IsOuter);
    }

    /// <summary>The interval of one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Bounds Exactly(long count) => new(count, count);

    /// <summary><paramref name="count"/> or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Bounds AtLeast(long count) => new(count, null);

    /// <summary>From zero to <paramref name="count"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Bounds AtMost(long count) => new(0, count);

    /// <summary>Whether <paramref name="count"/> lies within.</summary>
    public bool Contains(long count) => count >= lower && (Upper is not { } limit || count <= limit);

    /// <summary>Whether every count within <paramref name="other"/> lies within these bounds too.</summary>
    public bool Contains(Bounds other) => other.lower >= lower && (Upper is not { } limit || other.Upper <= limit);

    /// <summary>The counts that both allow, or null if there is none.</summary>
    public Bounds? Intersect(Bounds other)
    {
        long from = Math.Max(lower, other.lower);
        long? to = Upper is { } a && other.Upper is { } b ? Math.Min(a, b) : Upper ?? other.Upper;
        return to < from ? null : new Bounds(from, to, IsOuter || other.IsOuter);
    }

    /// <summary>The least interval that holds both.</summary>
    public Bounds Hull(Bounds other) =>
        new(
            Math.Min(lower, other.lower),
            Upper is { } a && other.Upper is { } b ? Math.Max(a, b) : null,
            IsOuter || other.IsOuter);

    /// <summary>The same ends, marked as possibly wider than need be.</summary>
    public Bounds AsOuter() => new(lower, Upper, isOuter: true);

    /// <summary>
    /// Whether a count within these bounds is below one within <paramref name="other"/>: for certain, certainly not, or unknown.
    /// </summary>
    public Truth IsBelow(Bounds other) =>
        Upper < other.lower ? Truth.Yes :
        other.Upper <= lower ? Truth.No : Truth.Unknown;

    /// <inheritdoc/>
    public bool Equals(Bounds other) => lower == other.lower && upperPlusOne == other.upperPlusOne && IsOuter == other.IsOuter;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Bounds other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(lower, upperPlusOne, IsOuter);

    /// <summary>The bounds in words: "44", "0 to 8", "8 or more"; in digits without grouping.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The bounds in words, their ends in a number format of <paramref name="formatProvider"/>'s culture.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        IFormatProvider culture = formatProvider ?? CultureInfo.InvariantCulture;
        string from = lower.ToString(format, culture);
        return Upper is not { } limit ? $"{from} or more" :
            limit == lower ? from : $"{from} to {limit.ToString(format, culture)}";
    }
}
