namespace ConflictModel.Undercount;

/// <summary>The logarithm of the gamma function and its derivative, for positive numbers: the framework has neither.</summary>
internal static class GammaFunction
{
    private const double LogOfRootOfTwoPi = 0.91893853320467274178;

    // From here on Stirling's series is exact to the last digits of a double.
    private const double Far = 16;

    /// <summary>The logarithm of the gamma function.</summary>
    public static double Log(double x)
    {
        double product = 1;
        for (; x < Far; x++)
        {
            product *= x;
        }

        double inverse = 1 / x, square = inverse * inverse;
        double series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680)
            - (square * ((1.0 / 1188) - (square * 691.0 / 360360))))))))));
        return ((x - 0.5) * Math.Log(x)) - x + LogOfRootOfTwoPi + series - Math.Log(product);
    }

    /// <summary>The derivative of <see cref="Log"/>.</summary>
    public static double Slope(double x)
    {
        double sum = 0;
        for (; x < Far; x++)
        {
            sum += 1 / x;
        }

        double square = 1 / (x * x);
        double series = square * ((1.0 / 12) - (square * ((1.0 / 120) - (square * ((1.0 / 252) - (square * ((1.0 / 240)
            - (square / 132))))))));
        return Math.Log(x) - (0.5 / x) - series - sum;
    }
}
