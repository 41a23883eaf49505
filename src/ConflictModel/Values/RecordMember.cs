using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>A member of a record as it stands in a file.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Utf8Name">The same in UTF-8.</param>
/// <param name="IsRequired">Whether a file must have it.</param>
/// <param name="Converter">How its value stands there; null for one that is read and never written.</param>
/// <param name="MayBeNull">Whether it may stand there as null.</param>
internal sealed record RecordMember(string Name, byte[] Utf8Name, bool IsRequired, JsonConverter? Converter, bool MayBeNull = false);
