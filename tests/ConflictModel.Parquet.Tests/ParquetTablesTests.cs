using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Parquet.Tests;

/// <summary>What is written is read back, cell by cell, and files answer as memory does.</summary>
public class ParquetTablesTests
{
    [Fact]
    public void A_table_is_read_back_cell_by_cell_from_one_file() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            IncidentTable table = Some.Table(random, random.Next(80));
            using MemoryStream file = new();
            table.WriteParquet(file);
            var again = IncidentTable.ReadParquet(file);
            Some.Cells(again).Should().Equal(Some.Cells(table));
            again.ValuesOf(GroupKey.FirstSide).Should().Equal(table.ValuesOf(GroupKey.FirstSide));
        },
        iter: 60);

    [Fact]
    public void A_file_answers_as_the_table_split_at_months_does() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            IncidentTable table = Some.Table(random, random.Next(1, 120));
            using MemoryStream file = new();
            table.WriteParquet(file);
            IncidentTable split = table.ToPieces().ToTable();
            IncidentQuery question = Some.Question(random);
            question.RunParquet(file).ToJson().Should().Be(question.On(split).Run().ToJson());
        },
        iter: 150);

    [Fact]
    public void A_folder_in_hive_layout_answers_as_its_files_together() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            string folder = Some.Scratch("data");
            for (int part = 0; part < 3; part++)
            {
                string below = Path.Combine(folder, "vintage=25.1", $"year={2011 + part}");
                Directory.CreateDirectory(below);
                Some.Builder(new(unchecked(seed + part)), 30, isDated: true, firstId: 30 * part).ToTable()
                    .WriteParquet(Path.Combine(below, "pieces.parquet"));
            }

            var together = IncidentTable.ReadParquet(folder);
            together.Incidents.Should().Be(90);
            IncidentQuery question = Some.Question(random);
            question.RunParquet(folder).ToJson().Should().Be(question.On(together).Run().ToJson());
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        },
        iter: 30);

    [Fact]
    public void An_event_that_was_cut_stands_in_one_row_group_and_many_rows_in_several()
    {
        IncidentTableBuilder builder = new();
        TableCode<ActorId>[] sides = [default, .. Enumerable.Range(1, 30).Select(i => builder.CodeOf(ActorId.From($"a{i}")))];
        for (int i = 0; i < 140_000; i++)
        {
            NodaTime.LocalDate first = new NodaTime.LocalDate(2000, 1, 30).PlusDays(i % 5000);
            builder.Append(
                new()
                {
                    Earliest = first,
                    Latest = i % 2 == 0 ? first.PlusDays(50) : first,
                    FirstSide = sides[i % 31],
                    Kind = i % 3 == 0 ? IncidentKind.Ambush : IncidentKind.Shelling,
                },
                Measure.Killed.Is(i % 300));
        }

        IncidentTable table = builder.ToTable();
        using MemoryStream stream = new();
        table.WriteParquet(stream);
        using IdleReaders idle = new();
        using PiecesFile file = new(stream, idle);
        file.Groups.Count.Should().BeGreaterThan(2);
        int cut = table.ToPieces().CutRows;
        int place = 0;
        for (int group = 0; group < file.Groups.Count; place += file.Groups[group++])
        {
            PiecesPart part = new(file, [group]);
            part.NumberAt(part.Schema.IndexOf("piece"), 0).Should().Be(1);
            (place < cut && place + file.Groups[group] > cut).Should().BeFalse("events that were cut stand apart");
        }

        IncidentTable again = table.ToPieces().ToTable();
        IncidentQuery byMonth = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Month).Top(5, Measure.Killed.Low);
        IncidentQuery ofSome = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Kind, GroupKey.Year)
            .Where(GroupKey.FirstSide, [ActorId.From("a4"), ActorId.From("a9")]);
        foreach (IncidentQuery question in (IncidentQuery[])
        [
            byMonth, ofSome, ofSome.During(new(2003, 2, 10), new(2008, 1, 15)),
            ofSome.IncludingUncertain().During(new(2013, 9, 1), new(2030, 1, 1)), ofSome.During(new(1990, 1, 1), new(1991, 1, 1)),
        ])
        {
            question.RunParquet(stream).ToJson().Should().Be(question.On(again).Run().ToJson());
        }
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        using MemoryStream one = new();
        using MemoryStream other = new();
        Some.Table(new(7), 50).WriteParquet(one);
        Some.Table(new(7), 50).WriteParquet(other);
        other.ToArray().Should().Equal(one.ToArray());
    }

    [Fact]
    public void A_folder_has_the_tables_beside_the_pieces_and_two_files_that_describe_them()
    {
        string folder = Some.Scratch("folder");
        IncidentTable table = Some.Table(new(3), 40);
        table.WriteParquetFolder(
            folder,
            new()
            {
                Name = "Some", Vintage = "25.1", Published = new(2025, 6, 1), License = "CC-BY-4.0",
                Source = new("https://example.org/"),
            });
        string[] files = [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        files.Should().Equal(
            "belongs.parquet", "croissant.json", "datapackage.json", "members.parquet", "names.parquet", "pieces.parquet",
            "within.parquet");
        Some.Cells(IncidentTable.ReadParquet(folder)).Should().Equal(Some.Cells(table));

        using var croissant = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "croissant.json")));
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        croissant.RootElement.GetProperty("conformsTo").GetString().Should().Be("http://mlcommons.org/croissant/1.1");
        croissant.RootElement.GetProperty("version").GetString().Should().Be("25.1");
        croissant.RootElement.GetProperty("datePublished").GetString().Should().Be("2025-06-01");
        foreach (PlainTable plain in table.ToPieces().All)
        {
            string[] columns = [.. plain.Schema.Columns.Select(column => column.Name)];
            croissant.RootElement.GetProperty("recordSet").EnumerateArray()
                .Single(set => set.GetProperty("name").GetString() == plain.Schema.Name)
                .GetProperty("field").EnumerateArray().Select(field => field.GetProperty("source").GetProperty("extract")
                    .GetProperty("column").GetString()).Should().Equal(columns);
            package.RootElement.GetProperty("resources").EnumerateArray()
                .Single(resource => resource.GetProperty("name").GetString() == plain.Schema.Name)
                .GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString())
                .Should().Equal(columns);
        }

        JsonElement killed = croissant.RootElement.GetProperty("recordSet")[0].GetProperty("field").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "killed_low");
        killed.GetProperty("description").GetString().Should().EndWith("null is unknown and never zero. Unit: people.");
        croissant.RootElement.GetProperty("recordSet")[0].GetProperty("field")[0].GetProperty("description").GetString()
            .Should().EndWith("All pieces of an event bear it.");

        Action again = () => table.WriteParquetFolder(folder);
        again.Should().Throw<IOException>().WithMessage("*exists already*");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void A_file_is_whole_or_not_there()
    {
        IncidentTableBuilder builder = new(BucketScheme.IsoWeek);
        builder.Append(new() { Earliest = new(2024, 1, 20), Latest = new(2024, 2, 10) });
        string path = Some.Scratch("table.parquet");
        Action write = () => builder.ToTable().WriteParquet(path);
        write.Should().Throw<InvalidOperationException>();
        Action nowhere = () => Some.Table(new(1), 3).WriteParquet(Path.Combine(path, "below", "table.parquet"));
        nowhere.Should().Throw<IOException>();
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!).Should().BeEmpty();
        Some.Table(new(1), 3).WriteParquet(path);
        Some.Table(new(2), 5).WriteParquet(path);
        IncidentTable.ReadParquet(path).Incidents.Should().Be(5, "what stood there is replaced");
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!).Should().ContainSingle();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Days_and_weeks_are_not_asked_of_pieces()
    {
        using MemoryStream file = new();
        Some.Table(new(1), 3).WriteParquet(file);
        foreach (GroupKey key in (GroupKey[])[GroupKey.Day, GroupKey.Week, GroupKey.AcledWeek])
        {
            Action ask = () => IncidentQuery.OverPieces().GroupBy(key).RunParquet(file);
            ask.Should().Throw<NotSupportedException>().WithMessage($"*{key}*");
        }

        IncidentQuery.OverPieces().GroupBy(GroupKey.Month, GroupKey.Year).RunParquet(file).Total.Incidents.Should().BePositive();
    }

    [Fact]
    public void An_id_that_no_file_knows_is_told()
    {
        using MemoryStream file = new();
        Some.Table(new(1), 3).WriteParquet(file);
        Action ask = () => IncidentQuery.OverPieces().WithFirstSide(ActorId.From("typo")).RunParquet(file);
        ask.Should().Throw<ArgumentException>().WithMessage("*'typo'*");
    }

    [Fact]
    public void A_stream_that_only_takes_bytes_will_do_and_what_it_throws_is_thrown()
    {
        using MemoryStream file = new();
        using (System.IO.Compression.GZipStream narrow = new(file, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            Some.Table(new(4), 20).WriteParquet(narrow);
        }

        file.Position = 0;
        using System.IO.Compression.GZipStream back = new(file, System.IO.Compression.CompressionMode.Decompress);
        using MemoryStream whole = new();
        back.CopyTo(whole);
        IncidentTable.ReadParquet(whole).Incidents.Should().Be(20);

        Action full = () => Some.Table(new(4), 20).WriteParquet(new MemoryStream(new byte[100]));
        full.Should().Throw<NotSupportedException>("a stream of fixed length says so");
    }
}
