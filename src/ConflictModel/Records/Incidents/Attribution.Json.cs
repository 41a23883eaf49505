using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Attribution>))]
public sealed partial record Attribution : IRecord<Attribution>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Attribution()
    {
    }

    [SetsRequiredMembers]
    private Attribution(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "actors":
                    Actors = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "status":
                    Status = Json.Read<AttributionStatus>(ref json);
                    break;
                case "citation":
                    Citation = Json.Read<Citation>(ref json);
                    break;
            }
        }
    }

    static Attribution IRecord<Attribution>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Attribution>.Show<TVisitor>(Attribution record, ref TVisitor members)
    {
        members.Required("actors", record.Actors);
        members.Required("status", record.Status);
        members.Optional("citation", record.Citation);
    }
}
