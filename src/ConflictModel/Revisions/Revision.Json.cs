using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

[JsonConverter(typeof(RecordConverter<Revision>))]
public sealed partial record Revision : IRecord<Revision>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Revision()
    {
    }

    [SetsRequiredMembers]
    private Revision(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<string>(ref json);
                    break;
                case "changes":
                    Changes = Json.Read<ValueList<FieldChange>>(ref json);
                    break;
            }
        }
    }

    static Revision IRecord<Revision>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Revision>.Show<TVisitor>(Revision record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("changes", record.Changes);
    }
}
