using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>How often one field was lost, over all incidents or people.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Field">The field, with <c>*</c> for any place in a list: <c>/involvements/*/role</c>; that of a person begins with
/// <c>/people/*</c>.</param>
/// <param name="Dropped">How often nothing of it is in the file.</param>
/// <param name="Changed">How often a reader gets something else.</param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct FieldLoss(string Field, long Dropped, long Changed);
