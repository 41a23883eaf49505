using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Part>))]
public sealed partial record Part : IRecord<Part>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Part()
    {
    }

    [SetsRequiredMembers]
    private Part(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "victims":
                    Victims = Json.Read<Victims>(ref json);
                    break;
                case "perpetrators":
                    Perpetrators = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "method":
                    Method = Json.Read<string>(ref json);
                    break;
                case "region":
                    Region = Json.Read<RegionId>(ref json);
                    break;
                case "period":
                    Period = Json.Read<ReportedDate>(ref json);
                    break;
                case "count":
                    Count = Json.Read<Estimate>(ref json);
                    break;
                case "operations":
                    Operations = Json.Read<Estimate>(ref json);
                    break;
                case "asWritten":
                    AsWritten = Json.Read<string>(ref json);
                    break;
                case "breakdowns":
                    Breakdowns = Json.Read<ValueList<Breakdown>>(ref json);
                    break;
            }
        }
    }

    static Part IRecord<Part>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Part>.Show<TVisitor>(Part record, ref TVisitor members)
    {
        members.Optional("victims", record.Victims);
        members.Optional("perpetrators", record.Perpetrators);
        members.Optional("method", record.Method);
        members.Optional("region", record.Region);
        members.Optional("period", record.Period);
        members.Optional("count", record.Count);
        members.Optional("operations", record.Operations);
        members.Optional("asWritten", record.AsWritten);
        members.Optional("breakdowns", record.Breakdowns);
    }
}
