using System.Text;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange.Tests;

/// <summary>What a reader writes as a data set file while it holds few incidents: what holding all of them gives, byte for byte.</summary>
public class WrittenDatasetTests
{
    private static readonly string Ged = GedSamples.File(
        [.. Enumerable.Range(1, 9).Select(i => Side(i, "A, B", "90")), Side(10, "", ""), Side(11, "B, C é\n", "91"), Side(12, "B", "12")]);

    private static readonly string Acled = AcledSamples.File(
        Newer("SYR1", "3", 100), Newer("SYR2", "5", 100), Newer("SYR1", "7", 300), Newer("SYR3", "1", 100), Newer("SYR1", "4", 200));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(100)]
    public void What_later_rows_tell_of_members_and_newer_rows_of_older_ones_is_in_it(int mostHeld)
    {
        foreach (string file in (string[])[Ged, Acled, GedSamples.File()])
        {
            Compare(() => Roads.Utf8(file), mostHeld);
        }
    }

    [Theory]
    [InlineData(PublishedFiles.Sample)]
    public void A_published_file_is_written_the_same(string name) => Compare(() => File.OpenRead(PublishedFiles.PathOf(name)), 100);

    [Fact]
    public void A_malformed_row_leaves_nothing_written()
    {
        using var stream = new MemoryStream();
        string malformed = Side(13, "B", "12").Replace("2016-01-03", "no day", StringComparison.Ordinal);
        using var reader = IncidentReader.Open(Roads.Utf8(Ged + malformed));
        FluentActions.Invoking(() => reader.WriteDataset(stream, asLines: false, mostHeld: 2)).Should().Throw<MalformedInputException>();
        stream.Length.Should().Be(0);
    }

    private static void Compare(Func<Stream> open, int mostHeld)
    {
        using var whole = IncidentReader.Open(open());
        ConflictDataset dataset = whole.ReadDataset();
        Written(open(), asLines: false, mostHeld).Should().Be(DatasetJson.Write(dataset));
        using var lines = new MemoryStream();
        DatasetNdjson.Write(dataset, lines);
        Written(open(), asLines: true, mostHeld).Should().Be(Encoding.UTF8.GetString(lines.ToArray()));
    }

    private static string Written(Stream file, bool asLines, int mostHeld)
    {
        using var stream = new MemoryStream();
        using var reader = IncidentReader.Open(file);
        reader.WriteDataset(stream, asLines, mostHeld);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Side(int id, string name, string actor) => GedSamples.Row(
        ("id", $"{id}"), ("side_b", name), ("side_b_new_id", actor), ("side_b_dset_id", actor), ("dyad_name", $"Government of X - {name}"));

    private static string Newer(string id, string dead, int timestamp) =>
        AcledSamples.Row(("event_id_cnty", id), ("fatalities", dead), ("timestamp", $"{timestamp}"));
}
