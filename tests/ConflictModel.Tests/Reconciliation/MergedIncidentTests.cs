using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>What the records of one event say of it together: what they agree on holds, what they disagree on is open.</summary>
public class MergedIncidentTests
{
    private static readonly Incident One = Fake.Make("one", "2024-05-02", 4, KnownRegions.Homs);

    private static readonly Incident Other = Fake.Make("other", "2024-05-02", 4, KnownRegions.Homs) with { SameAs = [One.Id] };

    [Theory]
    [InlineData(IncidentKind.Battle, IncidentKind.Battle, IncidentKind.Battle)]
    [InlineData(IncidentKind.Battle, IncidentKind.Unknown, IncidentKind.Battle)]
    [InlineData(IncidentKind.Battle, IncidentKind.Ambush, IncidentKind.Unknown)]
    public void A_kind_holds_that_no_record_contradicts(IncidentKind one, IncidentKind other, IncidentKind both) =>
        Merged(One with { Kind = one }, Other with { Kind = other }).Kind.Should().Be(both);

    [Theory]
    [InlineData("2024-05-02", "2024-05", "2024-05-02")]
    [InlineData("2024-05-02/2024-05-03", "2024-05-01/2024-05-09", "2024-05-02/2024-05-03")]
    [InlineData("2024-05-02", "../2024-05-02", "2024-05-02")]
    [InlineData("2024-05-02", "2024-05-02/..", "2024-05-02")]
    [InlineData("2024-05-02", "2024-05-04", "[2024-05-02..2024-05-04]")]
    [InlineData("2024-05-02/2024-05-05", "2024-05-04/2024-05-07", "[2024-05-02..2024-05-07]")]
    [InlineData("2024-05-02", "2024-06/..", "")]
    public void The_date_is_the_one_within_all_others_or_some_day_between_them(string one, string other, string both) =>
        Merged(One with { Date = UncertainDate.Parse(one) }, Other with { Date = UncertainDate.Parse(other) }).Date.Date
            .Should().Be(both.Length == 0 ? default : UncertainDate.Parse(both));

    [Fact]
    public void An_event_without_a_date_or_a_place_has_those_of_its_parts()
    {
        Incident whole = One with { Date = default, Place = null };
        Incident[] parts =
        [
            Fake.Make("a", "2024-05-03", 1, KnownRegions.Raqqa) with { PartOf = whole.Id },
            Fake.Make("b", "2024-05-01", 2, KnownRegions.Homs) with { PartOf = whole.Id },
        ];
        Incident merged = Merged([whole, .. parts]);
        merged.Date.Date.Should().Be(UncertainDate.Parse("2024-05-01/2024-05-03"));
        merged.Place!.Regions.Should().Equal(KnownRegions.Homs.Id, KnownRegions.Raqqa.Id);
        Merged([One, .. parts.Select(part => part with { PartOf = One.Id })]).Place.Should().Be(One.Place, "it says itself where it was");
    }

    [Fact]
    public void Places_are_all_that_are_named_and_what_is_said_of_them_holds_if_all_say_it()
    {
        Place homs = new() { Regions = [KnownRegions.Homs], Precision = PlacePrecision.Exact, Coordinates = new(34.7, 36.7) };
        Place raqqa = homs with { Regions = [KnownRegions.Raqqa] };
        Merged(One with { Place = raqqa }, Other with { Place = homs }).Place
            .Should().Be(homs with { Regions = [KnownRegions.Homs, KnownRegions.Raqqa] });
        Place elsewhere = raqqa with { Precision = PlacePrecision.Unknown, Coordinates = new(35.9, 39) };
        Merged(One with { Place = homs }, Other with { Place = elsewhere }).Place
            .Should().Be(new Place { Regions = [KnownRegions.Homs, KnownRegions.Raqqa] });
    }

    [Fact]
    public void Of_dates_that_are_the_same_days_one_holds_in_whatever_order_they_stand()
    {
        Incident month = One with { Date = UncertainDate.Parse("2024-05") };
        Incident days = Other with { Date = UncertainDate.Parse("2024-05-01/2024-05-31") };
        Merged(month, days).Date.Should().Be(month.Date);
        Merged(days, month).Date.Should().Be(month.Date);
    }

    [Fact]
    public void A_place_that_is_all_that_is_named_keeps_its_words_and_the_order_of_its_regions()
    {
        Place place = new() { Regions = [KnownRegions.Raqqa, KnownRegions.Homs], Wording = "on the road between the two" };
        Merged(One with { Place = place }, Other with { Place = place }).Place.Should().Be(place);
        Merged(One with { Place = null }, Other with { Place = place }).Place.Should().Be(place);
        Merged(One with { Place = null }, Other with { Place = null }).Place.Should().BeNull();
    }

    [Fact]
    public void A_date_that_one_record_says_holds_for_those_that_say_none_and_for_the_parts()
    {
        Incident part = Fake.Make("a", "2024-05-09", 1) with { PartOf = One.Id };
        Merged(One with { Date = default }, Other, part).Date.Date.Should().Be(UncertainDate.Parse("2024-05-02"));
        Merged(One with { Date = default }, Other with { Date = default }, part).Date.Date
            .Should().Be(UncertainDate.Parse("2024-05-09/2024-05-09"));
        Merged(One with { Date = default }, Other with { Date = default }).Date.Should().Be(default(ReportedDate));
    }

    [Fact]
    public void Sides_hold_if_all_records_that_name_them_name_the_same_and_parts_only_add_who_was_there()
    {
        Involvement Of(Actor actor, InvolvementRole role) => new() { Actor = actor, Role = role };
        Involvement isis = Of(KnownActors.Isis, InvolvementRole.SideA), sdf = Of(KnownActors.Sdf, InvolvementRole.SideB);
        Incident one = One with { Involvements = [isis, sdf] };
        Merged(one, Other with { Involvements = [isis] }).Involvements.Should().Equal(isis, sdf);
        Merged(one, Other with { Involvements = [Of(KnownActors.Ndf, InvolvementRole.SideB)] }).Involvements.Should().Equal(
            Of(KnownActors.Isis, InvolvementRole.Associate), Of(KnownActors.Sdf, InvolvementRole.Associate),
            Of(KnownActors.Ndf, InvolvementRole.Associate));
        Incident part = Fake.Make("a", "2024-05-02", 1) with
        {
            PartOf = One.Id,
            Involvements = [Of(KnownActors.Sdf, InvolvementRole.SideA), Of(KnownActors.Ndf, InvolvementRole.SideA)],
        };
        Merged(one, part).Involvements.Should().Equal(isis, sdf, Of(KnownActors.Ndf, InvolvementRole.Associate));
        Merged(One, part).Involvements.Should().Equal(part.Involvements);
    }

    [Fact]
    public void What_the_parts_come_to_is_one_more_report_in_the_figures_that_they_print()
    {
        Incident silent = One with { Reports = [] };
        Incident Part(string id, Estimate killed, string source = "s") =>
            Fake.Make(id, "2024-05-02", killed) with { PartOf = One.Id, Reports = [Fake.ReportOf(source, killed)] };
        Report Sum(params Incident[] all) => Merged(all).Reports[^1];
        Estimate CountOf(Report report) => report.Casualties!.Killed!.Count;

        Report sum = Sum(silent, Part("a", new(1, 2, 4)), Part("b", new(2, 3, 5)));
        (CountOf(sum), sum.Citation.Source).Should().Be((new Estimate(3, 5, 9), SourceId.From("s")));
        Sum(silent, Part("a", 1), Part("b", 2, "t")).Citation.Source.Should().Be(default(SourceId), "it is of no one source");
        CountOf(Sum(silent, Part("a", new(1, 2, 4)), Part("b", new(2, null, 5)))).Should().Be(new Estimate(3, null, 9));
        CountOf(Sum(silent, Part("a", new(1, 2, 4)), Part("b", Estimate.InWords("dozens")))).Should().Be(new Estimate(21, null, 203));
        CountOf(Sum(silent, Part("a", new(1, 2, 4)), Part("b", 2) with { Reports = [] })).Should().Be(Estimate.AtLeast(1));
        CountOf(Sum(silent, Part("a", Estimate.MaxFigure), Part("b", 2))).Should().Be(Estimate.AtLeast(Estimate.MaxFigure));
        CountOf(Sum(silent, Part("a", Estimate.MaxFigure - 2), Part("b", 2))).Should().Be((Estimate)Estimate.MaxFigure);
        CountOf(Sum(silent, Part("a", new(null, 3, null)), Part("b", 2))).Should().Be(new Estimate(null, 5, null));
        CountOf(Sum(silent, Part("a", Estimate.AtMost(4)), Part("b", 2))).Should().Be(new Estimate(null, null, 6));
        Merged(One, Part("a", 1), Part("b", 2) with { Reports = [] }).Reports.Should().Equal(One.Reports);
    }

    private static Incident Merged(params Incident[] records) =>
        SameEvents.Merge(records, ReportPolicy.Hull).Should().ContainSingle().Which;

    [Fact]
    public void Whoever_lays_an_event_or_a_part_of_it_to_somebody_is_heard()
    {
        Attribution Of(Actor actor) => new() { Actors = [actor], Status = AttributionStatus.Claimed };
        Incident part = Fake.Make("a", "2024-05-02", 1) with { PartOf = One.Id, Attributions = [Of(KnownActors.Sdf)] };
        Merged(One with { Attributions = [Of(KnownActors.Isis)] }, Other with { Attributions = [Of(KnownActors.Isis)] }, part)
            .Attributions.Should().Equal(Of(KnownActors.Isis), Of(KnownActors.Sdf));
    }

    [Fact]
    public void Two_wholes_that_one_event_is_part_of_are_one()
    {
        Incident Of(string id, string? whole, string? same) => Fake.Make(id, "2024-05-02", 1) with
        {
            PartOf = whole is null ? null : IncidentId.From(whole), SameAs = same is null ? [] : [IncidentId.From(same)],
        };
        Merged(Of("a", null, null), Of("b", null, null), Of("p", "a", null), Of("q", "b", "p")).Id.Should().Be(IncidentId.From("a"));
        SameEvents.Merge([Of("a", null, null), Of("b", null, null), Of("p", "a", null), Of("q", "b", null)], ReportPolicy.Hull)
            .Should().HaveCount(2);
    }
}
