using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Claim>))]
public sealed partial record Claim : IRecord<Claim>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Claim()
    {
    }

    [SetsRequiredMembers]
    private Claim(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<ClaimId>(ref json);
                    break;
                case "citation":
                    Citation = Json.Read<Citation>(ref json);
                    break;
                case "text":
                    Text = Json.Read<string>(ref json);
                    break;
                case "actors":
                    Actors = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "regions":
                    Regions = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "period":
                    Period = Json.Read<ReportedDate>(ref json);
                    break;
                case "figures":
                    Figures = Json.Read<ValueList<FigureReference>>(ref json);
                    break;
                case "note":
                    Note = Json.Read<string>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static Claim IRecord<Claim>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Claim>.Show<TVisitor>(Claim record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("citation", record.Citation);
        members.Required("text", record.Text);
        members.Optional("actors", record.Actors);
        members.Optional("regions", record.Regions);
        members.Optional("period", record.Period);
        members.Optional("figures", record.Figures);
        members.Optional("note", record.Note);
        members.Optional("extensions", record.Extensions);
    }
}
