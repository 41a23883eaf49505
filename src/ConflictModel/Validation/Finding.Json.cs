using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Validation;

[JsonConverter(typeof(RecordConverter<Finding>))]
public sealed partial record Finding : IRecord<Finding>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Finding()
    {
    }

    [SetsRequiredMembers]
    private Finding(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "code":
                    Code = Json.Read<string>(ref json);
                    break;
                case "severity":
                    Severity = Json.Read<Severity>(ref json);
                    break;
                case "pointer":
                    Pointer = Json.Read<JsonPointer>(ref json);
                    break;
                case "message":
                    Message = Json.Read<string>(ref json);
                    break;
                case "numbers":
                    Numbers = Json.Read<ValueList<long>>(ref json);
                    break;
                case "repair":
                    Repair = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static Finding IRecord<Finding>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Finding>.Show<TVisitor>(Finding record, ref TVisitor members)
    {
        members.Required("code", record.Code);
        members.Required("severity", record.Severity);
        members.Required("pointer", record.Pointer);
        members.Required("message", record.Message);
        members.Optional("numbers", record.Numbers);
        members.Optional("repair", record.Repair);
    }
}
