using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Incident>))]
public sealed partial record Incident : IRecord<Incident>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Incident()
    {
    }

    [SetsRequiredMembers]
    private Incident(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<IncidentId>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<IncidentKind>(ref json);
                    break;
                case "date":
                    Date = Json.Read<ReportedDate>(ref json);
                    break;
                case "place":
                    Place = Json.Read<Place>(ref json);
                    break;
                case "description":
                    Description = Json.Read<string>(ref json);
                    break;
                case "involvements":
                    Involvements = Json.Read<ValueList<Involvement>>(ref json);
                    break;
                case "attributions":
                    Attributions = Json.Read<ValueList<Attribution>>(ref json);
                    break;
                case "sameAs":
                    SameAs = Json.Read<ValueList<IncidentId>>(ref json);
                    break;
                case "decisions":
                    Decisions = Json.Read<ValueList<MatchDecision>>(ref json);
                    break;
                case "partOf":
                    PartOf = Json.Read<IncidentId>(ref json);
                    break;
                case "reports":
                    Reports = Json.Read<ValueList<Report>>(ref json);
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

    static Incident IRecord<Incident>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Incident>.Show<TVisitor>(Incident record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("kind", record.Kind);
        members.Required("date", record.Date);
        members.Optional("place", record.Place);
        members.Optional("description", record.Description);
        members.Optional("involvements", record.Involvements);
        members.Optional("attributions", record.Attributions);
        members.Optional("sameAs", record.SameAs);
        members.Optional("decisions", record.Decisions);
        members.Optional("partOf", record.PartOf);
        members.Optional("reports", record.Reports);
        members.Optional("externalIds", record.ExternalIds);
        members.Optional("extensions", record.Extensions);
    }
}
