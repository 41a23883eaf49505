using ConflictModel.Aggregation;
using ConflictModel.Hierarchies;
using ConflictModel.Matching;
using ConflictModel.Reconciliation;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using PublicApiGenerator;

namespace ConflictModel.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed =
        Path.Combine(Repository.Root, "tests", "ConflictModel.Tests", "PublicApi", "ConflictModel.txt");

    /// <summary>What a user meets. A block of extensions counts once: for the compiler it is a type, with another within it.</summary>
    private static readonly Type[] Types =
        [.. typeof(ConflictDataset).Assembly.GetExportedTypes().Where(type => !type.Name.StartsWith("<M>", StringComparison.Ordinal))];

    /// <summary>The record of a person, which stands beside the records of groups: the codes of SDG indicator 16.1.2 and of casualty
    /// recorders, each a closed list.</summary>
    private static readonly Type[] People =
    [
        typeof(Person), typeof(PersonId), typeof(PersonName), typeof(NameKind), typeof(Identification), typeof(Age), typeof(PersonStatus),
        typeof(PersonStatuses), typeof(Cause), typeof(Directness), typeof(Fate), typeof(Tie), typeof(TieKind), typeof(Certainty),
        typeof(Verification), typeof(Publication), typeof(WithholdingReason), typeof(DistinctPeople),
    ];

    /// <summary>What is counted from records of people: a toll with its unknowns, and who is on which lists.</summary>
    private static readonly Type[] PeopleCounted =
    [
        typeof(PersonKey), typeof(PeopleTolls), typeof(ListedToll), typeof(ListedToll.Unanswered), typeof(ListOverlap),
        typeof(ListOverlap.Pattern),
    ];

    /// <summary>Proposals that two records are of one person: the question, the answers, and how they are said.</summary>
    private static readonly Type[] Matching =
    [
        typeof(PeopleMatching), typeof(PersonProposals), typeof(PersonProposals.SamePerson), typeof(PersonProposals.SharedId),
        typeof(PersonProposals.Reason), typeof(ComparedField), typeof(Agreement), typeof(ProposalStrength),
        typeof(IncidentMatching), typeof(MatchProposals), typeof(MatchProposal), typeof(MatchRules), typeof(MatchTaxonomy),
        typeof(MatchReason), typeof(MatchCriterion), typeof(MatchVerdict), typeof(DistinctEvents), typeof(MatchDecision),
    ];

    /// <summary>Who is on which of several lists, as the table that estimates of the unseen start from.</summary>
    private static readonly Type[] Captures =
        [typeof(CaptureTable), typeof(CaptureTable.Cell), typeof(CaptureRange), typeof(CaptureFormatException)];

    /// <summary>Tallies that replace one another: a chain, its steps, and each figure in them.</summary>
    private static readonly Type[] Chains = [typeof(TallyChain), typeof(TallyChain.Step), typeof(TallyChain.Figure)];

    /// <summary>A vintage is said with the cells of a row that was read, so it is of the vocabulary.</summary>
    private static readonly Type[] OfVintages = [typeof(Vintage)];

    /// <summary>What changed between two vintages as a document of its own kind: its members, a line of its account, its file.</summary>
    private static readonly Type[] Log =
        [typeof(RevisionLog), typeof(RevisionLog.Value), typeof(RevisionLog.Entry), typeof(RevisionLogJson)];

    /// <summary>How values and records stand in JSON: public, so that a consumer's source generator can name them.</summary>
    private static readonly Type[] Converters =
    [
        typeof(IRecord<>), typeof(RecordConverter<>), typeof(ValueConverter<>), typeof(IdConverter<>), typeof(EnumConverter<>),
        typeof(ValueListConverter), typeof(NoJsonConverter), typeof(ConflictModelJson),
        .. Types.Where(type => type.IsNested && type.Name == "JsonConverter"),
    ];

    /// <summary>How configuration and property grids turn text into ids.</summary>
    private static readonly Type[] TypeConverters = [typeof(IdTypeConverter<>)];

    /// <summary>The second form of a data set's file: a record a line.</summary>
    private static readonly Type[] Lines = [typeof(DatasetNdjson)];

    /// <summary>Incidents as plain tables, which other engines sum: their cells, their columns, and what makes them.</summary>
    private static readonly Type[] PlainTables =
    [
        typeof(PlainTable), typeof(PlainSchema), typeof(PlainColumn), typeof(PlainType), typeof(PieceSchema), typeof(PieceTables),
        typeof(PieceTabulation), typeof(PieceFormatException),
    ];

    /// <summary>The same asked in databases: whose SQL, where the tables are, the statement, and what asks.</summary>
    private static readonly Type[] Databases =
        [typeof(SqlDialect), typeof(SqlTables), typeof(SqlQuery), typeof(IncidentQuerySql), typeof(PlainSchemaSql)];

    /// <summary>Many incidents taken at once: a column for each thing that is said of them.</summary>
    private static readonly Type[] Batches = [typeof(IncidentBatch)];

    /// <summary>Concepts that the record gained after the house was built, each of them a type that nothing else could be.</summary>
    private static readonly Type[] Gained =
    [
        typeof(AgeGroup), typeof(ControlExtent), typeof(Occasion), typeof(ReconciledTally.Certain), typeof(ReconciliationSizeException),
        .. People, .. PeopleCounted, .. Matching, .. Captures, .. Chains, .. OfVintages, .. Converters, .. TypeConverters, .. Lines,
        .. PlainTables, .. Databases, .. Batches,
    ];

    /// <summary>
    /// Vintages compared: a comparison, what it tells and what it is asked, and how the records of any format come to it.
    /// </summary>
    private static readonly Type[] Vintages = [.. Types.Where(type => type.Namespace == typeof(VintageComparison).Namespace)];

    /// <summary>
    /// What vintages gained since: a record that its source says it deleted is none that vanished, and the records of two vintages are
    /// held once, each side taking its own.
    /// </summary>
    private static readonly Type[] VintagesGained = [typeof(Tombstone), typeof(VintageRecords.Side)];

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(ConflictDataset).Assembly.GeneratePublicApi(new()
        {
            ExcludeAttributes = ["System.Runtime.Versioning.TargetFrameworkAttribute", "System.Reflection.AssemblyMetadataAttribute"],
        }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(Committed, surface);
        }

        surface.Should().Be(File.ReadAllText(Committed));
    }

    [Fact]
    public void There_are_at_most_165_public_types_with_nested_ones_and_those_gained_since() =>
        Types.Except(Gained).Except(Vintages).Should().HaveCountLessThanOrEqualTo(165);

    [Fact]
    public void Vintages_have_at_most_24_public_types_with_nested_ones_and_those_gained_since() =>
        Vintages.Except(VintagesGained).Except(Log).Should().HaveCountLessThanOrEqualTo(24);

    [Fact]
    public void Tables_have_at_most_22_public_types() =>
        Types.Except(Converters).Except(PlainTables).Except(Databases).Except(Batches)
            .Where(type => type.Namespace == "ConflictModel.Aggregation").Should().HaveCountLessThanOrEqualTo(22);

    [Fact]
    public void The_vocabulary_has_at_most_80_public_types_and_those_of_people_vintages_and_json() =>
        Types.Except(People).Except(OfVintages).Except(Converters).Where(type => type.Namespace == nameof(ConflictModel))
            .Should().HaveCountLessThanOrEqualTo(80);
}
