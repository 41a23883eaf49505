namespace ConflictModel.Validation;

/// <summary>The codes of findings. A code keeps its meaning from version to version; its message may be reworded.</summary>
public static class FindingCodes
{
    /// <summary>Two records of one kind bear the same id.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>An id that no record of the data set bears.</summary>
    public const string DanglingReference = "dangling-reference";

    /// <summary>A claim points at a figure that is not there.</summary>
    public const string DanglingFigure = "dangling-figure";

    /// <summary>
    /// A value that no file can hold: an id that is the default value, a number that is no member of its enumeration, a name without a
    /// text.
    /// </summary>
    public const string NotWritable = "not-writable";

    /// <summary>A part says nothing on the axis of its breakdown.</summary>
    public const string MissingCategory = "missing-category";

    /// <summary>A breakdown nests deeper than the arithmetic goes.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>Reported figures that can't all be true.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>One count has more contradictions than are told.</summary>
    public const string FurtherContradictions = "further-contradictions";

    /// <summary>Figures that are odd as published: a low above a high, a best outside its bounds, bests that don't add up.</summary>
    public const string OddFigure = "odd-figure";

    /// <summary>A headline lays more to an actor than its own parts allow.</summary>
    public const string LooseAttribution = "loose-attribution";

    /// <summary>
    /// Harms of one report that can't all be true: killed or wounded are fewer than the killed or the wounded, or more than both together.
    /// </summary>
    public const string HarmsContradict = "harms-contradict";

    /// <summary>Killed or wounded are fewer than the killed and the wounded together: some may have been wounded and then died.</summary>
    public const string HarmsOverlap = "harms-overlap";

    /// <summary>A region lies within itself.</summary>
    public const string RegionCycle = "region-cycle";

    /// <summary>A claim, to be read beside its figures.</summary>
    public const string ClaimBesideFigures = "claim-beside-figures";

    /// <summary>A confidence level where none may be, or one that is no level.</summary>
    public const string OddLevel = "odd-level";

    /// <summary>An incident is part of itself, by way of those that it is part of.</summary>
    public const string IncidentCycle = "incident-cycle";

    /// <summary>A tally replaces itself, by way of those that it replaces.</summary>
    public const string TallyCycle = "tally-cycle";

    /// <summary>An actor is a part, a proxy or a successor of itself, by way of links that hold on one day or bear no date.</summary>
    public const string AffiliationCycle = "affiliation-cycle";

    /// <summary>A tally says what was counted as of a day before its period begins.</summary>
    public const string AsOfBeforePeriod = "as-of-before-period";

    /// <summary>
    /// Reports of one event that no count satisfies, or of an event and of parts of it with more people: an error in one source's own
    /// words, a warning between carriers of one source, information between sources, and where a source said it later.
    /// </summary>
    public const string ReportsDiffer = "reports-differ";

    /// <summary>A running total that is lower than the one it goes on from: it may be a revision.</summary>
    public const string CumulativeFall = "cumulative-fall";

    /// <summary>
    /// A running total rises by another number than the source's own figures of the days between: it may be a revision.
    /// </summary>
    public const string IncrementDiffers = "increment-differs";

    /// <summary>
    /// The incidents or smaller tallies that are certainly in a tally's scope hold more than its total: an error in one source's own words,
    /// a warning between carriers of one source, information between sources.
    /// </summary>
    public const string ExceedsTally = "exceeds-tally";

    /// <summary>
    /// So many tallies and incidents lie within one another that not all totals were held against what lies in their scopes.
    /// </summary>
    public const string NotCompared = "not-compared";

    /// <summary>A list of people has more distinct people than a report of the same incident or total counts at most, in all or in a part
    /// that they are known to be in: an error in one source's own words, a warning between carriers of one source, information between
    /// sources and where the list is later.</summary>
    public const string ListExceedsCount = "list-exceeds-count";

    /// <summary>A count that rests on a list of names, in all or in a part, and its list has fewer, even with all who may be
    /// in it.</summary>
    public const string NamedListDiffers = "named-list-differs";

    /// <summary>Fewer people are listed than a report counts at least, in all, or in a part by more than in all.</summary>
    public const string ListedInPart = "listed-in-part";

    /// <summary>An age that nobody reaches, whose least is above its greatest, or that nobody born on such a day was on the day of the
    /// harm.</summary>
    public const string ImpossibleAge = "impossible-age";

    /// <summary>A person of another age group than the age says, or the days of birth and harm.</summary>
    public const string AgeGroupDiffers = "age-group-differs";

    /// <summary>A person who was harmed before being born.</summary>
    public const string BeforeBirth = "before-birth";

    /// <summary>
    /// What is said of one person can't be so at once: killed and alive; killed and missing, which weighs as any two accounts do.
    /// </summary>
    public const string HarmsExclude = "harms-exclude";

    /// <summary>
    /// A person who was harmed certainly outside the place or the days of the incident; information of one who died after it.
    /// </summary>
    public const string OutsideIncident = "outside-incident";

    /// <summary>A record that is said to be corroborated, by fewer than two independent sources.</summary>
    public const string FewSources = "few-sources";

    /// <summary>A word of a list of people that was not understood: its field is unknown.</summary>
    public const string UnreadWord = "unread-word";

    /// <summary>An incident or a record of a person that is said to be the same as itself.</summary>
    public const string SameAsItself = "same-as-itself";

    /// <summary>Two records that are said to be of one event, and that one source reports apart from each other.</summary>
    public const string SourceTwice = "source-twice";

    /// <summary>Two records that were decided to be of two events, and are said to be of one.</summary>
    public const string DecidedApart = "decided-apart";

    /// <summary>Two records that were decided to be of one event, and are counted as two.</summary>
    public const string DecisionNotLinked = "decision-not-linked";

    /// <summary>Records of people that are said to be of one person, and to be undecided.</summary>
    public const string AlreadyDecided = "already-decided";

    /// <summary>A person who is tied to the same person.</summary>
    public const string TiedToItself = "tied-to-itself";

    /// <summary>People who are parents or grandparents of their own parents or grandparents.</summary>
    public const string TieCycle = "tie-cycle";
}
