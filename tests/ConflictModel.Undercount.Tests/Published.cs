using System.Globalization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount.Tests;

/// <summary>Tables that were published, and figures that others made of them.</summary>
internal static class Published
{
    public static CaptureTable Kosovo => Table("kosovo.csv");

    public static CaptureTable SpinaBifida => Table("spina-bifida.csv");

    public static CaptureTable Western => Table("western.csv");

    public static CaptureTable Artificial => Table("artificial3.csv");

    /// <summary>A file of the folder; the test is skipped where there is none.</summary>
    public static string Path(string name)
    {
        string? folder = Environment.GetEnvironmentVariable("CONFLICTMODEL_DATA");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("CONFLICTMODEL_DATA is not set");
        }

        return System.IO.Path.Combine(folder, "capture-lists", name);
    }

    /// <summary>Holds a figure to a published one: to the digits that it has, or to nine significant ones where it has more.</summary>
    public static void ShouldBe(this double figure, string published)
    {
        string digits = published.Replace(",", "", StringComparison.Ordinal);
        double right = double.Parse(digits, CultureInfo.InvariantCulture);
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        double digit = Math.Pow(10, -decimals);
        figure.Should().BeApproximately(right, Math.Max(0.5001 * digit, 1e-9 * Math.Abs(right)));
    }

    private static CaptureTable Table(string name)
    {
        using StreamReader reader = new(Path(name));
        return CaptureTable.Read(reader);
    }
}
