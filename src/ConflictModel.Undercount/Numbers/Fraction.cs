using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace ConflictModel.Undercount;

/// <summary>An exact fraction of whole numbers of any size, in lowest terms.</summary>
/// <remarks>Equality and order are those of the numbers: 2/4 is 1/2. The default value is zero.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    // One less than the denominator, so that the default is 0/1.
    private readonly BigInteger beyondOne;

    /// <summary>The fraction of two numbers.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction has no denominator of zero.");
        }

        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / common;
        beyondOne = (denominator / common) - 1;
    }

    /// <summary>What stands above the line, in lowest terms; it bears the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>What stands below the line, in lowest terms: 1 or more.</summary>
    public BigInteger Denominator => beyondOne + 1;

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => beyondOne.IsZero;

    internal int Sign => Numerator.Sign;

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Fraction(long whole) => new(whole, 1);

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Whether <paramref name="left"/> is the smaller number.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is the greater number.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not the greater number.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not the smaller number.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The nearest number of type <see cref="double"/>, or one beside it.</summary>
    public double ToDouble()
    {
        // The whole part and 64 bits behind the point: more than a double has.
        var whole = BigInteger.DivRem(Numerator, Denominator, out BigInteger rest);
        return (double)whole + (Math.ScaleB((double)((rest << 64) / Denominator), -64));
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => Numerator == other.Numerator && beyondOne == other.beyondOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, beyondOne);

    /// <summary>The exact number: <c>394970/31</c>, or <c>12</c> where it is whole.</summary>
    public override string ToString()
    {
        string above = Numerator.ToString(CultureInfo.InvariantCulture);
        return IsWhole ? above : $"{above}/{Denominator.ToString(CultureInfo.InvariantCulture)}";
    }
}
