using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public class ReportTests
{
    private static readonly JsonElement Report = JsonDocument.Parse(Tool.Run("report", "--format", "json", Tool.Sample).Output).RootElement;

    private static readonly JsonElement Dataset = Report.GetProperty("dataset");

    private static readonly JsonElement Sohr =
        Report.GetProperty("tallies").EnumerateArray().First(t => t.GetProperty("id").GetString() == "sohr-2024-h1");

    [Theory]
    [InlineData("killed", 449)]
    [InlineData("killed/victim:isis.members", 29)]
    [InlineData("killed/victim:isis.members/perpetrator:russian-forces", 3)]
    [InlineData("killed/victim:syrian-government-forces+syrian-government-proxies", 376)]
    [InlineData("killed/victim:syrian-government-forces+syrian-government-proxies/victim:iranian-backed-syrian-militias", 33)]
    [InlineData("killed/victim:syrian-government-forces+syrian-government-proxies/victim:irgc", 3)]
    public void A_reported_figure_is_shown_as_reported(string path, long figure)
    {
        JsonElement node = Node(Sohr, path);
        node.GetProperty("derived").GetBoolean().Should().BeFalse();
        node.GetProperty("reported").GetProperty("low").GetInt64().Should().Be(figure);
        node.GetProperty("reported").GetProperty("high").GetInt64().Should().Be(figure);
        BoundsOf(node).Should().Be((figure, figure));
    }

    [Theory]
    [InlineData("killed/victim:?", 44, 44, "449 - 29 - 376")]
    [InlineData("killed/victim:syrian-government-forces+syrian-government-proxies/victim:?", 340, 340, "376 - 33 - 3")]
    [InlineData("killed/victim:isis.members/perpetrator:syrian-government-forces+syrian-government-proxies", 26, 26, "29 - 3")]
    [InlineData("killed/attributed:isis", 376, 420, "449 - 29")]
    public void What_follows_is_marked_as_derived_with_its_sum(string path, long min, long max, string because)
    {
        JsonElement node = Node(Sohr, path);
        node.GetProperty("derived").GetBoolean().Should().BeTrue();
        node.GetProperty("reported").ValueKind.Should().Be(JsonValueKind.Null);
        BoundsOf(node).Should().Be((min, max));
        node.GetProperty("bounds").GetProperty("exact").GetBoolean().Should().BeTrue();
        node.GetProperty("because").GetString().Should().Be(because);
    }

    [Fact]
    public void The_records_stand_in_it_as_they_stand_in_the_file() =>
        JsonElement.DeepEquals(Report.GetProperty("dataset"), JsonDocument.Parse(File.ReadAllBytes(Tool.Sample)).RootElement)
            .Should().BeTrue();

    [Fact]
    public void The_operations_stand_on_the_whole_and_on_the_376()
    {
        Node(Sohr, "killed").GetProperty("operations").GetInt64().Should().Be(155);
        Node(Sohr, "killed/victim:syrian-government-forces+syrian-government-proxies").GetProperty("operations").GetInt64()
            .Should().Be(155);
    }

    [Fact]
    public void The_ambush_killed_8_of_whom_6_and_2()
    {
        JsonElement ambush = Report.GetProperty("incidents")[0];
        BoundsOf(Node(ambush, "killed")).Should().Be((8, 8));
        BoundsOf(Node(ambush, "killed/victim:ndf")).Should().Be((6, 6));
        Dataset.GetProperty("incidents")[0].GetProperty("date").GetProperty("wording").GetString().Should().Be("on Wednesday");
    }

    [Fact]
    public void A_hedged_figure_keeps_its_words()
    {
        JsonElement node = Node(Report.GetProperty("tallies")[1], "killed");
        node.GetProperty("wording").GetString().Should().Be("nearly 4,100");
        node.GetProperty("bounds").GetProperty("max").GetInt64().Should().BeGreaterThanOrEqualTo(4100);
    }

    [Fact]
    public void The_strength_is_a_range()
    {
        JsonElement fighters = Dataset.GetProperty("strengths")[0].GetProperty("fighters");
        (fighters.GetProperty("low").GetInt64(), fighters.GetProperty("high").GetInt64()).Should().Be((3000L, 5000L));
        BoundsOf(Report.GetProperty("strengths")[0]).Should().Be((3000, 5000));
    }

    [Fact]
    public void The_claim_stands_beside_36_of_the_376_without_a_verdict()
    {
        JsonElement claim = Report.GetProperty("claims")[1];
        BoundsOf(claim, "together").Should().Be((36, 36));
        BoundsOf(claim, "of").Should().Be((376, 376));
        claim.EnumerateObject().Select(member => member.Name)
            .Should().NotContain(name => name.Contains("verdict") || name.Contains("true"));
    }

    [Fact]
    public void The_tally_is_set_against_the_incident_that_may_be_in_it()
    {
        JsonElement reconciliation = Report.GetProperty("reconciliations")[0];
        BoundsOf(reconciliation, "accounted").Should().Be((0, 8));
        BoundsOf(reconciliation, "unaccounted").Should().Be((441, 449));
    }

    [Fact]
    public void The_diplomatic_record_is_there()
    {
        Dataset.GetProperty("resolutions")[0].GetProperty("provisions")
            .EnumerateArray().Select(p => p.GetProperty("verb").GetString()).Distinct()
            .Should().Equal("emphasizes", "calls on", "demands", "expresses support");
        Dataset.GetProperty("processes").EnumerateArray().Select(p => p.GetProperty("place").GetString())
            .Should().Equal("Geneva", "Astana", "Sochi");
        Dataset.GetProperty("statements")[0].GetProperty("speaker").GetString().Should().Be("Geir Pedersen");
    }

    [Fact]
    public void Nothing_in_the_sample_is_an_error() =>
        Report.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("severity").GetString()).Should().NotContain("error");

    [Fact]
    public void Kinds_roles_and_harms_are_in_words()
    {
        const string File = """
            {"schemaVersion":"1.1","sources":[{"id":"s","name":"S"}],"actors":[{"id":"a","name":"A","kind":"militia"}],
             "incidents":[{"id":"i","kind":"armedAttack","date":"2024","involvements":[{"actor":"a","role":"sideA"}],
              "reports":[{"citation":{"source":"s"},"basis":{"kind":"namedList"},"casualties":{"killedOrWounded":{"count":3}}}]}]}
            """;
        string text = Tool.Run(System.Text.Encoding.UTF8.GetBytes(File), "report", "-").Output;
        text.Should().Contain("i: armed attack, 2024").And.Contain("A (side A)").And.Contain("rests on: named list")
            .And.Contain("killed or wounded: 3").And.NotContainAny("armedAttack", "sideA", "namedList", "killedOrWounded");
    }

    [Theory]
    [InlineData("id,type_of_violence,best,date_start\n", "UCDP GED", "'conflictmodel aggregate'")]
    [InlineData("event_date,event_type,actor1\n", "ACLED", "'conflictmodel convert' with --to json")]
    [InlineData("country_id_cy,cumulative_total_deaths_in_orgvio_best_cy\n", "UCDP Country-Year data", "'conflictmodel aggregate'")]
    [InlineData("[{\"event_date\": \"2024-01-01\", \"event_type\": \"Battles\", \"actor1\": \"a\"}]", "ACLED", "'conflictmodel aggregate'")]
    public void A_published_file_is_called_by_its_format_and_sent_to_the_commands_for_it(string file, string format, string command)
    {
        ToolResult result = Tool.Run(System.Text.Encoding.UTF8.GetBytes(file), "report", "-");
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().StartWith($"conflictmodel: standard input: this is {format}, and a report is of a data set. ")
            .And.Contain(command);
    }

    [Fact]
    public void A_figure_of_which_any_number_is_possible_says_so()
    {
        byte[] file = """
            {"schemaVersion":"1.0","sources":[{"id":"s","name":"S"}],
             "actors":[{"id":"a","name":"A","kind":"militia"},{"id":"b","name":"B","kind":"stateForces"}],
             "tallies":[{"id":"t","scope":{"attributedTo":["a"]},"report":{"citation":{"source":"s"},"casualties":{"killed":{
               "count":{"low":37,"wording":"at least 37"},
               "breakdowns":[{"by":"perpetrator","kind":"inclusion","parts":[{"perpetrators":["b"],"count":3}]}]}}}}]}
            """u8.ToArray();

        string text = Tool.Run(file, "report", "-").Output;
        text.Should().Contain("can be the work of A: any number\n").And.NotContain(": \n");
    }

    private static JsonElement Node(JsonElement record, string path) =>
        record.GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("path").GetString() == path);

    private static (long Min, long Max) BoundsOf(JsonElement node, string member = "bounds") =>
        (node.GetProperty(member).GetProperty("min").GetInt64(), node.GetProperty(member).GetProperty("max").GetInt64());
}
