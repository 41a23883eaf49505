using System.Text;

namespace ConflictModel.Tool.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public static TheoryData<string> Commands => new("report", "validate");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_missing_file_is_refused(string command) =>
        Refused(Tool.Run(command, Path.Combine(folder, "none.json")), "there is no such file");

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_folder_is_refused(string command) => Refused(Tool.Run(command, folder), "this is a folder");

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_empty_file_is_refused(string command) => Refused(Given("", command), "line 1, column 1: The file is empty.");

    [Fact]
    public void A_truncated_file_is_refused_at_its_end()
    {
        byte[] whole = File.ReadAllBytes(Tool.Sample);
        Refused(Given(whole[..1000], "report"), "line ");
        Refused(Given(whole[..^3], "report"), "line ");
    }

    [Fact]
    public void A_list_at_the_root_is_refused() =>
        Refused(Given("[]", "report"), "line 1, column 1: A data set file holds one JSON object.");

    [Fact]
    public void A_null_at_the_root_is_refused() =>
        Refused(Given(" null", "report"), "line 1, column 2: A data set file holds one JSON object.");

    [Fact]
    public void Invalid_utf8_is_refused_at_the_first_bad_byte() =>
        Refused(Given([.. "{\"schemaVersion\":\"1.0\",\n\"title\":\"a"u8, 0xFF, .. "\"}"u8], "report"),
            "line 2, column 11: This byte is not UTF-8.");

    [Theory]
    [InlineData("{\"\\ud800\":1}", "This text holds half of a surrogate pair.")]
    [InlineData("{\"kind\":\"record\\ud800\"}", "line 1, column 2, at /kind: There is no member 'kind' here.")]
    public void Half_of_a_surrogate_pair_is_refused_where_it_stands(string text, string reason) =>
        Refused(Given(text, "validate"), reason);

    [Fact]
    public void Nesting_ten_thousand_deep_is_refused_and_does_not_overflow() =>
        Refused(Given("{\"schemaVersion\":\"1.0\",\"extensions\":{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}}",
            "report"), "depth");

    [Fact]
    public void An_unknown_member_is_refused_with_its_path() =>
        Refused(Given("{\"schemaVersion\":\"1.0\",\"tallies\":[{\"x\":1}]}", "validate"),
            "line 1, column 36, at /tallies/0/x: There is no member 'x' here.");

    [Fact]
    public void A_newer_file_is_refused_by_name() =>
        Refused(Given("{\"schemaVersion\":\"1.9\"}", "validate"), "written for schema 1.9; this library reads up to 1.4");

    [Theory]
    [InlineData("report")]
    [InlineData("report", "a", "b")]
    [InlineData("report", "a", "--format", "xml")]
    [InlineData("nonsense")]
    [InlineData("schema", "--unknown")]
    [InlineData("aggregate", "", "--by", "year")]
    public void Bad_usage_exits_2(params string[] arguments)
    {
        ToolResult result = Tool.Run(arguments);
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith("conflictmodel: ");
    }

    [Theory]
    [InlineData("FILE", "report", "")]
    [InlineData("FILE", "aggregate", " ", "--by", "year")]
    [InlineData("--by", "aggregate", "a", "--by", "")]
    [InlineData("--where", "aggregate", "a", "--by", "year", "--where", "\t")]
    [InlineData("IN... OUT", "convert", "a", "", "--to", "json")]
    [InlineData("--to", "convert", "a", "b", "--to", "")]
    [InlineData("--loss", "convert", "a", "b", "--to", "json", "--loss", "")]
    [InlineData("--out", "report", "a", "--format", "html", "--out", "")]
    [InlineData("--people", "validate", "a", "--people", "")]
    [InlineData("TEXT", "actors", "")]
    public void An_empty_text_names_nothing_and_is_told_by_where_it_stands(string name, params string[] arguments)
    {
        ToolResult result = Tool.Run(arguments);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Be($"conflictmodel: An empty text is given for {name}.\nTry 'conflictmodel --help'.\n");
    }

    [Fact]
    public void A_mapping_is_not_read_from_standard_input() =>
        Refused(Tool.Run([], "convert", Tool.Sample, "-", "--to", "people", "--people", "-"), "--people: a mapping is a file");

    [Fact]
    public void Standard_input_is_read_for_a_dash()
    {
        ToolResult result = Tool.Run(File.ReadAllBytes(Tool.Sample), "validate", "-");
        result.ExitCode.Should().Be(0);
        result.Output.Should().Be(Tool.Run("validate", Tool.Sample).Output);
    }

    [Fact]
    public void Bad_standard_input_is_named_as_such() => Refused(Tool.Run([], "report", "-"), "standard input: line 1, column 1");

    [Fact]
    public void A_contradiction_exits_1() => Given(
        """
        {"schemaVersion":"1.0","sources":[{"id":"s","name":"s"}],
        "tallies":[{"id":"t","scope":{},"report":{"citation":{"source":"s"},"casualties":{"killed":{"count":10,"breakdowns":[
        {"by":"demographic","kind":"partition","parts":[
        {"victims":{"demographic":"women"},"count":4},{"victims":{"demographic":"men"},"count":5}]}]}}}}]}
        """,
        "report").ExitCode.Should().Be(1);

    [Theory]
    [InlineData("report")]
    [InlineData("aggregate", "--by", "kind")]
    public void Two_records_of_one_id_are_not_added_up(params string[] command)
    {
        const string Record = """
            {"id":"x1","kind":"battle","date":"2024-05-01",
             "reports":[{"citation":{"source":"a"},"casualties":{"killed":{"count":3}}}]}
            """;
        byte[] file =
            Encoding.UTF8.GetBytes($$"""{"schemaVersion":"1.0","sources":[{"id":"a","name":"A"}],"incidents":[{{Record}},{{Record}}]}""");
        Refused(Tool.Run(file, [command[0], "-", .. command[1..]]), "incidents 1 and 2 both bear the id 'x1'");
        Tool.Run(file, "validate", "-").Output.Should().Contain("duplicate-id");
    }

    [Theory]
    [InlineData("\"within\":[\"y\"],", "\"within\":[\"x\"],", "", "x -> y -> x")]
    [InlineData(
        "", "", "{\"actor\":\"a\",\"kind\":\"partOf\",\"to\":\"b\"},{\"actor\":\"b\",\"kind\":\"partOf\",\"to\":\"a\"}", "a -> b -> a")]
    public void A_circle_of_regions_or_of_affiliations_is_refused_where_a_sum_needs_to_know_what_is_part_of_what(
        string x, string y, string links, string circle)
    {
        string file = Path.Combine(folder, "circle.json");
        File.WriteAllText(file, Linked(x, y, links));
        string lines = Path.Combine(folder, "circle.ndjson");
        Tool.Run("convert", file, lines, "--to", "ndjson").ExitCode.Should().Be(0);
        Refused(Tool.Run("aggregate", file, "--by", "actor"), $"circle.json: The hierarchy has a circle: {circle}.");
        Refused(Tool.Run("aggregate", lines, "--by", "kind"), $"circle.ndjson: The hierarchy has a circle: {circle}.");
        Refused(Tool.Run("diff", file, file), $"circle.json: The hierarchy has a circle: {circle}.");
    }

    [Fact]
    public void Affiliations_that_turn_around_in_later_years_make_no_circle()
    {
        string file = Path.Combine(folder, "turned.json");
        File.WriteAllText(file, Linked("", "", """
            {"actor":"a","kind":"partOf","to":"b","period":"2019"},{"actor":"b","kind":"partOf","to":"a","period":"2024"}
            """));
        Tool.Run("aggregate", file, "--by", "actor").ExitCode.Should().Be(0);
    }

    /// <summary>A data set of two actors and two regions that are linked as said.</summary>
    private static string Linked(string x, string y, string links) => $$"""
        {"schemaVersion":"1.0","actors":[{"id":"a","kind":"militia","name":{"en":"A"} },{"id":"b","kind":"militia","name":{"en":"B"} }],
        "affiliations":[{{links}}],"regions":[{ {{x}}"id":"x","kind":"district","name":{"en":"X"} },
        { {{y}}"id":"y","kind":"district","name":{"en":"Y"} }],"incidents":[{"id":"i","kind":"battle","date":"2024-05-01"}]}
        """;

    private static void Refused(ToolResult result, string reason)
    {
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain(reason).And.StartWith("conflictmodel: ");
        result.Error.TrimEnd('\n').Should().NotContain("\n", "an error is one line");
    }

    private ToolResult Given(string text, string command) => Given(Encoding.UTF8.GetBytes(text), command);

    private ToolResult Given(byte[] bytes, string command)
    {
        string file = Path.Combine(folder, "input.json");
        File.WriteAllBytes(file, bytes);
        return Tool.Run(command, file);
    }
}
