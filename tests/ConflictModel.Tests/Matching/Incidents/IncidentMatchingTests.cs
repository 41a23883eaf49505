using CsCheck;
using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.Incidents;

public sealed class IncidentMatchingTests
{
    private static readonly ActorId Isis = ActorId.From("isis");
    private static readonly ActorId Wilayat = ActorId.From("wilayat-raqqa");
    private static readonly ActorId Sdf = ActorId.From("sdf");
    private static readonly RegionId Raqqa = RegionId.From("raqqa");
    private static readonly RegionId Tabqa = RegionId.From("tabqa");
    private static readonly RegionId Homs = RegionId.From("homs");

    private static readonly ConflictDataset Known = new()
    {
        Actors = [new() { Id = ActorId.From("civilians"), Name = "civilians", Kind = ActorKind.Civilians }],
        Affiliations =
        [
            new() { Actor = Wilayat, To = Isis, Kind = AffiliationKind.PartOf, Period = new(UncertainDate.Parse("2014-06-29/2017-10-17")) },
        ],
        Regions =
        [
            new() { Id = RegionId.From("syria"), Name = "Syria", Kind = RegionKind.Country },
            new() { Id = Raqqa, Name = "Raqqa", Kind = RegionKind.Governorate, Within = [RegionId.From("syria")] },
            new() { Id = Homs, Name = "Homs", Kind = RegionKind.Governorate, Within = [RegionId.From("syria")] },
            new() { Id = Tabqa, Name = "Tabqa", Kind = RegionKind.Town, Within = [Raqqa] },
        ],
    };

    [Theory]
    [InlineData("2016-05-01", "2016-05-03", MatchVerdict.Possible)]
    [InlineData("2016-05-01", "2016-05-04", null)]
    [InlineData("2016-05-01", "[2016-05-01..2016-05-03]", MatchVerdict.Possible)]
    [InlineData("2016-05-01", "[2016-05-01..2016-05-09]", MatchVerdict.Undecided)]
    [InlineData("2016-05-01", "[2016-05-04..2016-05-09]", null)]
    [InlineData("2016-05-01", "2016-05-01/2016-05-03", MatchVerdict.Undecided)]
    [InlineData("2016-05-01/2016-05-03", "2016-05-02/2016-05-05", MatchVerdict.Possible)]
    [InlineData("2016-05-01/2016-05-20", "2016-05-02/2016-05-05", MatchVerdict.Undecided)]
    [InlineData("2016-05-01", "2014/..", MatchVerdict.Undecided)]
    public void Days_within_the_window_make_a_possible_pair_and_vague_ones_leave_it_open(string one, string other, MatchVerdict? verdict) =>
        VerdictOf(At(one, 34, 38), At(other, 34, 38)).Should().Be(verdict);

    [Theory]
    [InlineData(PlacePrecision.Exact, 0.03, MatchVerdict.Possible)]
    [InlineData(PlacePrecision.Exact, 0.04, null)]
    [InlineData(PlacePrecision.Near, 0, MatchVerdict.Undecided)]
    [InlineData(PlacePrecision.Near, 0.6, null)]
    [InlineData(PlacePrecision.Governorate, 0, MatchVerdict.Undecided)]
    [InlineData(PlacePrecision.Governorate, 40, MatchVerdict.Undecided)]
    public void A_point_that_stands_for_an_area_is_not_near_anything_for_certain(
        PlacePrecision precision, double north, MatchVerdict? verdict)
    {
        Incident exact = At("2016-05-01", 34, 38);
        Incident other = At("2016-05-01", 34 + north, 38);
        VerdictOf(exact, other with { Place = other.Place! with { Precision = precision } }).Should().Be(verdict);
    }

    [Fact]
    public void Parts_of_governorates_that_share_nothing_are_not_one_place_and_one_town_is()
    {
        VerdictOf(In(Raqqa), In(Homs)).Should().BeNull();
        VerdictOf(In(Raqqa), In(Raqqa)).Should().Be(MatchVerdict.Undecided);
        VerdictOf(In(Tabqa), In(Raqqa)).Should().Be(MatchVerdict.Undecided);
        VerdictOf(In(Tabqa), In(Homs)).Should().BeNull();
        VerdictOf(In(Tabqa), In(Tabqa)).Should().Be(MatchVerdict.Possible);
        VerdictOf(In(), In(Tabqa)).Should().Be(MatchVerdict.Undecided);
    }

    [Theory]
    [InlineData("2016-05-01", MatchVerdict.Possible)]
    [InlineData("2018-05-01", MatchVerdict.Impossible)]
    public void An_actor_agrees_with_the_group_that_it_belonged_to_at_the_time(string date, MatchVerdict verdict) =>
        VerdictOf(By(date, Isis), By(date, Wilayat)).Should().Be(verdict);

    [Fact]
    public void Actors_of_whom_none_is_another_rule_a_pair_out_and_civilians_decide_nothing()
    {
        var civilians = ActorId.From("civilians");
        VerdictOf(By("2016-05-01", Isis), By("2016-05-01", Sdf)).Should().Be(MatchVerdict.Impossible);
        VerdictOf(By("2016-05-01", Isis, Sdf), By("2016-05-01", Sdf)).Should().Be(MatchVerdict.Possible);
        VerdictOf(By("2016-05-01", Isis, civilians), By("2016-05-01", civilians, Sdf)).Should().Be(MatchVerdict.Impossible);
        VerdictOf(By("2016-05-01", civilians), By("2016-05-01", Sdf)).Should().Be(MatchVerdict.Possible);
    }

    [Theory]
    [InlineData(IncidentKind.AirStrike, IncidentKind.StateBasedConflict, MatchVerdict.Possible)]
    [InlineData(IncidentKind.AirStrike, IncidentKind.Execution, MatchVerdict.Impossible)]
    [InlineData(IncidentKind.Unknown, IncidentKind.Execution, MatchVerdict.Possible)]
    public void Kinds_agree_by_their_families(IncidentKind one, IncidentKind other, MatchVerdict verdict) =>
        VerdictOf(At("2016-05-01", 34, 38) with { Kind = one }, At("2016-05-01", 34, 38) with { Kind = other }).Should().Be(verdict);

    [Theory]
    [InlineData("at least 5", 0, MatchVerdict.Possible)]
    [InlineData("3", 0, MatchVerdict.Impossible)]
    [InlineData("3", 2, MatchVerdict.Possible)]
    [InlineData("none", 0, MatchVerdict.Possible)]
    public void Figures_that_cannot_meet_rule_a_pair_out(string figure, long apart, MatchVerdict verdict)
    {
        Estimate? killed = figure switch { "at least 5" => Estimate.AtLeast(5), "none" => null, _ => Estimate.Exactly(3) };
        Incident one = Killing(5), other = Killing(5);
        other = killed is { } count ? other with { Reports = [Fake.ReportOf("un", count)] } : other with { Reports = [] };
        Of(one, other, MatchRules.Within(4, 2).FiguresWithin(apart)).Pairs.Single().Verdict.Should().Be(verdict);
    }

    [Fact]
    public void A_taxonomy_that_says_nothing_leaves_a_pair_open()
    {
        MatchRules rules = MatchRules.Within(4, 2).AgreeingOn(new("weapon", incident => incident.Description is { } word ? [word] : []));
        Incident one = At("2016-05-01", 34, 38), other = At("2016-05-01", 34, 38);
        one = one with { Description = "mine" };
        Of(one, other with { Description = "mine" }, rules).Pairs[0].Verdict.Should().Be(MatchVerdict.Possible);
        Of(one, other with { Description = "bomb" }, rules).Pairs[0].Verdict.Should().Be(MatchVerdict.Impossible);
        Of(one, other, rules).Pairs[0].Verdict.Should().Be(MatchVerdict.Undecided);
    }

    [Fact]
    public void A_taxonomy_of_several_depths_is_refused()
    {
        MatchRules rules = MatchRules.Within(4, 2).AgreeingOn(new("weapon", incident => incident.Description!.Split('/').ToValueList()));
        Action mixed = () => Of(
            At("2016-05-01", 34, 38) with { Description = "mine" }, At("2016-05-01", 34, 38) with { Description = "mine/bomb" }, rules);
        mixed.Should().Throw<ArgumentException>().WithMessage("'weapon' gives one record 1 classes and another 2.*");
    }

    [Fact]
    public void The_order_of_the_sources_changes_neither_verdict_nor_score()
    {
        Incident one = By("2016-05-01", Isis, Wilayat), other = By("2016-05-01", Isis, Sdf);
        MatchProposal there = Of(one, other, MatchRules.Within(4, 2)).Pairs.Single();
        MatchProposal back = Of(other, one, MatchRules.Within(4, 2)).Pairs.Single();
        (back.Verdict, back.Score).Should().Be((there.Verdict, there.Score));
    }

    [Fact]
    public void The_more_of_their_actors_two_records_share_the_closer_they_are()
    {
        var rules = MatchRules.Within(4, 2);
        var sna = ActorId.From("sna");
        double whole = Of(By("2016-05-01", Isis), By("2016-05-01", Isis), rules).Pairs.Single().Score;
        double half = Of(By("2016-05-01", Isis, Sdf), By("2016-05-01", Isis, sna), rules).Pairs.Single().Score;
        double member = Of(By("2016-05-01", Isis), By("2016-05-01", Wilayat), rules).Pairs.Single().Score;
        half.Should().BeLessThan(whole);
        member.Should().BeLessThan(whole);
        Of(By("2016-05-01", Isis, Sdf), By("2016-05-01", Isis), rules).Pairs.Single().Score.Should().Be(whole, "all of one side are there");
    }

    [Fact]
    public void Who_belonged_to_a_group_on_some_of_the_days_of_two_records_may_be_it()
    {
        MatchProposal pair = Of(By("2017-10-17", Isis), By("2017-10-19", Wilayat), MatchRules.Within(4, 2)).Pairs.Single();
        pair.Reasons[2].Agrees.Should().Be(Truth.Unknown);
        pair.ToString().Should().Contain("wilayat-raqqa may belong to isis");
        Of(By("2017-10-18", Isis), By("2017-10-19", Wilayat), MatchRules.Within(4, 2)).Pairs.Single().Verdict
            .Should().Be(MatchVerdict.Impossible);
    }

    [Fact]
    public void Each_pair_says_what_agreed_and_what_did_not()
    {
        MatchProposal pair = Of(Killing(5, Isis), Killing(4, Wilayat), MatchRules.Within(4, 2)).Pairs.Single();
        pair.ToString().Should().Be(
            "one and other, impossible: the same day; 0.0 km apart; wilayat-raqqa belongs to isis; battle in both; "
                + "5 and 4 killed can't meet");
        pair.Reasons.Select(reason => reason.Agrees).Should().Equal(Truth.Yes, Truth.Yes, Truth.Yes, Truth.Yes, Truth.No);
    }

    [Theory]
    [InlineData("2016-05-01", "2016-05-02", "1 day apart;")]
    [InlineData("2016-05-01", "2016-05-03", "2 days apart;")]
    [InlineData("2016-05-01", "[2016-05-01..2016-05-09]", "may share a day;")]
    [InlineData("2016-05-01", "[2016-05-02..2016-05-03]", "at least 1 day apart;")]
    [InlineData("2016-05-01/2016-05-03", "2016-05-01/2016-05-03", "the same days;")]
    [InlineData("2016-05-01/2016-05-03", "2016-05-02/2016-05-05", "may share a day;")]
    [InlineData("2016-05-01", "2016-05-01/2016-05-03", "may share a day, and only one of them lasts;")]
    [InlineData("2016-05-01", "2016-05-02/2016-05-03", "at least 1 day apart, and only one of them lasts;")]
    public void How_days_lie_to_each_other_is_said(string one, string other, string words) =>
        Of(At(one, 34, 38), At(other, 34, 38), MatchRules.Within(4, 2)).Pairs.Single().ToString()
            .Should().Contain($": {words}");

    [Fact]
    public void How_places_lie_to_each_other_is_said()
    {
        static string Words(Incident one, Incident other) => Of(one, other, MatchRules.Within(400, 2)).Pairs.Single().Reasons[1].ToString();
        Incident point = At("2016-05-01", 34, 38);
        Words(point, At("2016-05-01", 34.1, 38)).Should().Contain("11.1 km apart").And.NotContain("give or take");
        Words(point, point with { Place = point.Place! with { Precision = PlacePrecision.Near } })
            .Should().Contain("0.0 km apart, give or take");
        Words(In(Raqqa), In(Tabqa)).Should().Contain("raqqa and tabqa");
        Words(point, In()).Should().Contain("the place is not known in both");
    }

    [Fact]
    public void What_is_decided_is_not_proposed_again()
    {
        Incident one = Killing(5), other = Killing(5);
        one = one with { Id = IncidentId.From("one"), SameAs = [IncidentId.From("other")] };
        MatchProposals found = Of(one, other, MatchRules.Within(4, 2));
        found.Pairs.IsEmpty.Should().BeTrue();
        found.Distinct.Should().Be(new DistinctEvents { Events = Bounds.Exactly(1), Killed = Bounds.Exactly(5), WithoutKilled = 0 });
    }

    [Fact]
    public void A_decision_says_who_when_and_by_which_rule_and_settles_the_pair()
    {
        MatchProposals found = Of(Killing(5), Killing(5), MatchRules.Within(4, 2));
        Incident one = found.Pairs[0].Decided(isSame: true, "the desk", new NodaTime.LocalDate(2024, 7, 1), $"{found.Rules}");
        one.SameAs.Should().Equal(IncidentId.From("other"));
        one.Decisions.Single().ToString().Should().Be("one event with other, by the desk, 2024-07-01 (within 4 km and 2 days)");
        Incident two = found.Pairs[0].Decided(isSame: false, "the desk", null, null);
        two.SameAs.IsEmpty.Should().BeTrue();
        foreach (Incident decided in (Incident[])[one, two])
        {
            new[] { decided }.ProposeMatches([found.Pairs[0].Other], MatchRules.Within(4, 2)).Pairs.IsEmpty.Should().BeTrue();
        }
    }

    [Fact]
    public void Open_pairs_leave_a_range_of_events_and_of_their_dead_and_nothing_is_merged_unasked()
    {
        Incident one = Killing(5) with { Id = IncidentId.From("one") };
        Incident other = Killing(5) with { Id = IncidentId.From("other"), Reports = [Fake.ReportOf("un", Estimate.Between(5, 8))] };
        MatchProposals found = Of(one, other, MatchRules.Within(4, 2));
        found.Distinct.Should().Be(new DistinctEvents { Events = new(1, 2), Killed = new(5, 13), WithoutKilled = 0 });
        found.DistinctIfAccepted.Should().Be(new DistinctEvents { Events = Bounds.Exactly(1), Killed = new(5, 8), WithoutKilled = 0 });
        MatchProposals open = Of(one, other with { Place = new() { Regions = [Raqqa] } }, MatchRules.Within(4, 2));
        open.DistinctIfAccepted.Events.Should().Be(new Bounds(1, 2));
    }

    [Fact]
    public void A_record_goes_to_the_closest_and_the_others_are_its_runners_up()
    {
        Incident one = Killing(5, Isis) with { Id = IncidentId.From("a1") };
        Incident near = Killing(5, Isis) with { Id = IncidentId.From("b1") };
        Incident farther = Killing(5) with { Id = IncidentId.From("b2"), Date = UncertainDate.Parse("2016-05-02") };
        MatchProposals found = new[] { one }.ProposeMatches([farther, near], MatchRules.Within(4, 2), Known);
        found.Clusters.Single().Select(record => record.Id.Value).Should().Equal("a1", "b1");
        found.RunnersUp(found.Pairs[0]).Single().Other.Should().Be(farther);
        found.Distinct.Events.Should().Be(new Bounds(2, 3).AsOuter());
    }

    [Fact]
    public void Of_two_that_agree_as_closely_on_the_same_days_the_nearer_is_chosen()
    {
        Incident one = At("2016-05-01", 34, 38) with { Id = IncidentId.From("a") };
        Incident near = At("2016-05-01", 34.01, 38) with { Id = IncidentId.From("near") };
        Incident far = At("2016-05-01", 34.02, 38) with { Id = IncidentId.From("far") };
        MatchProposals found = new[] { one }.ProposeMatches([far, near], MatchRules.Within(4, 2), Known);
        found.Pairs.Select(pair => (pair.Other.Id.Value, pair.IsChosen)).Should().Equal(("near", true), ("far", false));
        found.Pairs[0].Score.Should().Be(found.Pairs[1].Score);
    }

    [Fact]
    public void How_many_died_is_outer_where_it_is_of_either_event()
    {
        Part women = Part.Of(Victims.Women, 2), mined = Part.Through("mines").Including(women);
        Toll tangled = Toll.Of(Estimate.Between(9, 10)).Including(women)
            .Including(Part.In(Homs).Including(women).Including(mined)).Including(mined);
        Incident open = Killing(0) with
        {
            Reports = [Fake.ReportOf("sohr", default) with { Casualties = new() { Killed = tangled } }],
        };
        Of(open, Killing(10), MatchRules.Within(4, 2)).Distinct.Killed.IsOuter.Should().BeTrue();
        Of(Killing(10), open, MatchRules.Within(4, 2)).Distinct.Killed.IsOuter.Should().BeTrue();
        Of(Killing(10), Killing(10), MatchRules.Within(4, 2)).Distinct.Killed.IsOuter.Should().BeFalse();
    }

    [Fact]
    public void Who_reports_which_events_is_two_tables_and_an_undecided_pair_is_in_one_of_them()
    {
        Incident sure = Killing(5) with { Id = IncidentId.From("a1") };
        Incident vague = Killing(5) with { Id = IncidentId.From("a2"), Date = UncertainDate.Parse("2016-07-XX") };
        MatchProposals found = new[] { sure, vague }.ProposeMatches(
            [sure with { Id = IncidentId.From("b1") }, vague with { Id = IncidentId.From("b2") }], MatchRules.Within(4, 2), Known);
        (CaptureTable apart, CaptureTable together) = found.Captures("A", "B");
        (apart.Observed, apart.OnAll("A", "B")).Should().Be((4L, 0L));
        (together.Observed, together.OnAll("A", "B")).Should().Be((2L, 2L));
        found.Invoking(one => one.Captures("A")).Should().Throw<ArgumentException>();
        found.Invoking(one => one.Captures("A", "B", "C")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void One_id_on_two_records_is_refused()
    {
        Action twice = () => new[] { Killing(5) }.ProposeMatches([Killing(5)], MatchRules.Within(4, 2));
        twice.Should().Throw<ArgumentException>().WithMessage("Two incidents bear the id 'killing'*");
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(1001, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 367)]
    public void Windows_that_are_none_are_refused(double kilometres, int days)
    {
        Action rules = () => MatchRules.Within(kilometres, days);
        rules.Should().Throw<ArgumentOutOfRangeException>();
    }

    /// <summary>Whatever the blocks leave aside, no pair of all pairs does.</summary>
    [Fact]
    public void Blocks_of_days_and_squares_lose_no_pair()
    {
        Gen.Select(Records("a"), Records("b"), Gen.Int[0, 40], Gen.Int[0, 300]).Sample(
            (mine, theirs, days, kilometres) =>
            {
                var rules = MatchRules.Within(kilometres, days);
                HashSet<(IncidentId, IncidentId)> found =
                    [.. mine.ProposeMatches(theirs, rules, Known).Pairs.Select(pair => (pair.One.Id, pair.Other.Id))];
                foreach (Incident one in mine)
                {
                    foreach (Incident other in theirs)
                    {
                        bool isFound = VerdictOf(one, other, rules) is not null;
                        found.Contains((one.Id, other.Id)).Should().Be(isFound);
                    }
                }
            },
            iter: 200);
    }

    private static Gen<Incident[]> Records(string source) =>
        Gen.Select(
            OneOf("2016-05-01", "2016-05-28", "[2016-05-01..2016-07-09]", "2016-05-20/2016-06-02", "2014/..", "2016", "2016-06"),
            OneOf(-89.9, -45.0, 0, 33.9, 34, 34.2, 35, 89.9),
            OneOf(-180, -179.9, -0.1, 0, 38, 38.3, 40, 179.95, 180),
            Gen.Enum<PlacePrecision>(),
            Gen.Bool)
        .Select(tuple => (tuple.Item1, tuple.Item2, tuple.Item3, tuple.Item4, tuple.Item5))
        .Array[0, 12]
        .Select(all => all.Select((one, i) => new Incident
        {
            Id = IncidentId.From($"{source}{i}"),
            Kind = IncidentKind.Unknown,
            Date = UncertainDate.Parse(one.Item1),
            Place = one.Item5 ? new() { Coordinates = new(one.Item2, one.Item3), Precision = one.Item4 } : new() { Regions = [Raqqa] },
        }).ToArray());

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static MatchVerdict? VerdictOf(Incident one, Incident other, MatchRules? rules = null)
    {
        MatchProposals found = Of(one, other, rules ?? MatchRules.Within(4, 2));
        return found.Pairs.IsEmpty ? null : found.Pairs.Single().Verdict;
    }

    private static MatchProposals Of(Incident one, Incident other, MatchRules rules) =>
        new[] { one with { Id = IncidentId.From("one") } }.ProposeMatches([other with { Id = IncidentId.From("other") }], rules, Known);

    private static Incident At(string date, double latitude, double longitude) => new()
    {
        Id = IncidentId.From("at"),
        Kind = IncidentKind.Battle,
        Date = UncertainDate.Parse(date),
        Place = new() { Coordinates = new(latitude, longitude), Precision = PlacePrecision.Exact },
    };

    private static Incident In(params RegionId[] regions) => At("2016-05-01", 0, 0) with { Place = new() { Regions = [.. regions] } };

    private static Incident By(string date, params ActorId[] actors) => At(date, 34, 38) with
    {
        Involvements = actors.Select(actor => new Involvement { Actor = actor, Role = InvolvementRole.Participant }).ToValueList(),
    };

    private static Incident Killing(long count, params ActorId[] actors) => By("2016-05-01", actors) with
    {
        Id = IncidentId.From("killing"),
        Reports = [Fake.ReportOf("sohr", count)],
    };
}
