using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Reporting.Tests;

/// <summary>The views count everybody once, and nothing closer than the records say.</summary>
public class ModelTests
{
    [Fact]
    public void A_vague_event_is_a_possibility_in_each_step_that_its_date_allows_and_certain_in_none()
    {
        TimeView view = new ReportModel(Pages.Sample).Time!;
        TimeSeries series = view.Series.Should().ContainSingle().Which;
        series.Whole.Should().Be(new Sums(1, 8, 8, 8, 0, 0, 0));
        series.Steps.Should().OnlyContain(step => step.Certain.Incidents == 0 && step.Possible.Incidents == 1);
        series.Steps[0].Begun.High.Should().Be(8);
        series.Steps[^2].Until.Incidents.Should().Be(0, "nobody says that it was over before the year was");
        series.Steps[^1].Until.High.Should().Be(8);
    }

    [Fact]
    public void Over_all_steps_each_dated_event_has_begun_and_is_over_once() => Records.Dataset.Sample(dataset =>
    {
        if (new ReportModel(dataset).Time is not { } view)
        {
            return;
        }

        foreach (TimeSeries series in view.Series)
        {
            // One that has no last day has begun and is never over.
            series.Steps[^1].Begun.Should().Be(series.Whole);
            (series.Steps[^1].Until + series.Undated).Should().Be(series.Whole);
            for (int i = 1; i < series.Steps.Count; i++)
            {
                TimeSeries.Step step = series.Steps[i];
                (step.Until.Incidents <= step.Begun.Incidents).Should().BeTrue();
                (step.Until.Incidents >= series.Steps[i - 1].Until.Incidents).Should().BeTrue();
            }
        }

        view.Series.Sum(series => series.Whole.Incidents).Should().Be(dataset.Incidents.Count, "each incident has one report here");
    });

    [Fact]
    public void A_step_is_the_sum_over_the_incidents_within_it() => Records.Dataset.Sample(dataset =>
    {
        if (new ReportModel(dataset).Time is not { } view)
        {
            return;
        }

        foreach (TimeSeries series in view.Series)
        {
            for (int i = 0; i < series.Steps.Count; i++)
            {
                Incident[] within =
                [
                    .. dataset.Incidents.Where(incident => incident.Reports[0].Citation.Source == series.Source
                        && incident.Date.Date.Earliest >= view.Buckets[i].First && incident.Date.Date.Latest <= view.Buckets[i].Last),
                ];
                series.Steps[i].Certain.Should().Be(within.Sum(Harm.Killed));
            }
        }
    });

    [Fact]
    public void Two_sources_are_two_series_and_an_older_vintage_stands_behind_the_newer()
    {
        Report By(string source, long killed, Vintage? vintage) => new()
        {
            Citation = SourceId.From(source),
            Casualties = new() { Killed = Toll.Of(killed) },
            Original = vintage is null ? null : new() { Format = "made-up", Columns = default, Vintage = vintage },
        };
        Incident one = Records.Of("one", "2024-01-03", 1) with
        {
            Reports =
            [
                By("a", 3, new Vintage { Name = "1", Day = new(2024, 2, 1) }),
                By("a", 5, new Vintage { Name = "2", Day = new(2024, 3, 1) }),
                By("b", 9, null),
            ],
        };
        TimeView view = new ReportModel(new ConflictDataset { Incidents = [one] }).Time!;
        view.Series.Select(series => (series.Source.Value, series.Vintage?.Name, series.IsOlder, series.Whole.High))
            .Should().Equal(("b", null, false, 9L), ("a", "2", false, 5L), ("a", "1", true, 3L));
    }

    [Fact]
    public void The_finest_place_of_an_incident_in_several_regions_is_perhaps_each_of_them()
    {
        var dataset = new ConflictDataset
        {
            Incidents =
            [
                Records.Of("one", "2024", 3) with { Place = new() { Regions = [RegionId.From("homs"), RegionId.From("raqqa")] } },
                Records.Of("two", "2024", 4) with { Place = new() { Regions = [RegionId.From("homs")] } },
                Records.Of("three", "2024", 5),
                Records.Of("four", "2024", 6) with { Place = At(PlacePrecision.Exact) },
                Records.Of("five", "2024", 7) with { Place = At(PlacePrecision.Governorate) },
            ],
        };
        PlaceView view = new ReportModel(dataset).Places!;
        view.Areas.Select(area => (area.Key.Value, area.Certain.High, area.Possible.High))
            .Should().Equal(("homs", 11L, 3L), ("raqqa", null, 3L));
        view.Points.Should().ContainSingle().Which.Certain.High.Should().Be(6);
        view.Nowhere.High.Should().Be(5);

        static Place At(PlacePrecision precision) =>
            new() { Regions = [RegionId.From("homs")], Precision = precision, Coordinates = new Coordinates(34.7, 36.7) };
    }

    [Fact]
    public void A_total_says_how_many_have_no_finer_place()
    {
        PlaceView view = new ReportModel(Pages.Sample).Places!;
        view.Tallies.Select(tally => (tally.Tally.Value, tally.Without)).Should().Equal(
            ("sohr-2024-h1", Bounds.Exactly(449)), ("isis-since-2019", new Bounds(3690, 4100)));
    }

    [Fact]
    public void The_sample_says_who_killed_whom()
    {
        ActorMatrix matrix = new ReportModel(Pages.Sample).TallyMatrices.Should().ContainSingle("words name no perpetrator").Which;
        matrix.Cells.Select(cell => (Name(cell.Key.Row), Name(cell.Key.Column), cell.Value.Bounds)).Should().BeEquivalentTo(
        [
            ("isis", "syrian-government-forces+syrian-government-proxies", Bounds.Exactly(340)),
            ("isis", "iranian-backed-syrian-militias", Bounds.Exactly(33)),
            ("isis", "irgc", Bounds.Exactly(3)),
            ("russian-forces", "isis", Bounds.Exactly(3)),
            ("syrian-government-forces+syrian-government-proxies", "isis", Bounds.Exactly(26)),
            ("NotSaid", "NotSaid", Bounds.Exactly(44)),
        ]);
        matrix.Cells.Values.Select(cell => cell.Bounds).Aggregate((one, other) => one + other).Should().Be(Bounds.Exactly(449));

        static string Name(ActorMatrix.Party party) => party.Actors.IsEmpty ? party.Kind.ToString() : string.Join('+', party.Actors);
    }

    [Fact]
    public void The_cells_of_the_incidents_hold_everybody_once() => Records.Dataset.Sample(dataset =>
    {
        if (new ReportModel(dataset).IncidentMatrix is not { } matrix)
        {
            return;
        }

        Bounds all = matrix.Cells.Values.Select(cell => cell.Bounds).Aggregate((one, other) => one + other);
        all.Contains(dataset.Incidents.BoundsOf(Harm.Killed).Bounds with { }).Should().BeTrue();
        if (dataset.Incidents.All(incident => incident.Reports[0].Casualties!.Killed!.Count.IsExact))
        {
            all.Should().Be(dataset.Incidents.BoundsOf(Harm.Killed).Bounds);
        }
    });

    [Fact]
    public void Two_records_of_one_event_are_one_in_the_matrix()
    {
        var dataset = new ConflictDataset
        {
            Incidents =
            [
                Records.Of("one", "2024-01-03", 8, "s0"),
                Records.Of("two", "2024-01-03", 10, "s1") with { SameAs = [IncidentId.From("one")] },
            ],
        };
        ActorMatrix matrix = new ReportModel(dataset).IncidentMatrix!;
        matrix.Cells.Should().ContainSingle().Which.Value.Bounds.Should().Be(new Bounds(8, 10));
    }

    [Fact]
    public void A_side_is_a_label_and_nobody_is_blamed_for_it()
    {
        ValueList<Involvement> sides =
        [
            new() { Actor = ActorId.From("a"), Role = InvolvementRole.SideA },
            new() { Actor = ActorId.From("b"), Role = InvolvementRole.SideB },
        ];
        ActorMatrix.Party Row(IncidentKind kind) => new ReportModel(new ConflictDataset
        {
            Incidents = [Records.Of("one", "2024", 3) with { Kind = kind, Involvements = sides }],
        }).IncidentMatrix!.Rows.Should().ContainSingle().Which;
        Row(IncidentKind.StateBasedConflict).Kind.Should().Be(ActorMatrix.PartyKind.Fighting);
        Row(IncidentKind.StateBasedConflict).Actors.Should().Equal(ActorId.From("a"), ActorId.From("b"));
        Row(IncidentKind.OneSidedViolence).Should().Be(new ActorMatrix.Party(ActorMatrix.PartyKind.Actors, [ActorId.From("a")]));
    }

    [Fact]
    public void A_suspect_is_no_perpetrator_and_a_member_counts_for_its_whole()
    {
        Incident incident = Records.Of("one", "2024-01-03", 3) with
        {
            Involvements = default,
            Attributions = [new() { Actors = [ActorId.From("a")], Status = AttributionStatus.Suspected }],
        };
        new ReportModel(new ConflictDataset { Incidents = [incident] }).IncidentMatrix!.Rows.Should().Equal(ActorMatrix.Party.NotSaid);
        var linked = new ConflictDataset
        {
            Incidents = [Records.Of("one", "2024-01-03", 3), Records.Of("two", "2019-01-03", 3)],
            Affiliations =
            [
                Link(AffiliationKind.PartOf, "army") with { Period = UncertainDate.Parse("2020/..") },
                Link(AffiliationKind.BackedBy, "elsewhere"),
            ],
        };
        new ReportModel(linked).IncidentMatrix!.Rows.SelectMany(row => row.Actors).Should().BeEquivalentTo(
            [ActorId.From("army"), ActorId.From("a")], "it belonged to the army in 2024 and not in 2019, and never to its backer");

        static Affiliation Link(AffiliationKind kind, string to) => new() { Actor = ActorId.From("a"), Kind = kind, To = ActorId.From(to) };
    }

    [Fact]
    public void What_may_be_quoted_is_the_newest_of_the_totals_and_what_the_incidents_come_to()
    {
        Quote[] quotes = [.. new ReportModel(Pages.Sample).Quotes];
        quotes.Should().HaveCount(3);
        Quote.OfTally first = quotes[0].Should().BeOfType<Quote.OfTally>().Which;
        (first.Count, first.Attributed, first.Undescribed).Should().Be((Bounds.Exactly(449), new Bounds(376, 420), Bounds.Exactly(44)));
        quotes[2].Should().BeOfType<Quote.OfIncidents>().Which.Count.Should().Be(Bounds.Exactly(8));
        Tally old = Pages.Sample.Tallies[1];
        ConflictDataset replaced = Pages.Sample with { Tallies = [Pages.Sample.Tallies[0] with { Supersedes = [old.Id] }, old] };
        new ReportModel(replaced).Quotes.OfType<Quote.OfTally>().Should().ContainSingle("what was replaced is not to be quoted");
    }

    [Fact]
    public void A_total_whose_own_figures_clash_is_not_quoted_without_a_word_of_it()
    {
        Quote clashing = new ReportModel(Pages.Clashing).Quotes.Should().ContainSingle().Which;
        var voice = new ReportVoice(EnglishTexts.All);
        new QuoteText(voice, new RecordNames(Pages.Clashing, voice)).Of(clashing).Should().Be(
            "Syrian Observatory for Human Rights: 243 killed; its own figures do not add up.");
    }

    [Fact]
    public void What_the_incidents_come_to_is_quoted_as_published_and_a_best_figure_alone_as_that()
    {
        Toll toll = Toll.Of(new Estimate(8, 9, 12)).DividedInto(
            Part.Of(Victims.Civilians, Best(4)), Part.Of(Victims.MembersOf(ActorId.From("a")), Best(5)));
        var dataset = new ConflictDataset
        {
            Incidents =
            [
                Records.Of("one", "2024", 3) with
                {
                    Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } }],
                },
            ],
        };
        var voice = new ReportVoice(EnglishTexts.All);
        var sentences = new QuoteText(voice, new RecordNames(dataset, voice));
        new ReportModel(dataset).Quotes.Select(sentences.Of).Should().Equal(
            "s, in 1 incident; killed: 8 to 12 (best 9).", "s, in 1 incident; civilians killed: best estimate 4.");

        static Estimate Best(long count) => new(null, count, null);
    }

    [Fact]
    public void What_the_figures_leave_out_is_counted()
    {
        var dataset = new ConflictDataset
        {
            Incidents =
            [
                Records.Of("one", "2024-01-03", 3), Records.Of("two", "2024-01/..", 3),
                Records.Of("three", "2024", 3) with { Reports = default },
            ],
        };
        new ReportModel(dataset).LeftOut.Should().Be(new LeftOut(1, 1, 2, 0, 0));
    }
}
