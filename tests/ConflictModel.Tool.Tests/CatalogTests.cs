using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public class CatalogTests
{
    [Theory]
    [InlineData("Deir Ezzor", "SY09")]
    [InlineData("Dayr az Zawr", "SY09")]
    [InlineData("دير الزور", "SY09")]
    [InlineData("Ar-Raqqa", "SY11")]
    [InlineData("Homs", "SY04")]
    public void A_spelling_of_a_governorate_is_matched(string text, string code)
    {
        JsonElement line = Ask("regions", text);
        line.GetProperty("text").GetString().Should().Be(text);
        line.GetProperty("result").GetString().Should().Be("match");
        line.GetProperty("matches")[0].GetProperty("pcode").GetString().Should().Be(code);
        line.GetProperty("matches")[0].GetProperty("rule").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Daesh")]
    [InlineData("Da'esh")]
    [InlineData("IS")]
    [InlineData("ISIL")]
    [InlineData("داعش")]
    [InlineData("الدولة الإسلامية")]
    public void Every_name_of_isis_is_matched(string text) =>
        Ask("actors", text).GetProperty("matches")[0].GetProperty("id").GetString().Should().Be("isis");

    [Fact]
    public void A_loose_name_is_ambiguous_and_lists_its_candidates()
    {
        JsonElement line = Ask("regions", "Damascus");
        line.GetProperty("result").GetString().Should().Be("ambiguous");
        line.GetProperty("matches").EnumerateArray().Select(m => m.GetProperty("pcode").GetString()).Should().Contain(["SY01", "SY03"]);
    }

    [Fact]
    public void What_nothing_is_called_has_no_match()
    {
        JsonElement line = Ask("regions", "Qwertyuiop");
        line.GetProperty("result").GetString().Should().Be("none");
        line.GetProperty("matches").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void A_dash_reads_lines() =>
        Tool.Run(Encoding.UTF8.GetBytes("Homs\nRaqqa\n"), "regions", "-", "--format", "json").Output.TrimEnd('\n').Split('\n')
            .Should().HaveCount(2);

    [Fact]
    public void Without_a_text_the_catalog_is_listed() =>
        Tool.Run("regions").Output.Should().Contain("(SY14)").And.Contain("(SY0901)");

    [Fact]
    public void A_report_names_its_records_in_the_language_asked_for() =>
        Tool.Run("report", "--lang", "ar", Tool.Sample).Output.Should().Contain("تنظيم الدولة الإسلامية");

    [Theory]
    [InlineData("regions", "Homs", "Homs: match: Homs, id homs, P-code SY04: ")]
    [InlineData("regions", "Deir ez-Zur", "Deir ez-Zur: none, near: Deir Ezzor, id deir-ezzor, P-code SY09; ")]
    [InlineData("actors", "IS", "IS: match: ISIS, id isis: ")]
    public void The_id_that_a_file_needs_stands_in_the_answer(string command, string text, string answer) =>
        Tool.Run(command, text).Output.Should().StartWith(answer);

    private static JsonElement Ask(string command, string text)
    {
        ToolResult result = Tool.Run(command, text, "--format", "json");
        result.ExitCode.Should().Be(0);
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
