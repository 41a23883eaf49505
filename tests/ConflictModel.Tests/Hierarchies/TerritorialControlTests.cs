using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;

namespace ConflictModel.Tests.Hierarchies;

public class TerritorialControlTests
{
    private static readonly Control Regime =
        Held([KnownActors.SyrianGovernmentForces, KnownActors.IranianBackedSyrianMilitias], [KnownRegions.Badia], "2024-07");
    private static readonly Control Sdf = Held([KnownActors.Sdf], [KnownRegions.NorthernSyria, KnownRegions.EasternSyria], "2024-07");
    private static readonly Control Isis = Held([KnownActors.Isis], [KnownRegions.Raqqa], "2014-01/2017-10-17");
    private static readonly Control Undated = Held([KnownActors.Sdf], [RegionId.From("SY0206")], null);

    private static readonly TerritorialControl Held2024 = new([Regime, Sdf, Isis, Undated], RegionCatalog.BuiltIn.Hierarchy);

    [Fact]
    public void Statements_about_a_place_are_found_as_of_a_date()
    {
        Held2024.In(KnownRegions.Badia.Id, new(2024, 7, 3)).Select(found => (found.Control, found.Covers, found.Holds))
            .Should().Equal((Regime, Truth.Yes, Truth.Yes), (Sdf, Truth.Unknown, Truth.Yes), (Undated, Truth.Unknown, Truth.Unknown));
        Held2024.In(KnownRegions.Raqqa.Id, new(2015, 7, 3)).Select(found => (found.Control, found.Covers, found.Holds))
            .Should().Equal((Isis, Truth.Yes, Truth.Yes));
        Held2024.In(RegionId.From("raqqa-city"), new(2017, 10, 18)).IsEmpty.Should().BeTrue();
        Held2024.In(RegionId.From("latakia"), new(2015, 7, 3)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_larger_place_has_the_statements_about_its_parts()
    {
        Held2024.In(KnownRegions.Syria.Id, new(2024, 7, 3)).Select(found => (found.Control, found.Covers, found.Holds))
            .Should().Equal((Regime, Truth.Yes, Truth.Yes), (Sdf, Truth.Yes, Truth.Yes), (Undated, Truth.Yes, Truth.Unknown));
    }

    [Theory]
    [InlineData(null, Truth.Yes)]
    [InlineData(ControlExtent.Whole, Truth.Yes)]
    [InlineData(ControlExtent.Parts, Truth.Unknown)]
    public void Who_holds_parts_of_an_area_may_hold_nothing_of_a_place_within_it(ControlExtent? extent, Truth within)
    {
        var held = new TerritorialControl([Isis with { Extent = extent }], RegionCatalog.BuiltIn.Hierarchy);
        held.In(RegionId.From("raqqa-city"), new(2015, 7, 3)).Select(found => found.Covers).Should().Equal(within);
        held.In(KnownRegions.Raqqa.Id, new(2015, 7, 3)).Select(found => found.Covers).Should().Equal(Truth.Yes);
        held.In(KnownRegions.Syria.Id, new(2015, 7, 3)).Select(found => found.Covers).Should().Equal(Truth.Yes);
        held.In(RegionId.From("latakia"), new(2015, 7, 3)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void What_an_actor_and_its_own_hold_is_found()
    {
        Held2024.By(KnownActors.Isis.Id, new(2015, 1, 1)).Select(found => found.Control).Should().Equal(Isis);
        Held2024.By(KnownActors.Isis.Id, new(2024, 7, 1)).IsEmpty.Should().BeTrue();
        Held2024.By(ActorId.From("iran"), new(2024, 7, 1)).IsEmpty.Should().BeTrue();
        Held2024.By(ActorId.From("syrian-government-proxies"), new(2024, 7, 1), ActorCatalog.BuiltIn.Hierarchy)
            .Select(found => found.Control).Should().Equal(Regime);
        Held2024.By(ActorId.From("iran"), new(2024, 7, 1), ActorCatalog.BuiltIn.Hierarchy).IsEmpty.Should().BeTrue();
        Held2024.By(ActorId.From("iran"), new(2024, 7, 1), ActorCatalog.BuiltIn.Hierarchy, AffiliationKind.BackedBy)
            .Select(found => found.Control).Should().Equal(Regime);
    }

    [Fact]
    public void Whoever_belongs_to_an_actor_in_one_region_alone_holds_nothing_for_it_in_another()
    {
        Affiliation inHoms = new()
        {
            Actor = KnownActors.Sdf.Id, Kind = AffiliationKind.PartOf, To = KnownActors.Ndf.Id,
            Period = (ReportedDate)UncertainDate.Parse("2010/.."), Regions = [KnownRegions.Homs.Id],
        };
        Control raqqa = Held([KnownActors.Sdf], [KnownRegions.Raqqa], "2024-07");
        Control homs = Held([KnownActors.Sdf], [KnownRegions.Homs], "2024-07");
        var held = new TerritorialControl([raqqa, homs], RegionCatalog.BuiltIn.Hierarchy);
        held.By(KnownActors.Ndf.Id, new(2024, 7, 3), new ActorHierarchy([inHoms], RegionCatalog.BuiltIn.Hierarchy))
            .Select(found => found.Control).Should().Equal(homs);
    }

    [Fact]
    public void What_was_last_known_is_told_apart()
    {
        Held2024.LastKnown(KnownRegions.Raqqa.Id, new(2020, 1, 1))
            .Select(found => (found.Control, found.Holds)).Should().Equal((Isis, Truth.No));
        Held2024.LastKnown(KnownRegions.Raqqa.Id, new(2015, 1, 1)).IsEmpty.Should().BeTrue();
        Held2024.LastKnown(KnownRegions.Badia.Id, new(2025, 1, 1)).Select(found => found.Control).Should().Equal(Regime, Sdf);
    }

    [Fact]
    public void Of_what_was_said_before_only_what_ended_last_is_last_known()
    {
        Control rebels = Held([KnownActors.Sdf], [KnownRegions.Raqqa], "2013-03/2014-01-13");
        Control undated = Held([KnownActors.Sdf], [KnownRegions.Raqqa], null);
        var held = new TerritorialControl([rebels, Isis, undated], RegionCatalog.BuiltIn.Hierarchy);
        ValueList<TerritorialControl.Answer> LastKnown(int year, int month, int day) =>
            held.LastKnown(KnownRegions.Raqqa.Id, new(year, month, day));
        LastKnown(2014, 1, 13).IsEmpty.Should().BeTrue("it ends with that day");
        LastKnown(2014, 1, 14).Select(found => found.Control).Should().Equal(rebels);
        LastKnown(2017, 10, 17).Select(found => found.Control).Should().Equal(rebels);
        LastKnown(2017, 10, 18).Should().Equal(new TerritorialControl.Answer(Isis, Truth.Yes, Truth.No));
        held.LastKnown(RegionId.From("raqqa-city"), new(2017, 10, 18)).Select(found => found.Covers).Should().Equal(Truth.Yes);
        held.LastKnown(RegionId.From("latakia"), new(2017, 10, 18)).IsEmpty.Should().BeTrue();
    }

    private static Control Held(ValueList<ActorId> actors, ValueList<RegionId> regions, string? date) => new()
    {
        Actors = actors, Regions = regions, Citation = KnownSources.Sohr,
        Date = date is null ? null : (ReportedDate?)UncertainDate.Parse(date),
    };
}
