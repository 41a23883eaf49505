using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Toll>))]
public sealed partial record Toll : IRecord<Toll>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Toll()
    {
    }

    [SetsRequiredMembers]
    private Toll(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "count":
                    Count = Json.Read<Estimate>(ref json);
                    break;
                case "operations":
                    Operations = Json.Read<Estimate>(ref json);
                    break;
                case "breakdowns":
                    Breakdowns = Json.Read<ValueList<Breakdown>>(ref json);
                    break;
                case "beside":
                    Beside = Json.Read<ValueList<Part>>(ref json);
                    break;
            }
        }
    }

    static Toll IRecord<Toll>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Toll>.Show<TVisitor>(Toll record, ref TVisitor members)
    {
        members.Optional("count", record.Count);
        members.Optional("operations", record.Operations);
        members.Optional("breakdowns", record.Breakdowns);
        members.Optional("beside", record.Beside);
    }
}
