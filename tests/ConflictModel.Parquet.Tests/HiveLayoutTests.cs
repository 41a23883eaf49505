using System.Text.Json;
using ConflictModel.Aggregation;
using CsCheck;
using DuckDB.NET.Data;

namespace ConflictModel.Parquet.Tests;

/// <summary>A folder that is divided in hive layout holds the same, for this library and for DuckDB.</summary>
public class HiveLayoutTests
{
    private static readonly ParquetPartition[] All = [ParquetPartition.Vintage, ParquetPartition.Admin0, ParquetPartition.Year];

    [Fact]
    public void A_divided_folder_is_read_back_cell_by_cell_and_answers_as_memory_and_so_does_DuckDB() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            IncidentTable table = Some.Table(random, random.Next(1, 60));
            string folder = Some.Scratch("data");
            table.WriteParquetFolder(
                folder, new() { Vintage = "25/1 a" }, All.OrderBy(_ => random.Next()).Take(random.Next(1, 4)));
            Some.Cells(IncidentTable.ReadParquet(folder)).Should().Equal(Some.Cells(table));
            IncidentQuery question = Some.Question(random);
            string answer = question.On(table.ToPieces().ToTable()).Run().ToJson();
            question.RunParquet(folder).ToJson().Should().Be(answer);

            using DuckDBConnection duckDb = new("Data Source=:memory:");
            duckDb.Open();
            question.RunAsync(duckDb, SqlDialect.DuckDb, new() { Folder = folder, Files = $"{folder}/**/pieces.parquet" })
                .GetAwaiter().GetResult().ToJson().Should().Be(answer);
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        },
        iter: 8,
        threads: 1);

    [Fact]
    public void DuckDB_finds_the_folders_of_an_event_to_be_what_its_columns_say()
    {
        string folder = Some.Scratch("data");
        IncidentTable table = Some.Table(new(3), 200);
        table.WriteParquetFolder(folder, new() { Vintage = "25.1" }, All);
        string pieces = $"from read_parquet('{folder}/**/pieces.parquet', hive_partitioning = true)";
        Number($"select count(*) {pieces} where admin0 is distinct from country").Should().Be(0);
        Number($"select count(*) {pieces} where first and year is distinct from year(earliest)").Should().Be(0);
        Number($"select count(*) {pieces} where vintage <> '25.1'").Should().Be(0);
        Number($"select count(*) from (select event {pieces} group by event having count(distinct filename) > 1)").Should().Be(0);
        Number($"select count(*) {pieces} where pieces > 1 and year(earliest) > year").Should()
            .BePositive("an event that goes on after its year's end is in the folder of the year in which it begins");
        AggregateRow year = table.ToPieces().ToTable().Query().GroupBy(GroupKey.Year).Run()
            .Single(row => row.TextOf(GroupKey.Year) == "2012");
        Number($"select count(*) {pieces} where year = 2012 and first").Should().Be(year.Incidents);
    }

    [Fact]
    public void A_file_is_named_as_an_address_in_one_description_and_as_a_path_in_the_other()
    {
        string folder = Some.Scratch("data");
        Some.Table(new(3), 20).WriteParquetFolder(folder, new() { Vintage = "25:1" }, ParquetPartition.Vintage);
        string file = Path.Combine("vintage=25%3A1", "pieces.parquet");
        File.Exists(Path.Combine(folder, file)).Should().BeTrue();
        File.ReadAllText(Path.Combine(folder, "croissant.json")).Should()
            .Contain("\"contentUrl\": \"vintage=25%253A1/pieces.parquet\"");
        File.ReadAllText(Path.Combine(folder, "datapackage.json")).Should().Contain("\"path\": \"vintage=25%3A1/pieces.parquet\"");
        IncidentTable.ReadParquet(folder).Query().Run().Total.Incidents.Should().Be(20);
        File.Delete(Path.Combine(folder, file));
        Action read = () => IncidentTable.ReadParquet(folder);
        read.Should().Throw<ParquetFormatException>().WithMessage("*lists files that are not there: vintage=25%3A1/pieces.parquet*");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void One_folder_of_it_is_enough_alone()
    {
        string folder = Some.Scratch("data");
        IncidentTable table = Some.Table(new(3), 100);
        table.WriteParquetFolder(folder, null, ParquetPartition.Year);
        long incidents = Directory.EnumerateDirectories(folder).Sum(year =>
            IncidentQuery.OverPieces().WithEitherSide(ActorId.From("a0")).IncludingUncertain().RunParquet(year).Total.Incidents);
        incidents.Should().Be(table.Query().WithEitherSide(ActorId.From("a0")).IncludingUncertain().Run().Total.Incidents).And.BePositive();
    }

    [Fact]
    public void Two_vintages_are_never_asked_together_and_what_has_not_taken_its_place_is_passed_over()
    {
        string folder = Some.Scratch("data");
        IncidentTable table = Some.Table(new(3), 50);
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed);
        table.WriteParquetFolder(folder, new() { Vintage = "25.1" }, ParquetPartition.Vintage, ParquetPartition.Year);
        string answer = question.RunParquet(folder).ToJson();
        table.WriteParquetFolder(Path.Combine(folder, ".conflictmodel-x.tmp"), null, ParquetPartition.Year);
        question.RunParquet(folder).ToJson().Should().Be(answer);

        table.WriteParquetFolder(Path.Combine(folder, "vintage=26.1"), null, ParquetPartition.Year);
        FluentActions.Invoking(() => question.RunParquet(folder)).Should().Throw<ParquetFormatException>()
            .WithMessage("*several vintages of the same events (vintage=25.1, vintage=26.1): ask the folder of one.");
        question.RunParquet(Path.Combine(folder, "vintage=26.1")).ToJson().Should().Be(answer);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void The_files_are_described_each_and_as_one_table()
    {
        string folder = Some.Scratch("data");
        Some.Table(new(3), 100).WriteParquetFolder(folder, null, ParquetPartition.Year);
        string[] files = [.. Directory.EnumerateFiles(folder, "pieces.parquet", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        files.Should().HaveCountGreaterThan(2);
        using var croissant = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "croissant.json")));
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        package.RootElement.GetProperty("resources")[0].GetProperty("path").EnumerateArray().Select(path => path.GetString())
            .Should().Equal(files);
        croissant.RootElement.GetProperty("distribution").EnumerateArray().Select(file => file.GetProperty("@id").GetString())
            .Should().Contain(files).And.Contain("pieces-files");
        croissant.RootElement.GetProperty("recordSet")[0].GetProperty("field")[0].GetProperty("source").GetProperty("fileSet")
            .GetProperty("@id").GetString().Should().Be("pieces-files");
    }

    [Fact]
    public void What_a_folder_cannot_be_divided_by_is_refused_and_nothing_is_written()
    {
        string folder = Some.Scratch("data");
        IncidentTable table = Some.Table(new(3), 10);
        Action twice = () => table.WriteParquetFolder(folder, null, ParquetPartition.Year, ParquetPartition.Year);
        twice.Should().Throw<ArgumentException>();
        Action unsaid = () => table.WriteParquetFolder(folder, new() { Name = "ged" }, ParquetPartition.Vintage);
        unsaid.Should().Throw<ArgumentException>().WithMessage("*which vintage*");
        Action none = () => table.WriteParquetFolder(folder, new() { Vintage = "__HIVE_DEFAULT_PARTITION__" }, ParquetPartition.Vintage);
        none.Should().Throw<ArgumentException>().WithMessage("*No vintage is called*");
        Directory.Exists(folder).Should().BeFalse();
        new IncidentTableBuilder().ToTable().WriteParquetFolder(folder, null, ParquetPartition.Year);
        IncidentTable.ReadParquet(folder).Incidents.Should().Be(0);
    }

    [Theory]
    [InlineData("croissant.json")]
    [InlineData("datapackage.json")]
    public void A_file_that_the_folder_lists_and_that_is_missing_is_named(string list)
    {
        string folder = Some.Scratch("data");
        Some.Table(new(3), 100).WriteParquetFolder(folder, null, ParquetPartition.Year);
        var question = IncidentQuery.OverPieces();
        question.RunParquet(folder).Total.Incidents.Should().BePositive();
        File.Delete(Path.Combine(folder, list == "croissant.json" ? "datapackage.json" : "croissant.json"));
        question.RunParquet(folder).Total.Incidents.Should().BePositive("a list may be missing");
        File.Delete(Path.Combine(folder, "year=2012", "pieces.parquet"));
        FluentActions.Invoking(() => question.RunParquet(folder)).Should().Throw<ParquetFormatException>()
            .WithMessage($"*{list}: it lists files that are not there: year=2012/pieces.parquet.");
        Directory.Delete(Path.Combine(folder, "year=2013"), recursive: true);
        File.Delete(Path.Combine(folder, "within.parquet"));
        File.Delete(Path.Combine(folder, "members.parquet"));
        FluentActions.Invoking(() => question.RunParquet(folder)).Should().Throw<ParquetFormatException>().WithMessage("* and 1 more.");
        File.WriteAllText(Path.Combine(folder, list), "[]");
        FluentActions.Invoking(() => question.RunParquet(folder)).Should().Throw<ParquetFormatException>()
            .WithMessage("*it is no list of files*");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void A_small_table_that_is_asked_says_to_name_its_folder()
    {
        string folder = Some.Scratch("data");
        Some.Table(new(3), 10).WriteParquetFolder(folder);
        foreach (string name in (string[])["names", "belongs", "members", "within"])
        {
            FluentActions.Invoking(() => IncidentQuery.OverPieces().RunParquet(Path.Combine(folder, name + ".parquet")))
                .Should().Throw<ParquetFormatException>().WithMessage("*name the folder that it stands in.");
        }

        File.Copy(Path.Combine(folder, "pieces.parquet"), Path.Combine(folder, "..", "names.parquet"));
        IncidentQuery.OverPieces().RunParquet(Path.Combine(folder, "..", "names.parquet")).Total.Incidents.Should().Be(10);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public async Task Folders_that_are_called_as_columns_are_change_nothing()
    {
        string scratch = Some.Scratch("data");
        string folder = Path.Combine(scratch, "source=s9", "kind=actor", "country=XX", "pieces=1");
        IncidentTable table = Some.Table(new(3), 60);
        table.WriteParquetFolder(folder);
        using DuckDBConnection duckDb = new("Data Source=:memory:");
        foreach (IncidentQuery query in (IncidentQuery[])
        [
            IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Source, GroupKey.Kind),
            IncidentQuery.OverPieces().GroupBy(GroupKey.Country),
            IncidentQuery.OverPieces().Where(GroupKey.Source, SourceId.From("s1")).InRegions(RegionId.From("homs")),
        ])
        {
            string answer = query.On(table.ToPieces().ToTable()).Run().ToJson();
            query.RunParquet(folder).ToJson().Should().Be(answer);
            foreach (string? files in (string?[])[null, $"{scratch}/**/pieces.parquet"])
            {
                (await query.RunAsync(
                    duckDb, SqlDialect.DuckDb, new() { Folder = folder, Files = files }, TestContext.Current.CancellationToken))
                    .ToJson().Should().Be(answer);
            }
        }

        Directory.Delete(Path.GetDirectoryName(scratch)!, recursive: true);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task What_one_of_several_files_has_no_column_of_is_unknown_of_its_incidents(string with, string without)
    {
        string folder = Some.Scratch("data");
        IncidentTableBuilder one = new();
        one.Append(new() { Id = IncidentId.From("one"), Earliest = new(2012, 1, 1) }, Measure.Killed.Is(3), Measure.Wounded.Is(0));
        one.ToTable().WriteParquetFolder(Path.Combine(folder, with));
        IncidentTableBuilder other = new();
        other.Append(new() { Id = IncidentId.From("other"), Earliest = new(2012, 1, 20), Latest = new(2012, 2, 9) }, Measure.Killed.Is(4));
        other.ToTable().WriteParquetFolder(Path.Combine(folder, without));
        IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed, Measure.Wounded).GroupBy(GroupKey.Month);
        using DuckDBConnection duckDb = new("Data Source=:memory:");
        Aggregate answer = await query.RunAsync(
            duckDb, SqlDialect.DuckDb, new() { Folder = Path.Combine(folder, with), Files = $"{folder}/*/pieces.parquet" },
            TestContext.Current.CancellationToken);
        answer.ToJson().Should().Be(query.RunParquet(folder).ToJson());
        (answer.Total.Of(Measure.Killed).Best, answer.Total.Of(Measure.Wounded).Best, answer.Total.Of(Measure.Wounded).WithoutBest)
            .Should().Be((7, 0, 1));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    private static long Number(string sql)
    {
        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), null);
    }
}
