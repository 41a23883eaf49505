using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Casualties>))]
public sealed partial record Casualties : IRecord<Casualties>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Casualties()
    {
    }

    [SetsRequiredMembers]
    private Casualties(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "killed":
                    Killed = Json.Read<Toll>(ref json);
                    break;
                case "wounded":
                    Wounded = Json.Read<Toll>(ref json);
                    break;
                case "killedOrWounded":
                    KilledOrWounded = Json.Read<Toll>(ref json);
                    break;
                case "missing":
                    Missing = Json.Read<Toll>(ref json);
                    break;
                case "detained":
                    Detained = Json.Read<Toll>(ref json);
                    break;
                case "abducted":
                    Abducted = Json.Read<Toll>(ref json);
                    break;
                case "displaced":
                    Displaced = Json.Read<Toll>(ref json);
                    break;
            }
        }
    }

    static Casualties IRecord<Casualties>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Casualties>.Show<TVisitor>(Casualties record, ref TVisitor members)
    {
        members.Optional("killed", record.Killed);
        members.Optional("wounded", record.Wounded);
        members.Optional("killedOrWounded", record.KilledOrWounded);
        members.Optional("missing", record.Missing);
        members.Optional("detained", record.Detained);
        members.Optional("abducted", record.Abducted);
        members.Optional("displaced", record.Displaced);
    }
}
