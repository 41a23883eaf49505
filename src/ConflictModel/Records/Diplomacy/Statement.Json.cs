using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Statement>))]
public sealed partial record Statement : IRecord<Statement>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Statement()
    {
    }

    [SetsRequiredMembers]
    private Statement(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<StatementId>(ref json);
                    break;
                case "speaker":
                    Speaker = Json.Read<string>(ref json);
                    break;
                case "office":
                    Office = Json.Read<string>(ref json);
                    break;
                case "actor":
                    Actor = Json.Read<ActorId>(ref json);
                    break;
                case "date":
                    Date = Json.Read<ReportedDate>(ref json);
                    break;
                case "points":
                    Points = Json.Read<ValueList<string>>(ref json);
                    break;
                case "resolutions":
                    Resolutions = Json.Read<ValueList<ResolutionId>>(ref json);
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

    static Statement IRecord<Statement>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Statement>.Show<TVisitor>(Statement record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Optional("speaker", record.Speaker);
        members.Optional("office", record.Office);
        members.Required("actor", record.Actor);
        members.Optional("date", record.Date);
        members.Required("points", record.Points);
        members.Optional("resolutions", record.Resolutions);
        members.Required("citation", record.Citation);
        members.Optional("extensions", record.Extensions);
    }
}
