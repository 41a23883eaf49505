namespace ConflictModel.Interchange.Tests;

/// <summary>The real published files, which only those who fetched them have: tests that want them skip otherwise.</summary>
internal static class PublishedFiles
{
    public const string Syria = "ucdp-ged-syria-19.1/ged_syria.csv";
    public const string Sample = "ucdp-ged-sample-23.1/ged231_sample1000.csv";
    public const string Myanmar = "ucdp-ged-myanmar-24.1/ged_myanmar.csv";

    public static string PathOf(string name)
    {
        string? folder = Environment.GetEnvironmentVariable("CONFLICTMODEL_DATA");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("CONFLICTMODEL_DATA is not set");
        }

        return Path.Combine(folder, name);
    }

    /// <summary>The cells of a CSV file by an independent reader.</summary>
    public static List<string[]> Cells(string path) => SimpleCsv.Read(File.ReadAllText(path));
}
