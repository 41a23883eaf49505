using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(RecordConverter<Person>))]
public sealed partial record Person : IRecord<Person>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Person()
    {
    }

    [SetsRequiredMembers]
    private Person(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<PersonId>(ref json);
                    break;
                case "incident":
                    Incident = Json.Read<IncidentId>(ref json);
                    break;
                case "tally":
                    Tally = Json.Read<TallyId>(ref json);
                    break;
                case "harm":
                    Harm = Json.Read<Harm>(ref json);
                    break;
                case "names":
                    Names = Json.Read<ValueList<PersonName>>(ref json);
                    break;
                case "identification":
                    Identification = Json.Read<Identification>(ref json);
                    break;
                case "age":
                    Age = Json.Read<Age>(ref json);
                    break;
                case "ageGroup":
                    AgeGroup = Json.Read<AgeGroup>(ref json);
                    break;
                case "sex":
                    Sex = Json.Read<Sex>(ref json);
                    break;
                case "status":
                    Status = Json.Read<PersonStatus>(ref json);
                    break;
                case "memberOf":
                    MemberOf = Json.Read<ActorId>(ref json);
                    break;
                case "rank":
                    Rank = Json.Read<string>(ref json);
                    break;
                case "occupation":
                    Occupation = Json.Read<string>(ref json);
                    break;
                case "born":
                    Born = Json.Read<ReportedDate>(ref json);
                    break;
                case "date":
                    Date = Json.Read<ReportedDate>(ref json);
                    break;
                case "place":
                    Place = Json.Read<Place>(ref json);
                    break;
                case "cause":
                    Cause = Json.Read<Cause>(ref json);
                    break;
                case "causeWording":
                    CauseWording = Json.Read<string>(ref json);
                    break;
                case "directness":
                    Directness = Json.Read<Directness>(ref json);
                    break;
                case "fate":
                    Fate = Json.Read<Fate>(ref json);
                    break;
                case "whereabouts":
                    Whereabouts = Json.Read<string>(ref json);
                    break;
                case "ties":
                    Ties = Json.Read<ValueList<Tie>>(ref json);
                    break;
                case "citations":
                    Citations = Json.Read<ValueList<Citation>>(ref json);
                    break;
                case "verification":
                    Verification = Json.Read<Verification>(ref json);
                    break;
                case "independentSources":
                    IndependentSources = Json.Read<Estimate>(ref json);
                    break;
                case "publication":
                    Publication = Json.Read<Publication>(ref json);
                    break;
                case "withheldBecause":
                    WithheldBecause = Json.Read<WithholdingReason>(ref json);
                    break;
                case "note":
                    Note = Json.Read<string>(ref json);
                    break;
                case "sameAs":
                    SameAs = Json.Read<ValueList<PersonId>>(ref json);
                    break;
                case "mayBeSameAs":
                    MayBeSameAs = Json.Read<ValueList<PersonId>>(ref json);
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

    static Person IRecord<Person>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Person>.Show<TVisitor>(Person record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Optional("incident", record.Incident);
        members.Optional("tally", record.Tally);
        members.Required("harm", record.Harm);
        members.Optional("names", record.Names);
        members.Optional("identification", record.Identification);
        members.Optional("age", record.Age);
        members.Optional("ageGroup", record.AgeGroup);
        members.Optional("sex", record.Sex);
        members.Optional("status", record.Status);
        members.Optional("memberOf", record.MemberOf);
        members.Optional("rank", record.Rank);
        members.Optional("occupation", record.Occupation);
        members.Optional("born", record.Born);
        members.Optional("date", record.Date);
        members.Optional("place", record.Place);
        members.Optional("cause", record.Cause);
        members.Optional("causeWording", record.CauseWording);
        members.Optional("directness", record.Directness);
        members.Optional("fate", record.Fate);
        members.Optional("whereabouts", record.Whereabouts);
        members.Optional("ties", record.Ties);
        members.Optional("citations", record.Citations);
        members.Optional("verification", record.Verification);
        members.Optional("independentSources", record.IndependentSources);
        members.Optional("publication", record.Publication);
        members.Optional("withheldBecause", record.WithheldBecause);
        members.Optional("note", record.Note);
        members.Optional("sameAs", record.SameAs);
        members.Optional("mayBeSameAs", record.MayBeSameAs);
        members.Optional("externalIds", record.ExternalIds);
        members.Optional("extensions", record.Extensions);
    }
}
