using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>A list of people proves its count: as many distinct people as it has were certainly harmed.</summary>
/// <remarks>
/// People who are listed under an incident are held against its reports, those listed under a total against the total: see
/// <see cref="ListCheck"/>. The missing are not among the dead. Messages name nobody: see <see cref="PersonRules"/>.
/// </remarks>
internal sealed class ListRules(
    FindingList findings, ConflictDataset dataset, DistinctPeople distinct, CategoryRelations relations, FigureNames names)
{
    private readonly SourceWords words = new(dataset);
    private readonly PersonOccasions occasions = new(dataset);
    private readonly VictimAnswer victims = new(dataset, relations);

    public void Check()
    {
        ILookup<IncidentId?, Person> ofIncident = dataset.People.Where(person => person.Incident is not null).ToLookup(p => p.Incident);
        for (int i = 0; i < dataset.Incidents.Count; i++)
        {
            Incident incident = dataset.Incidents[i];
            if (ofIncident.Contains(incident.Id))
            {
                for (int j = 0; j < incident.Reports.Count; j++)
                {
                    JsonPointer at = JsonPointer.Root.Member("incidents").Item(i).Member("reports").Item(j);
                    Check(incident.Reports[j], at, incident.Date, ofIncident[incident.Id]);
                }
            }
        }

        ILookup<TallyId?, Person> ofTally = dataset.People.Where(person => person.Tally is not null).ToLookup(p => p.Tally);
        for (int i = 0; i < dataset.Tallies.Count; i++)
        {
            Tally tally = dataset.Tallies[i];
            if (ofTally.Contains(tally.Id))
            {
                Check(tally.Report, JsonPointer.Root.Member("tallies").Item(i).Member("report"), tally.Scope.Period, ofTally[tally.Id]);
            }
        }
    }

    private void Check(Report report, JsonPointer at, ReportedDate? when, IEnumerable<Person> people)
    {
        CategoryRelations then = relations.At(when);
        foreach (TollPlace place in TollPlace.In(report, at).Where(place => Harms.Summable.Contains(place.Harm)))
        {
            Person[] listed = [.. people.Where(person => person.Harm.IsCountedAs(place.Harm))];
            if (listed.Length > 0 && place.Toll.Derive(then) is { IsConsistent: true } derivation)
            {
                new ListCheck(findings, words, names, report, place, derivation, distinct, listed)
                    .Check(new PartMembership(occasions, victims, then));
            }
        }
    }
}
