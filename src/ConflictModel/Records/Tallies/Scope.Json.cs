using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Scope>))]
public sealed partial record Scope : IRecord<Scope>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Scope()
    {
    }

    [SetsRequiredMembers]
    private Scope(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "period":
                    Period = Json.Read<ReportedDate>(ref json);
                    break;
                case "regions":
                    Regions = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "attributedTo":
                    AttributedTo = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "victims":
                    Victims = Json.Read<Victims>(ref json);
                    break;
            }
        }
    }

    static Scope IRecord<Scope>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Scope>.Show<TVisitor>(Scope record, ref TVisitor members)
    {
        members.Optional("period", record.Period);
        members.Optional("regions", record.Regions);
        members.Optional("attributedTo", record.AttributedTo);
        members.Optional("victims", record.Victims);
    }
}
