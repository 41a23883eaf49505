using ConflictModel.Reporting;

namespace ConflictModel.Tool.Output;

/// <summary>The languages that something of a report is in.</summary>
internal static class ReportLanguages
{
    /// <summary>The languages of a report's own words and of the names in a data set, as BCP 47 tags in order.</summary>
    /// <param name="dataset">What is reported.</param>
    /// <param name="isPage">Whether as a page, which has words in more languages.</param>
    public static IReadOnlySet<string> Of(ConflictDataset dataset, bool isPage)
    {
        ReportTexts[] own = isPage ? [EnglishTexts.All, ArabicTexts.All] : [EnglishTexts.All];
        var languages = new SortedSet<string>(own.Select(texts => texts.Language), StringComparer.OrdinalIgnoreCase);
        languages.UnionWith(RecordNames.LanguagesOf(dataset));
        return languages;
    }
}
