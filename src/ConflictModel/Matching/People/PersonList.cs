using ConflictModel.Reconciliation;

namespace ConflictModel.Matching;

/// <summary>The records of a list as they are compared, with how many of them bear what.</summary>
internal sealed class PersonList
{
    private const int MaxNames = 12;

    private readonly NameParts parts = new();
    private readonly Dictionary<IncidentId, Incident> incidents = [];
    private readonly DistinctPeople distinct;
    private readonly HashSet<PersonId> withheld;

    public PersonList(IReadOnlyList<Person> people, ConflictDataset? within)
    {
        // Two may be one by way of a record that is not looked at.
        Person[] known = [.. people, .. within?.People ?? default];
        distinct = new(known);
        withheld = [.. known.Where(person => person.Publication != Publication.Public).Select(person => distinct.SetOf(person.Id))];
        foreach (Incident incident in within?.Incidents ?? default)
        {
            incidents.TryAdd(incident.Id, incident);
        }

        All = [.. people.Select(Profile)];
        foreach (PersonProfile profile in All)
        {
            Count(profile);
        }

        Rarity = new(All);
        Regions = new(within?.Regions ?? default);
    }

    /// <summary>The records, in their order.</summary>
    public PersonProfile[] All { get; }

    /// <summary>How rare what they say is.</summary>
    public Rarity Rarity { get; }

    /// <summary>Which places may be one.</summary>
    public PlaceComparer Regions { get; }

    /// <summary>The id that stands for all records that are decided to be of one person.</summary>
    public PersonId IdOf(PersonId id) => distinct.IdOf(id);

    /// <summary>Whether one of two records is, or may be, of somebody withheld: together they tell who that is.</summary>
    public bool AreWithheld(Person one, Person other) =>
        withheld.Contains(distinct.SetOf(one.Id)) || withheld.Contains(distinct.SetOf(other.Id));

    private PersonProfile Profile(Person person, int number)
    {
        Incident? incident = person.Incident is { } id ? incidents.GetValueOrDefault(id) : null;
        NamePart[][] fathers = Named(person, NameKind.Father);
        bool isNamed = person.Identification != Identification.Unidentified;
        return new()
        {
            Person = person,
            Number = number,
            Decided = distinct.IdOf(person.Id),
            Names = isNamed ? Names(person, fathers) : [],
            Nicknames = isNamed ? [.. Named(person, NameKind.Nickname), .. Named(person, NameKind.NomDeGuerre)] : [],
            Fathers = [.. fathers.Select(name => name[0])],
            Mothers = Named(person, NameKind.Mother),
            Born = DaySpan.Of(person.Born),
            Day = DaySpan.Of(person.Date ?? incident?.Date),
            Place = person.Place ?? incident?.Place,
        };
    }

    private NamePart[][] Names(Person person, NamePart[][] fathers)
    {
        var names = new List<NamePart[]>();
        NamePart[][] families = Named(person, NameKind.Family);
        foreach (NamePart[] name in (NamePart[][])[.. Named(person, NameKind.Full), .. Named(person, NameKind.Transliteration)])
        {
            names.Add(WithFather(name, fathers));
        }

        foreach (NamePart[] given in Named(person, NameKind.Given))
        {
            // A family name in another script than the given one is not of the same name, if there is one in its own.
            NamePart[][] own = [.. families.Where(family => AreOfOneScript(given[0], family[0]))];
            foreach (NamePart[] family in own.Length > 0 ? own : families)
            {
                names.Add(WithFather([.. given, .. family], fathers));
            }

            if (families.Length == 0)
            {
                names.Add(WithFather(given, fathers));
            }
        }

        return names.Count <= MaxNames ? [.. names] : [.. names[..MaxNames]];
    }

    private NamePart[][] Named(Person person, NameKind kind) =>
        [.. person.Names.Where(name => name.Kind == kind).Select(name => parts.Of(name.Text)).Where(found => found.Length > 0)];

    private static NamePart[] WithFather(NamePart[] name, NamePart[][] fathers)
    {
        NamePart[]? father = Array.Find(fathers, father => AreOfOneScript(name[0], father[0])) ?? fathers.FirstOrDefault();
        bool isThere = father is null
            || name.Skip(1).Any(part => Array.Exists(fathers, one => part.Compare(one[0], 0) != PartLikeness.None));
        return isThere || name.Length == NameParts.MaxParts ? name : [name[0], father![0], .. name[1..]];
    }

    private static bool AreOfOneScript(NamePart one, NamePart other) => (one.Text[0] >> 8) == (other.Text[0] >> 8);

    private static void Count(PersonProfile profile)
    {
        foreach (NamePart[] name in (NamePart[][])[.. profile.Names, .. profile.Nicknames, .. profile.Mothers])
        {
            for (int i = 0; i < name.Length; i++)
            {
                name[i].OfSound.Add(profile.Number, i == 0);
                name[i].AsSpelt.Add(profile.Number, i == 0);
            }
        }
    }
}
