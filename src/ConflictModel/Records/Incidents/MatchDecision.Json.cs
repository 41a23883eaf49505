using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<MatchDecision>))]
public sealed partial record MatchDecision : IRecord<MatchDecision>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public MatchDecision()
    {
    }

    [SetsRequiredMembers]
    private MatchDecision(ref Utf8JsonReader json, MemberReader members)
    {
        By = "";
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "other":
                    Other = Json.Read<IncidentId>(ref json);
                    break;
                case "isSame":
                    IsSame = Json.Read<bool>(ref json);
                    break;
                case "by":
                    By = Json.Read<string>(ref json);
                    break;
                case "on":
                    On = Json.Read<ReportedDate>(ref json);
                    break;
                case "rule":
                    Rule = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static MatchDecision IRecord<MatchDecision>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<MatchDecision>.Show<TVisitor>(MatchDecision record, ref TVisitor members)
    {
        members.Required("other", record.Other);
        members.Required("isSame", record.IsSame);
        members.Required("by", record.By);
        members.Optional("on", record.On);
        members.Optional("rule", record.Rule);
    }
}
