using ConflictModel.Aggregation;
using Party = ConflictModel.Reporting.ActorMatrix.Party;
using PartyKind = ConflictModel.Reporting.ActorMatrix.PartyKind;

namespace ConflictModel.Reporting.Tests;

/// <summary>What must not be counted twice, blamed on anybody, shown closer than it is known, or be lost.</summary>
public class HardCasesTests
{
    [Fact]
    public void Whoever_did_a_part_is_not_blamed_for_the_whole()
    {
        Incident whole = Records.Of("w", "2024-01-03", 0) with { Involvements = default, Reports = default };
        ActorMatrix matrix = Matrix(
            whole, Records.Of("p1", "2024-01-03", 1, perpetrator: "m") with { PartOf = whole.Id },
            Records.Of("p2", "2024-01-03", 300) with { PartOf = whole.Id, Involvements = default });
        matrix.Rows.Should().Equal(Party.NotSaid);
        matrix.Cells.Values.Single().Bounds.Should().Be(Bounds.Exactly(301));
    }

    [Fact]
    public void Two_accounts_that_blame_two_actors_blame_neither_for_sure()
    {
        Incident incident = Records.Of("one", "2024-01-03", 10) with
        {
            Involvements = default,
            Attributions = [By("x"), By("y")],
        };
        Party row = Matrix(incident).Rows.Single();
        (row.Kind, row.Actors).Should().Be((PartyKind.Disputed, (ValueList<ActorId>)[Id("x"), Id("y")]));

        static Attribution By(string actor) => new() { Actors = [Id(actor)], Status = AttributionStatus.Attributed };
    }

    [Fact]
    public void Whom_nobody_describes_may_be_civilians()
    {
        Incident[] silent = [.. Enumerable.Range(1, 9).Select(i => Records.Of($"i{i}", "2024-01-03", 5))];
        Incident described = Killing("d", Toll.Of(10).Including(Part.Of(Victims.Civilians, 8)));
        ActorMatrix matrix = Matrix([.. silent, described]);
        matrix.Civilians!.Value.Bounds.Should().Be(new Bounds(8, 55));
        Sentences([.. silent, described]).Last().Should().Be("s0, in 10 incidents; civilians killed: 8 to 55.");
    }

    [Fact]
    public void A_part_that_narrows_another_by_age_sex_or_role_is_no_other_party()
    {
        Part civilians = Part.Of(Victims.Civilians, 8).DividedInto(Part.Of(Victims.Women, 6), Part.Of(Victims.Children, 2));
        Cells(Toll.Of(10).DividedInto(civilians, Part.Of(Victims.MembersOf(Id("x")), 2)))
            .Should().BeEquivalentTo([("Civilians", Bounds.Exactly(8)), ("x", Bounds.Exactly(2))]);
        Part members = Part.Of(Victims.MembersOf(Id("x")), 10).Including(Part.Of(Victims.Called("officers"), 3));
        Cells(Toll.Of(12).Including(members)).Should().BeEquivalentTo([("x", Bounds.Exactly(10)), ("NotSaid", Bounds.Exactly(2))]);
    }

    [Fact]
    public void Parts_that_may_be_the_same_people_are_not_added()
    {
        Cells(Toll.Of(5) with { Breakdowns = [Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly, 4))] })
            .Should().BeEquivalentTo([("NotSaid", Bounds.Exactly(5))]);
        Cells(Toll.Of(5) with { Breakdowns = [Including(Part.Of(Victims.Civilians, 4), Part.Of(new Victims { Sex = Sex.Female }, 4))] })
            .Should().BeEquivalentTo([("Civilians", Bounds.Exactly(4)), ("NotSaid", new Bounds(1, 1, isOuter: true))]);
        Cells(Toll.Of(5) with { Breakdowns = [Including(Part.Of(Victims.Called("officers"), 4), Part.Of(Victims.Called("guards"), 4))] })
            .Should().BeEquivalentTo([("NotSaid", Bounds.Exactly(5).AsOuter())]);

        // Officers of x are of x, and so is whoever is of "x and y" perhaps; two pieces of one category are apart.
        var x = Part.Of(Victims.MembersOf(Id("x")), 4);
        Cells(Toll.Of(9) with { Breakdowns = [Including(x, Part.Of(Victims.MembersOf(Id("x")).As("officers"), 3))] })
            .Select(cell => cell.Column).Should().Equal("NotSaid");
        Cells(Toll.Of(9) with { Breakdowns = [Including(x, Part.Of(Victims.MembersOf(Id("x"), Id("y")), 5))] })
            .Select(cell => cell.Column).Should().Equal("NotSaid");
        Cells(Toll.Of(9) with { Breakdowns = [Including(x with { Method = "shelling" }, x with { Method = "mines", Count = 3 })] })
            .Should().BeEquivalentTo([("x", Bounds.Exactly(7)), ("NotSaid", Bounds.Exactly(2))]);

        static Breakdown Including(params Part[] parts) =>
            new() { By = Axis.Victim, Kind = BreakdownKind.Inclusion, Parts = parts.ToValueList() };
    }

    [Fact]
    public void What_some_incidents_lack_is_no_end_of_the_sum()
    {
        Incident[] incidents =
        [
            Records.Of("a", "2024-01-03", new Estimate(null, 10, null)), Records.Of("b", "2024-01-03", new Estimate(7, null, null)),
            Records.Of("c", "2024-01-03", new Estimate(1, null, 2)),
        ];
        Sentences(incidents).Single().Should().Be("s0, in 3 incidents; killed: 8 or more.");
        new ReportVoice(EnglishTexts.All).Of(incidents.Sum(Harm.Killed)).Should().Be("8 or more (2 without one of the figures)");
    }

    [Fact]
    public void Nobody_counts_twice_where_the_record_that_links_two_others_has_no_figure()
    {
        Incident bridge = Records.Of("b", "2024-01-03", 0) with
        {
            SameAs = [IncidentId.From("a"), IncidentId.From("c")],
            Reports = default,
        };
        var dataset = new ConflictDataset
        {
            Incidents =
            [
                Records.Of("a", "2024-01-03", 5), bridge, Records.Of("c", "2024-01-03", 5), Records.Of("o", "2024-01-04", 1, "s1"),
            ],
        };
        var model = new ReportModel(dataset);
        model.Time!.Series.Select(series => (series.Source.Value, series.Whole.Incidents, series.Whole.High))
            .Should().Equal(("s0", 1L, 5L), ("s1", 1L, 1L));
        (model.Places!.Whole.Incidents, model.Places.Whole.High).Should().Be((2L, 6L));
        model.LeftOut.Placeless.Should().Be(model.Places.Nowhere.Incidents);
    }

    [Fact]
    public void A_part_whose_place_is_known_does_not_place_the_whole()
    {
        Incident whole = Records.Of("w", "2024-01-03", 50);
        Incident part = Records.Of("p", "2024-01-03", 5) with
        {
            PartOf = whole.Id,
            Place = new() { Regions = [RegionId.From("homs")], Precision = PlacePrecision.Exact, Coordinates = new Coordinates(34, 36) },
        };
        PlaceView view = new ReportModel(new ConflictDataset { Incidents = [whole, part] }).Places!;
        view.Points.Should().BeEmpty();
        view.Areas.Single().Certain.Incidents.Should().Be(0);
    }

    [Fact]
    public void A_place_within_another_is_certainly_in_the_wider()
    {
        var dataset = new ConflictDataset
        {
            Regions =
            [
                new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate },
                new() { Id = RegionId.From("palmyra"), Name = "Palmyra", Kind = RegionKind.District, Within = [RegionId.From("homs")] },
            ],
            Incidents = [Records.Of("a", "2024", 5) with { Place = new() { Regions = [RegionId.From("homs"), RegionId.From("palmyra")] } }],
        };
        new ReportModel(dataset).Places!.Areas.Select(area => (area.Key.Value, area.Certain.Incidents, area.Possible.Incidents))
            .Should().Equal(("homs", 1L, 0L), ("palmyra", 0L, 1L));
    }

    [Fact]
    public void An_event_without_a_first_day_may_have_been_by_any_and_was_by_its_last()
    {
        var dataset = new ConflictDataset
        {
            Incidents =
            [
                Records.Of("a", "../2024-03-31", 100), Records.Of("b", "2024-03-01", 5), Records.Of("c", "2024-05-01", 5),
            ],
        };
        TimeSeries series = new ReportModel(dataset).Time!.Series.Single();
        series.Steps[0].MostBegun.Should().Be(105);
        series.Steps[^1].Until.High.Should().Be(110);
        series.Undated.Incidents.Should().Be(1, "it is in no step");
    }

    [Fact]
    public void Dates_too_far_apart_for_a_chart_are_dates_all_the_same()
    {
        TimeView view = new ReportModel(new ConflictDataset
        {
            Incidents = [Records.Of("a", "1500-01-01", 1), Records.Of("b", "2024-01-03", 1)],
        }).Time!;
        view.Buckets.Should().BeEmpty();
        view.Series.Single().Undated.Incidents.Should().Be(0);
    }

    [Fact]
    public void A_source_is_credited_with_what_it_counts_only()
    {
        Incident incident = Records.Of("a", "2024-01-03", 5);
        incident = incident with { Reports = [.. incident.Reports, new Report { Citation = SourceId.From("silent") }] };
        Sentences(incident).Single().Should().StartWith("s0, in 1 incident");
    }

    [Fact]
    public void Totals_that_replace_each_other_in_a_circle_are_quoted()
    {
        Tally one = Pages.Sample.Tallies[0] with { Supersedes = [Pages.Sample.Tallies[1].Id] };
        Tally two = Pages.Sample.Tallies[1] with { Supersedes = [one.Id] };
        new ReportModel(Pages.Sample with { Tallies = [one, two] }).Quotes.OfType<Quote.OfTally>().Should().HaveCount(2);
    }

    [Fact]
    public void Places_of_parts_at_any_depth_count_and_those_as_wide_as_the_total_do_not()
    {
        Tally Of(params Part[] parts) => new()
        {
            Id = TallyId.From("t"),
            Scope = new() { Regions = [RegionId.From("sy")] },
            Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(100).DividedInto(parts) } },
        };
        Part x = Part.Of(Victims.MembersOf(Id("x")), 60) with { Region = RegionId.From("homs") };
        var y = Part.Of(Victims.MembersOf(Id("y")), 40);
        Without(Of(x, y with { Region = RegionId.From("palmyra") })).Should().BeNull();
        Without(Of(x, y)).Should().Be(Bounds.Exactly(40));
        Without(Of(x, y) with { Scope = new() { Regions = [RegionId.From("homs"), RegionId.From("palmyra")] } })
            .Should().Be(Bounds.Exactly(40), "one of two places is finer than both");
        Without(Of(Part.In(RegionId.From("sy"), 60), Part.In(RegionId.From("homs"), 40))).Should().Be(Bounds.Exactly(60));

        static Bounds? Without(Tally tally) => new ReportModel(new ConflictDataset
        {
            Regions =
            [
                new() { Id = RegionId.From("sy"), Name = "Syria", Kind = RegionKind.Country },
                new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate, Within = [RegionId.From("sy")] },
                new() { Id = RegionId.From("palmyra"), Name = "Palmyra", Kind = RegionKind.District, Within = [RegionId.From("sy")] },
            ],
            Tallies = [tally],
        }).Places?.Tallies.SingleOrDefault()?.Without;
    }

    [Fact]
    public void An_id_that_a_link_would_change_and_one_that_stands_twice_keep_their_links()
    {
        Incident odd = Records.Of("a\u202eb%", "2024-01-03", 1);
        var dataset = new ConflictDataset
        {
            Incidents = [odd, odd with { Id = IncidentId.From("a<b\"") }],
            Tallies = [Pages.Sample.Tallies[1], Pages.Sample.Tallies[1]],
        };
        AngleSharp.Dom.IDocument page = Pages.Document(Pages.Html(dataset));
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        ids.Should().OnlyHaveUniqueItems();
        ids.Should().Contain("incident-a%E2%80%AEb%25");
    }

    [Fact]
    public void A_name_that_would_end_its_own_isolation_does_not()
    {
        var voice = new ReportVoice(EnglishTexts.All, isolates: true);
        voice.Isolated("x\u2069\u2067zzz").Should().Be("\u2068xzzz\u2069");
        voice.Isolated("\u2068x\u2069 y").Should().Be("\u2068\u2068x\u2069 y\u2069");
        voice.Isolated(voice.Isolated("x")).Should().Be("\u2068x\u2069");
    }

    private static ActorId Id(string id) => ActorId.From(id);

    private static ActorMatrix Matrix(params Incident[] incidents) =>
        new ReportModel(new ConflictDataset { Incidents = incidents.ToValueList() }).IncidentMatrix!;

    private static Incident Killing(string id, Toll toll) => Records.Of(id, "2024-01-03", 0) with
    {
        Reports = [new() { Citation = SourceId.From("s0"), Casualties = new() { Killed = toll } }],
    };

    private static IEnumerable<(string Column, Bounds Bounds)> Cells(Toll toll) => Matrix(Killing("k", toll)).Cells
        .Select(cell => (NameOf(cell.Key.Column), cell.Value.Bounds));

    private static string NameOf(Party party) => party.Actors.IsEmpty ? party.Kind.ToString() : string.Join('+', party.Actors);

    private static IEnumerable<string> Sentences(params Incident[] incidents)
    {
        var dataset = new ConflictDataset { Incidents = incidents.ToValueList() };
        var voice = new ReportVoice(EnglishTexts.All);
        var sentences = new QuoteText(voice, new RecordNames(dataset, voice));
        return new ReportModel(dataset).Quotes.Select(sentences.Of);
    }
}
