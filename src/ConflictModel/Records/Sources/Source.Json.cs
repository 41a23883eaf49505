using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Source>))]
public sealed partial record Source : IRecord<Source>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Source()
    {
    }

    [SetsRequiredMembers]
    private Source(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<SourceId>(ref json);
                    break;
                case "name":
                    Name = Json.Read<LocalizedText>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<SourceKind>(ref json);
                    break;
                case "aliases":
                    Aliases = Json.Read<ValueList<LocalizedText>>(ref json);
                    break;
                case "url":
                    Url = Json.Read<string>(ref json);
                    break;
                case "note":
                    Note = Json.Read<string>(ref json);
                    break;
                case "columns":
                    Columns = Json.Read<ValueList<string>>(ref json);
                    break;
                case "columnTags":
                    ColumnTags = Json.Read<ValueList<string>>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static Source IRecord<Source>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Source>.Show<TVisitor>(Source record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("name", record.Name);
        members.Optional("kind", record.Kind);
        members.Optional("aliases", record.Aliases);
        members.Optional("url", record.Url);
        members.Optional("note", record.Note);
        members.Optional("columns", record.Columns);
        members.Optional("columnTags", record.ColumnTags);
        members.Optional("extensions", record.Extensions);
    }
}
