using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Citation>))]
public sealed partial record Citation : IRecord<Citation>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Citation()
    {
    }

    [SetsRequiredMembers]
    private Citation(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "source":
                    Source = Json.Read<SourceId>(ref json);
                    break;
                case "via":
                    Via = Json.Read<SourceId>(ref json);
                    break;
                case "published":
                    Published = Json.Read<ReportedDate>(ref json);
                    break;
                case "title":
                    Title = Json.Read<string>(ref json);
                    break;
                case "url":
                    Url = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static Citation IRecord<Citation>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Citation>.Show<TVisitor>(Citation record, ref TVisitor members)
    {
        members.Required("source", record.Source);
        members.Optional("via", record.Via);
        members.Optional("published", record.Published);
        members.Optional("title", record.Title);
        members.Optional("url", record.Url);
    }
}
