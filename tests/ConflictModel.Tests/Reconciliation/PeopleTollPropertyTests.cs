using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Time;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>Laws of tolls that are counted from people: for random lists, with records that disagree and undecided pairs.</summary>
public class PeopleTollPropertyTests
{
    private static readonly string[] Days = ["2024-06-03", "2024-07-04", "2024-06-30/2024-07-01", "2024-06", "2024", "2019/.."];

    private static readonly RegionId[][] Places =
    [
        [], [KnownRegions.Homs], [KnownRegions.Raqqa], [KnownRegions.Homs, KnownRegions.Raqqa], [KnownRegions.Raqqa, KnownRegions.Hama],
        [KnownRegions.Syria], [KnownRegions.Badia],
    ];

    private static readonly PersonKey Month = PersonKey.Period(BucketScheme.Month);

    private static readonly ValueList<PersonKey> Keys =
    [
        .. PersonKey.Sdg1612, PersonKey.AgeAndSex, Month, PersonKey.Period(BucketScheme.Year),
        PersonKey.Region(RegionKind.Governorate), PersonKey.Region(RegionKind.Country),
    ];

    private static readonly Gen<Person> Somebody = Gen.Select(
        Gen.Enum<Sex>(),
        Gen.Select(Gen.Enum<AgeGroup>(), OneOf<Age>(default, 5, 40, Age.Read("about 18"))),
        Gen.Enum<PersonStatus>(),
        Gen.Select(OneOf(Cause.Unknown, Cause.SmallArms, Cause.Cbrn), Gen.Enum<Identification>()),
        Gen.Int[-1, Days.Length - 1],
        Gen.Int[0, Places.Length - 1],
        Gen.Select(OneOf(Harm.Killed, Harm.Killed, Harm.Killed, Harm.Wounded, Harm.Missing, Harm.KilledOrWounded), Gen.Enum<Publication>()),
        Gen.Bool,
        (sex, age, status, cause, day, place, harm, hasIncident) => new Person
        {
            Id = PersonId.From("x"),
            Harm = harm.Item1,
            Sex = sex,
            AgeGroup = age.Item1,
            Age = age.Item2,
            Status = status,
            Cause = cause.Item1,
            Identification = cause.Item2,
            Date = day < 0 ? null : new ReportedDate(UncertainDate.Parse(Days[day])),
            Place = Places[place].Length == 0 ? null : new() { Regions = [.. Places[place]] },
            Incident = hasIncident ? IncidentId.From("i") : null,
            Publication = harm.Item2,
            Citations = hasIncident ? [SourceId.From("s")] : [SourceId.From("s"), SourceId.From("t")],
            IndependentSources = 2,
        });

    private static readonly Gen<ConflictDataset> Lists = Gen.Select(
        Somebody.Array[1, 6],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 2],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 4],
        (people, same, perhaps) => new ConflictDataset
        {
            Sources = [new() { Id = SourceId.From("s"), Name = "S" }, new() { Id = SourceId.From("t"), Name = "T" }],
            Regions = KnownRegions.All,
            Incidents = [Fake.Make("i", "2024-07-03", 0, KnownRegions.Homs)],
            People =
            [
                .. people.Select((person, i) => person with
                {
                    Id = IdOf(i),
                    SameAs = NamedBy(i, same, people.Length),
                    MayBeSameAs = NamedBy(i, perhaps, people.Length),
                }),
            ],
        });

    [Fact]
    public void Every_count_is_the_least_and_the_most_of_all_ways_to_decide_and_to_settle_what_is_open() => Lists.Sample(dataset =>
    {
        ListedToll listed = dataset.People.ToToll(dataset, Harm.Killed, Keys);
        Person[][][][] worlds = [.. PeopleWorlds.Of([.. dataset.People], person => person.Harm == Harm.Killed)];
        Wordings.Default.Read(listed.Toll.Count).Should().Be(Hull(worlds, world => (world.Length, world.Length)));
        Check(PersonKey.Sex, person => Said(person.Sex is Sex.Any or Sex.Unknown ? "" : JsonName.Of(person.Sex)), "sex_unknown");
        Check(PersonKey.AgeGroup, AgeOf, "age_unknown");
        Check(PersonKey.Cause, person => Said(person.Cause == Cause.Unknown ? "" : JsonName.Of(person.Cause)), "unknown");
        Check(PersonKey.Status, StatusOf, ".unidentified");
        Check(Month, person => MonthsOf(person.Date?.ToString() ?? (person.Incident is null ? "" : "2024-07-03")), null);

        void Check(PersonKey key, Func<Person, string[]> say, string? unknown)
        {
            Breakdown? breakdown = listed.Toll.Breakdowns.FirstOrDefault(
                one => one.By == key.Axis && (key != PersonKey.Sex || one.Parts[0].Victims!.Age == AgeGroup.Any)
                    && (key != PersonKey.AgeGroup || one.Parts[0].Victims!.Sex == Sex.Any));
            string[] all = [.. worlds.SelectMany(world => world.SelectMany(group => PeopleWorlds.Open(group, say))).Distinct()];
            Dictionary<string, Bounds> expected = all.ToDictionary(one => one == "?" ? unknown ?? "?" : one, value => Hull(
                worlds,
                world => (
                    world.Count(group => PeopleWorlds.Open(group, say) is [var only] && only == value),
                    world.Count(group => PeopleWorlds.Open(group, say).Contains(value)))));
            listed.NotKnown(key).Should().Be(expected.GetValueOrDefault(unknown ?? "?", Bounds.Zero));
            expected.Remove("?");
            var found = (breakdown?.Parts ?? default)
                .ToDictionary(part => part.CategoryOn(key.Axis)!.Value.Key, part => Wordings.Default.Read(part.Count));
            if (key != Month || !worlds.SelectMany(world => world.SelectMany(group => group)).Any(IsNarrowed))
            {
                found.OrderBy(one => one.Key).Should().Equal(expected.OrderBy(one => one.Key), $"{key}");
            }

            bool IsNarrowed(Person[] records) => records.Any(record => say(record).Length > PeopleWorlds.Open([records], say).Length);
        }
    }, iter: 500);

    [Fact]
    public void Whatever_is_decided_no_count_leaves_the_range_that_was_said_before() => Lists.Sample(dataset =>
    {
        Dictionary<string, Bounds> before = Counts(dataset);
        foreach (ConflictDataset decided in PeopleWorlds.Decided(dataset))
        {
            Dictionary<string, Bounds> after = Counts(decided);
            foreach (string part in before.Keys.Union(after.Keys))
            {
                Bounds was = before.GetValueOrDefault(part, Bounds.Zero), became = after.GetValueOrDefault(part, Bounds.Zero);
                was.Contains(became).Should().BeTrue($"{part}: {was} became {became}");
            }
        }
    }, iter: 500);

    [Fact]
    public void The_figures_can_all_be_true_together_and_each_end_can_occur() => Lists.Sample(dataset =>
    {
        foreach ((Harm _, Toll toll) in dataset.People.ToCasualties(dataset, Keys).Tolls())
        {
            foreach (Derivation derivation in (Derivation[])[toll.Derive(), dataset.Derive(toll)])
            {
                derivation.Contradictions.Should().BeEmpty();
                derivation.Warnings.Should().BeEmpty();
                foreach (DerivedFigure figure in derivation.Figures.Where(figure => figure.Kind is FigureKind.Part or FigureKind.Whole))
                {
                    (figure.Bounds.Lower, figure.Bounds.Upper).Should().Be(
                        (figure.ReportedBounds.Lower, figure.ReportedBounds.Upper), figure.Path.Value);
                }
            }
        }
    }, iter: 500);

    [Fact]
    public void A_report_that_counts_its_list_so_validates() => Lists.Sample(dataset =>
    {
        var casualties = dataset.People.Where(person => person.Incident is not null).ToCasualties(dataset, Keys);
        Report report = new()
        {
            Citation = SourceId.From("s"), Basis = new() { Kind = BasisKind.NamedList }, Casualties = casualties,
        };
        ConflictDataset reported = dataset with { Incidents = [dataset.Incidents[0] with { Reports = [report] }] };
        string[] listCodes = [FindingCodes.ListExceedsCount, FindingCodes.NamedListDiffers, FindingCodes.ListedInPart];
        reported.Validate().Where(finding => listCodes.Contains(finding.Code)
            || (finding.Pointer.ToString().StartsWith("/incidents", StringComparison.Ordinal) && finding.Severity == Severity.Error))
            .Should().BeEmpty();
    }, iter: 500);

    [Fact]
    public void Withheld_people_are_counted_as_they_are() => Lists.Sample(dataset =>
    {
        ConflictDataset edition = dataset.ForPublication();
        foreach (Harm harm in Enum.GetValues<Harm>())
        {
            edition.People.ToToll(edition, harm, Keys).Should().Be(dataset.People.ToToll(dataset, harm, Keys));
        }
    }, iter: 500);

    /// <summary>Each part of each breakdown, by the key and the path; who has no value; and the overlap of two lists.</summary>
    private static Dictionary<string, Bounds> Counts(ConflictDataset dataset)
    {
        var counts = new Dictionary<string, Bounds>();
        foreach (PersonKey key in Keys)
        {
            ListedToll listed = dataset.People.ToToll(dataset, Harm.Killed, [key]);
            counts[""] = Wordings.Default.Read(listed.Toll.Count);
            counts[$"{key}?"] = listed.NotKnown(key);
            foreach (DerivedFigure part in listed.Toll.Derive().Figures.Where(figure => figure.Kind == FigureKind.Part))
            {
                counts[$"{key} {part.Path}"] = part.ReportedBounds;
            }
        }

        foreach (ListOverlap.Pattern pattern in
            new DistinctPeople(dataset.People).Overlap(dataset.People, SourceId.From("s"), SourceId.From("t")).Patterns)
        {
            counts[string.Join(" and ", pattern.Lists)] = pattern.People;
        }

        return counts;
    }

    private static Bounds Hull(Person[][][][] worlds, Func<Person[][][], (int Least, int Most)> count) =>
        new(worlds.Min(world => count(world).Least), worlds.Max(world => count(world).Most));

    private static string[] Said(string value) => value.Length == 0 ? [] : [value];

    private static string[] AgeOf(Person person) => person.ToVictims().Age switch
    {
        AgeGroup.Child => ["children"],
        AgeGroup.Adult or AgeGroup.Elderly => ["adults"],
        _ => [],
    };

    private static string[] StatusOf(Person person) => person.Status switch
    {
        PersonStatus.Civilian => [".civilians"],
        PersonStatus.OtherProtected => [".otherProtected"],
        PersonStatus.Unknown => [],
        _ => [".combatants"],
    };

    private static string[] MonthsOf(string date) => date switch
    {
        "" or "2019/.." => [],
        "2024-06-30/2024-07-01" => ["2024-06", "2024-07"],
        "2024" => [.. Enumerable.Range(1, 12).Select(month => $"2024-{month:00}")],
        _ => [date[..7]],
    };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static ValueList<PersonId> NamedBy(int number, (int By, int Other)[] pairs, int count) =>
        pairs.Where(pair => pair.By == number && pair.Other < count).Select(pair => IdOf(pair.Other)).ToValueList();

    private static PersonId IdOf(int i) => PersonId.From($"p{i}");
}
