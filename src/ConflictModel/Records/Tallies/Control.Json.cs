using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Control>))]
public sealed partial record Control : IRecord<Control>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Control()
    {
    }

    [SetsRequiredMembers]
    private Control(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "actors":
                    Actors = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "regions":
                    Regions = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "extent":
                    Extent = Json.Read<ControlExtent>(ref json);
                    break;
                case "date":
                    Date = Json.Read<ReportedDate>(ref json);
                    break;
                case "note":
                    Note = Json.Read<string>(ref json);
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

    static Control IRecord<Control>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Control>.Show<TVisitor>(Control record, ref TVisitor members)
    {
        members.Required("actors", record.Actors);
        members.Required("regions", record.Regions);
        members.Optional("extent", record.Extent);
        members.Optional("date", record.Date);
        members.Optional("note", record.Note);
        members.Required("citation", record.Citation);
        members.Optional("extensions", record.Extensions);
    }
}
