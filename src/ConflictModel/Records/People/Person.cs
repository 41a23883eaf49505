namespace ConflictModel;

/// <summary>One person in a record of people: who was killed, is missing or was harmed otherwise, as far as it is known.</summary>
/// <remarks>
/// <para>
/// <see cref="Victims"/> are a group, a person is one. Two records are one person only if <see cref="SameAs"/> says so; pairs that nobody
/// has decided stand in <see cref="MayBeSameAs"/>, and counts of distinct people are a range where there are any. Nothing is guessed.
/// </para>
/// <para>
/// Equality is by content and order. The record holds everything, whatever <see cref="Publication"/> says:
/// <see cref="ConflictDataset.ForPublication"/> leaves out what may not be told. Its text (<see cref="ToString"/>) names nobody.
/// </para>
/// </remarks>
public sealed partial record Person
{
    /// <summary>The person's id.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The incident in which the person was harmed; null if none is named.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The published total that the person is listed under; null if none is named.</summary>
    public TallyId? Tally { get; init; }

    /// <summary>What was done to the person. One record is of one harm; missing is not dead.</summary>
    public required Harm Harm { get; init; }

    /// <summary>All names, in every script and spelling that a source gives; empty if none is known.</summary>
    public ValueList<PersonName> Names { get; init; }

    /// <summary>Whether it is known who the person is.</summary>
    public Identification Identification { get; init; }

    /// <summary>The age at the event; the default is not said.</summary>
    public Age Age { get; init; }

    /// <summary>The age group, where a source gives it; <see cref="AgeGroup.Any"/> if none does.</summary>
    public AgeGroup AgeGroup { get; init; }

    /// <summary>The sex; <see cref="Sex.Any"/> if it is not said.</summary>
    public Sex Sex { get; init; }

    /// <summary>The person's status under the law of armed conflict, as the record has it.</summary>
    public PersonStatus Status { get; init; }

    /// <summary>The actor that the person belonged to; null if none is named.</summary>
    public ActorId? MemberOf { get; init; }

    /// <summary>The person's rank, in the source's words; null if none is given.</summary>
    public string? Rank { get; init; }

    /// <summary>What the person did for a living, in the source's words; null if it is not said.</summary>
    public string? Occupation { get; init; }

    /// <summary>When the person was born; null if it is not known.</summary>
    public ReportedDate? Born { get; init; }

    /// <summary>
    /// When the person died, went missing or was harmed otherwise; null if it is known no closer than the incident is.
    /// </summary>
    public ReportedDate? Date { get; init; }

    /// <summary>Where the person was harmed; null if it is known no closer than the incident is.</summary>
    public Place? Place { get; init; }

    /// <summary>By what the person was killed or harmed.</summary>
    public Cause Cause { get; init; }

    /// <summary>The same in the source's own words ("sniper fire"); null if there are none.</summary>
    public string? CauseWording { get; init; }

    /// <summary>Whether the harm was done by the fighting itself.</summary>
    public Directness Directness { get; init; }

    /// <summary>What became of a person who went missing, was detained or was abducted.</summary>
    public Fate Fate { get; init; }

    /// <summary>Where the person or the remains are, in the source's words; null if that is not known.</summary>
    public string? Whereabouts { get; init; }

    /// <summary>The people of the data set to whom the person is tied.</summary>
    public ValueList<Tie> Ties { get; init; }

    /// <summary>Who lists the person; several sources stand side by side.</summary>
    public ValueList<Citation> Citations { get; init; }

    /// <summary>
    /// How far the record is verified. The grade of a source on a scheme of its own is another thing: <see cref="Grade"/>.
    /// </summary>
    public Verification Verification { get; init; }

    /// <summary>How many sources, independent of each other, bear the record out; empty if that is not said.</summary>
    public Estimate IndependentSources { get; init; }

    /// <summary>How much of the record may be published.</summary>
    public Publication Publication { get; init; }

    /// <summary>Why it may not all be published.</summary>
    public WithholdingReason WithheldBecause { get; init; }

    /// <summary>What else is to be said, in the recorder's own words; null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Other records of the same person, as somebody decided. The relation goes both ways and on: one side may say it.</summary>
    public ValueList<PersonId> SameAs { get; init; }

    /// <summary>Records that may be of the same person: nobody has decided. The relation goes both ways: one side may say it.</summary>
    public ValueList<PersonId> MayBeSameAs { get; init; }

    /// <summary>What other systems call the person.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; }

    /// <summary>Other people's data about the person.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>The group of victims that the person is one of, in the words that breakdowns of casualties have.</summary>
    /// <returns>
    /// The actor, the status as <see cref="PersonStatuses.ToCivilianStatus"/> has it, the sex and the age group: the one that is given, or
    /// else the one that the age settles. Whoever is not identified, and of no known status, is <see cref="CivilianStatus.Unidentified"/>.
    /// </returns>
    public Victims ToVictims() => new()
    {
        Actors = MemberOf is { } actor ? [actor] : default,
        Status = Status == PersonStatus.Unknown && Identification == Identification.Unidentified
            ? CivilianStatus.Unidentified
            : Status.ToCivilianStatus(),
        Age = AgeGroup == AgeGroup.Any ? Age.Group : AgeGroup,
        Sex = Sex,
    };

    /// <summary>The id where the person may be named, and no more: a record gets into logs and messages by its text.</summary>
    public override string ToString() => Publication == Publication.Public ? $"Person {Id}" : "Person (withheld)";
}
