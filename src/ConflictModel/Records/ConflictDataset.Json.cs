using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<ConflictDataset>))]
public sealed partial record ConflictDataset : IRecord<ConflictDataset>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public ConflictDataset()
    {
    }

    [SetsRequiredMembers]
    private ConflictDataset(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "$schema":
                    if (json.TokenType != JsonTokenType.String)
                    {
                        throw new JsonException("The address of a schema is a text.");
                    }

                    break;
                case "schemaVersion":
                    FormatVersion.Check(ref json, FormatVersion.OfDataset);
                    break;
                case "title":
                    Title = Json.Read<string>(ref json);
                    break;
                case "sources":
                    Sources = Json.Read<ValueList<Source>>(ref json);
                    break;
                case "actors":
                    Actors = Json.Read<ValueList<Actor>>(ref json);
                    break;
                case "affiliations":
                    Affiliations = Json.Read<ValueList<Affiliation>>(ref json);
                    break;
                case "regions":
                    Regions = Json.Read<ValueList<Region>>(ref json);
                    break;
                case "incidents":
                    Incidents = Json.Read<ValueList<Incident>>(ref json);
                    break;
                case "tallies":
                    Tallies = Json.Read<ValueList<Tally>>(ref json);
                    break;
                case "people":
                    People = Json.Read<ValueList<Person>>(ref json);
                    break;
                case "claims":
                    Claims = Json.Read<ValueList<Claim>>(ref json);
                    break;
                case "strengths":
                    Strengths = Json.Read<ValueList<Strength>>(ref json);
                    break;
                case "controls":
                    Controls = Json.Read<ValueList<Control>>(ref json);
                    break;
                case "statements":
                    Statements = Json.Read<ValueList<Statement>>(ref json);
                    break;
                case "resolutions":
                    Resolutions = Json.Read<ValueList<Resolution>>(ref json);
                    break;
                case "processes":
                    Processes = Json.Read<ValueList<PeaceProcess>>(ref json);
                    break;
                case "extensions":
                    Extensions = Json.Read<ExtensionData>(ref json);
                    break;
            }
        }
    }

    static ConflictDataset IRecord<ConflictDataset>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<ConflictDataset>.Show<TVisitor>(ConflictDataset record, ref TVisitor members)
    {
        // Where editors find the schema, and its version, belong to the file and not to the data: the record has no such members.
        members.ReadOnly("$schema");
        members.Required("schemaVersion", FormatVersion.OfDataset);
        members.Optional("title", record.Title);
        members.Optional("sources", record.Sources);
        members.Optional("actors", record.Actors);
        members.Optional("affiliations", record.Affiliations);
        members.Optional("regions", record.Regions);
        members.Optional("incidents", record.Incidents);
        members.Optional("tallies", record.Tallies);
        members.Optional("people", record.People);
        members.Optional("claims", record.Claims);
        members.Optional("strengths", record.Strengths);
        members.Optional("controls", record.Controls);
        members.Optional("statements", record.Statements);
        members.Optional("resolutions", record.Resolutions);
        members.Optional("processes", record.Processes);
        members.Optional("extensions", record.Extensions);
    }
}
