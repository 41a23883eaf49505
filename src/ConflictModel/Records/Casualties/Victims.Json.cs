using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Victims>))]
public sealed partial record Victims : IRecord<Victims>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Victims()
    {
    }

    [SetsRequiredMembers]
    private Victims(ref Utf8JsonReader json, MemberReader members)
    {
        (AgeGroup Age, Sex Sex)? former = null;
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "demographic":
                    former = Demographics.ReadFormer(ref json);
                    break;
                case "actors":
                    Actors = Json.Read<ValueList<ActorId>>(ref json);
                    break;
                case "status":
                    Status = Json.Read<CivilianStatus>(ref json);
                    break;
                case "age":
                    Age = Json.Read<AgeGroup>(ref json);
                    break;
                case "sex":
                    Sex = Json.Read<Sex>(ref json);
                    break;
                case "role":
                    Role = Json.Read<string>(ref json);
                    break;
            }
        }

        if (former is { } both)
        {
            (Age, Sex) = IsAnyDemographic
                ? both
                : throw new JsonException("Victims with an 'age' or a 'sex' have no 'demographic', which is the former word for both.");
        }
    }

    static Victims IRecord<Victims>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Victims>.Show<TVisitor>(Victims record, ref TVisitor members)
    {
        members.Optional("actors", record.Actors);
        members.Optional("status", record.Status);
        members.Optional("age", record.Age);
        members.Optional("sex", record.Sex);
        members.Optional("role", record.Role);
        members.ReadOnly("demographic");
    }
}
