using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Original>))]
public sealed partial record Original : IRecord<Original>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Original()
    {
    }

    [SetsRequiredMembers]
    private Original(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "format":
                    Format = Json.Read<string>(ref json);
                    break;
                case "vintage":
                    Vintage = Json.Read<Vintage>(ref json);
                    break;
                case "columns":
                    Columns = Json.Read<Row>(ref json).Columns;
                    break;
            }
        }
    }

    static Original IRecord<Original>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Original>.Show<TVisitor>(Original record, ref TVisitor members)
    {
        members.Required("format", record.Format);
        members.Optional("vintage", record.Vintage);
        members.Required("columns", new Row(record.Columns));
    }
}
