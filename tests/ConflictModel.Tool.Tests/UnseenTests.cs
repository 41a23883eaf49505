using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public class UnseenTests
{
    private static readonly byte[] Three = Encoding.UTF8.GetBytes("lists,people\nA,320\nB,190\nC,85\nA+B,74\nA+C,31\nB+C,12\nA+B+C,9\n");

    [Fact]
    public void The_answer_for_kosovo_has_the_published_figures()
    {
        JsonElement answer = Json(Tool.Run("unseen", RealData.File("capture-lists/kosovo.csv"), "--format", "json"));
        Names(answer).Should().Equal(
            "observed", "pairs", "chao", "models", "graphs", "average", "hull", "withoutList", "recovered");
        answer.GetProperty("observed").GetInt64().Should().Be(4400);
        Number(answer.GetProperty("pairs")[0], "lincolnPetersen").Should().Be(7241.88586);
        Number(answer.GetProperty("chao"), "chao1987").Should().Be(10270.4785);
        answer.GetProperty("models").GetArrayLength().Should().Be(113);
        JsonElement best = answer.GetProperty("models")[0];
        Names(best).Should().Equal("terms", "n", "aic", "bic", "low", "high");
        best.GetProperty("terms").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .Should().Be("[[\"EXH\",\"ABA\",\"OSCE\"],[\"EXH\",\"HRW\"],[\"OSCE\",\"HRW\"]]");
        Number(best, "n").Should().Be(10356.519);
        Number(best, "low").Should().BeApproximately(8994.3, 0.05);
        answer.GetProperty("models")[6].GetProperty("low").ValueKind.Should().Be(JsonValueKind.Null, "the hull is of six models");
        answer.GetProperty("graphs").EnumerateArray().Select(graph => graph.GetProperty("because").GetString())
            .Should().Contain("4400 + 845 x 306 / 31").And.ContainSingle(because => because == null, "the complete graph says nothing");
        Names(answer.GetProperty("average")).Should().Equal("delta", "mean", "quantiles");
        Number(answer.GetProperty("average"), "delta").Should().Be(0.0625);
        Number(answer.GetProperty("hull"), "high").Should().Be(19233.4779);
        Number(answer.GetProperty("withoutList")[3], "n").Should().Be(22300.8736);
        Names(answer.GetProperty("recovered")[0]).Should().Equal("list", "truth", "independence", "bic", "chao1987");
    }

    [Fact]
    public void The_text_is_the_packages_and_standard_input_is_read()
    {
        string text = Tool.Run(Three, "unseen", "-", "--missing", "2000", "--delta", "0.5").Output;
        text.Should().StartWith("721 on A, B or C: a floor, whatever is assumed.\n1526.61404 to 1675.61538 in all")
            .And.Contain("with delta 0.5 and 0 to 2000 unseen");
    }

    [Fact]
    public void People_of_several_sources_are_a_table_and_undecided_pairs_make_two()
    {
        const string Dataset = """
            {
              "schemaVersion": "1.3",
              "sources": [{ "id": "a", "name": "a" }, { "id": "b", "name": "b" }],
              "people": [
                { "id": "p1", "harm": "killed", "citations": [{ "source": "a" }] },
                { "id": "p2", "harm": "killed", "citations": [{ "source": "b" }], "mayBeSameAs": ["p1"] },
                { "id": "p3", "harm": "killed", "citations": [{ "source": "a" }, { "source": "b" }] },
                { "id": "p4", "harm": "wounded", "citations": [{ "source": "a" }] }
              ]
            }
            """;
        byte[] input = Encoding.UTF8.GetBytes(Dataset);
        JsonElement answer = Json(Tool.Run(input, "unseen", "-", "--format", "json"));
        Names(answer).Should().Equal("apart", "together");
        (Observed("apart"), Observed("together")).Should().Be((3, 2));
        Number(answer.GetProperty("apart").GetProperty("pairs")[0], "lincolnPetersen").Should().Be(4);
        Tool.Run(input, "unseen", "-").Output.Should()
            .Contain("If none of them is:\n3 on a or b").And.Contain("If every one of them is:\n2 on");
        Tool.Run(input, "unseen", "-", "--harm", "wounded").Error.Should().Contain("The records are of 1 source, and");

        long Observed(string name) => answer.GetProperty(name).GetProperty("observed").GetInt64();
    }

    [Fact]
    public void Two_lists_are_a_pair_and_have_no_model()
    {
        byte[] two = Encoding.UTF8.GetBytes("A,B,people\n1,0,10\n0,1,20\n1,1,5\n");
        Tool.Run(two, "unseen", "-").Output.Should().Contain("A-B: 15 x 25 / 5 = 75").And.Contain("no model");
        JsonElement answer = Json(Tool.Run(two, "unseen", "-", "--format", "json"));
        answer.GetProperty("models").GetArrayLength().Should().Be(0);
        answer.GetProperty("hull").GetProperty("low").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public void One_person_is_on_the_lists_and_several_are()
    {
        byte[] one = "A,B,people\n1,1,1\n"u8.ToArray();
        Tool.Run(one, "unseen", "-", "--format", "html").Output.Should().Contain("1 is on A or B: a floor");
    }

    [Theory]
    [InlineData("A,B,people\n1,2,5", "standard input: line 2, column 3: '2' is neither 0 nor 1.")]
    [InlineData("lists,people\nA,5\nB,5\nC,5\nA+B,1", "standard input: Lists that have nobody in common*: A, B | C.*")]
    [InlineData("A,B,C,people\n", "standard input: Nobody is on any list.")]
    [InlineData("{}", "standard input: line 1*")]
    public void What_has_no_answer_is_told_in_a_line(string input, string message)
    {
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes(input), "unseen", "-");
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Should().Match($"conflictmodel: {message}").And.NotContain("\n");
    }

    [Theory]
    [InlineData("--delta", "0")]
    [InlineData("--delta", "-1")]
    [InlineData("--missing", "-1")]
    [InlineData("--missing", "99999999999")]
    public void An_option_outside_its_range_is_bad_usage(string option, string value)
    {
        ToolResult result = Tool.Run(Three, "unseen", "-", option, value);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(option);
    }

    [Fact]
    public void The_page_shows_every_answer_as_a_dot_on_one_scale()
    {
        byte[] quoted = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Three).Replace("C", "<C>", StringComparison.Ordinal));
        string page = Tool.Run(quoted, "unseen", "-", "--format", "html").Output;
        page.Should().Contain("721 are on A, B or &lt;C&gt;: a floor").And.NotContainAny("<C>", "<script", "http:", "https:");
        JsonElement answer = Json(Tool.Run(Three, "unseen", "-", "--format", "json"));
        int within = answer.GetProperty("models").EnumerateArray()
            .Count(model => model.GetProperty("low").ValueKind == JsonValueKind.Number);
        string[] models = Dots(page, "The best model and its rivals");
        models.Should().HaveCount(within);
        models.Distinct().Should().HaveCount(within);
        Dots(page, "Without a list").Should().HaveCount(3);
        Dots(page, "Chao").Should().HaveCount(4);
        Dots(page, "Each two lists").Should().HaveCount(3);
        foreach (JsonElement model in answer.GetProperty("models").EnumerateArray().Take(within))
        {
            page.Should().Contain($">{Math.Round(Number(model, "n")):#,0}<").And.Contain($"{Math.Round(Number(model, "low")):#,0} to ");
        }

        static string[] Dots(string page, string caption) => page[page.IndexOf($"<h3>{caption}", StringComparison.Ordinal)..]
            .Split("</figure>")[0].Split("<line class=\"dot\" x1=\"").Skip(1).Select(dot => dot.Split('"')[0]).ToArray();
    }

    [Fact]
    public void A_page_goes_where_it_is_told_and_nothing_else_does()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string file = Path.Combine(folder, "page.html");
        Tool.Run(Three, "unseen", "-", "--format", "html", "--out", file).Output.Should().BeEmpty();
        File.ReadAllText(file).Should().StartWith("<!DOCTYPE html>").And.EndWith("</html>\n");
        Directory.Delete(folder, true);
        Tool.Run(Three, "unseen", "-", "--out", file).Error.Should().Contain("--out is for --format html.");
    }

    private static JsonElement Json(ToolResult result)
    {
        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
