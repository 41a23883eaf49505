using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<PeaceProcess>))]
public sealed partial record PeaceProcess : IRecord<PeaceProcess>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public PeaceProcess()
    {
    }

    [SetsRequiredMembers]
    private PeaceProcess(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<PeaceProcessId>(ref json);
                    break;
                case "name":
                    Name = Json.Read<LocalizedText>(ref json);
                    break;
                case "place":
                    Place = Json.Read<string>(ref json);
                    break;
                case "began":
                    Began = Json.Read<ReportedDate>(ref json);
                    break;
                case "establishedBy":
                    EstablishedBy = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "parties":
                    Parties = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "rounds":
                    Rounds = Json.Read<ValueList<Round>>(ref json);
                    break;
                case "outcome":
                    Outcome = Json.Read<string>(ref json);
                    break;
                case "citation":
                    Citation = Json.Read<Citation>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static PeaceProcess IRecord<PeaceProcess>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<PeaceProcess>.Show<TVisitor>(PeaceProcess record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("name", record.Name);
        members.Optional("place", record.Place);
        members.Optional("began", record.Began);
        members.Optional("establishedBy", record.EstablishedBy);
        members.Optional("parties", record.Parties);
        members.Optional("rounds", record.Rounds);
        members.Optional("outcome", record.Outcome);
        members.Required("citation", record.Citation);
        members.Optional("extensions", record.Extensions);
    }
}
