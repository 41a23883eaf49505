using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>A change of one cell of a row.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Column">The column, as the file spells it.</param>
/// <param name="Was">The cell's text before.</param>
/// <param name="Is">Its text after.</param>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record CellChange(string Column, string Was, string Is)
{
    /// <summary>What the cell becomes: <c>low = 3</c>.</summary>
    public override string ToString() => $"{Column} = {Is}";
}
