using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class RowLimitTests
{
    private const int Limit = 1 << 16;

    private static readonly string Good = GedSamples.Row();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_row_of_CSV_that_is_too_long_is_told_wherever_it_stands(int place)
    {
        string[] rows = [Good, Good, Good];
        rows[place] = GedSamples.Row(("source_article", new string('x', Limit)));
        Malformation[] told = [.. SetAside(GedSamples.File(rows), read: 2)];
        told.Should().Equal(new Malformation
        {
            Code = MalformationCode.TooLong,
            Reason = "The row is longer than 65536 bytes, or a quote in it never closes.",
            Line = place + 2,
            Column = 1,
        });
    }

    [Fact]
    public void A_row_of_CSV_may_be_as_long_as_the_limit()
    {
        string empty = GedSamples.Row(("source_article", ""));
        string full = GedSamples.Row(("source_article", new string('x', Limit - empty.Length)));
        full.Length.Should().Be(Limit);
        SetAside(GedSamples.File(full, Good, full), read: 3).Should().Equal();
    }

    [Fact]
    public void A_header_that_is_too_long_is_refused()
    {
        string file = GedSamples.File(Good);
        int end = file.IndexOf('\n', StringComparison.Ordinal);
        Action open = () => Open(file[..end] + "," + new string('h', Limit) + file[end..^1] + ",\n").Dispose();
        open.Should().Throw<MalformedInputException>().Which.Malformation.Should().Match<Malformation>(
            fault => fault.Code == MalformationCode.TooLong && fault.Line == 1);
    }

    [Theory]
    [InlineData("[", ",\n ", "]")]
    [InlineData("{\"status\": 200, \"data\": [", ", ", "]}")]
    [InlineData("", "\n", "\n")]
    public void An_object_that_is_too_long_is_set_aside_and_the_next_one_read(string before, string between, string after)
    {
        string text = "\\\"}]{[" + new string('x', 3 * Limit) + "\\\\";
        string tooLong = $$"""{"notes": ["{{text}}", {"more": "}"}], {{Members("SYR2")}}}""";
        (string first, string second) = (Object("SYR1"), Object("SYR3"));
        string[][] files = [[tooLong, first, second], [first, tooLong, second], [first, second, tooLong]];

        // That rows stand one on a line is only seen where the first one is short.
        foreach (string[] rows in files.Skip(before.Length == 0 ? 1 : 0))
        {
            Malformation told = SetAside(before + string.Join(between, rows) + after, read: 2).Single();
            (told.Code, told.Reason).Should().Be((MalformationCode.TooLong, "An object is longer than 65536 bytes."));
            string upTo = before + string.Join(between, rows.TakeWhile(row => row != tooLong).Append(""));
            (told.Line, told.Column).Should().Be((upTo.Count(c => c == '\n') + 1, upTo.Length - upTo.LastIndexOf('\n')));
        }
    }

    [Fact]
    public void An_object_that_is_too_long_and_never_ends_breaks_off()
    {
        Action read = () => SetAside($$"""[{{{Members("SYR1")}}}, {"notes": "{{new string('x', 3 * Limit)}}"}]""", read: 1);
        read.Should().NotThrow();
        read = () => SetAside($$"""[{{{Members("SYR1")}}}, {"notes": "{{new string('x', 3 * Limit)}}}]""", read: 1);
        read.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.Json);
    }

    [Fact]
    public void JSON_that_nests_64_levels_is_read_and_what_nests_deeper_is_refused_in_words()
    {
        string Nested(int levels) =>
            $$"""{"note": {{new string('[', levels - 1)}}{{new string(']', levels - 1)}}, "data": [{{Object("SYR1")}}]}""";
        SetAside(Nested(64), read: 1).Should().BeEmpty();
        Action read = () => SetAside(Nested(65), read: 0);
        read.Should().Throw<MalformedInputException>().Which.Malformation.Reason
            .Should().Be("This is not JSON, or it breaks off here or nests deeper than 64 levels.");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("\"row\"")]
    [InlineData("[{\"event_id_cnty\": \"SYR9\"}]")]
    public void What_is_no_object_is_no_row_and_the_next_one_is_read(string row)
    {
        foreach (string file in (string[])[
            $"[{Object("SYR1")}, {row}, {Object("SYR2")}]", $"[{row}, {Object("SYR1")}, {Object("SYR2")}]"])
        {
            Malformation told = SetAside(file, read: 2).Single();
            (told.Code, told.Reason, told.Line).Should().Be((MalformationCode.Json, "A row must be an object.", 1));
            Roads.Fault(file).Should().Be(told);
        }
    }

    [Fact]
    public void An_answer_of_no_rows_is_ACLEDs_and_one_without_a_list_is_told_by_its_status()
    {
        EventFormats.Detect(Stream("""{"status": 200, "count": 0, "data": []}""")).Should().Be(EventFormats.Acled);
        EventFormats.Detect(Stream("""{"count": 0, "data": []}""")).Should().BeNull();
        Action detect = () => EventFormats.Detect(Stream("""{"status": 403, "success": false, "error": [{"message": "no"}]}"""));
        detect.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Be(
            "This is the answer of a service that gave no rows: status 403.");
    }

    private static string Members(string id) =>
        $"""
        "event_id_cnty": "{id}", "event_date": "2024-07-03", "event_type": "Battles", "actor1": "X"
        """;

    private static string Object(string id) => $"{{{Members(id)}}}";

    private static MemoryStream Stream(string file) => new(Encoding.UTF8.GetBytes(file));

    private static IncidentReader Open(string file, Action<RejectedRow>? onRejected = null) => IncidentReader.Open(
        Stream(file),
        new() { SetAsideMalformed = true, Repeated = RepeatedRows.Keep, MaxRowBytes = Limit, OnRejected = onRejected });

    private static List<Malformation> SetAside(string file, int read)
    {
        List<Malformation> told = [];
        using IncidentReader reader = Open(file, row => told.Add(row.Malformation));
        reader.Read().Count().Should().Be(read);
        reader.Counts.Should().Be(new ReadCounts(read, told.Count));
        return told;
    }
}
