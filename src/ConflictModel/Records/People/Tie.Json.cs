using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Tie>))]
public sealed partial record Tie : IRecord<Tie>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Tie()
    {
    }

    [SetsRequiredMembers]
    private Tie(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "person":
                    Person = Json.Read<PersonId>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<TieKind>(ref json);
                    break;
                case "certainty":
                    Certainty = Json.Read<Certainty>(ref json);
                    break;
            }
        }
    }

    static Tie IRecord<Tie>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Tie>.Show<TVisitor>(Tie record, ref TVisitor members)
    {
        members.Required("person", record.Person);
        members.Optional("kind", record.Kind);
        members.Optional("certainty", record.Certainty);
    }
}
