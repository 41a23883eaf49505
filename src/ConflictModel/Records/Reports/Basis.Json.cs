using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Basis>))]
public sealed partial record Basis : IRecord<Basis>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Basis()
    {
    }

    [SetsRequiredMembers]
    private Basis(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "kind":
                    Kind = Json.Read<BasisKind>(ref json);
                    break;
                case "level":
                    Level = Json.Read<decimal>(ref json);
                    break;
                case "note":
                    Note = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static Basis IRecord<Basis>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Basis>.Show<TVisitor>(Basis record, ref TVisitor members)
    {
        members.Required("kind", record.Kind);
        members.Optional("level", record.Level);
        members.Optional("note", record.Note);
    }
}
