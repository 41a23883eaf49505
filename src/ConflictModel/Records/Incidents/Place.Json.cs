using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Place>))]
public sealed partial record Place : IRecord<Place>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Place()
    {
    }

    [SetsRequiredMembers]
    private Place(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "regions":
                    Regions = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "precision":
                    Precision = Json.Read<PlacePrecision>(ref json);
                    break;
                case "coordinates":
                    Coordinates = Json.Read<Coordinates>(ref json);
                    break;
                case "wording":
                    Wording = Json.Read<string>(ref json);
                    break;
            }
        }
    }

    static Place IRecord<Place>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Place>.Show<TVisitor>(Place record, ref TVisitor members)
    {
        members.Optional("regions", record.Regions);
        members.Optional("precision", record.Precision);
        members.Optional("coordinates", record.Coordinates);
        members.Optional("wording", record.Wording);
    }
}
