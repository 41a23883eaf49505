using System.Text;
using System.Text.Json;
using static ConflictModel.Interchange.Tests.Feeds.Feed;

namespace ConflictModel.Interchange.Tests.Feeds;

/// <summary>Changes in the forms in which they come, and what is no change feed. All of them are made up.</summary>
public sealed class AcledFeedFormsTests : IDisposable
{
    private readonly Feed feed = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => feed.Dispose();

    [Fact]
    public void Pages_of_the_API_are_merged_into_a_CSV_file()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 100, 2), Row("SYR4", 100, 4)));
        string one = feed.Write("1.json", Page(Row("SYR2", 200, 20, ("notes", "On 3 July,\n\"a\" clash."))));
        string two = feed.Write("2.json", Page(Row("SYR3", 200, 3), Row("SYR1", 100, 1)));
        string none = feed.Write("3.json", Page());
        List<(string, long)> counts = [];
        (string text, FeedMerge merge) = Merge(older, [one, two, none], onRead: (path, count) => counts.Add((path, count.Kept)));
        text.Should().Be(AcledSamples.File(
            Row("SYR1", 100, 1), Row("SYR2", 200, 20, ("notes", "On 3 July,\n\"a\" clash.")), Row("SYR4", 100, 4), Row("SYR3", 200, 3)));
        counts.Should().Equal((older, 3), (one, 1), (two, 2), (none, 0));
        merge.Log.Select(entry => entry.Outcome).Should().Equal(FeedOutcome.Replaced, FeedOutcome.Added, FeedOutcome.Same);
    }

    [Fact]
    public void A_page_can_be_the_base()
    {
        string older = feed.Write("base.json", Page(Row("SYR1", 100, 1), Row("SYR2", 100, 2)));
        string changes = feed.Write("changes.csv", AcledSamples.File(Row("SYR2", 200, 20)));
        Merge(older, [changes]).Text.Should().Be(AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 200, 20)));
        string empty = feed.Write("empty.json", Page());
        FluentActions.Invoking(() => Merge(empty, [changes])).Should().Throw<MalformedInputException>()
            .WithMessage("*empty.json*no rows*");
    }

    [Fact]
    public void Marks_semicolons_UTF_16_and_gzip_are_read()
    {
        string plain = AcledSamples.File(Row("SYR1", 100, 1), Row("SYR2", 100, 2));
        string older = feed.Write("base.csv", plain, new UTF8Encoding(true));
        string semicolons = feed.Write("semicolons.csv", string.Concat(SimpleCsv.Read(AcledSamples.File(Row("SYR1", 200, 10)))
            .Select(row => string.Join(';', row.Select(cell => $"\"{cell}\"")) + "\r\n")));
        string wide = feed.Write("wide.csv", AcledSamples.File(Row("SYR3", 300, 3)), Encoding.Unicode);
        using (FileStream stream = File.Create(feed.PathOf("changes.csv.gz")))
        using (System.IO.Compression.GZipStream packed = new(stream, System.IO.Compression.CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(AcledSamples.File(Row("SYR4", 400, 4))));
        }

        Merge(older, [semicolons, wide, feed.PathOf("changes.csv.gz")]).Text.Should().Be(
            AcledSamples.File(Row("SYR1", 200, 10), Row("SYR2", 100, 2), Row("SYR3", 300, 3), Row("SYR4", 400, 4)));
    }

    [Fact]
    public void A_row_of_tags_stays_under_the_names()
    {
        string tags = string.Join(',', AcledSamples.Columns.Select(column => $"#meta+{column}")) + "\n";
        string older = feed.Write("base.csv", string.Join(',', AcledSamples.Columns) + "\n" + tags + Row("SYR1", 100, 1) + "\n");
        string changes = feed.Write(
            "changes.csv", "extra," + string.Join(',', AcledSamples.Columns) + "\n" + "#x," + tags + "e," + Row("SYR1", 200, 2) + "\n");
        Merge(older, [changes]).Text.Should().Be(
            string.Join(',', AcledSamples.Columns) + ",extra\n" + tags.TrimEnd('\n') + ",\n" + Row("SYR1", 200, 2) + ",e\n");
    }

    [Fact]
    public void Columns_are_lined_up_by_name_and_those_that_a_file_lacks_are_said()
    {
        const string Head = "event_id_cnty,event_date,event_type,actor1,";
        string older = feed.Write("base.csv", Head
            + "timestamp,notes,mine\nSYR1,2024-07-03,Battles,a,100,n1,m1\nSYR2,2024-07-03,Battles,a,100,n2,\n");
        string changes = feed.Write("changes.csv", "Zeta,alpha,NOTES,Timestamp,Actor1,Event_Type,Event_Date,Event_ID_Cnty\n"
            + "z,a,n9,200,b,Battles,2024-07-04,SYR1\n,,n3,300,c,Battles,2024-07-05,SYR3\n");
        (string text, FeedMerge merge) = Merge(older, [changes]);
        text.Should().Be(Head + "timestamp,notes,mine,alpha,Zeta\nSYR1,2024-07-04,Battles,b,200,n9,,a,z\n"
            + "SYR2,2024-07-03,Battles,a,100,n2,,,\nSYR3,2024-07-05,Battles,c,300,n3,,,\n");
        merge.Lacks.Should().Equal(new FeedMerge.Lack(older, ["alpha", "Zeta"], 0), new FeedMerge.Lack(changes, ["mine"], 1));
    }

    [Fact]
    public void What_the_same_row_says_in_another_export_is_put_beside_it()
    {
        const string Head = "event_id_cnty,event_date,event_type,actor1,timestamp";
        string older = feed.Write("base.csv", Head + ",notes\nSYR1,03 July 2024,Battles,a,100,\nSYR2,2024-07-03,Battles,a,100,n2\n");
        string changes = feed.Write(
            "changes.csv", Head + ",tags\nSYR1,2024-07-03,Battles,a,100.0,t1\nSYR2,2024-07-03,Battles,a,100,\n");
        (string text, FeedMerge merge) = Merge(older, [changes]);
        text.Should().Be(Head + ",notes,tags\nSYR1,03 July 2024,Battles,a,100,,t1\nSYR2,2024-07-03,Battles,a,100,n2,\n");
        merge.Log.Select(entry => entry.Outcome).Should().Equal(FeedOutcome.Completed, FeedOutcome.Same);
        string again = feed.Write("again.csv", text);
        (string second, FeedMerge nothing) = Merge(again, [changes]);
        (second, nothing.HasChanges).Should().Be((text, false));
    }

    [Fact]
    public void Neither_the_form_of_a_cell_nor_the_spelling_of_a_column_hangs_on_the_order_of_the_files()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        string names = string.Join(',', AcledSamples.Columns);
        string one = feed.Write("one.csv", $"{names},Extra\n{Row("SYR2", 200, 1, ("latitude", "34.5"), ("tags", ""))},NA\n");
        string two = feed.Write("two.csv", $"{names},extra\n{Row("SYR2", 200, 1, ("latitude", "34.50"), ("tags", "t"))},said\n");
        string expected = $"{names},Extra\n{Row("SYR1", 100, 1)},\n{Row("SYR2", 200, 1, ("latitude", "34.5"), ("tags", "t"))},said\n";
        (Merge(older, [one, two]).Text, Merge(older, [two, one]).Text).Should().Be((expected, expected));
    }

    [Fact]
    public void The_form_of_a_cell_is_no_difference_and_what_it_says_is()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1, ("latitude", "34.50"), ("tags", "NA"))));
        string form = feed.Write("form.csv", AcledSamples.File(
            Row("SYR1", 100, 1, ("latitude", "34.5"), ("event_date", "03 July 2024"), ("fatalities", "1.0"), ("tags", ""))));
        (string text, FeedMerge merge) = Merge(older, [form]);
        (text, merge.HasChanges).Should().Be((File.ReadAllText(older), false));
        foreach ((string column, string other) in ((string, string)[])
            [("latitude", "34.51"), ("event_date", "2024-07-04"), ("fatalities", "0"), ("notes", "on 3 July, a clash."), ("actor1", "x")])
        {
            string changed = feed.Write("changed.csv", AcledSamples.File(Row("SYR1", 100, 1, ("latitude", "34.50"), (column, other))));
            FluentActions.Invoking(() => Merge(older, [changed])).Should().Throw<MalformedInputException>(column)
                .Which.Malformation.Field.Should().Be(column);
        }
    }

    [Fact]
    public void A_change_that_says_no_time_or_no_id_stops_or_is_set_aside()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        string changes = feed.Write("changes.csv", AcledSamples.File(
            Row("SYR2", 200, 2, ("timestamp", "")), Row("SYR3", 200, 3, ("timestamp", "2024-07-03")), Row("SYR4", 200, 4),
            Row("", 200, 5), "a,b", Row("SYR6", 200, 6, ("timestamp", "1720000000000"))));
        FluentActions.Invoking(() => Merge(older, [changes])).Should().Throw<MalformedInputException>()
            .WithMessage("*changes.csv: line 2*timestamp '' is not a time in Unix seconds*");
        List<RejectedRow> rejected = [];
        (string text, FeedMerge merge) = Merge(older, [changes], options: new() { SetAsideMalformed = true, OnRejected = rejected.Add });
        text.Should().Be(AcledSamples.File(Row("SYR1", 100, 1), Row("SYR4", 200, 4)));
        rejected.Select(row => (row.Malformation.Line, row.Malformation.Code, row.Malformation.File)).Should().Equal(
            (2, MalformationCode.Number, changes), (3, MalformationCode.Number, changes), (5, MalformationCode.Id, changes),
            (6, MalformationCode.ColumnCount, changes), (7, MalformationCode.Number, changes));
        merge.Log.Should().ContainSingle();
    }

    [Fact]
    public void A_malformed_row_of_the_base_is_set_aside_once_and_those_behind_it_stay_in_step()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1), "a,b", Row("SYR1", 150, 2), Row("SYR2", 100, 3)));
        List<RejectedRow> rejected = [];
        Merge(older, [], options: new() { SetAsideMalformed = true, OnRejected = rejected.Add }).Text
            .Should().Be(AcledSamples.File(Row("SYR1", 150, 2), Row("SYR2", 100, 3)));
        rejected.Should().ContainSingle();
    }

    [Fact]
    public void A_file_of_another_format_is_refused_by_name()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        string ged = feed.Write("ged.csv", GedSamples.File(GedSamples.Row()));
        string deleted = feed.Write("deleted.csv", "event_id_cnty,deleted_timestamp\nSYR1,5\n");
        Refused(older, ged).Should().Be($"{ged}: line 1, column 1: The file is UCDP GED, and only files of ACLED are merged.");
        Refused(ged, older).Should().StartWith(ged).And.Contain("UCDP GED");
        Refused(older, deleted).Should().StartWith(deleted).And.Contain("event_id_cnty, deleted_timestamp");
        Refused(older, feed.Write("x.json", """{"status": 403, "success": false}""")).Should().StartWith(feed.PathOf("x.json"));
        string monadic = feed.Write("monadic.csv", AcledSamples.File(
            Row("SYR5", 200, 1, ("actor2", ""), ("assoc_actor_2", ""), ("inter2", "")),
            Row("SYR5", 200, 1, ("actor1", "Other"), ("actor2", ""), ("assoc_actor_2", ""), ("inter2", ""))));
        Refused(older, monadic).Should().StartWith(monadic).And.Contain("a row for each actor");
    }

    [Fact]
    public void A_file_with_a_column_for_every_row_is_refused()
    {
        string older = feed.Write("base.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        const string Cells = "\"event_date\":\"2024-07-03\",\"event_type\":\"Battles\",\"actor1\":\"a\",\"timestamp\":200";
        string many = string.Join(
            ',', Enumerable.Range(0, 1100).Select(i => $$"""{"event_id_cnty":"SYR{{i + 2}}",{{Cells}},"x{{i}}":1}"""));
        Refused(older, feed.Write("many.json", $"[{many}]")).Should().Contain("more than 1024 columns");
    }

    [Theory]
    [InlineData("event_id_cnty,deleted_timestamp\nSYR1,100\nSYR2,200\n")]
    [InlineData("\uFEFFdeleted_timestamp;event_id_cnty\r\n100;SYR1\r\n200.0;SYR2\r\n")]
    [InlineData("event_id_cnty,deleted_timestamp\n#event+code,#date\nSYR1,100\nSYR2,200\n")]
    [InlineData("""
        {"status":200,"success":true,"count":2,
         "data":[{"event_id_cnty":"SYR1","deleted_timestamp":"100"},{"event_id_cnty":"SYR2","deleted_timestamp":200}]}
        """)]
    [InlineData("""[{"deleted_timestamp":100,"event_id_cnty":"SYR1"},{"deleted_timestamp":200,"event_id_cnty":"SYR2"}]""")]
    public void Deletions_are_read_in_the_forms_of_ACLED_s_answer(string text) =>
        AcledFeed.ReadDeletions(feed.Write("deleted", text), cancellationToken: Stop)
            .Should().Equal(Stone("SYR1", 100), Stone("SYR2", 200));

    [Theory]
    [InlineData(
        "event_id_cnty,deleted_timestamp\nSYR1,yesterday\n",
        "line 2, column 6: deleted_timestamp 'yesterday' is not a time in Unix seconds.")]
    [InlineData("event_id_cnty,deleted_timestamp\nSYR1,\n", "line 2, column 6: deleted_timestamp '' is not a time in Unix seconds.")]
    [InlineData("event_id_cnty,deleted_timestamp\n,5\n", "line 2, column 1: The id is missing: 'event_id_cnty' is empty.")]
    [InlineData("id,deleted_timestamp\nSYR1,5\n", "line 1, column 1: There are neither columns of ACLED's deleted events here, nor JSON;"
        + " found: id, deleted_timestamp.")]
    public void What_is_no_deletion_is_told_with_its_place(string text, string said) =>
        FluentActions.Invoking(() => AcledFeed.ReadDeletions(feed.Write("deleted.csv", text), cancellationToken: Stop))
            .Should().Throw<MalformedInputException>().WithMessage($"*deleted.csv: {said}");

    [Fact]
    public void A_file_of_events_is_no_list_of_deletions()
    {
        string events = feed.Write("events.csv", AcledSamples.File(Row("SYR1", 100, 1)));
        FluentActions.Invoking(() => AcledFeed.ReadDeletions(events, cancellationToken: Stop)).Should().Throw<MalformedInputException>()
            .WithMessage("*events.csv*neither columns of ACLED's deleted events*");
        string json = feed.Write("events.json", Page(Row("SYR1", 100, 1)));
        FluentActions.Invoking(() => AcledFeed.ReadDeletions(json, cancellationToken: Stop)).Should().Throw<MalformedInputException>()
            .WithMessage("*events.json*no column 'deleted_timestamp'*");
    }

    private static string Page(params string[] rows)
    {
        IEnumerable<string> objects = rows.Select(row => SimpleCsv.Read(AcledSamples.File(row))[1]).Select(cells =>
            $"{{{string.Join(',', AcledSamples.Columns.Select((column, i) => $"\"{column}\":" + (
                column is "timestamp" or "fatalities" ? cells[i] : JsonSerializer.Serialize(cells[i]))))}}}");
        return $$"""{"status":200,"success":true,"count":{{rows.Length}},"data":[{{string.Join(',', objects)}}]}""";
    }

    private static string Refused(string older, string changes) =>
        FluentActions.Invoking(() => Merge(older, [changes])).Should().Throw<MalformedInputException>().Which.Message;
}
