using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Report>))]
public sealed partial record Report : IRecord<Report>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Report()
    {
    }

    [SetsRequiredMembers]
    private Report(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "citation":
                    Citation = Json.Read<Citation>(ref json);
                    break;
                case "grade":
                    Grade = Json.Read<Grade>(ref json);
                    break;
                case "basis":
                    Basis = Json.Read<Basis>(ref json);
                    break;
                case "casualties":
                    Casualties = Json.Read<Casualties>(ref json);
                    break;
                case "note":
                    Note = Json.Read<string>(ref json);
                    break;
                case "original":
                    Original = Json.Read<Original>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static Report IRecord<Report>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Report>.Show<TVisitor>(Report record, ref TVisitor members)
    {
        members.Required("citation", record.Citation);
        members.Optional("grade", record.Grade);
        members.Optional("basis", record.Basis);
        members.Optional("casualties", record.Casualties);
        members.Optional("note", record.Note);
        members.Optional("original", record.Original);
        members.Optional("extensions", record.Extensions);
    }
}
