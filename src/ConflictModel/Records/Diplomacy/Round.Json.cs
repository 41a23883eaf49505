using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Round>))]
public sealed partial record Round : IRecord<Round>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Round()
    {
    }

    [SetsRequiredMembers]
    private Round(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "name":
                    Name = Json.Read<string>(ref json);
                    break;
                case "date":
                    Date = Json.Read<ReportedDate>(ref json);
                    break;
                case "place":
                    Place = Json.Read<string>(ref json);
                    break;
                case "outcome":
                    Outcome = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static Round IRecord<Round>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Round>.Show<TVisitor>(Round record, ref TVisitor members)
    {
        members.Optional("name", record.Name);
        members.Optional("date", record.Date);
        members.Optional("place", record.Place);
        members.Optional("outcome", record.Outcome);
    }
}
