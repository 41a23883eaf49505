using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Breakdown>))]
public sealed partial record Breakdown : IRecord<Breakdown>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Breakdown()
    {
    }

    [SetsRequiredMembers]
    private Breakdown(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "by":
                    By = Json.Read<Axis>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<BreakdownKind>(ref json);
                    break;
                case "reading":
                    Reading = Json.Read<Reading>(ref json);
                    break;
                case "wording":
                    Wording = Json.Read<string>(ref json);
                    break;
                case "disjoint":
                    Disjoint = Json.Read<bool>(ref json);
                    break;
                case "truncated":
                    Truncated = Json.Read<bool>(ref json);
                    break;
                case "operationsOverlap":
                    OperationsOverlap = Json.Read<bool>(ref json);
                    break;
                case "parts":
                    Parts = Json.Read<ValueList<Part>>(ref json);
                    break;
            }
        }
    }

    static Breakdown IRecord<Breakdown>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Breakdown>.Show<TVisitor>(Breakdown record, ref TVisitor members)
    {
        members.Required("by", record.By);
        members.Required("kind", record.Kind);
        members.Optional("reading", record.Reading);
        members.Optional("wording", record.Wording);
        members.Optional("disjoint", record.Disjoint);
        members.Optional("truncated", record.Truncated);
        members.Optional("operationsOverlap", record.OperationsOverlap);
        members.Required("parts", record.Parts);
    }
}
