namespace ConflictModel.Matching;

/// <summary>Two records compared field by field.</summary>
internal sealed class PersonComparison
{
    // In years: who estimates an age is some years off, and nobody takes a child for a grandfather.
    private const int Slip = 1;
    private const int FarApart = 5;

    // How much less speaks for a pair for each thing that differs, in halvings.
    private const int CostOfDifference = 4;

    private static readonly ComparedField[] Fields = Enum.GetValues<ComparedField>();

    private readonly Agreement[] agreements = new Agreement[Fields.Length + 1];
    private readonly PersonProfile one;
    private readonly PersonProfile other;
    private readonly int agreeing;

    // An age that no slip explains; the group alone never tells.
    private readonly bool isFarAge;

    private PersonComparison(PersonProfile one, PersonProfile other, PersonList list, NameResult name, bool areTwo)
    {
        (this.one, this.other, Name) = (one, other, name);
        Agreement day = Day();
        Agreement place = list.Regions.Compare(one.Place, other.Place);
        if (one.Person.Incident is { } incident && incident == other.Person.Incident)
        {
            day = day == Agreement.NotKnown ? Agreement.Compatible : day;
            place = place == Agreement.NotKnown ? Agreement.Compatible : place;
        }

        (Agreement age, isFarAge) = Age();
        ExternalId? shared = one.Person.ExternalIds.Where(id => other.Person.ExternalIds.Contains(id)).FirstOrDefault();
        Agreement born = one.Born.Compare(other.Born);
        (Agreement mother, int ofMother) = Mother(list.Rarity);
        this[ComparedField.Name] = name.Agreement;
        this[ComparedField.Father] = Father(list.Rarity);
        this[ComparedField.Mother] = mother;
        this[ComparedField.Born] = born;
        this[ComparedField.Age] = age;
        this[ComparedField.Sex] = Sex();
        this[ComparedField.Day] = day;
        this[ComparedField.Place] = place;
        this[ComparedField.Harm] = Harm();
        this[ComparedField.ExternalId] = shared is null ? Agreement.NotKnown : Agreement.Same;
        this[ComparedField.Tie] = areTwo ? Agreement.Differs : Agreement.NotKnown;

        Rarity rarity = list.Rarity;
        agreeing = name.Weight + ofMother
            + Math.Max(rarity.OfBirth(one.Born, other.Born, born), rarity.OfAge(one.ExactAge, other.ExactAge, age))
            + rarity.OfDayAndPlace(one, other, day, place)
            + (shared is null ? 0 : rarity.OfExternal(shared));
    }

    /// <summary>How the names compare.</summary>
    public NameResult Name { get; }

    /// <summary>How all fields compare.</summary>
    public ValueList<PersonProposals.Reason> Reasons => [.. Fields.Select(one => new PersonProposals.Reason(one, this[one]))];

    /// <summary>What agrees, less what differs: in halvings.</summary>
    public int Weight => agreeing - (CostOfDifference * Differences);

    /// <summary>How many of the things differ that somebody may have got wrong; an age that is far apart counts twice.</summary>
    public int Differences =>
        Differs(ComparedField.Born) + Differs(ComparedField.Age) + Differs(ComparedField.Sex) + Differs(ComparedField.Day)
            + Differs(ComparedField.Place) + (isFarAge ? 1 : 0);

    /// <summary>Whether something differs that no slip explains.</summary>
    public bool Excludes =>
        Differs(ComparedField.Name) + Differs(ComparedField.Father) + Differs(ComparedField.Mother)
            + Differs(ComparedField.Harm) + Differs(ComparedField.Tie) > 0;

    /// <summary>Whether something agrees that tells namesakes apart.</summary>
    public bool TellsNamesakesApart =>
        Name.Parts > 2 || Known(ComparedField.Father) || Known(ComparedField.Mother) || Known(ComparedField.Born)
            || Known(ComparedField.Age) || Known(ComparedField.ExternalId);

    /// <summary>How many things other than the names, and but for the place, are not those of one person.</summary>
    public int Exclusions =>
        Differs(ComparedField.Father) + Differs(ComparedField.Mother) + Differs(ComparedField.Born) + (isFarAge ? 1 : 0)
            + Differs(ComparedField.Sex) + Differs(ComparedField.Day) + Differs(ComparedField.Harm);

    /// <summary>How a field compares.</summary>
    public Agreement this[ComparedField field]
    {
        get => agreements[(int)field];
        private init => agreements[(int)field] = value;
    }

    /// <summary>Compares two records whose names are compared already.</summary>
    public static PersonComparison Of(PersonProfile one, PersonProfile other, PersonList list, NameResult name, bool areTwo) =>
        new(one, other, list, name, areTwo);

    private int Differs(ComparedField field) => this[field] == Agreement.Differs ? 1 : 0;

    private bool Known(ComparedField field) => this[field] is Agreement.Same or Agreement.Compatible;

    private static PartLikeness Nearer(PartLikeness one, PartLikeness other) => one == PartLikeness.None || other == PartLikeness.Same
        ? other
        : one;

    // Where one record has the father's name for itself and the other in the middle of three, they are compared too.
    private Agreement Father(Rarity rarity)
    {
        NamePart[] mine = FathersOf(one), theirs = FathersOf(other);
        PartLikeness likeness = PartLikeness.None;
        foreach (NamePart father in mine)
        {
            foreach (NamePart dad in theirs)
            {
                likeness = Nearer(likeness, father.Compare(dad, rarity.RareSpelling));
            }
        }

        bool isSaid = mine.Length > 0 && theirs.Length > 0 && mine.Any(father => theirs.Any(dad => AreComparable(father, dad)));
        return !isSaid || one.Fathers.Length + other.Fathers.Length == 0 ? Agreement.NotKnown
            : likeness == PartLikeness.Same ? Agreement.Same
            : likeness == PartLikeness.Near ? Agreement.Compatible
            : one.Fathers.Length > 0 && other.Fathers.Length > 0 ? Agreement.Differs : Agreement.NotKnown;
    }

    private static NamePart[] FathersOf(PersonProfile one) =>
        one.Fathers.Length > 0 ? one.Fathers : [.. one.Names.Where(name => name.Length > 2).Select(name => name[1])];

    private static bool AreComparable(NamePart one, NamePart other) => one.Sound is null == other.Sound is null;

    private (Agreement Agreement, int Weight) Mother(Rarity rarity)
    {
        (Agreement found, int weight) = (Agreement.NotKnown, 0);
        foreach (NamePart[] mine in one.Mothers)
        {
            foreach (NamePart[] theirs in other.Mothers)
            {
                NameResult result = NameComparer.Compare(mine, theirs, rarity);
                bool isWhole = result is { Agreement: Agreement.Compatible, Parts: 1 }
                    && mine[0].Compare(theirs[0], 0) == PartLikeness.Same;
                Agreement agreement = isWhole ? Agreement.Same : result.Agreement;
                if (found is Agreement.NotKnown or Agreement.Differs || (result.Weight > weight && agreement != Agreement.Differs))
                {
                    (found, weight) = (agreement == Agreement.NotKnown ? found : agreement, result.Weight);
                }
            }
        }

        return (found, weight);
    }

    private (Agreement Agreement, bool IsFar) Age()
    {
        Age mine = one.Person.Age, theirs = other.Person.Age;
        if (mine is { Min: { } min, Max: { } max } && theirs is { Min: { } from, Max: { } to })
        {
            int apart = Math.Max(from - max, min - to);
            return apart > Slip ? (Agreement.Differs, apart > FarApart)
                : max - min + to - from == 0 && apart == 0 ? (Agreement.Same, false)
                : Math.Max(max - min, to - from) <= 2 * FarApart ? (Agreement.Compatible, false) : (Agreement.NotKnown, false);
        }

        AgeGroup group = GroupOf(one.Person), against = GroupOf(other.Person);
        return (group, against) is (AgeGroup.Child, AgeGroup.Adult or AgeGroup.Elderly)
            or (AgeGroup.Adult or AgeGroup.Elderly, AgeGroup.Child)
            ? (Agreement.Differs, false)
            : (Agreement.NotKnown, false);
    }

    private static AgeGroup GroupOf(Person person) => person.AgeGroup == AgeGroup.Any ? person.Age.Group : person.AgeGroup;

    private Agreement Sex() => (one.Person.Sex, other.Person.Sex) switch
    {
        (ConflictModel.Sex.Male, ConflictModel.Sex.Male) or (ConflictModel.Sex.Female, ConflictModel.Sex.Female) => Agreement.Same,
        (ConflictModel.Sex.Male, ConflictModel.Sex.Female) or (ConflictModel.Sex.Female, ConflictModel.Sex.Male) => Agreement.Differs,
        _ => Agreement.NotKnown,
    };

    // Nobody is killed twice; wounded, detained or driven away one may be on any number of days.
    private Agreement Day()
    {
        Agreement found = one.Day.Compare(other.Day);
        return found == Agreement.Differs && !AreBothKilled() ? Agreement.NotKnown : found;
    }

    private bool AreBothKilled() => one.Person.Harm == ConflictModel.Harm.Killed && other.Person.Harm == ConflictModel.Harm.Killed;

    private Agreement Harm() =>
        one.Person.Harm == other.Person.Harm ? Agreement.Same
        : IsHarmedAfterDeath(one, other) || IsHarmedAfterDeath(other, one) ? Agreement.Differs
        : Agreement.Compatible;

    private static bool IsHarmedAfterDeath(PersonProfile dead, PersonProfile alive) =>
        dead.Person.Harm == ConflictModel.Harm.Killed
        && alive.Person.Harm is not (ConflictModel.Harm.Killed or ConflictModel.Harm.KilledOrWounded)
        && dead.Day.Last + 1 < alive.Day.First;
}
