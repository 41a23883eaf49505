using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Time;

namespace ConflictModel.Tests.Reconciliation;

public class PeopleTollTests
{
    private static readonly PersonKey Month = PersonKey.Period(BucketScheme.Month);
    private static readonly PersonKey Governorate = PersonKey.Region(RegionKind.Governorate);

    [Fact]
    public void What_the_SDG_indicator_asks_for_is_one_call()
    {
        ConflictDataset dataset = Listing(
            Of(1) with { Sex = Sex.Female, Age = 30, Status = PersonStatus.Civilian, Cause = Cause.HeavyWeapons },
            Of(2) with { Sex = Sex.Female, Age = 7, Status = PersonStatus.Civilian, Cause = Cause.HeavyWeapons },
            Of(3) with { Sex = Sex.Male, AgeGroup = AgeGroup.Elderly, Status = PersonStatus.OtherProtected, Cause = Cause.SmallArms },
            Of(4) with { Sex = Sex.Male, Age = Age.Read("about 18"), Status = PersonStatus.ArmedForces },
            Of(5) with { Status = PersonStatus.DirectlyParticipating },
            Of(6));

        ListedToll killed = dataset.People.ToToll(dataset, Harm.Killed, by: PersonKey.Sdg1612);

        killed.Toll.Count.Should().Be(Estimate.Exactly(6));
        Figures(killed).Should().Equal(
            ("demographic:female", "2"), ("demographic:male", "2"), ("demographic:sex_unknown", "2"),
            ("demographic:children", "1"), ("demographic:adults", "2"), ("demographic:adults/demographic:elderly", "1"),
            ("demographic:age_unknown", "3"),
            ("method:heavyWeapons", "2"), ("method:smallArms", "1"), ("method:unknown", "3"),
            ("victim:.civilians", "2"), ("victim:.otherProtected", "1"), ("victim:.combatants", "2"),
            ("victim:.combatants/victim:.combatants.armedForces", "1"),
            ("victim:.combatants/victim:.combatants.directlyParticipating", "1"), ("victim:.unidentified", "1"));
        killed.Unknowns.Select(one => one.People).Should().Equal(
            Bounds.Exactly(2), Bounds.Exactly(3), Bounds.Exactly(3), Bounds.Exactly(1));
        killed.NotKnown(PersonKey.Cause).Should().Be(Bounds.Exactly(3));
    }

    [Fact]
    public void None_unknown_is_said_and_is_no_part()
    {
        ListedToll killed = TollBy(PersonKey.Sex, Of(1) with { Sex = Sex.Female });
        Figures(killed).Should().Equal(("demographic:female", "1"));
        killed.NotKnown(PersonKey.Sex).Should().Be(Bounds.Zero);
        FluentActions.Invoking(() => killed.NotKnown(PersonKey.Cause)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Missing_is_not_dead_and_nobody_of_another_harm_is_counted()
    {
        ConflictDataset dataset = Listing(
            Of(1), Of(2), Of(3) with { Harm = Harm.Missing }, Of(4) with { Harm = Harm.Wounded }, Of(5) with { Harm = Harm.Displaced });
        dataset.People.ToToll(dataset, Harm.Killed).Toll.Should().Be(Toll.Of(2));
        dataset.People.ToToll(dataset, Harm.Abducted).Toll.Should().Be(Toll.Of(0), "nobody is listed");
        dataset.People.ToCasualties(dataset).Should().Be(new Casualties
        {
            Killed = Toll.Of(2), Missing = Toll.Of(1), Wounded = Toll.Of(1), Displaced = Toll.Of(1),
        });
        FluentActions.Invoking(() => dataset.People.ToToll(dataset, default)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Of_the_killed_or_wounded_are_all_who_were_either_and_each_once()
    {
        Person died = Of(2) with { SameAs = [PersonId.From("p1")] };
        ConflictDataset dataset = Listing(
            Of(1) with { Harm = Harm.Wounded }, died, Of(3) with { Harm = Harm.KilledOrWounded }, Of(4) with { Harm = Harm.Missing });
        dataset.People.ToCasualties(dataset).Should().Be(new Casualties
        {
            Killed = Toll.Of(Estimate.Between(1, 2)), Wounded = Toll.Of(Estimate.Between(1, 2)), KilledOrWounded = Toll.Of(2),
            Missing = Toll.Of(1),
        });
        dataset.People.ToToll(dataset, Harm.Killed).Toll.Should().Be(Toll.Of(1), "nobody else is said to be dead");
    }

    [Fact]
    public void Records_of_one_person_count_once_and_a_record_that_does_not_know_disagrees_with_nobody()
    {
        ListedToll killed = TollBy(
            PersonKey.Sex,
            Of(1) with { Sex = Sex.Female },
            Of(2) with { Sex = Sex.Unknown, SameAs = [PersonId.From("p1")] },
            Of(3) with { SameAs = [PersonId.From("p2")] });
        killed.Toll.Count.Should().Be((Estimate)1);
        Figures(killed).Should().Equal(("demographic:female", "1"));
    }

    [Fact]
    public void Whom_records_disagree_about_is_perhaps_in_each_group_and_certainly_in_none()
    {
        ListedToll killed = TollBy(
            PersonKey.Sex, Of(1) with { Sex = Sex.Female }, Of(2) with { Sex = Sex.Male, SameAs = [PersonId.From("p1")] });
        killed.Toll.Count.Should().Be((Estimate)1);
        Figures(killed).Should().Equal(("demographic:female", "0 to 1"), ("demographic:male", "0 to 1"));
        killed.NotKnown(PersonKey.Sex).Should().Be(Bounds.Zero, "something is said");
    }

    [Fact]
    public void An_undecided_pair_is_a_range_of_the_whole_and_of_the_groups_it_may_be_in()
    {
        Person[] women = [Of(1) with { Sex = Sex.Female }, Of(2) with { Sex = Sex.Female, MayBeSameAs = [PersonId.From("p1")] }];
        ListedToll agreed = TollBy(PersonKey.Sex, women);
        agreed.Toll.Count.Should().Be(Estimate.Between(1, 2));
        Figures(agreed).Should().Equal(("demographic:female", "1 to 2"));

        Figures(TollBy(PersonKey.Sex, women[0], women[1] with { Sex = Sex.Male }))
            .Should().Equal(("demographic:female", "0 to 1"), ("demographic:male", "0 to 1"));

        ListedToll unsaid = TollBy(PersonKey.Sex, women[0], women[1] with { Sex = Sex.Any });
        Figures(unsaid).Should().Equal(("demographic:female", "1"), ("demographic:sex_unknown", "0 to 1"));
        unsaid.NotKnown(PersonKey.Sex).Should().Be(new Bounds(0, 1));
    }

    [Fact]
    public void What_own_records_settle_is_open_again_for_whoever_may_be_one_with_somebody_whose_record_disagrees()
    {
        Person[] one = [Dated(1, "2024-06/2024-07"), Dated(2, "2024-06") with { SameAs = [Of(1).Id] }];
        Figures(TollBy(Month, [.. one, Dated(3, "2024-08")])).Should().Equal(("period:2024-06", "1"), ("period:2024-08", "1"));
        Figures(TollBy(Month, [.. one, Dated(3, "2024-08") with { MayBeSameAs = [Of(1).Id] }])).Should().Equal(
            ("period:2024-06", "0 to 1"), ("period:2024-07", "0 to 1"), ("period:2024-08", "0 to 1"));

        static Person Dated(int number, string date) => Of(number) with { Date = new ReportedDate(UncertainDate.Parse(date)) };
    }

    [Fact]
    public void Records_that_are_not_counted_still_say_who_is_whom()
    {
        ConflictDataset dataset = Listing(
            Of(1) with { Sex = Sex.Female },
            Of(2) with { Harm = Harm.Missing, Sex = Sex.Male, SameAs = [PersonId.From("p1"), PersonId.From("p3")] },
            Of(3));
        ListedToll killed = dataset.People.Where(person => person.Harm == Harm.Killed).ToToll(dataset, Harm.Killed, [PersonKey.Sex]);
        Figures(killed).Should().Equal(("demographic:female", "1"));
    }

    [Fact]
    public void Women_men_girls_and_boys_are_put_together_from_what_records_of_one_person_say()
    {
        ListedToll killed = TollBy(
            PersonKey.AgeAndSex,
            Of(1) with { Sex = Sex.Female },
            Of(2) with { Age = 40, SameAs = [PersonId.From("p1")] },
            Of(3) with { Sex = Sex.Male },
            Of(4) with { AgeGroup = AgeGroup.Child, Sex = Sex.Female },
            Of(5) with { AgeGroup = AgeGroup.Elderly, Sex = Sex.Female },
            Of(6));
        Figures(killed).Should().Equal(
            ("demographic:girls", "1"), ("demographic:women", "2"), ("demographic:women/demographic:elderly_women", "1"),
            ("demographic:male_of_unknown_age", "1"), ("demographic:age_and_sex_unknown", "1"));
        killed.NotKnown(PersonKey.AgeAndSex).Should().Be(Bounds.Exactly(1));
    }

    [Fact]
    public void An_undecided_pair_that_may_complete_each_other_is_perhaps_a_woman() =>
        Figures(TollBy(
            PersonKey.AgeAndSex, Of(1) with { Sex = Sex.Female }, Of(2) with { Age = 40, MayBeSameAs = [PersonId.From("p1")] }))
            .Should().Equal(
                ("demographic:women", "0 to 1"), ("demographic:adults_of_unknown_sex", "0 to 1"),
                ("demographic:female_of_unknown_age", "0 to 1"));

    [Fact]
    public void A_persons_own_place_comes_first_then_the_incidents_and_who_has_neither_is_in_no_part()
    {
        ListedToll killed = TollBy(
            Governorate,
            Of(1) with { Place = In(KnownRegions.Raqqa) },
            Of(2),
            Of(3) with { Incident = null },
            Of(4) with { Place = new() { Wording = "near the river" } },
            Of(5) with { Place = In(RegionId.From("nowhere")) });
        Figures(killed).Should().BeEquivalentTo([("region:homs", "3"), ("region:raqqa", "1")]);
        killed.Toll.Breakdowns[0].Kind.Should().Be(BreakdownKind.Inclusion);
        killed.NotKnown(Governorate).Should().Be(Bounds.Exactly(1));
    }

    [Fact]
    public void Where_everybody_has_a_place_the_regions_make_up_the_whole()
    {
        ListedToll killed = TollBy(Governorate, Of(1), Of(2) with { Place = In(KnownRegions.Raqqa) });
        killed.Toll.Breakdowns[0].Kind.Should().Be(BreakdownKind.Partition);
        killed.NotKnown(Governorate).Should().Be(Bounds.Zero);
    }

    [Fact]
    public void Who_was_in_one_of_two_governorates_is_perhaps_in_each_and_who_was_in_the_country_perhaps_in_none()
    {
        Figures(TollBy(Governorate, Of(1) with { Place = In(KnownRegions.Raqqa, KnownRegions.Homs) }))
            .Should().BeEquivalentTo([("region:homs", "0 to 1"), ("region:raqqa", "0 to 1")]);
        ListedToll somewhere = TollBy(Governorate, Of(1) with { Place = In(KnownRegions.Syria) });
        Figures(somewhere).Should().OnlyContain(figure => figure.Count == "0 to 1").And.Contain(("region:raqqa", "0 to 1"));
        somewhere.NotKnown(Governorate).Should().Be(new Bounds(0, 1));
        TollBy(Governorate, Of(1) with { Place = In(KnownRegions.Homs, KnownRegions.Syria) }).NotKnown(Governorate)
            .Should().Be(new Bounds(0, 1), "the country may be what is right");
    }

    [Fact]
    public void A_date_that_spans_two_months_is_certain_in_neither_and_is_in_one_year()
    {
        Person person = Of(1) with { Date = Day("2024-06-30/2024-07-01") };
        Figures(TollBy(Month, person)).Should().Equal(("period:2024-06", "0 to 1"), ("period:2024-07", "0 to 1"));
        Figures(TollBy(PersonKey.Period(BucketScheme.Year), person)).Should().Equal(("period:2024", "1"));
        Figures(TollBy(Month, Of(1) with { Date = Day("[2024-06-03,2024-08-04]") })).Should().Equal(
            ("period:2024-06", "0 to 1"), ("period:2024-08", "0 to 1"));
    }

    [Theory]
    [InlineData("2023-01-01/2024-02-04", 0)]
    [InlineData("2023-01-01/2024-02-05", 1)]
    public void A_date_of_more_than_400_days_is_of_no_known_day(string date, long unknown) =>
        TollBy(PersonKey.Period(BucketScheme.Day), Of(1) with { Date = Day(date) }).NotKnown(PersonKey.Period(BucketScheme.Day))
            .Should().Be(Bounds.Exactly(unknown));

    [Theory]
    [InlineData("2019/..")]
    [InlineData("0001/9999")]
    [InlineData("/")]
    public void A_date_without_an_end_or_of_centuries_is_of_no_known_month(string date)
    {
        ListedToll killed = TollBy(Month, Of(1) with { Date = Day(date) }, Of(2));
        Figures(killed).Should().Equal(("period:2024-07", "1"));
        killed.NotKnown(Month).Should().Be(Bounds.Exactly(1));
    }

    [Fact]
    public void Periods_are_dates_that_other_reports_print()
    {
        Person person = Of(1) with { Date = Day("2024-07-03") };
        (BucketScheme, string)[] labels =
        [
            (BucketScheme.Day, "2024-07-03"), (BucketScheme.IsoWeek, "2024-07-01/2024-07-07"), (BucketScheme.Month, "2024-07"),
            (BucketScheme.Quarter, "2024-35"), (BucketScheme.Half, "2024-41"), (BucketScheme.Year, "2024"),
        ];
        foreach ((BucketScheme buckets, string label) in labels)
        {
            TollBy(PersonKey.Period(buckets), person).Toll.Breakdowns[0].Parts[0].Period.Should().Be(Day(label));
        }
    }

    [Fact]
    public void Regions_that_may_overlap_are_no_level() => FluentActions.Invoking(() => PersonKey.Region(RegionKind.Natural))
        .Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Keys_that_ask_the_same_are_equal()
    {
        PersonKey.Region(RegionKind.District).Should().Be(PersonKey.Region(RegionKind.District));
        PersonKey.Region(RegionKind.District).Should().NotBe(Governorate);
        PersonKey.Period(BucketScheme.Month).Should().Be(Month);
    }

    [Fact]
    public void What_is_listed_under_one_incident_can_be_counted_by_itself()
    {
        ConflictDataset dataset = Listing(Of(1), Of(2) with { Incident = null });
        dataset.People.Where(person => person.Incident == IncidentId.From("i")).ToToll(dataset, Harm.Killed).Toll.Should().Be(Toll.Of(1));
    }

    [Fact]
    public void Every_member_of_every_closed_list_has_an_answer()
    {
        Person[] people =
        [
            .. Enum.GetValues<Cause>().Select((cause, i) => Of(i) with { Cause = cause }),
            .. Enum.GetValues<PersonStatus>().Select((status, i) => Of(100 + i) with { Status = status }),
            .. Enum.GetValues<Sex>().Select((sex, i) => Of(200 + i) with { Sex = sex }),
            .. Enum.GetValues<AgeGroup>().Select((age, i) => Of(300 + i) with { AgeGroup = age }),
        ];
        ListedToll killed = TollBy(PersonKey.Cause, people);
        killed.Toll.Breakdowns[0].Parts.Select(part => part.Method).Should().BeEquivalentTo(Enum.GetValues<Cause>().Select(JsonName.Of));
        Figures(TollBy(PersonKey.Status, people)).Should().HaveCount(6);
    }

    [Fact]
    public void Two_hundred_thousand_people_are_counted_in_a_minute()
    {
        Person[] people =
        [
            .. Enumerable.Range(0, 200_000).Select(i => Of(i) with
            {
                Sex = (Sex)(i % 3), Age = i % 90, Cause = (Cause)(i % 11), Date = Day($"2024-{(i % 12) + 1:00}-01"),
                MayBeSameAs = i % 20 == 0 ? [PersonId.From($"p{i + 1}")] : [],
            }),
        ];
        ConflictDataset dataset = Listing(people);
        TimeSpan start = ProcessorTime.Now;
        dataset.People.ToToll(dataset, Harm.Killed, [.. PersonKey.Sdg1612, Month, Governorate]).Toll.Count
            .Should().Be(Estimate.Between(190_000, 200_000));
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<(string Path, string Count)> Figures(ListedToll listed)
    {
        Derivation derivation = listed.Toll.Derive();
        derivation.Contradictions.Should().BeEmpty();
        return derivation.Figures.Where(figure => figure.Kind == FigureKind.Part)
            .Select(figure => (figure.Path.Value, figure.Reported.ToString()));
    }

    private static ListedToll TollBy(PersonKey key, params Person[] people)
    {
        ConflictDataset dataset = Listing(people);
        return dataset.People.ToToll(dataset, Harm.Killed, [key]);
    }

    private static ConflictDataset Listing(params Person[] people) => new()
    {
        Regions = KnownRegions.All,
        Incidents = [Fake.Make("i", "2024-07-03", 0, KnownRegions.Homs)],
        People = [.. people],
    };

    private static Person Of(int number) =>
        new() { Id = PersonId.From($"p{number}"), Harm = Harm.Killed, Incident = IncidentId.From("i") };

    private static ReportedDate Day(string date) => new(UncertainDate.Parse(date));

    private static Place In(params RegionId[] regions) => new() { Regions = [.. regions] };
}
