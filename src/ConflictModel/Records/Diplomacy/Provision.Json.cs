using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Provision>))]
public sealed partial record Provision : IRecord<Provision>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Provision()
    {
    }

    [SetsRequiredMembers]
    private Provision(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "verb":
                    Verb = Json.Read<string>(ref json);
                    break;
                case "addressee":
                    Addressee = Json.Read<string>(ref json);
                    break;
                case "actors":
                    Actors = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "act":
                    Act = Json.Read<string>(ref json);
                    break;
                case "particulars":
                    Particulars = Json.Read<ValueList<string>>(ref json);
                    break;
                case "urgency":
                    Urgency = Json.Read<string>(ref json);
                    break;
                case "target":
                    Target = Json.Read<ReportedDate>(ref json);
                    break;
            }
        }
    }

    static Provision IRecord<Provision>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Provision>.Show<TVisitor>(Provision record, ref TVisitor members)
    {
        members.Required("verb", record.Verb);
        members.Optional("addressee", record.Addressee);
        members.Optional("actors", record.Actors);
        members.Required("act", record.Act);
        members.Optional("particulars", record.Particulars);
        members.Optional("urgency", record.Urgency);
        members.Optional("target", record.Target);
    }
}
