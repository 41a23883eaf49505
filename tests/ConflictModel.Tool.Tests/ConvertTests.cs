using System.Text;
using ConflictModel.Interchange;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests;

/// <summary>Nothing that a conversion leaves out is left out in silence.</summary>
public sealed class ConvertTests : IDisposable
{
    private const string Old =
        "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,event_type,sub_event_type,actor1,inter1,fatalities,iso3\n"
        + "1,144,XXX1,1,2020-10-02,2020,Protests,Peaceful protest,Protesters (Country),6,0,LKA\n";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_of_another_version_comes_back_from_its_data_set_in_its_own_columns()
    {
        string json = Path.Combine(folder, "old.json");
        Tool.Run(Encoding.UTF8.GetBytes(Old), "convert", "-", json, "--to", "json").ExitCode.Should().Be(0);
        ToolResult back = Tool.Run("convert", json, "-", "--to", "acled");
        (back.Output, back.Error).Should().Be((Old, ""));
    }

    [Fact]
    public void What_the_target_can_not_hold_is_counted_by_field_on_standard_error()
    {
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes(Old), "convert", "-", "-", "--to", "ucdp-ged");
        string[] lines = result.Error.TrimEnd('\n').Split('\n');
        lines[0].Should().Be("standard input: UCDP GED can't hold 13 values of 13 fields as they are; --loss FILE lists each:");
        lines.Should().Contain("  /kind: 1 changed").And.Contain("  /reports/*/original/columns/*: 7 dropped")
            .And.HaveElementAt(lines.Length - 1, "standard input: 1 read, 1 kept, 0 set aside");
        lines.Should().NotContain(line => line.StartsWith("  /date", StringComparison.Ordinal));
    }

    [Fact]
    public void The_details_are_in_the_loss_file_where_there_is_one()
    {
        string loss = Path.Combine(folder, "loss.json");
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes(Old), "convert", "-", "-", "--to", "ucdp-ged", "--loss", loss);
        result.Error.Split('\n')[0].Should().EndWith(" fields as they are:");
        File.ReadAllText(loss).Should().Contain("/reports/0/original/columns/iso3");
    }

    [Fact]
    public void Nothing_is_said_where_nothing_is_lost() =>
        Tool.Run(Encoding.UTF8.GetBytes(Old), "convert", "-", "-", "--to", "acled").Error
            .Should().Be("standard input: 1 read, 1 kept, 0 set aside\n");

    [Fact]
    public void Records_that_are_no_incidents_are_said() =>
        Tool.Run("convert", Tool.Sample, "-", "--to", "geojson").Error.Should().Contain(
            "GeoJSON holds incidents only, without the 3 tallies, ");

    [Theory]
    [InlineData("19.1", "19.1", null)]
    [InlineData("19.1@2019-06-01", "19.1", "2019-06-01")]
    [InlineData("of June, 2019", "of June, 2019", null)]
    public void The_vintage_is_kept_by_its_name_and_day(string vintage, string name, string? day)
    {
        ToolResult result = Tool.Run(
            "convert", "--to", "json", "--vintage", vintage, RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"), "-");
        result.ExitCode.Should().Be(0);
        Vintage kept = DatasetJson.Read(result.Output).Incidents[0].Reports[0].Original!.Vintage!;
        (kept.Name, kept.Day?.ToString("uuuu-MM-dd", null)).Should().Be((name, day));
    }

    [Fact]
    public void A_vintage_with_a_day_that_is_none_is_refused() => Tool.Run(
        "convert", "--to", "json", "--vintage", "19.1@June", RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"), "-")
        .Error.Should().Contain("'June' is not a day such as 2023-06-01.");

    [Fact]
    public void Every_list_of_a_data_set_is_an_incidents_or_named_by_them_or_said()
    {
        ConflictDataset dataset = Everything.Dataset();
        using var writer = new StringWriter { NewLine = "\n" };
        LossOutput.WriteOthers(writer, "file", EventFormats.Acled, dataset);
        int lists = typeof(ConflictDataset).GetProperties().Count(property => property.PropertyType.Name == "ValueList`1");
        string[] read = [nameof(ConflictDataset.Sources), nameof(ConflictDataset.Actors), nameof(ConflictDataset.Regions),
            nameof(ConflictDataset.Incidents)];
        writer.ToString().Split(", ").Skip(1).Should().HaveCount(lists - read.Length);
        writer.GetStringBuilder().Clear();
        LossOutput.WriteOthers(writer, "file", EventFormats.Acled, new() { Incidents = dataset.Incidents });
        writer.ToString().Should().BeEmpty();
    }
}
