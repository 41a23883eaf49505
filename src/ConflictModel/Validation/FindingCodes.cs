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

    /// <summary>A part says nothing on the axis of its breakdown.</summary>
    public const string MissingCategory = "missing-category";

    /// <summary>A breakdown nests deeper than the arithmetic goes.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>Reported figures that can't all be true.</summary>
    public const string Contradiction = "contradiction";

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
}
