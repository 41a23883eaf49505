using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>What the source generator knows of a revision log; <see cref="RevisionLogJson"/> sets the rules.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(RevisionLogConverters.GroupConverter),
        typeof(RevisionLogConverters.WholeNumberConverter<long>), typeof(RevisionLogConverters.WholeNumberConverter<int>),
        typeof(RevisionLogConverters.CountsConverter), typeof(RevisionLogConverters.MoveConverter),
        typeof(RevisionLogConverters.ReattributionConverter),
        typeof(RevisionLogConverters.TombstoneConverter),
    ])]
[JsonSerializable(typeof(RevisionLog))]
[JsonSerializable(typeof(RevisionLog.Entry))]
[JsonSerializable(typeof(RecordMove))]
[JsonSerializable(typeof(Reattribution))]
[JsonSerializable(typeof(Revision))]
[JsonSerializable(typeof(FieldChange))]
[JsonSerializable(typeof(GroupKey))]
[JsonSerializable(typeof(RangeFigure))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(RevisionLogForms.CountsForm))]
[JsonSerializable(typeof(RevisionLogForms.MoveForm))]
[JsonSerializable(typeof(RevisionLogForms.ReattributionForm))]
[JsonSerializable(typeof(RevisionLogForms.YearForm))]
[JsonSerializable(typeof(Tombstone))]
[JsonSerializable(typeof(RevisionLogForms.TombstoneForm))]
internal sealed partial class RevisionLogJsonContext : JsonSerializerContext;
