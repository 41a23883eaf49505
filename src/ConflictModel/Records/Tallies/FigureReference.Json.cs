using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<FigureReference>))]
public sealed partial record FigureReference : IRecord<FigureReference>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public FigureReference()
    {
    }

    [SetsRequiredMembers]
    private FigureReference(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "tally":
                    Tally = Json.Read<TallyId>(ref json);
                    break;
                case "incident":
                    Incident = Json.Read<IncidentId>(ref json);
                    break;
                case "path":
                    Path = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static FigureReference IRecord<FigureReference>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<FigureReference>.Show<TVisitor>(FigureReference record, ref TVisitor members)
    {
        members.Optional("tally", record.Tally);
        members.Optional("incident", record.Incident);
        members.Required("path", record.Path);
    }
}
