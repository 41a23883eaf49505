using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Resolution>))]
public sealed partial record Resolution : IRecord<Resolution>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Resolution()
    {
    }

    [SetsRequiredMembers]
    private Resolution(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<ResolutionId>(ref json);
                    break;
                case "body":
                    Body = Json.Read<ActorId>(ref json);
                    break;
                case "number":
                    Number = Json.Read<string>(ref json);
                    break;
                case "title":
                    Title = Json.Read<string>(ref json);
                    break;
                case "adopted":
                    Adopted = Json.Read<ReportedDate>(ref json);
                    break;
                case "presentedBy":
                    PresentedBy = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "provisions":
                    Provisions = Json.Read<ValueList<Provision>>(ref json);
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

    static Resolution IRecord<Resolution>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Resolution>.Show<TVisitor>(Resolution record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("body", record.Body);
        members.Required("number", record.Number);
        members.Optional("title", record.Title);
        members.Optional("adopted", record.Adopted);
        members.Optional("presentedBy", record.PresentedBy);
        members.Optional("provisions", record.Provisions);
        members.Required("citation", record.Citation);
        members.Optional("extensions", record.Extensions);
    }
}
