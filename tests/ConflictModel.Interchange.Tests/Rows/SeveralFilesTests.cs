using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.Rows;

public sealed class SeveralFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Page(int number, int of, params ReadOnlySpan<int> ids)
    {
        List<string> rows = [];
        foreach (int id in ids)
        {
            rows.Add($$"""{"id": {{id}}, "type_of_violence": 1, "best": 3, "date_start": "2016-01-03", "date_end": "2016-01-03"}""");
        }

        return Write(
            $"page{number}.json", $$"""{"TotalCount": {{of * 2}}, "TotalPages": {{of}}, "Result": [{{string.Join(',', rows)}}]}""");
    }

    private static (long Best, ReadCounts Counts) Sum(string[] paths, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(paths, options);
        IncidentTableBuilder builder = new();
        ReadCounts counts = reader.AppendTo(builder);
        using var objects = IncidentReader.Open(paths, options);
        long best = builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best ?? 0;
        (objects.ReadDataset().Incidents.Sum(Harm.Killed).Best ?? 0, objects.Counts).Should().Be((best, counts));
        return (best, counts);
    }

    private static Malformation Fault(Action read) => read.Should().Throw<MalformedInputException>().Which.Malformation;

    [Fact]
    public void Pages_together_are_the_whole_and_some_of_them_say_so()
    {
        (string one, string two, string three) = (Page(1, 3, 1, 2), Page(2, 3, 3, 4), Page(3, 3, 5, 6));
        (long best, ReadCounts counts) = Sum([one, two, three]);
        (best, counts.IsPart, counts.ToString()).Should().Be((18, false, "6 read, 6 kept, 0 set aside"));
        Sum([three, one]).Counts.ToString().Should().Be("4 read, 4 kept, 0 set aside, 2 of 3 pages, 4 of 6 events");
    }

    [Fact]
    public void Answers_to_two_questions_are_whole_each()
    {
        string other = Write("other.json", """
            {"TotalCount": 1, "TotalPages": 1, "Result": [
              {"id": 9, "type_of_violence": 1, "best": 5, "date_start": "2016-01-03", "date_end": "2016-01-03"}]}
            """);
        (long best, ReadCounts counts) = Sum([Page(1, 1, 1, 2), other, Write("rows.csv", GedSamples.File(GedSamples.Row()))]);
        (best, counts.IsPart).Should().Be((15, false));
        Sum([Page(1, 2, 1, 2), other]).Counts.ToString().Should().Be("3 read, 3 kept, 0 set aside, 2 of 3 pages, 3 of 5 events");
    }

    [Fact]
    public void An_event_on_two_pages_is_told_with_both_files_and_lines()
    {
        (string one, string two) = (Page(1, 2, 1, 2), Page(2, 2, 2, 3));
        Malformation fault = Fault(() => Sum([one, two]));
        (fault.Code, fault.File, fault.Line).Should().Be((MalformationCode.RepeatedId, two, 1));
        fault.ToString().Should().StartWith($"{two}: line 1, column 1: The id '2' stands on line 1 of {one} too: nothing says");
        (long best, ReadCounts counts) = Sum([one, two], new() { Repeated = RepeatedRows.Newest });
        (best, counts.Kept, counts.Replaced).Should().Be((9, 3, 1));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("x", 0)]
    public void A_page_may_end_between_the_rows_of_two_actors_but_not_between_files_of_two_shapes(string column, int joined)
    {
        string Half(string name, string actor) => Write(name, AcledSamples.File(AcledSamples.Row(
            ("actor1", actor), ("actor2", ""), ("assoc_actor_2", ""), ("inter2", ""))).Replace("tags", "tags" + column));
        string one = Half("one.csv", "A");
        string two = Half("two.csv", "B");
        string other = column.Length == 0 ? two : Write("three.csv", File.ReadAllText(two).Replace("tagsx", "tags"));
        ReadCounts counts = Sum([one, other], new() { Repeated = RepeatedRows.Newest }).Counts;
        (counts.Joined, counts.Replaced, counts.Kept).Should().Be((joined, 1 - joined, 1));
    }

    [Fact]
    public void Columns_may_differ_and_members_of_coalitions_are_asked_of_all_files()
    {
        string coalition = Write("a.csv", GedSamples.File(GedSamples.Row(("side_a", "IS, Jund"), ("side_a_new_id", "9"))));
        string named = Write("b.csv", "x," + string.Join(',', GedSamples.Columns) + "\n1," + GedSamples.Row(("id", "8")) + "\n");
        using var reader = IncidentReader.Open([coalition, named]);
        ValueList<Incident> incidents = reader.ReadDataset().Incidents;
        incidents[0].Involvements.Select(i => i.Actor.Value).Should().Contain("ucdp-actor:234");
        incidents[1].Reports[0].Original!.Columns.Select(column => column.Name).Should().Contain("x");
    }

    [Fact]
    public void Two_formats_are_not_added_up()
    {
        string ged = Write("ged.csv", GedSamples.File(GedSamples.Row()));
        string acled = Write("acled.csv", AcledSamples.File(AcledSamples.Row()));
        Malformation fault = Fault(() => Sum([ged, acled]));
        (fault.Code, fault.File).Should().Be((MalformationCode.Header, acled));
        fault.Reason.Should().Be("The file is ACLED, and those before it are UCDP GED: together they may count one event twice.");
        Fault(() => Sum([ged, Write("x.csv", "a,b\n1,2\n")])).File.Should().EndWith("x.csv");
    }

    [Fact]
    public void A_fault_names_its_file_thrown_or_set_aside()
    {
        string good = Write("good.csv", GedSamples.File(GedSamples.Row()));
        string bad = Write("bad.csv", GedSamples.File(GedSamples.Row(("id", "8")), GedSamples.Row(("best", "x"))));
        Fault(() => Sum([good, bad])).Should().Match<Malformation>(fault => fault.File == bad && fault.Line == 3);
        List<RejectedRow> rejected = [];
        Sum([good, bad], new() { SetAsideMalformed = true, OnRejected = rejected.Add }).Counts.Should().Be(new ReadCounts(2, 1));
        rejected.Select(row => row.Malformation.File).Should().Equal(bad, bad);
        Fault(() => Sum([good, Write("cut.json", "[{\"id\": 1, \"type_of_violence\"")])).File.Should().EndWith("cut.json");
    }

    [Fact]
    public void They_are_checked_together_and_findings_name_their_files()
    {
        string one = Write("one.csv", GedSamples.File(GedSamples.Row(("low", "9")), GedSamples.Row(("id", "8"))));
        string two = Write("two.csv", GedSamples.File(GedSamples.Row(("id", "9")), GedSamples.Row(("id", "8"), ("low", "9"))));
        List<PublishedFinding> findings = [];
        PublishedSummary summary = PublishedValidator.Validate([one, two], null, findings.Add);
        (string?, long) Of(string code, int nth) =>
            findings.Where(finding => finding.Code == code).Select(finding => (finding.File, finding.Line)).ElementAt(nth);
        (Of("ged-low-high", 0), Of("ged-low-high", 1), Of("ged-duplicate-id", 0)).Should().Be(((one, 2), (two, 3), (two, 3)));
        findings[^1].Message.Should().Be($"The row on line 3 of {one} has the same id.");
        (summary.Counts, summary.Of("ged-duplicate-id")!.Checked).Should().Be((new ReadCounts(4, 0), 4L));
        PublishedValidator.Validate(File.OpenRead(one), null, finding => finding.File.Should().BeNull());
        Fault(() => PublishedValidator.Validate([one, Write("acled.csv", AcledSamples.File(AcledSamples.Row()))])).File
            .Should().EndWith("acled.csv");
    }

    [Fact]
    public async Task They_are_read_asynchronously_as_well()
    {
        using var reader = IncidentReader.Open([Page(1, 2, 1, 2), Page(2, 2, 3, 4)]);
        List<string> ids = [];
        await foreach (Incident incident in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            ids.Add(incident.Id.Value);
        }

        ids.Should().Equal("ucdp:1", "ucdp:2", "ucdp:3", "ucdp:4");
        (reader.Counts.IsPart, reader.Position > 0).Should().Be((false, true));
    }

    [Fact]
    public void None_is_a_mistake()
    {
        Action open = () => IncidentReader.Open((string[])[]);
        open.Should().Throw<ArgumentException>();
        Action validate = () => PublishedValidator.Validate((string[])[]);
        validate.Should().Throw<ArgumentException>();
    }
}
