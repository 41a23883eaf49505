using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Revisions;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization.Anywhere;

/// <summary>Somebody else's record that holds values of ours.</summary>
internal sealed record Casefile
{
    public required string Title { get; init; }

    public Estimate Dead { get; init; }

    public Estimate? Wounded { get; init; }

    public ActorId? By { get; init; }

    public ActorId Owner { get; init; }

    public Harm Harm { get; init; }

    public AttributionStatus Status { get; init; }

    public ReportedDate Date { get; init; }

    public UncertainDate? Until { get; init; }

    public LocalizedText Name { get; init; }

    public Age Age { get; init; }

    public Coordinates? Where { get; init; }

    public ExtensionData Extra { get; init; }

    public Vintage? Vintage { get; init; }

    public Bounds Bounds { get; init; }

    public FigurePath Path { get; init; }

    public JsonPointer Pointer { get; init; }

    public GroupKey? Key { get; init; }

    public Measure Measure { get; init; }

    public ValueList<Harm> Harms { get; init; }

    public ValueList<Incident> Incidents { get; init; }

    public ValueList<Finding> Findings { get; init; }

    public Toll? Toll { get; init; }

    public ConflictDataset? Dataset { get; init; }

    public RevisionLog? Log { get; init; }

    public ValueList<RevisionLog.Value> Group { get; init; }

    public Reattribution.Year? Year { get; init; }

    public Dictionary<ActorId, Estimate> ByActor { get; init; } = [];

    public Dictionary<Harm, Toll> ByHarm { get; init; } = [];

    public RegionId[] Regions { get; init; } = [];

    public List<ReportedDate?> Dates { get; init; } = [];
}

/// <summary>A consumer's source generator, told of the data set alone.</summary>
[JsonSerializable(typeof(ConflictDataset))]
internal sealed partial class DatasetContext : JsonSerializerContext;

/// <summary>A consumer's source generator, told of a record of its own alone, with the names that the web has.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Casefile))]
internal sealed partial class CasefileContext : JsonSerializerContext;
