using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Grade>))]
public sealed partial record Grade : IRecord<Grade>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Grade()
    {
    }

    [SetsRequiredMembers]
    private Grade(ref Utf8JsonReader json, MemberReader members)
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

    static Grade IRecord<Grade>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Grade>.Show<TVisitor>(Grade record, ref TVisitor members)
    {
        members.Required("scheme", record.Scheme);
        members.Required("value", record.Value);
    }
}
