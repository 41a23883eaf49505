using System.Text;
using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Tests.Records;
using ConflictModel.Tests.Serialization.Anywhere;
using CsCheck;

namespace ConflictModel.Tests.Serialization;

public class NdjsonTests
{
    private const string Header = """{"schemaVersion":"1.0","kind":"records"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_data_set_comes_back_with_every_member_and_every_record_has_its_line()
    {
        ConflictDataset dataset = Everything.Dataset();
        string text = Write(dataset);
        Read(text).Should().Be(dataset);
        text.Should().EndWith("}\n");
        text.Split('\n')[..^1].Should().HaveCount(1 + RecordLists.In(dataset).Count());
        text.Should().StartWith($$"""{"schemaVersion":"{{DatasetJson.SchemaVersion}}","kind":"records","title":""");
        text.Split('\n')[5].Should().Be(
            $$"""{"incident":{{JsonSerializer.Serialize(dataset.Incidents[0], Relaxed)}}}""", "a record stands as it does elsewhere");
    }

    [Fact]
    public void Any_data_set_comes_back() =>
        Generate.Dataset.Sample(dataset => Read(Write(dataset)).Should().Be(dataset), iter: 100);

    [Fact]
    public void Every_list_of_a_data_set_has_a_kind_of_line_named_as_the_schema_names_its_records()
    {
        JsonElement schema = JsonDocument.Parse(DatasetJson.Schema).RootElement;
        Instances.MembersOf(typeof(ConflictDataset)).Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name))
            .Where(name => name is not ("title" or "extensions"))
            .Select(name => schema.GetProperty("properties").GetProperty(name).GetProperty("items").GetProperty("$ref").GetString()!)
            .Should().Equal(LineKinds.Names.Select(name => "#/$defs/" + name));
    }

    [Fact]
    public async Task Whoever_reads_and_writes_asynchronously_has_the_same()
    {
        ConflictDataset dataset = Everything.Dataset();
        using var stream = new MemoryStream();
        await DatasetNdjson.WriteAsync(dataset, stream, Stop);
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(Write(dataset));
        var lists = new RecordLists();
        await foreach (object record in DatasetNdjson.ReadAsync(new Drip(stream.ToArray()), Stop))
        {
            lists.Add(record);
        }

        lists.ToDataset().Should().Be(dataset);
    }

    [Fact]
    public void Lines_may_stand_in_any_order_with_blank_ones_between_and_ends_of_any_kind()
    {
        ConflictDataset dataset = Everything.Dataset();
        string[] lines = Write(dataset).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string text = "\uFEFF" + lines[0] + "\r\n\r\n  \n" + string.Join("\r\n", lines[1..].Reverse());
        Read(text).Should().Be(dataset);
    }

    [Fact]
    public void Records_come_while_the_rest_is_not_there_yet()
    {
        byte[] lines = Encoding.UTF8.GetBytes(Header + "\n" + """{"source":{"id":"s","name":"s"}}""" + "\n{");
        using IEnumerator<object> records = DatasetNdjson.Read(new MemoryStream(lines)).GetEnumerator();
        records.MoveNext().Should().BeTrue();
        records.Current.Should().Be(new ConflictDataset());
        records.MoveNext().Should().BeTrue();
        records.Current.Should().Be(new Source { Id = SourceId.From("s"), Name = "s" });
        ((Action)(() => records.MoveNext())).Should().Throw<DatasetFormatException>().Which.Line.Should().Be(3);
    }

    [Theory]
    [InlineData("", 1, 1, "", "The first line of records line by line is {")]
    [InlineData("\n\n", 2, 1, "", "The first line of records line by line is {")]
    [InlineData("{", 1, 2, "", "The first line of records line by line is {")]
    [InlineData("[]", 1, 1, "", "another type")]
    [InlineData("""{"schemaVersion":"1.0"}""", 1, 23, "", "The first line of records line by line is {")]
    [InlineData("""{"schemaVersion":"1.0","actors":[]}""", 1, 24, "/actors", "The first line of records line by line is {")]
    [InlineData("""{"schemaVersion":"1.0","kind":"revisionLog"}""", 1, 31, "/kind", "The kind of a file of records is \"records\".")]
    [InlineData("""{"schemaVersion":"9.0","kind":"records"}""", 1, 18, "/schemaVersion", "written for schema 9.0")]
    [InlineData(Header + "\n1", 2, 1, "", "A line holds one record under the name of its kind: source, actor,")]
    [InlineData(Header + "\n{}", 2, 2, "", "A line holds one record under the name of its kind")]
    [InlineData(Header + "\n\n{\"incidents\":[]}", 3, 2, "/incidents", "There is no kind 'incidents'; the kinds of records are source,")]
    [InlineData(Header + "\n{\"actor\":null}", 2, 10, "/actor", "Null is not allowed here.")]
    [InlineData(Header + "\n{\"actor\":{\"id\":\"a b\"}}", 2, 16, "/actor/id", "'a b' is not a valid id")]
    [InlineData(Header + "\n{\"source\":{\"id\":\"a\",\"name\":\"a\"},\"actor\":1}", 2, 33, "/actor", "one record and no more.")]
    [InlineData(Header + "\n{\"source\":{\"id\":\"a\",\"name\":\"a\"}} {}", 2, 34, "", "invalid after a single JSON value")]
    [InlineData(Header + "\n{\"person\":{\"id\":\"Zork Madeup\",\"harm\":\"killed\"}}", 2, 17, "/person/id", "'...' is not a valid id")]
    [InlineData(Header + "\n{\"person\":{\"Zork\":\"Madeup\"}}", 2, 12, "/person", "There is no member '...' here.")]
    public void What_is_no_record_is_refused_with_its_line(string text, int line, int column, string pointer, string reason)
    {
        DatasetFormatException error = ((Action)(() => Read(text))).Should().Throw<DatasetFormatException>().Which;
        error.Reason.Should().Contain(reason);
        (error.Line, error.Column, error.Pointer).Should().Be((line, column, pointer));
        error.ToString().Should().NotContain("Zork");
    }

    [Fact]
    public void Whatever_is_cut_off_or_changed_is_read_or_refused_and_never_throws_anything_else()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Write(Everything.Dataset()));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Sample((at, value, isCut) =>
        {
            byte[] bytes = isCut ? whole[..at] : [.. whole[..at], value, .. whole[(at + 1)..]];
            try
            {
                DatasetNdjson.ReadDataset(new Drip(bytes)).Should().NotBeNull();
            }
            catch (DatasetFormatException error)
            {
                error.Line.Should().BeGreaterThan(0);
            }
        }, iter: 1000);
    }

    [Fact]
    public void Other_peoples_data_over_several_lines_becomes_one_line_that_means_the_same()
    {
        var dataset = new ConflictDataset { Extensions = new("{\r\n \"a\": [1.0,\n2e3] }") };
        ExtensionData read = Read(Write(dataset)).Extensions;
        read.Json.Should().Be("{   \"a\": [1.0, 2e3] }");
    }

    [Fact]
    public void A_line_longer_than_it_may_be_is_refused_and_not_held()
    {
        var endless = new Endless(Encoding.UTF8.GetBytes(Header + "\n{\"source\":\""));
        Action read = () => DatasetNdjson.ReadDataset(endless);
        read.Should().Throw<DatasetFormatException>().Which.Line.Should().Be(2);
        endless.Given.Should().BeLessThan(3L * DatasetNdjson.MaxLineBytes);
    }

    [Fact]
    public void What_no_file_can_hold_or_is_no_record_is_refused_by_the_writer()
    {
        Incident incident = new() { Id = default, Kind = IncidentKind.Battle, Date = UncertainDate.Parse("2024") };
        Writing(new ConflictDataset(), incident)
            .Should().Throw<ArgumentException>().WithMessage("No file can hold this Incident. At /id:*");
        Writing(new ConflictDataset { Title = "\ud800" }).Should().Throw<ArgumentException>().WithMessage("*At /title:*");
        Writing(new ConflictDataset(), new Citation { Source = SourceId.From("s") })
            .Should().Throw<ArgumentException>().WithMessage("A Citation is no record of a data set.*");
        Writing(new Source { Id = SourceId.From("s"), Name = "s" }).Should().Throw<ArgumentException>();
        Writing().Should().Throw<ArgumentException>();

        static Action Writing(params object[] records) => () => DatasetNdjson.Write(records, Stream.Null);
    }

    [Fact]
    public void Who_reads_the_one_form_as_the_other_is_told()
    {
        Action read = () => DatasetJson.Read(Write(Everything.Dataset()));
        read.Should().Throw<DatasetFormatException>().Which.Reason
            .Should().Be("These are records line by line (NDJSON), not a data set in one document.");
    }

    [Fact]
    public void A_stream_that_can_seek_is_gone_through_again_and_any_other_once()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Write(Everything.Dataset()));
        IEnumerable<object> records = DatasetNdjson.Read(new MemoryStream(bytes));
        records.Should().Equal(records.ToArray());
        IEnumerable<object> once = DatasetNdjson.Read(new Endless(bytes, isEndless: false));
        once.Should().NotBeEmpty();
        ((Func<int>)(() => once.Count())).Should().Throw<InvalidOperationException>().WithMessage("*can't seek*");
    }

    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Write(ConflictDataset dataset)
    {
        using var stream = new MemoryStream();
        DatasetNdjson.Write(dataset, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ConflictDataset Read(string text) => DatasetNdjson.ReadDataset(new Drip(Encoding.UTF8.GetBytes(text)));
}
