using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConflictModel.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization.Corpus;

/// <summary>
/// What is written is of the schema; what is not of it is not read, and what is of it is read, but for what is listed here.
/// <c>.ci/schema</c> has the same files judged by a validator that is not ours.
/// </summary>
public class VerdictTests
{
    // What the reader refuses and no schema can.
    private static readonly (string Why, Regex Reason)[] Unsaid =
    [
        ("a member stands twice", new(@"is given twice|each once")),
        ("a date of which no pattern says all", new("is not a date: at [0-9]+: ")),
        ("a character beyond U+FFFF counts as two in an id", new("an id has 1 to 200 characters")),
    ];

    // What the schema refuses and the reader holds, for validation to say: the finding's code.
    private static readonly string[] LeftToValidation = [FindingCodes.OddLevel, FindingCodes.DanglingFigure, FindingCodes.MissingCategory];

    private const string Divided =
        """
        {"schemaVersion":"1.0","tallies":[{"id":"t","scope":{},
         "report":{"citation":{"source":"s"},"casualties":{"killed":{"breakdowns":[FIGURE]}}}}]}
        """;

    private static readonly SchemaCheck Check = new(JsonDocument.Parse(DatasetJson.Schema).RootElement);

    [Fact]
    public void Whatever_is_written_is_of_the_schema_and_read_back()
    {
        Parallel.For(0, 300, number =>
        {
            ConflictDataset dataset = Anything.Dataset(number);
            string file = DatasetJson.Write(dataset);
            Check.FirstError(JsonDocument.Parse(file).RootElement).Should().BeNull();
            DatasetJson.Read(file).Should().Be(dataset);
        });
    }

    [Fact]
    public void Reader_and_schema_are_of_one_mind_about_whatever_is_changed_in_a_file()
    {
        (int read, int refused) = (0, 0);
        Parallel.ForEach(Changed(0, 3_000), text =>
        {
            Verdict verdict = Judge(text);
            Interlocked.Increment(ref verdict.IsRead ? ref read : ref refused);
            (verdict.IsRead == verdict.IsOfSchema || verdict.Why is not null).Should().BeTrue($"{verdict}: {text}");
        });

        read.Should().BeGreaterThan(300);
        refused.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void And_about_whatever_is_changed_in_a_line()
    {
        (int read, int refused) = (0, 0);
        Parallel.ForEach(ChangedLines(0, 3_000), line =>
        {
            Verdict verdict = JudgeLine(line.Of, line.Text);
            Interlocked.Increment(ref verdict.IsRead ? ref read : ref refused);
            (verdict.IsRead == verdict.IsOfSchema || verdict.Why is not null).Should().BeTrue($"{verdict}: {line.Text}");
        });

        read.Should().BeGreaterThan(300);
        refused.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void A_kind_that_stands_twice_on_a_line_is_a_member_that_stands_twice() =>
        JudgeLine("line", """{"source":{"id":"s","name":"S"},"source":{"id":"s","name":"S"}}""").Why.Should().Be("a member stands twice");

    [Theory]
    [InlineData("line", "{}")]
    [InlineData("line", """{"source":{"id":"s","name":"S"},"actor":{"id":"a","name":"A","kind":"militia"}}""")]
    [InlineData("line", """{"source":null}""")]
    [InlineData("line", """{"process":{"id":"p","name":"P"}}""")]
    [InlineData("line", """{"schemaVersion":"1.3","kind":"records"}""")]
    [InlineData("line", "[]")]
    [InlineData("header", """{"schemaVersion":"1.3"}""")]
    [InlineData("header", """{"kind":"records"}""")]
    [InlineData("header", """{"schemaVersion":"9.0","kind":"records"}""")]
    [InlineData("header", """{"schemaVersion":"1.3","kind":"revisionLog"}""")]
    [InlineData("header", """{"schemaVersion":"1.3","kind":"records","$schema":"a"}""")]
    [InlineData("header", """{"schemaVersion":"1.3","kind":"records","sources":[]}""")]
    public void What_is_no_line_is_refused_by_both(string definition, string text) =>
        JudgeLine(definition, text).Should().Be(new Verdict(IsRead: false, IsOfSchema: false, Why: null));

    [Theory]
    [InlineData("""{"schemaVersion":"1.0","title":"a","title":"b"}""", "a member stands twice")]
    [InlineData("""{"schemaVersion":"1.0","sources":[{"id":"s","name":{"en":"a","EN":"b"}}]}""", "a member stands twice")]
    [InlineData("""{"schemaVersion":"1.0","incidents":[{"id":"i","kind":"riot","date":"2024-02/2024-01"}]}""",
        "a date of which no pattern says all")]
    [InlineData("""{"schemaVersion":"1.0","incidents":[{"id":"i","kind":"riot","date":"[2024..2023]"}]}""",
        "a date of which no pattern says all")]
    [InlineData("""{"schemaVersion":"1.0","sources":[{"id":"LONG","name":"a"}]}""", "a character beyond U+FFFF counts as two in an id")]
    public void What_no_schema_can_say_the_reader_does(string file, string why) =>
        Judge(file.Replace("LONG", string.Concat(Enumerable.Repeat("😀", 101)), StringComparison.Ordinal))
            .Should().Be(new Verdict(IsRead: false, IsOfSchema: true, why));

    [Theory]
    [InlineData("""{"schemaVersion":"1.0","claims":[{"id":"c","citation":{"source":"s"},"text":"","figures":[FIGURE]}]}""",
        """{"path":"killed"}""", FindingCodes.DanglingFigure)]
    [InlineData("""{"schemaVersion":"1.0","claims":[{"id":"c","citation":{"source":"s"},"text":"","figures":[FIGURE]}]}""",
        """{"tally":"t","incident":"i","path":"killed"}""", FindingCodes.DanglingFigure)]
    [InlineData("""{"schemaVersion":"1.0","claims":[{"id":"c","citation":{"source":"s"},"text":"","figures":[FIGURE]}]}""",
        """{"tally":"t","path":""}""", FindingCodes.DanglingFigure)]
    [InlineData("""
        {"schemaVersion":"1.0",
         "tallies":[{"id":"t","scope":{},"report":{"citation":{"source":"s"},"basis":{"kind":"statisticalEstimate","level":FIGURE}}}]}
        """, "95", FindingCodes.OddLevel)]
    [InlineData(Divided, """{"by":"victim","kind":"partition","parts":[{"count":1}]}""", FindingCodes.MissingCategory)]
    [InlineData(Divided, """{"by":"region","kind":"partition","parts":[{"region":"r"},{"victims":{"role":"x"}}]}""",
        FindingCodes.MissingCategory)]
    [InlineData(Divided, """{"by":"perpetrator","kind":"inclusion","parts":[{"perpetrators":[]}]}""", FindingCodes.MissingCategory)]
    [InlineData(Divided, """{"by":"method","kind":"inclusion","parts":[{"method":""}]}""", FindingCodes.MissingCategory)]
    [InlineData(Divided, """{"by":"period","kind":"inclusion","parts":[{"method":"m"}]}""", FindingCodes.MissingCategory)]
    [InlineData(Divided, """{"by":"demographic","kind":"inclusion","parts":[{"victims":{"role":"x"}}]}""", FindingCodes.MissingCategory)]
    [InlineData(Divided, """
        {"by":"method","kind":"inclusion","parts":[{"method":"m","breakdowns":[{"by":"period","kind":"inclusion","parts":[{}]}]}]}
        """, FindingCodes.MissingCategory)]
    public void What_the_schema_refuses_and_is_held_all_the_same_is_an_error_of_validation(string file, string figure, string code) =>
        Judge(file.Replace("FIGURE", figure, StringComparison.Ordinal)).Should().Be(new Verdict(IsRead: true, IsOfSchema: false, code));

    [Fact]
    public void They_are_written_down_where_somebody_else_is_to_judge_them()
    {
        string? asked = Environment.GetEnvironmentVariable("CONFLICTMODEL_CORPUS");
        string folder = asked ?? Directory.CreateTempSubdirectory("corpus").FullName;
        (int written, int changed) = asked is null ? (5, 5) : (4_000, 12_000);
        File.WriteAllLines(
            Path.Combine(folder, "written.ndjson"),
            Enumerable.Range(0, written).Select(Anything.Dataset).Append(Generate.Minimal)
                .Select(dataset => Line(DatasetJson.Write(dataset), new(IsRead: true, IsOfSchema: true, Why: null))));
        File.WriteAllLines(
            Path.Combine(folder, "changed.ndjson"),
            Changed(1_000_000, changed).AsParallel().AsOrdered().Select(text => Line(text, Judge(text))));

        File.WriteAllLines(
            Path.Combine(folder, "lines.ndjson"),
            Enumerable.Range(0, written / 10).SelectMany(number => Lines(Anything.Dataset(number)))
                .Select(line => Line(line.Text, new(IsRead: true, IsOfSchema: true, Why: null), line.Of))
                .Concat(ChangedLines(1_000_000, changed).Select(line => Line(line.Text, JudgeLine(line.Of, line.Text), line.Of))));

        File.ReadLines(Path.Combine(folder, "written.ndjson")).Should().HaveCount(written + 1)
            .And.OnlyContain(line => JsonDocument.Parse(line, default).RootElement.GetProperty("read").GetBoolean());
        File.ReadLines(Path.Combine(folder, "changed.ndjson")).Should().HaveCount(changed);
        if (asked is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A case that is judged by one definition of the schema says by which.
    private static string Line(string text, Verdict verdict, string of = "") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["read"] = verdict.IsRead,
        ["mayDiffer"] = verdict.Why is not null,
        ["text"] = text,
        ["of"] = of,
    });

    // The lines of a data set, each with the definition that it is of.
    private static IEnumerable<(string Of, string Text)> Lines(ConflictDataset dataset)
    {
        using var stream = new MemoryStream();
        DatasetNdjson.Write(dataset, stream);
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((text, at) => (at == 0 ? "header" : "line", text));
    }

    private static IEnumerable<(string Of, string Text)> ChangedLines(int from, int count) =>
        Enumerable.Range(from, count).Select(number =>
        {
            (string Of, string Text)[] lines = [.. Lines(Anything.Dataset(number / 10))];
            (string of, string text) = lines[number % lines.Length];
            return (of, Mangling.Of(JsonNode.Parse(text)!.AsObject(), number));
        });

    // Small files, so that a change hits every kind of place; one in ten is the sample.
    private static IEnumerable<string> Changed(int from, int count)
    {
        JsonObject sample = JsonNode.Parse(Sample.Bytes)!.AsObject();
        return Enumerable.Range(from, count).Select(number =>
            Mangling.Of(number % 10 == 0 ? sample : JsonNode.Parse(DatasetJson.Write(Anything.Dataset(number / 10)))!.AsObject(), number));
    }

    private static Verdict Judge(string text) =>
        Judge(Check.FirstError(JsonDocument.Parse(text).RootElement) is null, () => DatasetJson.Read(text));

    private static Verdict JudgeLine(string definition, string text) => Judge(
        Check.FirstErrorOf(definition, JsonDocument.Parse(text).RootElement) is null,
        () => DatasetNdjson.ReadDataset(new MemoryStream(Encoding.UTF8.GetBytes(
            definition == "header" ? text : $"{{\"schemaVersion\":\"{DatasetJson.SchemaVersion}\",\"kind\":\"records\"}}\n{text}"))));

    private static Verdict Judge(bool isOfSchema, Func<ConflictDataset> read)
    {
        try
        {
            ConflictDataset dataset = read();
            return new(IsRead: true, isOfSchema, isOfSchema ? null : dataset.Validate()
                .Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code)
                .FirstOrDefault(LeftToValidation.Contains));
        }
        catch (DatasetFormatException error)
        {
            return new(IsRead: false, isOfSchema, Unsaid.FirstOrDefault(one => one.Reason.IsMatch(error.Reason)).Why);
        }
    }

    /// <param name="IsRead">Whether the reader takes a file.</param>
    /// <param name="IsOfSchema">Whether it is of the schema, by our own check.</param>
    /// <param name="Why">Why the two may differ; null if they may not.</param>
    private sealed record Verdict(bool IsRead, bool IsOfSchema, string? Why);
}
