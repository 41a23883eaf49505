using System.Text.Json.Nodes;
using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

/// <summary>Changes the values of a data set's file one by one, so that a test can ask who notices.</summary>
internal static class Alteration
{
    // The other members of the enumerations that have a name: what can stand in its place.
    private static readonly ILookup<string, string> Beside = (
        from type in typeof(ConflictDataset).Assembly.GetExportedTypes()
        where type.IsEnum && type.Namespace == nameof(ConflictModel)
        let names = Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName).ToArray()
        from name in names
        from other in names
        where other != name
        select (name, other)).ToLookup(pair => pair.name, pair => pair.other);

    /// <summary>For each value in the file that stands alone: its place, and the data set with another value there.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="wanted">Which places to change; null for all.</param>
    public static IEnumerable<(string Pointer, ConflictDataset Altered)> Of(ConflictDataset dataset, Func<string, bool>? wanted = null)
    {
        JsonObject file = JsonNode.Parse(DatasetJson.Write(dataset))!.AsObject();
        foreach (JsonNode leaf in Leaves(file).Where(leaf => leaf.GetPath() != "$.schemaVersion").ToList())
        {
            string pointer = leaf.GetPath().Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal)
                .Replace('[', '.').Replace("]", "", StringComparison.Ordinal).Replace('.', '/')[1..];
            if (wanted is not null && !wanted(pointer))
            {
                continue;
            }

            yield return (pointer, Altered(file, leaf, dataset)
                ?? throw new InvalidOperationException($"No other value can stand at {pointer}."));
        }
    }

    private static ConflictDataset? Altered(JsonObject file, JsonNode leaf, ConflictDataset dataset)
    {
        JsonNode here = leaf;
        foreach (JsonNode other in Others(leaf))
        {
            here.ReplaceWith(other);
            here = other.Parent is null ? Find(file, here) : other;
            try
            {
                ConflictDataset read = DatasetJson.Read(file.ToJsonString());
                if (read != dataset)
                {
                    here.ReplaceWith(leaf);
                    return read;
                }
            }
            catch (DatasetFormatException)
            {
                // This one may not stand there: the next.
            }
        }

        here.ReplaceWith(leaf);
        return null;
    }

    private static JsonNode Find(JsonObject file, JsonNode node) => Leaves(file).Single(leaf => ReferenceEquals(leaf, node));

    private static IEnumerable<JsonNode> Others(JsonNode leaf) => leaf.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String =>
            ((string[])[.. Beside[leaf.GetValue<string>()], leaf.GetValue<string>() + "x", "0999", "0999-01-01"])
                .Select(text => (JsonNode)JsonValue.Create(text)!),
        System.Text.Json.JsonValueKind.Number =>
            [JsonValue.Create(leaf.GetValue<decimal>() + 1), JsonValue.Create(leaf.GetValue<decimal>() / 2)],
        _ => [JsonValue.Create(leaf.GetValueKind() != System.Text.Json.JsonValueKind.True)],
    };

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)),
        _ => [node],
    };
}
