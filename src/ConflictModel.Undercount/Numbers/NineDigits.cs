using System.Globalization;

namespace ConflictModel.Undercount;

/// <summary>How the package prints what it estimates: nine significant digits, which are the same on every machine.</summary>
public static class NineDigits
{
    /// <summary>A number in at most nine significant digits, without zeros at its end: <c>10356.519</c>.</summary>
    public static string Text(double number) => Rounded(number).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The number of at most nine significant digits that is nearest.</summary>
    public static double Rounded(double number) =>
        double.Parse(number.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
