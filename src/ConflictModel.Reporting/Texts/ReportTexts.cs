using ConflictModel.Time;

namespace ConflictModel.Reporting;

/// <summary>All that a report says in words of its own, in one language: a language that lacks a text does not compile.</summary>
/// <remarks>{0}, {1} and so on stand for what is put in; a language may turn their order.</remarks>
internal sealed record ReportTexts
{
    /// <summary>The language, as the page names it.</summary>
    public required string Language { get; init; }

    /// <summary>Whether it is written from right to left.</summary>
    public required bool IsRightToLeft { get; init; }

    /// <summary>The words for an age group and a sex; null if nothing is said of either.</summary>
    public required Func<AgeGroup, Sex, string?> AgeAndSex { get; init; }

    /// <summary>The words for the members of enumerations; those that files use, spelled out, for members that are not there.</summary>
    public required IReadOnlyDictionary<Enum, string> Members { get; init; }

    /// <summary>How time is cut: "by month".</summary>
    public required Func<BucketScheme, string> StepOf { get; init; }

    /// <summary>The words for low, best and high.</summary>
    public required Func<string, string> NameOfFigure { get; init; }

    /// <summary>The texts of a language by its BCP 47 tag: Arabic for "ar" and what is below it, else English.</summary>
    public static ReportTexts In(string language) =>
        language.Split('-')[0].Equals(ArabicTexts.All.Language, StringComparison.OrdinalIgnoreCase) ? ArabicTexts.All : EnglishTexts.All;

    public required Plural Incidents { get; init; }

    public required Plural Sources { get; init; }

    public required Plural Points { get; init; }

    public required Plural Records { get; init; }

    public required Plural Errors { get; init; }

    public required Plural Warnings { get; init; }

    public required Plural Notes { get; init; }

    // The page.
    public required string Untitled { get; init; }
    public required string Lead { get; init; }
    public required string Contents { get; init; }
    public required string Skip { get; init; }
    public required string Footer { get; init; }
    public required string AndMore { get; init; }
    public required string Table { get; init; }

    // Between words.
    public required string And { get; init; }
    public required string Comma { get; init; }
    public required string Semicolon { get; init; }
    public required string Stop { get; init; }
    public required string Quoted { get; init; }

    // Figures and dates.
    public required string NoFigure { get; init; }
    public required string AnyNumber { get; init; }
    public required string Range { get; init; }
    public required string OrMore { get; init; }
    public required string AtMost { get; init; }
    public required string Best { get; init; }
    public required string WithBest { get; init; }
    public required string WordsReadAs { get; init; }
    public required string DateUnknown { get; init; }
    public required string DateInWords { get; init; }
    public required string WithoutOneOf { get; init; }
    public required string FirstHalfOf { get; init; }
    public required string SecondHalfOf { get; init; }
    public required string SomeDayIn { get; init; }
    public required string Onwards { get; init; }
    public required string Until { get; init; }
    public required string EndNotSaid { get; init; }
    public required string StartNotSaid { get; init; }
    public required string Without { get; init; }
    public required string Kilometres { get; init; }

    // Who, by whom, who says so.
    public required string CarriedBy { get; init; }
    public required string SaidBy { get; init; }
    public required string RecordedBy { get; init; }
    public required string Vintage { get; init; }
    public required string By { get; init; }
    public required string Civilians { get; init; }
    public required string Combatants { get; init; }
    public required string Unidentified { get; init; }
    public required string Victims { get; init; }
    public required string InAll { get; init; }
    public required string Unstated { get; init; }
    public required string OthersUnstated { get; init; }
    public required string CanBeTheWorkOf { get; init; }
    public required string NotSaid { get; init; }

    // What may be quoted.
    public required string QuoteTitle { get; init; }
    public required string QuoteNone { get; init; }
    public required string QuoteTally { get; init; }
    public required string QuoteAttributed { get; init; }
    public required string QuoteLaidTo { get; init; }
    public required string QuoteUndescribed { get; init; }
    public required string QuoteIncidents { get; init; }
    public required string QuoteCivilians { get; init; }
    public required string QuoteContradicted { get; init; }
    public required string SourceLine { get; init; }
    public required string AsOf { get; init; }
    public required string ForPeriod { get; init; }
    public required string ShowArithmetic { get; init; }
    public required string ShowIncidents { get; init; }

    // The count.
    public required string CountTitle { get; init; }
    public required string CountLead { get; init; }
    public required string ColumnWho { get; init; }
    public required string ColumnSaid { get; init; }
    public required string ColumnFollows { get; init; }
    public required string ColumnOperations { get; init; }
    public required string ColumnBar { get; init; }
    public required string PeriodIs { get; init; }
    public required string PlaceIs { get; init; }
    public required string AttributedTo { get; init; }
    public required string OnlyOf { get; init; }
    public required string Replaces { get; init; }
    public required string RunningTotal { get; init; }
    public required string Graded { get; init; }
    public required string RestsOn { get; init; }
    public required string BesideTheTotal { get; init; }
    public required string MadeUpOf { get; init; }
    public required string Including { get; init; }
    public required string NobodyTwice { get; init; }
    public required string Inferred { get; init; }
    public required string CutShort { get; init; }
    public required string NotDerived { get; init; }
    public required string Derived { get; init; }
    public required string DerivedAtTheOutside { get; init; }
    public required string ReadAs { get; init; }
    public required string Exactly { get; init; }
    public required string AtLeastIs { get; init; }
    public required string AtMostIs { get; init; }
    public required string StepFrom { get; init; }
    public required string StepLess { get; init; }
    public required string NotExplained { get; init; }
    public required string Contradiction { get; init; }
    public required string ContradictionOfPeople { get; init; }
    public required string ContradictionOfOperations { get; init; }
    public required string RepairsWouldMend { get; init; }
    public required string Repair { get; init; }

    // When.
    public required string WhenTitle { get; init; }
    public required string WhenLead { get; init; }
    public required string WhenTooLong { get; init; }
    public required string WhenChoice { get; init; }
    public required string WhenSteps { get; init; }
    public required string WhenCumulative { get; init; }
    public required string WhenLegend { get; init; }
    public required string WhenOlder { get; init; }
    public required string MoreSources { get; init; }
    public required string WhenSummary { get; init; }
    public required string WhenUndated { get; init; }
    public required string WhenTable { get; init; }
    public required string WhenEmptyLeftOut { get; init; }
    public required string WhenDescribed { get; init; }
    public required string WhenDescribedSum { get; init; }
    public required string PerhapsIn { get; init; }
    public required string ColumnTime { get; init; }
    public required string ColumnIncidents { get; init; }
    public required string ColumnLow { get; init; }
    public required string ColumnBest { get; init; }
    public required string ColumnHigh { get; init; }
    public required string ColumnPerhaps { get; init; }

    // Where.
    public required string WhereTitle { get; init; }
    public required string WhereLead { get; init; }
    public required string WherePlaceless { get; init; }
    public required string WherePlacelessAll { get; init; }
    public required string WhereSummary { get; init; }
    public required string WhereMapPlain { get; init; }
    public required string WhereMapOutlined { get; init; }
    public required string WhereLegend { get; init; }
    public required string WhereDescribed { get; init; }
    public required string WhereAreas { get; init; }
    public required string WhereOutlined { get; init; }
    public required string WhereOutlinedOverlap { get; init; }
    public required string WherePoints { get; init; }
    public required string WherePointsOnMap { get; init; }
    public required string ColumnPlace { get; init; }
    public required string ColumnCertain { get; init; }

    // Who.
    public required string WhoTitle { get; init; }
    public required string WhoLead { get; init; }
    public required string WhoIncidents { get; init; }
    public required string WhoCaption { get; init; }
    public required string ColumnBy { get; init; }
    public required string TogetherOrOneOf { get; init; }
    public required string AccountsDiffer { get; init; }
    public required string InFightingOf { get; init; }
    public required string NotSaidByWhom { get; init; }
    public required string NotDescribed { get; init; }
    public required string OtherVictims { get; init; }

    // Doubts.
    public required string DoubtsTitle { get; init; }
    public required string FindingsTitle { get; init; }
    public required string FindingsSummary { get; init; }
    public required string ColumnFound { get; init; }
    public required string Proposed { get; init; }
    public required string ClaimsTitle { get; init; }
    public required string About { get; init; }
    public required string FigureBeside { get; init; }
    public required string Together { get; init; }
    public required string ReconciliationTitle { get; init; }
    public required string ColumnTotal { get; init; }
    public required string ColumnAccounted { get; init; }
    public required string ColumnUnaccounted { get; init; }
    public required string MoreThanTotal { get; init; }
    public required string RevisionsTitle { get; init; }
    public required string ColumnOlder { get; init; }
    public required string ColumnNewer { get; init; }
    public required string ColumnFigure { get; init; }
    public required string ColumnOld { get; init; }
    public required string ColumnSince { get; init; }
    public required string ColumnRevised { get; init; }
    public required string ColumnNew { get; init; }
    public required string Forks { get; init; }
    public required string Circle { get; init; }
    public required string GradesTitle { get; init; }
    public required string ColumnScheme { get; init; }
    public required string ColumnGrade { get; init; }
    public required string ColumnReports { get; init; }
    public required string LeftOutTitle { get; init; }
    public required string LeftOutNothing { get; init; }
    public required string LeftWithoutFigure { get; init; }
    public required string LeftUndated { get; init; }
    public required string LeftPlaceless { get; init; }
    public required string LeftWithheld { get; init; }
    public required string LeftNameWithheld { get; init; }

    // The diplomatic record.
    public required string DiplomacyTitle { get; init; }
    public required string TimeLine { get; init; }
    public required string TimeLineLead { get; init; }
    public required string ColumnWhat { get; init; }
    public required string ColumnWhen { get; init; }
    public required string ResolutionsTitle { get; init; }
    public required string ResolutionNumber { get; init; }
    public required string Adopted { get; init; }
    public required string NotAdopted { get; init; }
    public required string PresentedBy { get; init; }
    public required string Target { get; init; }
    public required string StatementsTitle { get; init; }
    public required string RefersTo { get; init; }
    public required string ProcessesTitle { get; init; }
    public required string BeganNamed { get; init; }
    public required string Since { get; init; }
    public required string EstablishedBy { get; init; }
    public required string Parties { get; init; }

    // The record itself.
    public required string RecordTitle { get; init; }
    public required string SameEventAs { get; init; }
    public required string DecidedOne { get; init; }
    public required string DecidedTwo { get; init; }
    public required string PartOfEvent { get; init; }
    public required string ReportsTogether { get; init; }
    public required string ReportsDisagree { get; init; }
    public required string YearOpen { get; init; }
    public required string ColumnIncident { get; init; }
    public required string ColumnWhere { get; init; }
    public required string ColumnHarmed { get; init; }
    public required string PeopleTitle { get; init; }
    public required string StrengthsTitle { get; init; }
    public required string ColumnActor { get; init; }
    public required string ColumnFighters { get; init; }
    public required string ColumnSource { get; init; }
    public required string ControlsTitle { get; init; }
    public required string ColumnNote { get; init; }
    public required string AllOf { get; init; }
    public required string PartsOf { get; init; }
    public required string SourcesTitle { get; init; }
    public required string ActorsTitle { get; init; }
    public required string RegionsTitle { get; init; }
    public required string ColumnName { get; init; }
    public required string ColumnOtherNames { get; init; }
    public required string ColumnKind { get; init; }
    public required string ColumnId { get; init; }
}
