using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Tally>))]
public sealed partial record Tally : IRecord<Tally>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Tally()
    {
    }

    [SetsRequiredMembers]
    private Tally(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<TallyId>(ref json);
                    break;
                case "title":
                    Title = Json.Read<string>(ref json);
                    break;
                case "scope":
                    Scope = Json.Read<Scope>(ref json);
                    break;
                case "asOf":
                    AsOf = Json.Read<ReportedDate>(ref json);
                    break;
                case "cumulative":
                    Cumulative = Json.Read<bool>(ref json);
                    break;
                case "supersedes":
                    Supersedes = Json.Read<ValueList<TallyId>>(ref json);
                    break;
                case "report":
                    Report = Json.Read<Report>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static Tally IRecord<Tally>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Tally>.Show<TVisitor>(Tally record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Optional("title", record.Title);
        members.Required("scope", record.Scope);
        members.Optional("asOf", record.AsOf);
        members.Optional("cumulative", record.Cumulative);
        members.Optional("supersedes", record.Supersedes);
        members.Required("report", record.Report);
        members.Optional("extensions", record.Extensions);
    }
}
