using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>A list of people proves its count: as many distinct people as it has were certainly harmed.</summary>
/// <remarks>
/// A list that has more than a report allows contradicts it, and by whose words that is weighs as it does for any two accounts. A list that
/// has fewer is a part of a list, unless the report says that it rests on a list of names. The missing are not among the dead. Messages
/// name nobody: see <see cref="PersonRules"/>.
/// </remarks>
internal sealed class ListRules(FindingList findings, ConflictDataset dataset, DistinctPeople distinct, CategoryRelations relations)
{
    private const int MostNamed = 5;

    private readonly SourceWords words = new(dataset);

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
        foreach (TollPlace place in TollPlace.In(report, at).Where(place => Harms.Summable.Contains(place.Harm)))
        {
            var listed = people.Where(person => IsCounted(person.Harm, place.Harm)).ToList();
            if (listed.Count > 0 && place.Toll.Derive(relations.At(when)) is { IsConsistent: true, Whole.Bounds: var total })
            {
                Check(report, place, total, listed);
            }
        }
    }

    private void Check(Report report, TollPlace place, Bounds total, List<Person> listed)
    {
        Citation said = report.Citation;
        List<Person> own = ListedBy(c => c.Source == said.Source && c.Via == said.Via && !IsLater(c, said));
        if (Exceeds(own, Severity.Error)
            || Exceeds(ListedBy(c => c.Source == said.Source && !IsLater(c, said)), Severity.Warning)
            || Exceeds(listed, Severity.Information))
        {
            return;
        }

        string what = JsonName.Of(place.Harm);
        Bounds ownCount = distinct.Count(own), all = distinct.Count(listed);
        if (report.Basis?.Kind == BasisKind.NamedList && own.Count > 0 && ownCount.Upper < total.Lower)
        {
            findings.Error(
                FindingCodes.NamedListDiffers,
                place.Pointer,
                $"{words.Of(said)} counts {total} {what} from a list of names, and its list here has {People(ownCount)}.",
                [total.Lower, ownCount.Upper.Value]);
        }
        else if (all.Upper < total.Lower)
        {
            findings.Information(
                FindingCodes.ListedInPart,
                place.Pointer,
                $"Of {total} {what}, as {words.Of(said)} counts them, {all} {(all == Bounds.Exactly(1) ? "is" : "are")} listed.",
                [all.Upper.Value, total.Lower]);
        }

        List<Person> ListedBy(Func<Citation, bool> isMeant) => listed.Where(person => person.Citations.Any(isMeant)).ToList();

        bool IsListedBySaid(Person person) => person.Citations.Any(citation => citation.Source == said.Source);

        bool Exceeds(List<Person> some, Severity weight)
        {
            Bounds count = distinct.Count(some);
            if (!(count.Lower > total.Upper))
            {
                return false;
            }

            findings.Add(
                FindingCodes.ListExceedsCount,
                weight,
                place.Pointer,
                $"{words.Of(said)} counts {total} {JsonName.Of(place.Harm)}, and {People(count)} "
                    + $"{(weight == Severity.Error ? "on its own list" : $"listed by {Listers(some)}")} are more than that. "
                    + (weight == Severity.Information && some.TrueForAll(IsListedBySaid)
                        ? "The list is later, and may revise the count."
                        : SourceWords.VerdictOf(weight)),
                [count.Lower, total.Upper.Value]);
            return true;
        }
    }

    // Whoever is killed or wounded is of the killed or wounded; of whom that is said, may not be of the killed.
    private static bool IsCounted(Harm harm, Harm counted) =>
        harm == counted || (counted == Harm.KilledOrWounded && harm is Harm.Killed or Harm.Wounded);

    // What a source lists later may revise what it counted before.
    private static bool IsLater(Citation listed, Citation counted) =>
        listed.Published is { } then && counted.Published is { } before && before.Date.Before(then.Date) == Truth.Yes;

    private static string People(Bounds count) => $"{count} distinct {(count == Bounds.Exactly(1) ? "person" : "people")}";

    private string Listers(List<Person> some)
    {
        // A source that is no record of the data set is a text in the record of a person.
        string[] all =
        [
            .. some.SelectMany(person => person.Citations)
                .Where(citation => words.Knows(citation.Source) && (citation.Via is not { } via || words.Knows(via)))
                .Select(words.Of).Distinct().Take(MostNamed + 1),
        ];
        return all.Length == 0
            ? "this data set"
            : string.Join(" and ", all.Take(MostNamed)) + (all.Length > MostNamed ? " and others" : "");
    }
}
