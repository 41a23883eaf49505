using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using NodaTime;

namespace ConflictModel.Validation;

/// <summary>
/// What records of people say of each other can be true: who is whom, who is whose child, and what was done to one person.
/// </summary>
/// <remarks>
/// Messages name nobody: see <see cref="PersonRules"/>. Two records that each say that the other is the same are no circle.
/// </remarks>
internal sealed class SamePersonRules(FindingList findings, ValueList<Person> people, DistinctPeople distinct)
{
    public void Check()
    {
        for (int i = 0; i < people.Count; i++)
        {
            JsonPointer at = JsonPointer.Root.Member("people").Item(i);
            PersonId self = people[i].Id;
            Each(people[i].SameAs, at.Member("sameAs"), other => other == self, here =>
                findings.Warning(FindingCodes.SameAsItself, here, "A record is said to be the same as itself, which says nothing."));
            Each(people[i].MayBeSameAs, at.Member("mayBeSameAs"), other => distinct.IdOf(other) == distinct.IdOf(self), here =>
                findings.Warning(FindingCodes.AlreadyDecided, here, "These records are said to be of one person: nothing is undecided."));
            Each(people[i].Ties, at.Member("ties"), tie => distinct.IdOf(tie.Person) == distinct.IdOf(self), here =>
                findings.Error(FindingCodes.TiedToItself, here, "Nobody is a relative of the same person."));
        }

        CheckParents();
        CheckHarms();
    }

    private static void Each<T>(ValueList<T> items, JsonPointer at, Predicate<T> isFound, Action<JsonPointer> tell)
        where T : notnull
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (isFound(items[i]))
            {
                tell(at.Item(i));
            }
        }
    }

    /// <summary>Nobody is among their own parents' parents.</summary>
    private void CheckParents()
    {
        var parents = new Dictionary<PersonId, List<PersonId>>();
        foreach (Person person in people)
        {
            foreach (Tie tie in person.Ties)
            {
                PersonId one = distinct.IdOf(person.Id), other = distinct.IdOf(tie.Person);
                (PersonId? child, PersonId? parent) = tie.Kind switch
                {
                    TieKind.Parent or TieKind.Grandparent => (one, other),
                    TieKind.Child or TieKind.Grandchild => (other, one),
                    _ => ((PersonId?)null, (PersonId?)null),
                };
                if (child is { } young && parent is { } old && young != old)
                {
                    (parents.TryGetValue(young, out List<PersonId>? known) ? known : parents[young] = []).Add(old);
                }
            }
        }

        if (CircleSearch.Find(parents.Keys.Order(), id => parents.TryGetValue(id, out List<PersonId>? known) ? known : []) is { } circle)
        {
            var inCircle = circle.ToHashSet();
            int first = people.Select((person, i) => (person, i)).First(one => inCircle.Contains(distinct.IdOf(one.person.Id))).i;
            findings.Error(
                FindingCodes.TieCycle,
                JsonPointer.Root.Member("people").Item(first).Member("ties"),
                "The person is said to be a parent or grandparent of a parent or grandparent of the same person.");
        }
    }

    /// <summary>One person is not killed and missing at once.</summary>
    private void CheckHarms()
    {
        var killed = new Dictionary<PersonId, List<int>>();
        var missing = new Dictionary<PersonId, List<int>>();
        for (int i = 0; i < people.Count; i++)
        {
            // Of the missing whose death is known others may well say that they were killed.
            Dictionary<PersonId, List<int>>? of = people[i] switch
            {
                { Harm: Harm.Killed } => killed,
                { Harm: Harm.Missing, Fate: not Fate.Dead } => missing,
                _ => null,
            };
            if (of is not null)
            {
                PersonId id = distinct.IdOf(people[i].Id);
                (of.TryGetValue(id, out List<int>? known) ? known : of[id] = []).Add(i);
            }
        }

        foreach ((PersonId id, List<int> records) in missing)
        {
            if (killed.TryGetValue(id, out List<int>? dead))
            {
                Severity weight = WeightOf(dead, records);
                findings.Add(
                    FindingCodes.HarmsExclude,
                    weight,
                    JsonPointer.Root.Member("people").Item(records[0]).Member("harm"),
                    $"A person is missing here and dead in {JsonPointer.Root.Member("people").Item(dead[0])}, "
                        + "which is said to be the same. "
                        + (weight == Severity.Information ? "One may be older, or another source's." : SourceWords.VerdictOf(weight)),
                    default);
            }
        }
    }

    // Whose words they are, as for any two accounts; records without a citation are the recorder's own.
    private Severity WeightOf(List<int> dead, List<int> missing)
    {
        ILookup<(SourceId? Source, SourceId? Via), ReportedDate?> saidDead = Said(dead), saidMissing = Said(missing);
        bool isOwn = saidDead.Any(said => saidMissing.Contains(said.Key) && !AreApart(said, saidMissing[said.Key]));
        var sources = saidDead.Select(said => said.Key.Source).ToHashSet();
        return isOwn ? Severity.Error
            : saidMissing.Any(said => sources.Contains(said.Key.Source) && !saidDead.Contains(said.Key)) ? Severity.Warning
            : Severity.Information;
    }

    private ILookup<(SourceId? Source, SourceId? Via), ReportedDate?> Said(List<int> records) => records
        .SelectMany(i => people[i].Citations.IsEmpty
            ? [(Key: ((SourceId?)null, (SourceId?)null), Published: (ReportedDate?)null)]
            : people[i].Citations.Select(citation => (Key: ((SourceId?)citation.Source, citation.Via), citation.Published)))
        .ToLookup(said => said.Key, said => said.Published);

    // What a source said later may revise what it said before.
    private static bool AreApart(IEnumerable<ReportedDate?> some, IEnumerable<ReportedDate?> others) =>
        HullOf(some) is var (first, last) && HullOf(others) is var (from, to) && (last < from || to < first);

    private static (LocalDate First, LocalDate Last)? HullOf(IEnumerable<ReportedDate?> published)
    {
        (LocalDate First, LocalDate Last)? hull = null;
        foreach (ReportedDate? said in published)
        {
            if (said is not { Date: { Earliest: { } first, Latest: { } last } })
            {
                return null;
            }

            hull = hull is var (from, to) ? (LocalDate.Min(from, first), LocalDate.Max(to, last)) : (first, last);
        }

        return hull;
    }
}
