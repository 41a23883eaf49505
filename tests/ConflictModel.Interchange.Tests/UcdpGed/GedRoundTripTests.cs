namespace ConflictModel.Interchange.Tests.UcdpGed;

public class GedRoundTripTests
{
    public static TheoryData<string> Files => [PublishedFiles.Syria, PublishedFiles.Sample, PublishedFiles.Myanmar];

    public static TheoryData<string, bool> FilesAndResolvers =>
        new MatrixTheoryData<string, bool>(Files.Select(row => row.Data), [false, true]);

    [Theory]
    [MemberData(nameof(FilesAndResolvers))]
    public void Every_cell_of_a_published_file_comes_back(string file, bool resolved)
    {
        string path = PublishedFiles.PathOf(file);
        var options = new ReadOptions { Names = resolved ? NameResolver.BuiltIn : NameResolver.None };
        byte[] written = RoundTrip.Of(File.OpenRead(path), options, out ReadCounts counts);
        List<string[]> before = PublishedFiles.Cells(path);
        List<string[]> after = SimpleCsv.Read(System.Text.Encoding.UTF8.GetString(written));
        after.Count.Should().Be(before.Count);
        counts.Should().Be(new ReadCounts(before.Count - 1, 0));
        for (int i = 0; i < before.Count; i++)
        {
            after[i].Should().Equal(before[i], "row {0} comes back", i);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_was_written_here_is_written_again_byte_for_byte(string file)
    {
        byte[] first = RoundTrip.Of(File.OpenRead(PublishedFiles.PathOf(file)), new(), out _);
        byte[] second = RoundTrip.Of(new MemoryStream(first), new(), out _);
        second.AsSpan().SequenceEqual(first).Should().BeTrue();
    }

    [Fact]
    public void The_built_in_catalogs_know_the_sides_and_governorates_of_Syria()
    {
        using var reader = IncidentReader.Open(PublishedFiles.PathOf(PublishedFiles.Syria), new() { Names = NameResolver.BuiltIn });
        int isis = 0;
        int homs = 0;
        int badia = 0;
        foreach (Incident incident in reader.Read())
        {
            isis += incident.Involvements.Any(involvement => involvement.Actor.Value == "isis") ? 1 : 0;
            Region region = reader.Glossary.Find(incident.Place!.Regions[0])!;
            homs += region.PCode == "SY04" || reader.Glossary.Around(region).Exists(around => around.PCode == "SY04") ? 1 : 0;
            badia += region.Id.Value == "badia" ? 1 : 0;
        }

        List<string[]> cells = PublishedFiles.Cells(PublishedFiles.PathOf(PublishedFiles.Syria));
        int At(string name) => Array.IndexOf(cells[0], name);
        isis.Should().Be(6_472);
        homs.Should().Be(cells.Count(row => row[At("adm_1")] == "Homs Governorate"));
        badia.Should().Be(cells.Count(row => row[At("where_coordinates")] == "Syrian Badia/Syrian Desert"));
        badia.Should().BePositive();
    }
}
