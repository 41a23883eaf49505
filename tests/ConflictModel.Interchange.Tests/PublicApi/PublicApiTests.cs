using PublicApiGenerator;

namespace ConflictModel.Interchange.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed = Path.Combine(
        Repository.Root, "tests", "ConflictModel.Interchange.Tests", "PublicApi", "ConflictModel.Interchange.txt");

    /// <summary>The public types beyond the budget, each with its reason.</summary>
    private static readonly Dictionary<Type, string> Gained = new()
    {
        [typeof(CellChange)] = "a proposed repair is a value, not a text",
        [typeof(PublishedRepairer)] = "applies the repairs that are asked for",
        [typeof(PublishedVintages)] = "compares two files as they are read",
        [typeof(RepairFile)] = "the list of what was changed, as RejectFile and LossFile are lists",
        [typeof(NumericDates)] = "the order of a file's dates is the caller's to state",
        [typeof(RepeatedRows)] = "which of two rows of one id counts is the caller's to say where the data does not",
        [typeof(SpreadsheetFormula)] = "the one answer to what a spreadsheet runs, for all who write CSV",

        // A file of events kept up to date.
        [typeof(AcledFeed)] = "merges what ACLED changed and deleted into a file",
        [typeof(FeedMerge)] = "what the merge came to",
        [typeof(FeedMerge.Entry)] = "what became of one row or deletion",
        [typeof(FeedMerge.Lack)] = "the columns that a file of another export lacks, and what that emptied",
        [typeof(FeedOutcome)] = "the closed list of what can become of a row or deletion",
        [typeof(FeedLogFile)] = "the log, as RepairFile is a list",
        [typeof(TombstoneFile)] = "deletions kept for the next merge, in ACLED's own form",

        // Lists of people, by a mapping that is declared once.
        [typeof(PersonMapping)] = "what the columns of a list are, for reading and for writing",
        [typeof(PersonColumn)] = "one column of it, with its own words",
        [typeof(PersonField)] = "what a column can say of a person",
        [typeof(PersonMapping.JsonConverter)] = "a source generator must be able to name it",
        [typeof(PersonColumn.JsonConverter)] = "the same of a column",
        [typeof(PersonReader)] = "reads a list, one person after the other",
        [typeof(PersonWriter)] = "writes one",
        [typeof(UnreadWord)] = "a word that was not understood, told once with its count and first line",
    };

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(IncidentReader).Assembly.GeneratePublicApi(new()
        {
            ExcludeAttributes =
            [
                "System.Runtime.Versioning.TargetFrameworkAttribute", "System.Reflection.AssemblyMetadataAttribute",
                "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
            ],
        }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(Committed, surface);
        }

        surface.Should().Be(File.ReadAllText(Committed));
    }

    [Fact]
    public void There_are_at_most_28_public_types_and_those_that_were_gained_since() =>
        typeof(IncidentReader).Assembly.GetExportedTypes().Except(Gained.Keys).Should().HaveCountLessThanOrEqualTo(28);
}
