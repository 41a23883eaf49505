using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ConflictModel.Interchange;
using ConflictModel.Serialization;

namespace ConflictModel.Reporting.Tests;

/// <summary>The data sets that the tests report, and the pages made of them.</summary>
internal static class Pages
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static ConflictDataset Sample { get; } = Read("syria-2024.json");

    public static ConflictDataset Clashing { get; } = Read("sohr-desert-2024-243.json");

    /// <summary>The 16,566 events of Syria; the test is skipped where there is no folder of real data.</summary>
    public static ConflictDataset Syria()
    {
        string? folder = Environment.GetEnvironmentVariable("CONFLICTMODEL_DATA");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("CONFLICTMODEL_DATA is not set");
        }

        using var reader = IncidentReader.Open(Path.Combine(folder, "ucdp-ged-syria-19.1", "ged_syria.csv"));
        return reader.ReadDataset();
    }

    public static string Html(ConflictDataset dataset, HtmlReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(dataset, stream, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static IDocument Document(string html) => new HtmlParser().ParseDocument(html);

    private static ConflictDataset Read(string sample) =>
        DatasetJson.Read(File.ReadAllText(Path.Combine(Root, "src", "ConflictModel.Tool", "samples", sample)));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ConflictModel.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}
