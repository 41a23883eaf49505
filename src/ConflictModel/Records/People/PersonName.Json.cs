using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<PersonName>))]
public sealed partial record PersonName : IRecord<PersonName>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public PersonName()
    {
    }

    [SetsRequiredMembers]
    private PersonName(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "text":
                    Text = Json.Read<string>(ref json);
                    break;
                case "lang":
                    Lang = Json.Read<string>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<NameKind>(ref json);
                    break;
            }
        }
    }

    static PersonName IRecord<PersonName>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<PersonName>.Show<TVisitor>(PersonName record, ref TVisitor members)
    {
        members.Required("text", record.Text);
        members.Optional("lang", record.Lang);
        members.Optional("kind", record.Kind);
    }
}
