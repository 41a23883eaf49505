using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Involvement>))]
public sealed partial record Involvement : IRecord<Involvement>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Involvement()
    {
    }

    [SetsRequiredMembers]
    private Involvement(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "actor":
                    Actor = Json.Read<ActorId>(ref json);
                    break;
                case "role":
                    Role = Json.Read<InvolvementRole>(ref json);
                    break;
            }
        }
    }

    static Involvement IRecord<Involvement>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Involvement>.Show<TVisitor>(Involvement record, ref TVisitor members)
    {
        members.Required("actor", record.Actor);
        members.Required("role", record.Role);
    }
}
