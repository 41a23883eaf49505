using System.IO.Compression;
using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class EncodingTests
{
    private const string Place = "Salamīyah، سلمية, Près de Homs";

    private static readonly string File = AcledSamples.File(
        AcledSamples.Row(("location", Place), ("notes", "two\nlines")), AcledSamples.Row(("event_id_cnty", "SYR2")));

    private static readonly Incident[] Clean = Read(Encoding.UTF8.GetBytes(File));

    public static TheoryData<string> Marked => new("utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE");

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_byte_order_mark_tells_the_encoding_whatever_is_named(string name)
    {
        byte[] file = Bytes(Encoding.GetEncoding(name), File, mark: true);
        Read(file).Should().Equal(Clean);
        Read(file, new() { Encoding = Encoding.Latin1 }).Should().Equal(Clean);
        EventFormats.Detect(new MemoryStream(file)).Should().Be(EventFormats.Acled);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Without_a_mark_it_is_to_be_named(string name)
    {
        byte[] file = Bytes(Encoding.GetEncoding(name), File);
        Malformation fault = Fault(file);
        fault.Code.Should().Be(MalformationCode.Encoding);
        fault.Reason.Should().Contain("--encoding");
        Read(file, new() { Encoding = Encoding.GetEncoding(name) }).Should().Equal(Clean);
    }

    [Theory]
    [InlineData("windows-1256", "Homs, حمص")]
    [InlineData("latin1", "Près de Homs")]
    [InlineData("windows-1252", "Près de Homs – €")]
    [InlineData("shift_jis", "ホムス")]
    [InlineData("gb18030", "霍姆斯 𠀀")]
    public void A_named_encoding_is_read(string name, string place)
    {
        string file = AcledSamples.File(AcledSamples.Row(("location", place)));
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        Read(Bytes(encoding, file), new() { Encoding = encoding }).Should().Equal(Read(Encoding.UTF8.GetBytes(file)));
    }

    [Fact]
    public void A_bad_byte_is_an_error_with_its_place_that_says_how_to_name_an_encoding()
    {
        Malformation fault = Fault(Bytes(Encoding.Latin1, AcledSamples.File(AcledSamples.Row(), AcledSamples.Row(("location", "Près")))));
        (fault.Code, fault.Line, fault.Field).Should().Be((MalformationCode.Encoding, 3, "location"));
        fault.Reason.Should().Be(
            "The cell is not UTF-8; if the file is in another encoding, name it (ReadOptions.Encoding, --encoding).");
    }

    /// <summary>An unfinished pair of bytes, half a surrogate pair, a byte beyond ASCII.</summary>
    [Theory]
    [InlineData("shift_jis", new byte[] { 0x81 })]
    [InlineData("utf-16", new byte[] { 0x00, 0xD8 })]
    [InlineData("us-ascii", new byte[] { 0xE8 })]
    public void A_byte_that_a_named_encoding_has_not_costs_its_row(string name, byte[] bad)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        string[] parts = AcledSamples.File(
            AcledSamples.Row(),
            AcledSamples.Row(("event_id_cnty", "SYR2"), ("location", "<bad>")),
            AcledSamples.Row(("event_id_cnty", "SYR3")))
            .Split("<bad>");
        byte[] file = [.. encoding.GetBytes(parts[0]), .. bad, .. encoding.GetBytes(parts[1])];
        var rejected = new List<RejectedRow>();
        ReadOptions options = new() { Encoding = encoding, SetAsideMalformed = true, OnRejected = rejected.Add };
        Read(file, options).Select(incident => incident.Id.Value).Should().Equal("acled:SYR1", "acled:SYR3");
        Malformation fault = rejected.Single().Malformation;
        (fault.Code, fault.Line, fault.Field).Should().Be((MalformationCode.Encoding, 3, "location"));
        fault.Reason.Should().Be($"The cell is not {encoding.WebName}.");
        rejected.Single().Text.Should().Contain("\uFFFD");
    }

    [Fact]
    public void Places_are_those_of_the_text_in_UTF8()
    {
        string file = AcledSamples.File(AcledSamples.Row(("actor1", "Près\nde"), ("location", "Près de"), ("latitude", "x")));
        Fault(Bytes(Encoding.Latin1, file), new() { Encoding = Encoding.Latin1 }).Should().Be(Fault(Encoding.UTF8.GetBytes(file)));
    }

    [Theory]
    [InlineData(7_000)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    public void Characters_on_the_edge_of_a_chunk_are_whole(int length)
    {
        string notes = new string('x', length) + string.Concat(Enumerable.Repeat("é𠀀ホ", 9_000));
        string file = AcledSamples.File(AcledSamples.Row(("notes", notes)));
        foreach (string name in (string[])["utf-16", "utf-16BE", "utf-32"])
        {
            Read(Bytes(Encoding.GetEncoding(name), file, mark: true)).Should().Equal(Read(Encoding.UTF8.GetBytes(file)));
        }
    }

    [Fact]
    public void Gzip_and_json_are_read_in_any_encoding()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Bytes(Encoding.Unicode, File, mark: true));
        }

        Read(packed.ToArray()).Should().Equal(Clean);
        const string Json = """{"data": [{"event_id_cnty": "é1", "event_date": "2024-07-03", "event_type": "Battles", "actor1": "X"}]}""";
        Read(Bytes(Encoding.Unicode, Json, mark: true)).Should().Equal(Read(Encoding.UTF8.GetBytes(Json)));
        Read(Bytes(Encoding.Latin1, Json), new() { Encoding = Encoding.Latin1 }).Should().Equal(Read(Encoding.UTF8.GetBytes(Json)));
    }

    [Fact]
    public async Task Reading_asynchronously_gives_the_same()
    {
        var read = new List<Incident>();
        using var reader = IncidentReader.Open(new MemoryStream(Bytes(Encoding.Unicode, File, mark: true)));
        await foreach (Incident incident in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            read.Add(incident);
        }

        read.Should().Equal(Clean);
    }

    private static byte[] Bytes(Encoding encoding, string text, bool mark = false) =>
        [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

    private static Incident[] Read(byte[] file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(new MemoryStream(file), options);
        return [.. reader.Read()];
    }

    private static Malformation Fault(byte[] file, ReadOptions? options = null)
    {
        Action read = () => Read(file, options);
        return read.Should().Throw<MalformedInputException>().Which.Malformation;
    }
}
