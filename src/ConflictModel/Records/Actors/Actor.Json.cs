using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Actor>))]
public sealed partial record Actor : IRecord<Actor>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Actor()
    {
    }

    [SetsRequiredMembers]
    private Actor(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<ActorId>(ref json);
                    break;
                case "name":
                    Name = Json.Read<LocalizedText>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<ActorKind>(ref json);
                    break;
                case "aliases":
                    Aliases = Json.Read<ValueList<LocalizedText>>(ref json);
                    break;
                case "externalIds":
                    ExternalIds = Json.Read<ValueList<ExternalId>>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static Actor IRecord<Actor>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Actor>.Show<TVisitor>(Actor record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("name", record.Name);
        members.Required("kind", record.Kind);
        members.Optional("aliases", record.Aliases);
        members.Optional("externalIds", record.ExternalIds);
        members.Optional("extensions", record.Extensions);
    }
}
