using ConflictModel.Aggregation;
using ConflictModel.Revisions;

namespace ConflictModel.Interchange.Tests.Revisions;

/// <summary>UCDP's own vintages against one another; what changed was counted by another program.</summary>
public class PublishedVintagesTests
{
    private static readonly Lazy<VintageComparison> Yearly = new(() => PublishedVintages.Compare(
        PublishedFiles.PathOf("ucdp-published-totals/BattleDeaths_v23_1.csv"),
        PublishedFiles.PathOf("ucdp-published-totals/BattleDeaths_v24_1.csv"),
        new() { Until = 2022 }));

    private static readonly Lazy<VintageComparison> Syria = new(() => PublishedVintages.Compare(
        PublishedFiles.PathOf("ucdp-ged-syria-19.1/ged_syria.csv"), PublishedFiles.PathOf("ucdp-ged-sample-23.1/ged231_sample1000.csv")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Battle_related_deaths_from_23_1_to_24_1_are_accounted_for_to_the_digit()
    {
        Yearly.Value.Records.Should().Be(new VintageComparison.Counts(Old: 1_848, Added: 6, Removed: 2, Revised: 130));
        Yearly.Value.Records.New.Should().Be(1_852);
        VintageAccount.Line all = Yearly.Value.Account(Measure.Killed, Stop).By().Lines.Should().ContainSingle().Which;
        (all.Old.Low, all.Old.Best, all.Old.High).Should().Be((1_785_130, 1_891_168, 2_485_181));
        all.Added.Should().Be(new FigureChange(645, 786, 810));
        all.Removed.Should().Be(new FigureChange(433, 543, 562));
        all.Revised.Should().Be(new FigureChange(207_011, 212_869, 175_762));
        all.MovedIn.Should().Be(all.MovedOut).And.Be(default(FigureChange));
        (all.New.Low, all.New.Best, all.New.High).Should().Be((1_992_353, 2_104_280, 2_661_191));
    }

    [Fact]
    public void Of_its_dyad_years_127_have_other_figures_and_116_another_best_one()
    {
        Yearly.Value.Revised.Count(revision => revision.Has(FieldClass.Figure)).Should().Be(127);
        Yearly.Value.Revised.Count(revision => revision.Of("bd_best") is not null).Should().Be(116);
        Yearly.Value.Revised.Where(revision => !revision.Has(FieldClass.Figure)).Select(revision => revision.Id)
            .Should().BeEquivalentTo(["14668-2022", "15077-2021", "15174-2022"], "others came to the aid of one side there");
        Yearly.Value.Added.Should().BeEquivalentTo(["15998-2017", "15998-2018", "596-1995", "596-1996", "624-2022", "12102-2022"]);
        Yearly.Value.Removed.Should().BeEquivalentTo(["689-2018", "689-2019"]);
    }

    [Fact]
    public void A_group_that_is_called_otherwise_is_no_revision()
    {
        Yearly.Value.Renamed.Should().Contain(revision => revision.Of("side_b") == new FieldChange
        {
            Field = "side_b",
            Was = "FARC - Mordisco",
            Is = "FARC-EMC",
            Class = FieldClass.Renaming,
        });
        Yearly.Value.Renamed.Count(revision => revision.Of("side_b") is not null).Should().Be(23);
        Yearly.Value.Renamed.Select(revision => revision.Id)
            .Should().NotIntersectWith(Yearly.Value.Revised.Select(revision => revision.Id));
    }

    [Fact]
    public void What_one_dyad_lost_and_another_gained_year_by_year_is_proposed_as_a_re_attribution()
    {
        Reattribution found = Yearly.Value.Reattributions(Measure.Killed, GroupKey.Dyad, Stop).Should().ContainSingle().Which;
        (found.From.Own, found.To.Own, found.Best).Should().Be(("689", "15998", 639));
        found.Years.Select(year => (year.Number, year.Lost.Best, year.Gained.Best))
            .Should().Equal((2017, 96, 96), (2018, 378, 378), (2019, 165, 165));
        (found.Conserves(RangeFigure.Best), found.Conserves(RangeFigure.Low), found.Conserves(RangeFigure.High))
            .Should().Be((true, false, true));
        found.ToString().Should().Be(
            "15998 (Government of DR Congo (Zaire) - IS) gained the 639 that 689 (Government of Uganda - ADF) lost, in best figures "
            + "and to the digit: 96 in 2017, 378 in 2018, 165 in 2019; not so in low (303 against 275 in 2018).");
    }

    [Fact]
    public void A_year_s_line_says_why_it_moved_and_which_records_carry_it()
    {
        VintageAccount account = Yearly.Value.Account(Measure.Killed, Stop).By(GroupKey.Year);
        VintageAccount.Line line = account.Lines.Single(line => line.Group[0] == "2018");
        line.Records
            .Select(record => record.Change)
            .Select(change => ((long[])[change.Low, change.Best, change.High]).Max(Math.Abs))
            .Should().BeInDescendingOrder();
        line.Explain().Should().Be(
            "2018: best 54826 + 378 added - 378 removed + 120 revised = 54946: "
            + "15998-2018 (added +378), 689-2018 (removed -378), 14595-2018 (revised +119) and 2 more.");
        account.Lines.Sum(one => one.New.Best).Should().Be(2_104_280);
    }

    [Fact]
    public void Of_the_events_in_Syria_of_19_1_that_the_sample_of_23_1_has_these_fields_changed()
    {
        Syria.Value.Records.Removed.Should().Be(16_566 - 42);
        Syria.Value.Records.Added.Should().Be(1_000 - 42);
        int In(string field) => Syria.Value.Revised.Count(revision => revision.Of(field) is not null);
        (In("low"), In("best"), In("latitude"), In("longitude"), In("where_prec"), In("active_year")).Should().Be((4, 2, 4, 4, 3, 2));
        Revision(218691).Of("best").Should().Be(Figure("best", "1", "2"));
        Revision(313638).Of("best").Should().Be(Figure("best", "6", "12"));
        (Revision(313638).Of("deaths_a"), Revision(313638).Of("deaths_b"), Revision(313638).Of("deaths_civilians"))
            .Should().Be((Figure("deaths_a", "6", "0"), Figure("deaths_b", "0", "11"), Figure("deaths_civilians", "0", "1")));
        Syria.Value.FieldsOfNewer.Should().Contain("where_description");
    }

    [Fact]
    public void The_one_event_that_moved_is_told_from_its_old_dyad_to_its_new_one()
    {
        RecordMove move = Syria.Value.Moves(Measure.Killed, Stop).Should().ContainSingle().Which;
        move.Id.Should().Be("313638");
        move.Steps.Should().Contain(new RecordMove.Step(GroupKey.Dyad, "14634", "14876"));
        (move.Was, move.Is).Should().Be((new Estimate(6, 6, 6), new Estimate(12, 12, 12)));

        VintageAccount byDyad = Syria.Value.Account(Measure.Killed, Stop).By(GroupKey.Dyad);
        byDyad.Lines.Single(line => line.Group[0] == "14634").MovedOut.Should().Be(new FigureChange(6, 6, 6));
        byDyad.Lines.Single(line => line.Group[0] == "14876").MovedIn.Should().Be(new FigureChange(12, 12, 12));
    }

    [Fact]
    public void A_place_that_is_only_spelled_otherwise_is_the_same_place()
    {
        Syria.Value.Renamed.Should().Contain(revision => revision.Of("adm_1") != null && revision.Of("adm_1")!.Is == "Homs governorate");
        Revision(245685, Syria.Value.Renamed).Of("where_coordinates")!.Class.Should().Be(FieldClass.Renaming, "its point is the same");
        Revision(242386).Of("where_coordinates")!.Class.Should().Be(FieldClass.Place, "its point is another");
        Syria.Value.Account(Measure.Killed, Stop).By(GroupKey.RegionAt(RegionKind.Governorate)).Lines
            .Should().NotContain(line => line.MovedIn != default || line.MovedOut != default);
    }

    [Fact]
    public void Between_the_sample_of_23_1_and_Myanmar_of_24_1_two_descriptions_changed_and_no_figure()
    {
        VintageComparison comparison = PublishedVintages.Compare(
            PublishedFiles.PathOf("ucdp-ged-sample-23.1/ged231_sample1000.csv"),
            PublishedFiles.PathOf("ucdp-ged-myanmar-24.1/ged_myanmar.csv"),
            cancellationToken: Stop);
        (comparison.Records.Old - comparison.Records.Removed).Should().Be(9);
        comparison.Revised.Should().HaveCount(2)
            .And.OnlyContain(revision => revision.Changes.Count == 1 && revision.Of("where_description") != null);
        VintageAccount.Line all = comparison.Account(Measure.Killed, Stop).By().Total;
        (all.Revised, all.MovedIn, all.MovedOut).Should().Be((default(FigureChange), default(FigureChange), default(FigureChange)));
    }

    [Fact]
    public void Files_that_are_read_at_once_say_what_those_read_one_after_the_other_do()
    {
        List<string> told = [];
        VintageComparison inTurn = PublishedVintages.Compare(
            PublishedFiles.PathOf("ucdp-ged-syria-19.1/ged_syria.csv"),
            PublishedFiles.PathOf("ucdp-ged-sample-23.1/ged231_sample1000.csv"),
            reading: new() { OnProgress = _ => { } },
            onRead: (path, counts) => told.Add($"{Path.GetFileName(path)} {counts.Kept}"),
            cancellationToken: Stop);
        told.Should().Equal("ged_syria.csv 16566", "ged231_sample1000.csv 1000");
        inTurn.Records.Should().Be(Syria.Value.Records);
        inTurn.Revised.Should().Equal(Syria.Value.Revised);
        inTurn.Added.Should().Equal(Syria.Value.Added);
        inTurn.Removed.Should().Equal(Syria.Value.Removed);
    }

    [Fact]
    public void Where_both_files_are_malformed_the_older_one_s_fault_is_told()
    {
        string folder = Directory.CreateTempSubdirectory("vintages").FullName;
        try
        {
            string older = Path.Combine(folder, "older.csv");
            string newer = Path.Combine(folder, "newer.csv");
            string[] lines = File.ReadAllLines(PublishedFiles.PathOf("ucdp-ged-sample-23.1/ged231_sample1000.csv"));
            File.WriteAllLines(older, [.. lines[..400], "cut off"]);
            File.WriteAllLines(newer, [lines[0], "cut off"]);
            for (int i = 0; i < 20; i++)
            {
                Action compare = () => PublishedVintages.Compare(older, newer, cancellationToken: Stop);
                compare.Should().Throw<MalformedInputException>().Which.Malformation.File.Should().Be(older);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Its_sums_are_those_of_a_table_of_either_file()
    {
        string path = PublishedFiles.PathOf("ucdp-ged-syria-19.1/ged_syria.csv");
        VintageComparison comparison = PublishedVintages.Compare(
            path, PublishedFiles.PathOf("ucdp-ged-sample-23.1/ged231_sample1000.csv"), new() { SplitAt = [GroupKey.Month.Scheme!] },
            cancellationToken: Stop);
        IncidentTableBuilder builder = new(GroupKey.Month.Scheme!);
        using (var reader = IncidentReader.Open(path))
        {
            reader.AppendTo(builder);
        }

        IncidentTable table = builder.ToTable();
        foreach (GroupKey[] keys in (GroupKey[][])[[GroupKey.Month], [GroupKey.Year, GroupKey.Dyad], [GroupKey.Actor], [GroupKey.Country]])
        {
            SortedDictionary<string, Sums> sums = [];
            foreach (AggregateRow row in table.Query().Sum(Measure.Killed).GroupBy(keys).KeepingUnknown().Run())
            {
                string group = string.Join('|', keys.Select(key => table.NamesOf(row, key).Own));
                sums[group] = sums.GetValueOrDefault(group) + row.Of(Measure.Killed);
            }

            VintageAccount account = comparison.Account(Measure.Killed, Stop).By(keys);
            account.Lines.Where(line => line.Old.Incidents + line.Old.Continuing > 0)
                .ToDictionary(line => string.Join('|', line.Group), line => line.Old).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Should().Equal(sums.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    private static Revision Revision(int id, ValueList<Revision>? of = null) =>
        (of ?? Syria.Value.Revised).Single(revision => revision.Id == $"{id}");

    private static FieldChange Figure(string field, string was, string became) =>
        new() { Field = field, Was = was, Is = became, Class = FieldClass.Figure };
}
