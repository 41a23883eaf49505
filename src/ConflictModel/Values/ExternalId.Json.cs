using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<ExternalId>))]
public sealed partial record ExternalId : IRecord<ExternalId>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public ExternalId()
    {
    }

    [SetsRequiredMembers]
    private ExternalId(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "scheme":
                    Scheme = Json.Read<string>(ref json);
                    break;
                case "value":
                    Value = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static ExternalId IRecord<ExternalId>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<ExternalId>.Show<TVisitor>(ExternalId record, ref TVisitor members)
    {
        members.Required("scheme", record.Scheme);
        members.Required("value", record.Value);
    }
}
