using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public class DateTests
{
    [Theory]
    [InlineData("2024-07-03", 0, "2024-07-03", "2024-07-03", "dated", "dated")]
    [InlineData("2024-07-03?", 1, "2024-07-03", "2024-07-03", "dated", "dated")]
    [InlineData("2024-40", 2, "2024-01-01", "2024-06-30", "dated", "dated")]
    [InlineData("2024-37", 2, "2024-01-01", "2024-04-30", "dated", "dated")]
    [InlineData("2024-XX-XX", 1, "2024-01-01", "2024-12-31", "dated", "dated")]
    [InlineData("../2024", 1, null, "2024-12-31", "open", "dated")]
    [InlineData("/2024", 1, null, "2024-12-31", "unknown", "dated")]
    [InlineData("1985/", 1, "1985-01-01", null, "dated", "unknown")]
    [InlineData("1985/..", 1, "1985-01-01", null, "dated", "open")]
    [InlineData("Y170000002", 1, null, null, "dated", "dated")]
    public void A_date_is_explained(string text, int level, string? earliest, string? latest, string start, string end)
    {
        ToolResult result = Tool.Run("date", text, "--format", "json");
        result.ExitCode.Should().Be(0);
        JsonElement line = JsonDocument.Parse(result.Output).RootElement;
        line.EnumerateObject().Select(member => member.Name)
            .Should().Equal("text", "valid", "level", "earliest", "latest", "start", "end", "error");
        line.GetProperty("text").GetString().Should().Be(text);
        line.GetProperty("valid").GetBoolean().Should().BeTrue();
        line.GetProperty("level").GetInt32().Should().Be(level);
        line.GetProperty("earliest").GetString().Should().Be(earliest);
        line.GetProperty("latest").GetString().Should().Be(latest);
        line.GetProperty("start").GetString().Should().Be(start);
        line.GetProperty("end").GetString().Should().Be(end);
        line.GetProperty("error").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("1985/", "1985/: level 1, 1985-01-01 to unknown end\n")]
    [InlineData("1985/..", "1985/..: level 1, 1985-01-01 to open end\n")]
    [InlineData("/1985", "/1985: level 1, unknown start to 1985-12-31\n")]
    [InlineData("../1985", "../1985: level 1, open start to 1985-12-31\n")]
    [InlineData("Y170000002", "Y170000002: level 1, no earliest day to no latest day\n")]
    public void An_open_end_is_told_from_an_unknown_one(string text, string line) => Tool.Run("date", text).Output.Should().Be(line);

    [Theory]
    [InlineData("1985/open", "1985/open: not a date: at 5: an open end is written .. and not as a word\n")]
    [InlineData("unknown/1985", "unknown/1985: not a date: at 0: an unknown end is left empty, as in 2019/\n")]
    public void The_words_of_the_older_draft_get_a_hint(string text, string line)
    {
        ToolResult result = Tool.Run("date", text);
        result.ExitCode.Should().Be(1);
        result.Output.Should().Be(line);
    }

    [Fact]
    public void One_text_that_is_no_date_exits_1_and_the_others_are_still_explained()
    {
        ToolResult result = Tool.Run("date", "2024-13", "2024", "--format", "json");
        result.ExitCode.Should().Be(1);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(2);
        JsonElement bad = JsonDocument.Parse(lines[0]).RootElement;
        bad.GetProperty("valid").GetBoolean().Should().BeFalse();
        bad.GetProperty("level").ValueKind.Should().Be(JsonValueKind.Null);
        bad.GetProperty("start").ValueKind.Should().Be(JsonValueKind.Null);
        bad.GetProperty("error").GetString().Should().NotBeNullOrEmpty();
        JsonDocument.Parse(lines[1]).RootElement.GetProperty("valid").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void A_dash_reads_lines()
    {
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes("2024-40\n2024-02-29\n"), "date", "-");
        result.ExitCode.Should().Be(0);
        result.Output.Should().Be("2024-40: level 2, 2024-01-01 to 2024-06-30\n2024-02-29: level 0, 2024-02-29\n");
    }
}
