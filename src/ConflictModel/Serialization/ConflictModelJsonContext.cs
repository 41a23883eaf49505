using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>What the source generator knows of the entities; <see cref="DatasetJson"/> sets the rules.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(ValueListConverter<Source>), typeof(ValueListConverter<Actor>), typeof(ValueListConverter<Affiliation>),
        typeof(ValueListConverter<Region>), typeof(ValueListConverter<Incident>), typeof(ValueListConverter<Tally>),
        typeof(ValueListConverter<Claim>), typeof(ValueListConverter<Strength>), typeof(ValueListConverter<Control>),
        typeof(ValueListConverter<Statement>), typeof(ValueListConverter<Resolution>), typeof(ValueListConverter<PeaceProcess>),
        typeof(ValueListConverter<Report>), typeof(ValueListConverter<Involvement>), typeof(ValueListConverter<Attribution>),
        typeof(ValueListConverter<Breakdown>), typeof(ValueListConverter<Part>), typeof(ValueListConverter<FigureReference>),
        typeof(ValueListConverter<Person>), typeof(ValueListConverter<PersonName>), typeof(ValueListConverter<Tie>),
        typeof(ValueListConverter<Citation>), typeof(ValueListConverter<Provision>), typeof(ValueListConverter<Round>),
        typeof(ValueListConverter<ExternalId>),
        typeof(ValueListConverter<LocalizedText>), typeof(ValueListConverter<string>),
        typeof(ValueListConverter<ActorId>), typeof(ValueListConverter<RegionId>), typeof(ValueListConverter<IncidentId>),
        typeof(ValueListConverter<TallyId>), typeof(ValueListConverter<ResolutionId>),
        typeof(ValueListConverter<PersonId>),
        typeof(IdConverter<SourceId>), typeof(IdConverter<ActorId>), typeof(IdConverter<RegionId>), typeof(IdConverter<IncidentId>),
        typeof(IdConverter<TallyId>), typeof(IdConverter<ClaimId>), typeof(IdConverter<StatementId>),
        typeof(IdConverter<ResolutionId>), typeof(IdConverter<PeaceProcessId>), typeof(IdConverter<PersonId>),
        typeof(EnumConverter<SourceKind>), typeof(EnumConverter<BasisKind>), typeof(EnumConverter<ActorKind>),
        typeof(EnumConverter<AffiliationKind>), typeof(EnumConverter<RegionKind>), typeof(EnumConverter<CivilianStatus>),
        typeof(EnumConverter<AgeGroup>), typeof(EnumConverter<Sex>), typeof(EnumConverter<Axis>), typeof(EnumConverter<BreakdownKind>),
        typeof(EnumConverter<Reading>), typeof(EnumConverter<IncidentKind>), typeof(EnumConverter<InvolvementRole>),
        typeof(EnumConverter<AttributionStatus>), typeof(EnumConverter<PlacePrecision>),
        typeof(EnumConverter<ControlExtent>), typeof(EnumConverter<Harm>), typeof(EnumConverter<NameKind>),
        typeof(EnumConverter<Identification>), typeof(EnumConverter<PersonStatus>), typeof(EnumConverter<Cause>),
        typeof(EnumConverter<Directness>), typeof(EnumConverter<Fate>), typeof(EnumConverter<TieKind>), typeof(EnumConverter<Certainty>),
        typeof(EnumConverter<Verification>), typeof(EnumConverter<Publication>), typeof(EnumConverter<WithholdingReason>),
        typeof(AgeConverter),
        typeof(EstimateConverter), typeof(LocalizedTextConverter), typeof(ReportedDateConverter), typeof(CoordinatesConverter),
        typeof(OriginalColumnsConverter), typeof(VintageConverter), typeof(ExtensionDataConverter),
    ])]
[JsonSerializable(typeof(ConflictDataset))]
[JsonSerializable(typeof(Source))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(Affiliation))]
[JsonSerializable(typeof(Region))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Strength))]
[JsonSerializable(typeof(Control))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(PeaceProcess))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Involvement))]
[JsonSerializable(typeof(Attribution))]
[JsonSerializable(typeof(Breakdown))]
[JsonSerializable(typeof(Part))]
[JsonSerializable(typeof(FigureReference))]
[JsonSerializable(typeof(PersonName))]
[JsonSerializable(typeof(Tie))]
[JsonSerializable(typeof(Citation))]
[JsonSerializable(typeof(Provision))]
[JsonSerializable(typeof(Round))]
[JsonSerializable(typeof(ExternalId))]
[JsonSerializable(typeof(LocalizedText))]
[JsonSerializable(typeof(ActorId))]
[JsonSerializable(typeof(RegionId))]
[JsonSerializable(typeof(IncidentId))]
[JsonSerializable(typeof(TallyId))]
[JsonSerializable(typeof(ResolutionId))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(string))]
internal sealed partial class ConflictModelJsonContext : JsonSerializerContext;
