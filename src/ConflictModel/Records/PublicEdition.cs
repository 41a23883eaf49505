using System.Globalization;

namespace ConflictModel;

/// <summary>Makes of a data set's people what may be published of them.</summary>
internal sealed class PublicEdition
{
    private readonly ConflictDataset dataset;
    private readonly IdSets<PersonId> sets = new();
    private readonly Dictionary<PersonId, Publication> levels = [];
    private readonly Dictionary<PersonId, PersonId> ids = [];
    private readonly HashSet<PersonId> tied = [];
    private readonly HashSet<IncidentId> incidents;
    private readonly HashSet<TallyId> tallies;
    private readonly HashSet<ActorId> actors;
    private readonly HashSet<RegionId> regions;
    private readonly HashSet<SourceId> sources;

    private PublicEdition(ConflictDataset dataset)
    {
        this.dataset = dataset;
        incidents = [.. dataset.Incidents.Select(incident => incident.Id)];
        tallies = [.. dataset.Tallies.Select(tally => tally.Id)];
        actors = [.. dataset.Actors.Select(actor => actor.Id)];
        regions = [.. dataset.Regions.Select(region => region.Id)];
        sources = [.. dataset.Sources.Select(source => source.Id)];
        foreach (Person person in dataset.People)
        {
            foreach (PersonId other in person.SameAs.Concat(person.MayBeSameAs))
            {
                sets.Join(person.Id, other);
            }
        }

        foreach (Person person in dataset.People)
        {
            PersonId all = sets.Find(person.Id);
            levels[all] = StricterOf(levels.GetValueOrDefault(all), person.Publication);
        }

        foreach (Person person in dataset.People.Where(person => LevelOf(person.Id) != Publication.Public))
        {
            tied.UnionWith(person.Ties.Select(tie => tie.Person));
        }

        NameAnew();
    }

    public static ConflictDataset Of(ConflictDataset dataset)
    {
        if (dataset.People.All(person => person.Publication == Publication.Public))
        {
            return dataset;
        }

        var edition = new PublicEdition(dataset);
        return dataset with { People = dataset.People.Select(edition.Of).ToValueList() };
    }

    private static Publication StricterOf(Publication one, Publication other) =>
        one == Publication.Withheld || other == Publication.Withheld ? Publication.Withheld
        : one == Publication.NameWithheld || other == Publication.NameWithheld ? Publication.NameWithheld
        : Publication.Public;

    private Publication LevelOf(PersonId id) => levels.GetValueOrDefault(sets.Find(id));

    // An id of the record or of a list elsewhere tells who it is. Ids that records give for one another are named anew with them.
    private void NameAnew()
    {
        var taken = dataset.People.Select(person => person.Id).ToHashSet();
        int last = 0;
        foreach (Person person in dataset.People.Where(person => LevelOf(person.Id) != Publication.Public))
        {
            foreach (PersonId id in person.SameAs.Concat(person.MayBeSameAs).Prepend(person.Id).Where(id => !ids.ContainsKey(id)))
            {
                PersonId anew;
                do
                {
                    anew = PersonId.From("withheld-" + (++last).ToString(CultureInfo.InvariantCulture));
                }
                while (taken.Contains(anew));
                ids.Add(id, anew);
            }
        }
    }

    private Person Of(Person person) => LevelOf(person.Id) switch
    {
        Publication.Public => Told(person),
        Publication.NameWithheld => Unnamed(person) with
        {
            Age = person.Age.CanBe ? new(person.Age.Min, person.Age.Max) : default,
            MemberOf = Known(person.MemberOf, actors),
            Fate = person.Fate,
            Publication = Publication.NameWithheld,
        },
        _ => Unnamed(person),
    };

    private Person Told(Person person)
    {
        bool isTied = tied.Contains(person.Id);
        var ties = person.Ties.Where(tie => LevelOf(tie.Person) == Publication.Public).ToValueList();
        return !isTied && ties.Count == person.Ties.Count ? person : person with
        {
            Ties = ties,
            Names = person.Names.Where(name => name.Kind is not (NameKind.Father or NameKind.Mother)).ToValueList(),
        };
    }

    private Person Unnamed(Person person) => new()
    {
        Id = ids[person.Id],
        Incident = Known(person.Incident, incidents),
        Tally = Known(person.Tally, tallies),
        Harm = person.Harm,
        Identification = person.Identification,
        AgeGroup = person.AgeGroup == AgeGroup.Any ? person.Age.Group : person.AgeGroup,
        Sex = person.Sex,
        Status = person.Status,
        Date = person.Date is { } date ? new ReportedDate(date.Date) : null,
        Place = person.Place is { } place
            ? new() { Regions = place.Regions.Where(regions.Contains).ToValueList(), Precision = place.Precision }
            : null,
        Cause = person.Cause,
        Directness = person.Directness,
        Citations = person.Citations.Where(citation => sources.Contains(citation.Source))
            .Select(citation => new Citation { Source = citation.Source, Via = Known(citation.Via, sources) })
            .ToValueList(),
        Verification = person.Verification,
        IndependentSources = new(person.IndependentSources.Low, person.IndependentSources.Best, person.IndependentSources.High),
        Publication = Publication.Withheld,
        WithheldBecause = person.WithheldBecause,
        SameAs = Anew(person.SameAs),
        MayBeSameAs = Anew(person.MayBeSameAs),
    };

    private ValueList<PersonId> Anew(ValueList<PersonId> others) => others.Select(id => ids[id]).ToValueList();

    // An id that no record bears is a text like any other.
    private static TId? Known<TId>(TId? id, HashSet<TId> known)
        where TId : struct =>
        id is { } named && known.Contains(named) ? id : null;
}
