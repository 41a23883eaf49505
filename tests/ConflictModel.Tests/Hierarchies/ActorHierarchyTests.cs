using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Hierarchies;

public class ActorHierarchyTests
{
    private static readonly ActorHierarchy BuiltIn = ActorCatalog.BuiltIn.Hierarchy;
    private static readonly LocalDate Summer2024 = new(2024, 7, 3);
    private static readonly ActorId Coalition = ActorId.From("international-coalition");
    private static readonly RegionId Raqqa = RegionId.From("raqqa");
    private static readonly RegionId Homs = RegionId.From("homs");

    [Theory]
    [InlineData("fourth-division", "syrian-government-forces", "2024-07-03", Truth.Yes)]
    [InlineData("fourth-division", "syrian-government-forces", "2025-01-01", Truth.No)]
    [InlineData("fifth-corps-syria", "syrian-government-forces", "2016-11-15", Truth.Unknown)]
    [InlineData("fifth-corps-syria", "syrian-government-forces", "2016-10-15", Truth.No)]
    [InlineData("iranian-backed-syrian-militias", "syrian-government-proxies", "2024-07-03", Truth.Yes)]
    [InlineData("irgc", "iran", "2024-07-03", Truth.Yes)]
    [InlineData("irgc", "syrian-government-forces", "2024-07-03", Truth.No)]
    [InlineData("ypg", "sdf", "2024-07-03", Truth.Yes)]
    [InlineData("ypg", "sdf", "2014-07-03", Truth.No)]
    [InlineData("sdf", "sdf", "1900-01-01", Truth.Yes)]
    public void Who_belongs_to_whom_depends_on_the_date(string actor, string group, string day, Truth expected) =>
        BuiltIn.Belongs(ActorId.From(actor), ActorId.From(group), Day(day)).Should().Be(expected);

    [Theory]
    [InlineData("ndf", "syrian-government-forces", AffiliationKind.ProxyOf)]
    [InlineData("iranian-backed-syrian-militias", "syrian-government-forces", AffiliationKind.ProxyOf)]
    [InlineData("iranian-backed-syrian-militias", "iran", AffiliationKind.BackedBy)]
    [InlineData("hezbollah", "iran", AffiliationKind.BackedBy)]
    [InlineData("syrian-government-forces", "russia", AffiliationKind.BackedBy)]
    [InlineData("sna", "turkey", AffiliationKind.BackedBy)]
    public void Whoever_is_backed_by_somebody_or_a_proxy_belongs_to_them_only_where_the_question_counts_that(
        string actor, string group, AffiliationKind kind)
    {
        BuiltIn.Belongs(ActorId.From(actor), ActorId.From(group), Summer2024).Should().Be(Truth.No);
        BuiltIn.Belongs(ActorId.From(actor), ActorId.From(group), Summer2024, including: kind).Should().Be(Truth.Yes);
    }

    [Theory]
    [InlineData("us-forces", "raqqa", "isis", Truth.Yes)]
    [InlineData("turkish-forces", "raqqa", "isis", Truth.Yes)]
    [InlineData("us-forces", "raqqa", "khalid-ibn-al-walid-army", Truth.Yes)]
    [InlineData("turkish-forces", "raqqa", "sdf", Truth.No)]
    [InlineData("turkish-forces", "turkey", "isis", Truth.No)]
    [InlineData("us-forces", "raqqa", null, Truth.Unknown)]
    [InlineData("us-forces", null, "isis", Truth.Unknown)]
    [InlineData("us-forces", null, "iranian-backed-syrian-militias", Truth.No)]
    [InlineData("us-forces", null, null, Truth.Unknown)]
    [InlineData("sna", "raqqa", "sdf", Truth.No)]
    [InlineData("sna", null, null, Truth.No)]
    [InlineData("sdf", "raqqa", "sna", Truth.No)]
    [InlineData("sdf", "raqqa", "isis", Truth.No)]
    public void A_coalition_does_not_inherit_the_other_wars_of_its_members(
        string actor, string? region, string? opponent, Truth expected) =>
        BuiltIn.Belongs(ActorId.From(actor), Coalition, new Occasion(new(2017, 10, 1))
        {
            Regions = region is null ? [] : [RegionId.From(region)],
            Opponents = opponent is null ? [] : [ActorId.From(opponent)],
        }).Should().Be(expected);

    [Theory]
    [InlineData("sna", "sdf", Truth.No)]
    [InlineData("sna", "isis", Truth.Yes)]
    [InlineData("sdf", "sna", Truth.No)]
    [InlineData("sdf", "isis", Truth.Yes)]
    public void Where_backing_counts_it_counts_within_its_limits(string actor, string opponent, Truth expected) =>
        BuiltIn.Belongs(
            ActorId.From(actor),
            Coalition,
            new Occasion(new(2019, 10, 12)) { Regions = [RegionId.From("raqqa")], Opponents = [ActorId.From(opponent)] },
            including: AffiliationKind.BackedBy).Should().Be(expected);

    [Fact]
    public void Several_places_or_opponents_answer_as_one_where_they_agree()
    {
        Affiliation limited =
            Link("a", "b", AffiliationKind.MemberOf, "../..") with { Regions = [Raqqa, Homs], Against = [ActorId.From("x")] };
        var hierarchy = new ActorHierarchy([limited], RegionCatalog.BuiltIn.Hierarchy);
        Truth In(ValueList<RegionId> regions, params ActorId[] opponents) => hierarchy.Belongs(
            ActorId.From("a"), ActorId.From("b"), new Occasion(Summer2024) { Regions = regions, Opponents = [.. opponents] });

        In([Raqqa, Homs], ActorId.From("x")).Should().Be(Truth.Yes);
        In([Raqqa, RegionId.From("aleppo")], ActorId.From("x")).Should().Be(Truth.Unknown);
        In([RegionId.From("aleppo"), RegionId.From("idlib")], ActorId.From("x")).Should().Be(Truth.No);
        In([RegionId.From("badia")], ActorId.From("x")).Should().Be(Truth.Unknown);
        In([Raqqa], ActorId.From("y"), ActorId.From("x")).Should().Be(Truth.Yes);
        In([Raqqa], ActorId.From("y"), ActorId.From("z")).Should().Be(Truth.No);
    }

    [Fact]
    public void Where_nobody_says_which_region_lies_where_a_region_is_within_itself_alone()
    {
        Affiliation limited = Link("a", "b", AffiliationKind.MemberOf, "../..") with { Regions = [RegionId.From("syria")] };
        var hierarchy = new ActorHierarchy([limited]);
        Truth In(RegionId region) =>
            hierarchy.Belongs(ActorId.From("a"), ActorId.From("b"), new Occasion(Summer2024) { Regions = [region] });
        In(RegionId.From("syria")).Should().Be(Truth.Yes);
        In(Raqqa).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void Limits_among_opponents_do_not_ask_one_another_without_end()
    {
        var hierarchy = new ActorHierarchy(
        [
            Link("a", "b", AffiliationKind.MemberOf, "../..") with { Against = [ActorId.From("d")] },
            Link("c", "d", AffiliationKind.MemberOf, "../..") with { Against = [ActorId.From("b")] },
        ]);
        hierarchy.Belongs(ActorId.From("a"), ActorId.From("b"), new Occasion(Summer2024) { Opponents = [ActorId.From("c")] })
            .Should().Be(Truth.Unknown);
        hierarchy.Belongs(ActorId.From("a"), ActorId.From("b"), new Occasion(Summer2024) { Opponents = [ActorId.From("d")] })
            .Should().Be(Truth.Yes);
    }

    [Theory]
    [InlineData("2025-01-01", "isis")]
    [InlineData("2014-01-01", "isis")]
    [InlineData("2010-01-01", "isi")]
    [InlineData("2005-01-01", "tqjbr")]
    [InlineData("2003-01-01", "jtj")]
    public void Isis_is_its_former_names_before_their_dates(string day, string form) =>
        BuiltIn.FormOn(KnownActors.Isis.Id, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)!.Value.Value.Should().Be(form);

    [Fact]
    public void An_uncertain_date_of_succession_leaves_the_form_open()
    {
        var hierarchy = new ActorHierarchy([Link("new", "old", AffiliationKind.SuccessorOf, "2017/..")]);
        hierarchy.FormOn(ActorId.From("new"), new(2017, 6, 1)).Should().BeNull();
        hierarchy.FormOn(ActorId.From("new"), new(2016, 6, 1)).Should().Be(ActorId.From("old"));
        hierarchy.FormOn(ActorId.From("other"), new(2016, 6, 1)).Should().Be(ActorId.From("other"));
    }

    [Fact]
    public void On_the_very_day_of_its_succession_an_actor_is_itself_and_the_day_before_its_former_name()
    {
        var hierarchy = new ActorHierarchy(
            [Link("new", "old", AffiliationKind.SuccessorOf, "2017-02-03/.."), Link("new", "front", AffiliationKind.PartOf, "2010/..")]);
        hierarchy.FormOn(ActorId.From("new"), new(2017, 2, 3)).Should().Be(ActorId.From("new"));
        hierarchy.FormOn(ActorId.From("new"), new(2017, 2, 2)).Should().Be(ActorId.From("old"));
        var vague = new ActorHierarchy([Link("new", "old", AffiliationKind.SuccessorOf, "2017/..")]);
        vague.FormOn(ActorId.From("new"), new(2016, 12, 31)).Should().Be(ActorId.From("old"));
        vague.FormOn(ActorId.From("new"), new(2017, 1, 1)).Should().BeNull();
        vague.FormOn(ActorId.From("new"), new(2017, 12, 30)).Should().BeNull();
        vague.FormOn(ActorId.From("new"), new(2017, 12, 31)).Should().Be(ActorId.From("new"));
        new ActorHierarchy([Link("new", "old", AffiliationKind.SuccessorOf, null)]).FormOn(ActorId.From("new"), new(2017, 1, 1))
            .Should().BeNull("nobody says since when");
    }

    [Fact]
    public void A_successor_belongs_to_its_former_name_only_where_the_question_counts_that()
    {
        BuiltIn.Belongs(ActorId.From("isis"), ActorId.From("isi"), Summer2024).Should().Be(Truth.No);
        BuiltIn.Belongs(ActorId.From("isis"), ActorId.From("jtj"), Summer2024, AffiliationKind.SuccessorOf).Should().Be(Truth.Yes);
    }

    [Fact]
    public void Links_members_and_groups_as_of_a_date_come_with_their_sources_and_certainty()
    {
        BuiltIn.LinksOf(KnownActors.Ndf.Id, Summer2024).Select(link => (link.Key.To.Value, link.Key.Citation?.Source.Value, link.Value))
            .Should().Equal(("syrian-government-forces", "sohr", Truth.Yes), ("syrian-government-proxies", "sohr", Truth.Yes));
        BuiltIn.LinksOf(KnownActors.Ndf.Id, new LocalDate(2025, 1, 1)).IsEmpty.Should().BeTrue();
        BuiltIn.MembersOf(KnownActors.Sdf.Id, Summer2024).Select(member => member.Key.Value).Should().Contain(
            ["sdf", "ypg", "ypj", "syriac-military-council"]).And.BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        BuiltIn.GroupsOf(KnownActors.IranianBackedSyrianMilitias.Id, Summer2024).Select(group => group.Key.Value)
            .Should().Equal("iranian-backed-militias", "iranian-backed-syrian-militias", "syrian-government-proxies");
        BuiltIn.GroupsOf(KnownActors.IranianBackedSyrianMilitias.Id, Summer2024, AffiliationKind.BackedBy, AffiliationKind.ProxyOf)
            .Select(group => group.Key.Value)
            .Should().Equal(
                "iran", "iranian-backed-militias", "iranian-backed-syrian-militias", "russia", "syria-state", "syrian-government-forces",
                "syrian-government-proxies");
    }

    [Fact]
    public void A_way_that_is_certain_wins_over_one_that_is_not()
    {
        Affiliation[] links = [Link("a", "b", AffiliationKind.PartOf, "2013/"), Link("a", "c", AffiliationKind.PartOf, "2013/.."),
            Link("b", "d", AffiliationKind.PartOf, "2010/.."), Link("c", "d", AffiliationKind.PartOf, "2010/..")];
        foreach (Affiliation[] order in new[] { links, [.. links.Reverse()] })
        {
            var hierarchy = new ActorHierarchy(order);
            hierarchy.Belongs(ActorId.From("a"), ActorId.From("b"), Summer2024).Should().Be(Truth.Unknown);
            hierarchy.Belongs(ActorId.From("a"), ActorId.From("d"), Summer2024).Should().Be(Truth.Yes);
        }
    }

    [Fact]
    public void A_link_without_dates_is_unknown_on_any_day() =>
        new ActorHierarchy([Link("a", "b", AffiliationKind.PartOf, null)])
            .Belongs(ActorId.From("a"), ActorId.From("b"), Summer2024).Should().Be(Truth.Unknown);

    [Fact]
    public void Several_parents_and_a_group_beside_its_parent_are_counted_once_per_question()
    {
        ActorId[] both = [KnownActors.Ndf.Id, KnownActors.SyrianGovernmentForces.Id];
        ActorRollUp.Row[] rows =
        [
            Row(33, 2024, KnownActors.IranianBackedSyrianMilitias.Id),
            Row(6, 2024, both),
            Row(3, 2024, KnownActors.Irgc.Id),
            Row(10, 2025, KnownActors.Ndf.Id),
        ];
        ActorRollUp roll = BuiltIn.RollUp(rows, [KnownActors.SyrianGovernmentForces.Id, ActorId.From("iran"), KnownActors.Ndf.Id],
            AffiliationKind.ProxyOf, AffiliationKind.BackedBy);
        roll.Groups.Select(group => group.Value).Should().Equal(Bounds.Exactly(39), Bounds.Exactly(42), Bounds.Exactly(16));
        roll.Whole.Should().Be(Bounds.Exactly(52));
    }

    [Fact]
    public void Where_membership_is_uncertain_the_count_is_from_zero()
    {
        ActorRollUp roll =
            BuiltIn.RollUp([new() { Actors = [KnownActors.Ndf.Id], Count = new(4, 6) }], [ActorId.From("syrian-government-proxies")]);
        roll.Groups[0].Value.Should().Be(new Bounds(0, 6));
        roll.Whole.Should().Be(new Bounds(0, 6));
    }

    [Fact]
    public void Rows_are_rolled_up_to_a_coalition_where_it_fought()
    {
        var us = new ActorRollUp.Row
        {
            Actors = [ActorId.From("us-forces")], Count = Bounds.Exactly(7),
            From = new(2017, 1, 1), To = new(2017, 1, 1), Regions = [Raqqa], Opponents = [KnownActors.Isis.Id],
        };
        BuiltIn.RollUp([us, us with { Opponents = [KnownActors.IranianBackedSyrianMilitias.Id] }, us with { Opponents = [] }], [Coalition])
            .Whole.Should().Be(new Bounds(7, 14));
    }

    [Fact]
    public void A_circle_is_refused_with_its_path()
    {
        Affiliation[] links = [Link("a", "b", AffiliationKind.PartOf, null),
            Link("b", "c", AffiliationKind.ProxyOf, "2012/2014"), Link("c", "a", AffiliationKind.MemberOf, "2014/2016")];
        Action build = () => _ = new ActorHierarchy(
            [Link("x", "a", AffiliationKind.PartOf, null), .. links[..2], Link("c", "a", AffiliationKind.MemberOf, "2013/2016")]);
        build.Should().Throw<HierarchyCycleException>().Which.Path.Should().Equal("a", "b", "c", "a");
        ActorHierarchy.FindCircle([Link("a", "a", AffiliationKind.PartOf, null)]).Should().Equal("a", "a");
    }

    [Fact]
    public void Unchecked_links_in_a_circle_answer_and_end()
    {
        var hierarchy = ActorHierarchy.FromUnchecked(
            [Link("a", "b", AffiliationKind.PartOf, "2012/2014"), Link("b", "a", AffiliationKind.PartOf, "2012/2014")],
            RegionHierarchy.FromUnchecked([]));
        hierarchy.GroupsOf(ActorId.From("a"), new LocalDate(2013, 1, 1)).Select(group => (group.Key.Value, group.Value))
            .Should().Equal(("a", Truth.Yes), ("b", Truth.Yes));
    }

    [Fact]
    public void A_circle_is_found_where_it_is_and_nowhere_else()
    {
        Gen<Affiliation> links = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[2000, 2004], Gen.Int[-1, 6])
            .Select((from, to, year, years) =>
                Link($"a{from}", $"a{to}", AffiliationKind.PartOf, years < 0 ? null : $"{year}-01-01/{year + years}-12-31"));
        links.Array[0, 12].Sample(all =>
        {
            bool circle = Enumerable.Range(2000, 12).Any(year =>
            {
                var date = new LocalDate(year, 6, 1);
                var reach = all.Where(link => link.Period is null || LinkPeriod.Of(link.Period).Holds(date, date) == Truth.Yes)
                    .Select(link => (link.Actor, link.To)).ToHashSet();
                for (int i = 0; i < 6; i++)
                {
                    reach.UnionWith([.. reach.SelectMany(a => reach.Where(b => b.Actor == a.To), (a, b) => (a.Actor, b.To))]);
                }

                return reach.Any(pair => pair.Actor == pair.To);
            });
            (ActorHierarchy.FindCircle(all).Count > 0).Should().Be(circle);
        });
    }

    [Theory]
    [InlineData("2013-05-08", "2013-05-08")]
    [InlineData("../2012", "2011-03/2011-05")]
    [InlineData("../2012", "../2010")]
    [InlineData("2011/..", "2013/..")]
    [InlineData(null, "2013-05-08")]
    public void Links_that_hold_on_one_day_or_from_always_make_a_circle(string? one, string? other) =>
        ActorHierarchy.FindCircle([Link("a", "b", AffiliationKind.PartOf, one), Link("b", "a", AffiliationKind.MemberOf, other)])
            .Should().Equal("a", "b", "a");

    [Fact]
    public void Succession_and_belonging_make_no_circle_with_one_another()
    {
        Affiliation[] links = [Link("a", "b", AffiliationKind.SuccessorOf, null), Link("b", "a", AffiliationKind.PartOf, null)];
        ActorHierarchy.FindCircle(links).IsEmpty.Should().BeTrue();
        ActorHierarchy.FindCircle([links[0], Link("b", "a", AffiliationKind.SuccessorOf, null)]).Should().Equal("a", "b", "a");
    }

    [Fact]
    public void Links_that_never_hold_on_one_day_make_no_circle()
    {
        Affiliation[] links = [Link("a", "b", AffiliationKind.PartOf, "2012/2013"), Link("b", "a", AffiliationKind.PartOf, "2014/..")];
        ActorHierarchy.FindCircle(links).IsEmpty.Should().BeTrue();
        var hierarchy = new ActorHierarchy(links);
        hierarchy.Belongs(ActorId.From("a"), ActorId.From("b"), new LocalDate(2013, 1, 1)).Should().Be(Truth.Yes);
        hierarchy.Belongs(ActorId.From("a"), ActorId.From("b"), new LocalDate(2015, 1, 1)).Should().Be(Truth.No);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_links_ends()
    {
        var hierarchy =
            new ActorHierarchy(Enumerable.Range(0, 100_000).Select(i => Link($"a{i}", $"a{i + 1}", AffiliationKind.PartOf, "2000/..")));
        hierarchy.Belongs(ActorId.From("a0"), ActorId.From("a100000"), Summer2024).Should().Be(Truth.Yes);
    }

    [Fact]
    public void A_ring_of_links_that_never_stand_together_takes_work_that_grows_with_the_links()
    {
        // Every other link stands on a day of its own, so that no day has a circle though all links together are one.
        static long Bytes(int count)
        {
            LocalDate start = new(1900, 1, 1);
            Affiliation[] ring =
            [
                .. Enumerable.Range(0, count).Select(i => Link(
                    $"a{i}", $"a{(i + 1) % count}", AffiliationKind.PartOf, i % 2 == 0 ? null : $"{start.PlusDays(i):uuuu-MM-dd}")),
            ];
            long before = GC.GetAllocatedBytesForCurrentThread();
            ActorHierarchy.FindCircle(ring).IsEmpty.Should().BeTrue();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Bytes(10);
        ((double)Bytes(4_000) / Bytes(2_000)).Should().BeLessThan(2.3);
    }

    [Fact]
    public void A_long_chain_that_is_closed_by_turns_takes_work_that_grows_with_the_links()
    {
        // Of two steps that close the chain one stands on even days, the other on odd ones.
        static long Bytes(int count)
        {
            LocalDate start = new(1900, 1, 1);
            Affiliation[] links =
            [
                .. Enumerable.Range(0, count).Select(i => Link($"a{i}", $"a{i + 1}", AffiliationKind.PartOf, "1900-01-01/2000-01-01")),
                .. Enumerable.Range(0, count).Select(i => Link(
                    i % 2 == 0 ? $"a{count}" : "b", i % 2 == 0 ? "b" : "a0", AffiliationKind.PartOf, $"{start.PlusDays(i):uuuu-MM-dd}")),
            ];
            long before = GC.GetAllocatedBytesForCurrentThread();
            ActorHierarchy.FindCircle(links).IsEmpty.Should().BeTrue();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Bytes(10);
        ((double)Bytes(4_000) / Bytes(2_000)).Should().BeLessThan(2.3);
    }

    private static LocalDate Day(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static Affiliation Link(string actor, string to, AffiliationKind kind, string? period) => new()
    {
        Actor = ActorId.From(actor), Kind = kind, To = ActorId.From(to),
        Period = period is null ? null : (ReportedDate?)UncertainDate.Parse(period),
    };

    private static ActorRollUp.Row Row(long count, int year, params ActorId[] actors) => new()
    {
        Actors = [.. actors], Count = Bounds.Exactly(count), From = new(year, 1, 1), To = new(year, 6, 30),
    };
}
