using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>What APIs give: pages that say how much of the whole they are, and rows one after the other.</summary>
public class ApiPageTests
{
    private const string One = """
        {"id": 1, "active_year": true, "type_of_violence": 1, "dyad_new_id": 5, "side_a": "A", "side_b": null,
          "deaths_a": 1, "deaths_b": 2, "deaths_civilians": 0, "deaths_unknown": 0, "best": 3, "low": 3, "high": 4,
          "date_start": "2016-01-03T00:00:00", "date_end": "2016-01-03T00:00:00"}
        """;

    private static readonly string Two = One.Replace("\"id\": 1", "\"id\": 2", StringComparison.Ordinal);

    private static string Line(string row) => row.ReplaceLineEndings("");

    private static string Page(string envelope, params ReadOnlySpan<string> rows) =>
        $$"""{{{envelope}}, "PreviousPageUrl": "", "NextPageUrl": "https://x/?page=1", "Result": [{{string.Join(", ", rows)}}]}""";

    private static ReadCounts Counts(string file)
    {
        using var reader = IncidentReader.Open(Roads.Utf8(file));
        ReadCounts table = reader.AppendTo(new());
        PublishedValidator.Validate(Roads.Utf8(file)).Counts.Should().Be(table);
        using var again = IncidentReader.Open(Roads.Utf8(file));
        again.ReadDataset();
        again.Counts.Should().Be(table);
        return table;
    }

    [Fact]
    public void A_page_of_several_says_so()
    {
        string page = Page("\"TotalCount\": 3, \"TotalPages\": 3", One);
        Roads.Killed(page).Should().Be(new Sums(1, 3, 3, 4, 0, 0, 0));
        ReadCounts counts = Counts(page);
        counts.Should().Be(new ReadCounts(1, 0) { Pages = 1, TotalPages = 3, Total = 3 });
        (counts.IsPart, counts.ToString()).Should().Be((true, "1 read, 1 kept, 0 set aside, 1 of 3 pages, 1 of 3 events"));
    }

    [Fact]
    public void An_answer_of_one_page_is_whole_and_nothing_is_said()
    {
        ReadCounts counts = Counts(Page("\"TotalCount\": 2, \"TotalPages\": 1", One, Two));
        (counts.IsPart, counts.ToString()).Should().Be((false, "2 read, 2 kept, 0 set aside"));
        Counts(Page("\"x\": 2", One, Two)).Should().Be(new ReadCounts(2, 0), "a page that says nothing is none");
        Counts($"[{One}, {Two}]").Should().Be(new ReadCounts(2, 0));
    }

    [Theory]
    [InlineData("\"count\": 2", false, "")]
    [InlineData("\"count\": 5", true, ", 2 of 5 events")]
    [InlineData("\"count\": 2, \"total_count\": 9000", true, ", 2 of 9000 events")]
    [InlineData("\"count\": 2, \"total_count\": \"2\"", false, "")]
    public void ACLEDs_counts_are_looked_at_wherever_they_stand(string members, bool isPart, string said)
    {
        string row = """{"event_id_cnty": "SYR1", "event_date": "2024-07-03", "event_type": "Battles", "actor1": "A", "fatalities": "3"}""";
        string rows = $"[{row}, {row.Replace("SYR1", "SYR2", StringComparison.Ordinal)}]";
        foreach (string file in (string[])[$$"""{"status": 200, {{members}}, "data": {{rows}}}""", $$"""{"data": {{rows}}, {{members}}}"""])
        {
            Roads.Killed(file).Best.Should().Be(6);
            ReadCounts counts = Counts(file);
            (counts.IsPart, counts.ToString()).Should().Be((isPart, "2 read, 2 kept, 0 set aside" + said));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public void Objects_one_after_the_other_are_rows(string end)
    {
        string file = Line(One) + end + Line(Two) + end;
        Roads.Killed(file).Should().Be(new Sums(2, 6, 6, 8, 0, 0, 0));
        Roads.Killed("\uFEFF" + file).Best.Should().Be(6);
        Roads.Killed(Line(One)).Best.Should().Be(3, "one line is one row");
        Roads.Killed(string.Concat(Enumerable.Range(1, 2000).Select(id => Line(One.Replace("\"id\": 1", $"\"id\": {id}")) + end)))
            .Best.Should().Be(6000);
        Roads.Table(file).Query().Where(GroupKey.ActiveYear, true).Sum(Measure.Killed).Run().Total.Incidents.Should().Be(2);
    }

    [Fact]
    public void A_row_that_breaks_off_is_refused_and_its_line_named() =>
        Roads.Fault(Line(One) + "\n" + Line(Two)[..50]).Should().Match<Malformation>(
            fault => fault.Code == MalformationCode.Json && fault.Line == 2);

    [Fact]
    public void What_stands_on_one_line_and_is_no_row_is_none()
    {
        EventFormats.Detect(Roads.Utf8("""{"schemaVersion": "1.0", "incidents": []}""")).Should().BeNull();
        EventFormats.Detect(Roads.Utf8("""{"schemaVersion": "1.0"}""")).Should().BeNull();
        EventFormats.Detect(Roads.Utf8(Line(One))).Should().Be(EventFormats.UcdpGed);
        EventFormats.Detect(Roads.Utf8(Line(Page("\"TotalCount\": 3", One)))).Should().Be(EventFormats.UcdpGed);
    }
}
