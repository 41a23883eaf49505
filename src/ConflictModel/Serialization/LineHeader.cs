using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>The first line of records line by line: what the file is, and what is said of the data set as a whole.</summary>
[JsonConverter(typeof(RecordConverter<LineHeader>))]
internal sealed record LineHeader : IRecord<LineHeader>
{
    /// <summary>What the member <c>kind</c> says.</summary>
    public const string Kind = "records";

    public LineHeader()
    {
    }

    private LineHeader(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "schemaVersion":
                    FormatVersion.Check(ref json, FormatVersion.OfDataset);
                    break;
                case "kind":
                    if (Json.Read<string>(ref json) != Kind)
                    {
                        throw new JsonException($"The kind of a file of records is \"{Kind}\".");
                    }

                    break;
                case "title":
                    Title = Json.Read<string>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    public string? Title { get; init; }

    public ExtensionData Extensions { get; init; }

    static LineHeader IRecord<LineHeader>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<LineHeader>.Show<TVisitor>(LineHeader record, ref TVisitor members)
    {
        members.Required("schemaVersion", FormatVersion.OfDataset);
        members.Required("kind", Kind);
        members.Optional("title", record.Title);
        members.Optional("extensions", record.Extensions);
    }
}
