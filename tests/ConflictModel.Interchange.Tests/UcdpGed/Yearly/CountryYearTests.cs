using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange.Tests.UcdpGed.Yearly;

/// <summary>UCDP's real country-years; the totals were added up by another program.</summary>
public class CountryYearTests
{
    [Fact]
    public void Its_rows_give_the_same_sums_as_tallies_as_rows_and_when_they_are_checked()
    {
        ConflictDataset dataset = Dataset();
        Estimate[] counts = [.. dataset.Tallies.Select(tally => tally.Report.Casualties!.Killed!.Count)];
        (counts.Length, counts.Sum(count => count.Low), counts.Sum(count => count.Best), counts.Sum(count => count.High))
            .Should().Be((6_936, 3_294_758, 3_957_143, 5_833_924));

        IncidentTableBuilder builder = new();
        using var reader = IncidentReader.Open(Stream());
        reader.AppendTo(builder).Should().Be(new ReadCounts(6_936, 0));
        builder.RowUnit.Should().Be("country-years of UCDP 25.1");
        AggregateRow total = builder.ToTable().Query().Sum(Measure.Killed, Measure.Killed.Civilians).Run().Total;
        Sums killed = total.Of(Measure.Killed);
        (killed.Low, killed.Best, killed.High, total.Of(Measure.Killed.Civilians).Best)
            .Should().Be((3_294_758, 3_957_143, 5_833_924, 1_474_095));

        PublishedValidator.Validate(Stream()).Totals.Should().Equal(
            [new("low", 3_294_758L), new("best", 3_957_143L), new("high", 5_833_924L)]);
    }

    [Fact]
    public void A_row_is_a_tally_of_a_country_by_type_of_violence_and_by_victims()
    {
        ConflictDataset dataset = Dataset();
        Tally syria = dataset.Tallies.Single(tally => tally.Id == TallyId.From("ucdp-country-year:652-2016"));
        syria.Scope.Regions.Should().Equal(RegionId.From("ucdp-country:652"));
        Toll killed = syria.Report.Casualties!.Killed!;
        killed.Count.Should().Be(new Estimate(52_024, 53_891, 56_218));
        killed.Breakdowns.Select(breakdown => string.Join(' ', breakdown.Parts.Select(part => part.Count.Best)))
            .Should().Equal("44939 7939 1013", "36230 14293 3368");
        killed.Derive().Contradictions.Should().BeEmpty();
        syria.Report.Original!.Columns.Should().Contain(new OriginalColumn("sb_dyad_count_cy", "7"));
    }

    [Fact]
    public void Through_json_its_tallies_come_back()
    {
        ConflictDataset dataset = Dataset();
        DatasetJson.Read(DatasetJson.Write(dataset)).Tallies.Should().Equal(dataset.Tallies);
    }

    private static FileStream Stream() => File.OpenRead(PublishedFiles.PathOf("ucdp-published-totals/organizedviolencecy_v25_1.csv"));

    private static ConflictDataset Dataset()
    {
        using var reader = IncidentReader.Open(Stream());
        return reader.ReadDataset();
    }
}
