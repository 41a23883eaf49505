using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Region>))]
public sealed partial record Region : IRecord<Region>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Region()
    {
    }

    [SetsRequiredMembers]
    private Region(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<RegionId>(ref json);
                    break;
                case "name":
                    Name = Json.Read<LocalizedText>(ref json);
                    break;
                case "kind":
                    Kind = Json.Read<RegionKind>(ref json);
                    break;
                case "aliases":
                    Aliases = Json.Read<ValueList<LocalizedText>>(ref json);
                    break;
                case "pCode":
                    PCode = Json.Read<string>(ref json);
                    break;
                case "isoCode":
                    IsoCode = Json.Read<string>(ref json);
                    break;
                case "within":
                    Within = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "overlaps":
                    Overlaps = Json.Read<ValueList<RegionId>>(ref json);
                    break;
                case "coordinates":
                    Coordinates = Json.Read<Coordinates>(ref json);
                    break;
                case "externalIds":
                    ExternalIds = Json.Read<ValueList<ExternalId>>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static Region IRecord<Region>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Region>.Show<TVisitor>(Region record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("name", record.Name);
        members.Required("kind", record.Kind);
        members.Optional("aliases", record.Aliases);
        members.Optional("pCode", record.PCode);
        members.Optional("isoCode", record.IsoCode);
        members.Optional("within", record.Within);
        members.Optional("overlaps", record.Overlaps);
        members.Optional("coordinates", record.Coordinates);
        members.Optional("externalIds", record.ExternalIds);
        members.Optional("extensions", record.Extensions);
    }
}
