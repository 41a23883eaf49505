using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Strength>))]
public sealed partial record Strength : IRecord<Strength>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Strength()
    {
    }

    [SetsRequiredMembers]
    private Strength(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "actor":
                    Actor = Json.Read<ActorId>(ref json);
                    break;
                case "fighters":
                    Fighters = Json.Read<Estimate>(ref json);
                    break;
                case "regions":
                    Regions = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "date":
                    Date = Json.Read<ReportedDate>(ref json);
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

    static Strength IRecord<Strength>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Strength>.Show<TVisitor>(Strength record, ref TVisitor members)
    {
        members.Required("actor", record.Actor);
        members.Required("fighters", record.Fighters);
        members.Optional("regions", record.Regions);
        members.Optional("date", record.Date);
        members.Required("citation", record.Citation);
        members.Optional("extensions", record.Extensions);
    }
}
