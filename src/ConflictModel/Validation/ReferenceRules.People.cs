namespace ConflictModel.Validation;

/// <content>
/// References of people. Nothing that stands in the record of a person is quoted: it may be somebody who must not be named.
/// </content>
internal sealed partial class ReferenceRules
{
    private void Check(Person person, JsonPointer at)
    {
        Found(index.Incidents, person.Incident, "incident", at.Member("incident"));
        Found(index.Tallies, person.Tally, "tally", at.Member("tally"));
        Found(index.Actors, person.MemberOf, "actor", at.Member("memberOf"));
        if (person.Place is { } place)
        {
            Each(place.Regions, at.Member("place").Member("regions"), (id, here) => Found(index.Regions, (RegionId?)id, "region", here));
        }

        Each(person.Ties, at.Member("ties"), (tie, here) => Found(index.People, (PersonId?)tie.Person, "person", here.Member("person")));
        Each(person.Citations, at.Member("citations"), (citation, here) =>
        {
            Found(index.Sources, (SourceId?)citation.Source, "source", here.Member("source"));
            Found(index.Sources, citation.Via, "source", here.Member("via"));
        });
        Each(person.SameAs, at.Member("sameAs"), (id, here) => Found(index.People, (PersonId?)id, "person", here));
        Each(person.MayBeSameAs, at.Member("mayBeSameAs"), (id, here) => Found(index.People, (PersonId?)id, "person", here));
    }

    private void Found<TId>(HashSet<TId> ids, TId? id, string what, JsonPointer at)
        where TId : struct, IId<TId>
    {
        if (id is { } named && !ids.Contains(named))
        {
            findings.Error(FindingCodes.DanglingReference, at, $"The data set has no {what} of this id.");
        }
    }
}
