namespace ConflictModel.Interchange.Tests.UcdpGed;

public class GedRoundTripTests
{
    public static TheoryData<string> Files => [PublishedFiles.Syria, PublishedFiles.Sample, PublishedFiles.Myanmar];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_cell_of_a_published_file_comes_back(string file)
    {
        string path = PublishedFiles.PathOf(file);
        byte[] written = RoundTrip.Of(File.OpenRead(path), new(), out ReadCounts counts);
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
}
