using System.Numerics;

namespace ConflictModel.Undercount;

/// <summary>A polynomial with whole coefficients of any size, whose sign is known exactly wherever it is asked.</summary>
internal readonly struct WholePolynomial
{
    // From the constant up.
    private readonly BigInteger[] coefficients;

    private WholePolynomial(BigInteger[] coefficients) => this.coefficients = coefficients;

    /// <summary>The variable itself.</summary>
    public static WholePolynomial X { get; } = new([0, 1]);

    /// <summary>The greatest power with a coefficient that is not zero; -1 if there is none.</summary>
    public int Degree => Array.FindLastIndex(coefficients, number => !number.IsZero);

    /// <summary>The coefficient of the greatest power.</summary>
    public BigInteger Leading => Degree is >= 0 and var degree ? coefficients[degree] : BigInteger.Zero;

    /// <summary>How often the sign changes along the coefficients: by Descartes' rule, one change is one positive root.</summary>
    public int SignChanges
    {
        get
        {
            int[] signs = [.. coefficients.Select(number => number.Sign).Where(sign => sign != 0)];
            return signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
        }
    }

    public static WholePolynomial operator +(WholePolynomial left, BigInteger right) =>
        new([left.coefficients[0] + right, .. left.coefficients[1..]]);

    public static WholePolynomial operator -(WholePolynomial left, WholePolynomial right) => new(
    [
        .. Enumerable.Range(0, Math.Max(left.coefficients.Length, right.coefficients.Length))
            .Select(i => left.coefficients.ElementAtOrDefault(i) - right.coefficients.ElementAtOrDefault(i)),
    ]);

    public static WholePolynomial operator *(WholePolynomial left, WholePolynomial right)
    {
        var product = new BigInteger[left.coefficients.Length + right.coefficients.Length - 1];
        for (int i = 0; i < left.coefficients.Length; i++)
        {
            for (int j = 0; j < right.coefficients.Length; j++)
            {
                product[i + j] += left.coefficients[i] * right.coefficients[j];
            }
        }

        return new(product);
    }

    /// <summary>The sign at a number of 2 to the power of minus <paramref name="shift"/>.</summary>
    public int SignAt(BigInteger numerator, int shift)
    {
        // Horner's rule, times a power of two that leaves whole numbers.
        BigInteger sum = BigInteger.Zero;
        int degree = coefficients.Length - 1;
        for (int i = degree; i >= 0; i--)
        {
            sum = (sum * numerator) + (coefficients[i] << (shift * (degree - i)));
        }

        return sum.Sign;
    }

    /// <summary>
    /// Two numbers no further apart than 2 to the power of minus <paramref name="shift"/>, with a root between them or at both: the
    /// polynomial, positive at zero and negative far out, is not negative at the first and not positive at the second.
    /// </summary>
    public (Fraction Low, Fraction High) Enclose(int shift)
    {
        BigInteger low = BigInteger.Zero, high = BigInteger.One << shift;
        while (SignAt(high, shift) > 0)
        {
            (low, high) = (high, high << 1);
        }

        while (high - low > 1)
        {
            BigInteger middle = (low + high) >> 1;
            int sign = SignAt(middle, shift);
            (low, high) = sign > 0 ? (middle, high) : sign < 0 ? (low, middle) : (middle, middle);
        }

        BigInteger scale = BigInteger.One << shift;
        low = SignAt(high, shift) == 0 ? high : low;
        return (new(low, scale), new(high, scale));
    }
}
