namespace ConflictModel.Interchange;

/// <summary>A record of a person while the cells of its row are read.</summary>
internal sealed class PersonDraft
{
    public PersonId Id { get; set; }

    public IncidentId? Incident { get; set; }

    public TallyId? Tally { get; set; }

    /// <summary>What was done; the value zero, which is no harm, until it is said.</summary>
    public Harm Harm { get; set; }

    public List<PersonName> Names { get; } = [];

    public Identification Identification { get; set; }

    public Age Age { get; set; }

    public AgeGroup AgeGroup { get; set; }

    /// <summary>The age group that the word for the sex says; a column of age groups goes before it.</summary>
    public AgeGroup AgeBySex { get; set; }

    public Sex Sex { get; set; }

    public PersonStatus Status { get; set; }

    public ActorId? MemberOf { get; set; }

    public string? Rank { get; set; }

    public string? Occupation { get; set; }

    public ReportedDate? Born { get; set; }

    public ReportedDate? Date { get; set; }

    public Place? Place { get; set; }

    public Cause Cause { get; set; }

    public string? CauseWording { get; set; }

    public Directness Directness { get; set; }

    public Fate Fate { get; set; }

    public string? Whereabouts { get; set; }

    public ValueList<Citation> Citations { get; set; }

    public string? Url { get; set; }

    public Verification Verification { get; set; }

    public Estimate IndependentSources { get; set; }

    public Publication Publication { get; set; }

    public WithholdingReason WithheldBecause { get; set; }

    public string? Note { get; set; }

    public List<ExternalId> ExternalIds { get; } = [];

    public Person ToPerson(ExtensionData extensions) => new()
    {
        Id = Id,
        Incident = Incident,
        Tally = Tally,
        Harm = Harm,
        Names = Names.ToValueList(),
        Identification = Identification,
        Age = Age,
        AgeGroup = AgeGroup == AgeGroup.Any ? AgeBySex : AgeGroup,
        Sex = Sex,
        Status = Status,
        MemberOf = MemberOf,
        Rank = Rank,
        Occupation = Occupation,
        Born = Born,
        Date = Date,
        Place = Place,
        Cause = Cause,
        CauseWording = CauseWording,
        Directness = Directness,
        Fate = Fate,
        Whereabouts = Whereabouts,
        Citations = Url is null ? Citations : [Citations[0] with { Url = Url }],
        Verification = Verification,
        IndependentSources = IndependentSources,
        Publication = Publication,
        WithheldBecause = WithheldBecause,
        Note = Note,
        ExternalIds = ExternalIds.ToValueList(),
        Extensions = extensions,
    };
}
