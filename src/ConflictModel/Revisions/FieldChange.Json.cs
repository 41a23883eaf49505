using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

[JsonConverter(typeof(RecordConverter<FieldChange>))]
public sealed partial record FieldChange : IRecord<FieldChange>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public FieldChange()
    {
    }

    [SetsRequiredMembers]
    private FieldChange(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "field":
                    Field = Json.Read<string>(ref json);
                    break;
                case "was":
                    Was = Json.Read<string>(ref json);
                    break;
                case "is":
                    Is = Json.Read<string>(ref json);
                    break;
                case "class":
                    Class = Json.Read<FieldClass>(ref json);
                    break;
            }
        }
    }

    static FieldChange IRecord<FieldChange>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<FieldChange>.Show<TVisitor>(FieldChange record, ref TVisitor members)
    {
        members.Required("field", record.Field);
        members.Required("was", record.Was);
        members.Required("is", record.Is);
        members.Required("class", record.Class);
    }
}
