using System.Numerics;
using CsCheck;

namespace ConflictModel.Undercount.Tests.Numbers;

public class NumberTests
{
    [Fact]
    public void Fractions_are_in_lowest_terms_and_calculate_exactly()
    {
        var any = Gen.Select(Gen.Int[-1000, 1000], Gen.Int[1, 1000], (above, below) => new Fraction(above, below));
        Gen.Select(any, any, any).Sample((a, b, c) =>
        {
            BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).Should().Be(BigInteger.One);
            (a + b - b).Should().Be(a);
            ((a + b) * c).Should().Be((a * c) + (b * c));
            ((a - b).CompareTo(0) < 0).Should().Be(a < b);
            if (b != 0)
            {
                (a / b * b).Should().Be(a);
            }

            a.ToDouble().Should().BeApproximately((double)a.Numerator / (double)a.Denominator, 1e-12);
        });
    }

    [Fact]
    public void Fractions_say_what_they_are()
    {
        new Fraction(4, -6).ToString().Should().Be("-2/3");
        new Fraction(6, 3).ToString().Should().Be("2");
        default(Fraction).Should().Be((Fraction)0);
        default(Fraction).Denominator.Should().Be(BigInteger.One);
        new Fraction(BigInteger.Pow(10, 400) + 1, BigInteger.Pow(10, 399)).ToDouble().Should().Be(10);
        FluentActions.Invoking(() => new Fraction(1, 0)).Should().Throw<DivideByZeroException>();
    }

    [Theory]
    [InlineData(10356.518957183, "10356.519")]
    [InlineData(12740.967741935, "12740.9677")]
    [InlineData(831.3125, "831.3125")]
    [InlineData(1361, "1361")]
    [InlineData(1.23456789123e-7, "1.23456789E-07")]
    public void Numbers_print_nine_significant_digits(double number, string text)
    {
        NineDigits.Text(number).Should().Be(text);
        NineDigits.Text(NineDigits.Rounded(number)).Should().Be(text);
    }

    [Fact]
    public void The_logarithm_of_gamma_is_that_of_factorials_and_of_the_root_of_pi()
    {
        GammaFunction.Log(0.5).Should().BeApproximately(Math.Log(Math.PI) / 2, 1e-14);
        double factorial = 0;
        for (int n = 1; n < 3000; n++)
        {
            GammaFunction.Log(n).Should().BeApproximately(factorial, 1e-13 * Math.Max(1, factorial));
            factorial += Math.Log(n);
        }
    }

    [Fact]
    public void The_slope_of_gamma_follows_its_recurrence() => Gen.Double[0.01, 5000].Sample(x =>
        GammaFunction.Slope(x + 1).Should().BeApproximately(GammaFunction.Slope(x) + (1 / x), 1e-12 * Math.Max(1, 1 / x)));

    [Fact]
    public void The_slope_of_gamma_at_one_is_eulers_constant() =>
        GammaFunction.Slope(1).Should().BeApproximately(-0.57721566490153286, 1e-14);

    [Fact]
    public void A_root_is_found_where_the_sign_changes() => Gen.Double[0.1, 9].Sample(root =>
        RootSearch.Between(0, 10, x => Math.Exp(x) - Math.Exp(root)).Should().BeApproximately(root, 1e-9));

    [Fact]
    public void A_kernel_is_what_every_row_makes_zero() => Gen.Long[-2, 2].Array[5].Array[0, 5].Sample(rows =>
    {
        long[][] kernel = IntegerMatrix.Kernel(rows, 5);
        (kernel.Length + IntegerMatrix.Rank(rows)).Should().Be(5);
        kernel.ShouldAllHave(vector => vector.Any(number => number != 0)
            && rows.All(row => row.Zip(vector).Sum(one => one.First * one.Second) == 0));
        IntegerMatrix.Rank(kernel).Should().Be(kernel.Length);
    });

    /// <summary>For marks of -1 to 1 and three changes, whole weights up to 2 are enough to look through.</summary>
    [Fact]
    public void A_change_that_raises_and_never_lowers_is_found_where_there_is_one() =>
        Gen.Long[-1, 1].Array[3].Array[0, 6].Sample(effects =>
        {
            IEnumerable<long[]> weights = from a in Enumerable.Range(-2, 5) from b in Enumerable.Range(-2, 5)
                                          from c in Enumerable.Range(-2, 5) select (long[])[a, b, c];
            bool isThere = weights.Any(weight =>
            {
                long[] sums = [.. effects.Select(effect => effect.Zip(weight).Sum(one => one.First * one.Second))];
                return sums.All(sum => sum >= 0) && sums.Any(sum => sum > 0);
            });
            OneSidedChange.Exists(effects).Should().Be(isThere);
        });

    [Fact]
    public void A_root_is_enclosed_by_signs_that_are_exact() => Gen.Int[1, 5000].Sample(root =>
    {
        // (root - x)(x + 7): positive at zero and negative far out.
        WholePolynomial x = WholePolynomial.X, turned = ((x - x + root) - x) * (x + 7);
        (Fraction low, Fraction high) = turned.Enclose(20);
        (low, high).Should().Be(((Fraction)root, (Fraction)root), "a root that is met is known exactly");
        (Fraction near, Fraction far) = (((x - x + (2 * root)) - x - x - x) * (x + 7)).Enclose(20);
        (near <= new Fraction(2 * root, 3) && new Fraction(2 * root, 3) <= far).Should().BeTrue();
        (far - near <= new Fraction(1, 1 << 20)).Should().BeTrue();
        turned.SignChanges.Should().Be(1);
    });
}
