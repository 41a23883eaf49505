using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>The columns of a <see cref="PlainTable"/>, in order.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PlainSchema
{
    /// <summary>The name of the table.</summary>
    public required string Name { get; init; }

    /// <summary>What a row is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The columns.</summary>
    public required ValueList<PlainColumn> Columns { get; init; }

    /// <summary>The place of a column; -1 if there is none of the name.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The table and its columns: <c>members (actor, member)</c>.</summary>
    public override string ToString() => $"{Name} ({string.Join(", ", Columns.Select(column => column.Name))})";
}
