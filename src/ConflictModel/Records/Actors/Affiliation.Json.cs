using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Affiliation>))]
public sealed partial record Affiliation : IRecord<Affiliation>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Affiliation()
    {
    }

    [SetsRequiredMembers]
    private Affiliation(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "actor":
                    Actor = Json.Read<ActorId>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<AffiliationKind>(ref json);
                    break;
                case "to":
                    To = Json.Read<ActorId>(ref json);
                    break;
                case "period":
                    Period = Json.Read<ReportedDate>(ref json);
                    break;
                case "regions":
                    Regions = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "against":
                    Against = Json.Read<ValueList<ActorId>>(ref json);
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

    static Affiliation IRecord<Affiliation>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Affiliation>.Show<TVisitor>(Affiliation record, ref TVisitor members)
    {
        members.Required("actor", record.Actor);
        members.Required("kind", record.Kind);
        members.Required("to", record.To);
        members.Optional("period", record.Period);
        members.Optional("regions", record.Regions);
        members.Optional("against", record.Against);
        members.Optional("citation", record.Citation);
        members.Optional("extensions", record.Extensions);
    }
}
