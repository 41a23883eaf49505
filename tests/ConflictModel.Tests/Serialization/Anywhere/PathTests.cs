using System.Text;
using System.Text.Json;

namespace ConflictModel.Tests.Serialization.Anywhere;

/// <summary>An error deep in a record says where, whoever reads it: in the words and the convention of System.Text.Json.</summary>
public class PathTests
{
    private const string Tally =
        """
        {"id":"t","scope":{},"report":{"citation":{"source":"s"},
         "casualties":{"killed":{"count":8,"breakdowns":[{"by":"victim","kind":"partition",
          "parts":[{"victims":{"actors":["a","b c"]}}]}]}}}}
        """;

    private const string Within = ".report.casualties.killed.breakdowns[0].parts[0].victims.actors[1]";

    private const string Reason = "'b c' is not a valid id: an id has 1 to 200 characters, no white space and no control characters.";

    [Fact]
    public async Task In_a_record_by_itself_the_path_is_all_of_it()
    {
        JsonException error = Refused<Tally>(Tally);
        (error.Message, error.Path, error.LineNumber, error.BytePositionInLine).Should().Be((Reason, "$" + Within, 2, 42));
        Refused<ConflictDataset>($$"""{"schemaVersion":"1.0","tallies":[{{Tally}}]}""").Path.Should().Be("$.tallies[0]" + Within);
        Refused<ValueList<Tally>>($"[{Tally}]").Path.Should().Be("$[0]" + Within);
        Refused<Estimate>("""{"low":1,"high":-1}""").Path.Should().Be("$.high");
        JsonException missing = Refused<Tally>("{\n \"id\":\"t\",\n \"scope\":{}}");
        (missing.Message, missing.Path, missing.LineNumber).Should().Be(("Members are missing: 'report'.", "$", 2));

        Func<Task> read = async () => await JsonSerializer.DeserializeAsync<Tally>(
            new Drip(Encoding.UTF8.GetBytes("\n\n" + Tally)), cancellationToken: TestContext.Current.CancellationToken);
        error = (await read.Should().ThrowAsync<JsonException>()).Which;
        (error.Path, error.LineNumber, error.BytePositionInLine).Should().Be(("$" + Within, 4, 42));
    }

    [Fact]
    public void In_somebody_elses_record_the_message_goes_on_where_the_path_ends()
    {
        JsonException error = Refused<Case>($$"""{"Tally":{{Tally}}}""");
        (error.Path, error.LineNumber, error.BytePositionInLine).Should().Be(("$.Tally", 2, 42));
        error.Message.Should().Be($"{Reason} Path: $.Tally{Within} | LineNumber: 2 | BytePositionInLine: 42.");
        Refused<Case>($$"""{"Tallies":[{{Tally}}]}""").Message.Should().Contain($" Path: $.Tallies[0]{Within} | ");
        Refused<Dictionary<string, Tally>>($$"""{"a.b":{{Tally}}}""").Message.Should().Contain($" Path: $['a.b']{Within} | ");
        Refused<Case>("""{"Dead":{"low":-1}}""").Message.Should().Contain(" Path: $.Dead.low | ");
        Refused<Case>("""{"Dead":-1}""").Path.Should().Be("$.Dead");
    }

    [Fact]
    public void Through_somebody_elses_record_in_a_list_of_ours_it_is_told_once()
    {
        JsonException error = Refused<ValueList<Case>>($$"""[{},{"Tally":{{Tally}}}]""");
        (error.Message, error.Path).Should().Be((Reason, $"$[1].Tally{Within}"));
        Refused<Case>($$"""{"Cases":[{},{"Tally":{{Tally}}}]}""").Message
            .Should().Be($"{Reason} Path: $.Cases[1].Tally{Within} | LineNumber: 2 | BytePositionInLine: 42.");
    }

    [Fact]
    public void What_is_no_json_has_a_place_within_too()
    {
        string cut = "{\n \"Tally\":{\"id\":\"t\",\n \"scope\":{\"period\":tru}}}";
        JsonException error = Refused<Case>(cut);
        (error.Path, error.LineNumber).Should().Be(("$.Tally", 2));
        error.Message.Should().StartWith("'tru}}}' is an invalid JSON literal.")
            .And.Contain(" Path: $.Tally.scope.period | LineNumber: 2 | ");
        error = Refused<Tally>("{\"id\":\"t\",\n \"scope\":{\"period\":tru}}");
        error.Path.Should().Be("$.scope.period");
        error.Message.Should().Be("'tru}}' is an invalid JSON literal. Expected the literal 'true'."
            + $" Path: $.scope.period | LineNumber: 1 | BytePositionInLine: {error.BytePositionInLine}.");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a_b")]
    [InlineData("$schema")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("c~d/e")]
    [InlineData("-1")]
    [InlineData("حمص")]
    public void Names_without_quotation_marks_are_written_as_the_serializer_writes_them(string name)
    {
        string theirs = Refused<Dictionary<string, int>>($"{{{JsonSerializer.Serialize(name)}:\"x\"}}").Path!;
        JsonPointer.Root.Member(name).ToJsonPath().Should().Be(theirs);
    }

    private static JsonException Refused<T>(string json) =>
        ((Action)(() => JsonSerializer.Deserialize<T>(json))).Should().Throw<JsonException>().Which;

    private sealed record Case
    {
        public Tally? Tally { get; init; }

        public List<Tally>? Tallies { get; init; }

        public Estimate Dead { get; init; }

        public ValueList<Case> Cases { get; init; }
    }
}
