using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

public class ScreenTextTests
{
    [Theory]
    [InlineData("Homs", 4, "Homs")]
    [InlineData("Homs", 3, "Ho…")]
    [InlineData("a bc", 3, "a…")]
    [InlineData("دَيْر", 3, "دَيْر")]
    [InlineData("دَيْر", 2, "دَ…")]
    [InlineData("大馬士革", 5, "大馬…")]
    [InlineData("大馬士革", 4, "大…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    public void A_text_is_shortened_by_cells_and_never_within_a_letter(string text, int width, string shortened) =>
        ScreenText.Shortened(text, width).Should().Be(shortened);

    [Theory]
    [InlineData("one two three", 7, "one two", "  three")]
    [InlineData("one two three", 9, "one two", "  three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one /tallies/0/report", 8, "one", "  /talli", "  es/0/r", "  eport")]
    [InlineData("/tallies/0 x", 8, "/tallies", "  /0 x")]
    [InlineData("a\u001b[31mb", 20, @"a\u001b[31mb")]
    [InlineData("", 8, "")]
    public void A_line_breaks_between_words(string text, int width, params string[] lines) => Wrapped(text, width).Should().Equal(lines);

    [Fact]
    public void Nothing_is_lost_where_lines_break_and_no_line_is_too_wide()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "ab1 د大"[random.Next(6)]));
            int width = random.Next(5, 30);
            string[] lines = Wrapped(text, width);
            lines.Should().OnlyContain(line => ScreenText.WidthOf(line) <= width);
            string.Concat(lines).Replace(" ", "").Should().Be(text.Replace(" ", ""));
        }
    }

    [Fact]
    public void Where_there_is_no_width_a_line_is_as_it_is()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteWrapped(new string('x', 300) + "\t", null);
        writer.ToString().Should().Be(new string('x', 300) + "\t\n");
    }

    [Theory]
    [InlineData("a\u001b[2Jb", @"a\u001b[2Jb")]
    [InlineData("a\rb\0\u007f\u009b", @"a\u000db\u0000\u007f\u009b")]
    [InlineData("user\u202egnp.exe", @"user\u202egnp.exe")]
    [InlineData("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067", @"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067")]
    [InlineData("a\u2028b\u2029\u2068c\u2069", @"a\u2028b\u2029\u2068c\u2069")]
    [InlineData("a\tb\nc\r\n", "a\tb\nc\r\n")]
    [InlineData("دير الزور é 大 😀", "دير الزور é 大 😀")]
    public void What_commands_a_terminal_or_turns_a_text_around_is_shown_and_all_else_stands(string text, string visible) =>
        ScreenText.Visible(text).Should().Be(visible);

    [Theory]
    [InlineData("a \u2068x\u2069: 4", "a \u2068x\u2069: 4")]
    [InlineData("\u2068a \u2068b\u2069\u2069", "\u2068a \u2068b\u2069\u2069")]
    [InlineData("\u2068a", @"\u2068a")]
    [InlineData("a\u2069 \u2068b\u2069", "a\\u2069 \u2068b\u2069")]
    [InlineData("\u2068a\nb\u2069", "\\u2068a\nb\\u2069")]
    [InlineData("\u2068a\u2067b\u2069 c\u2069", "\u2068a\\u2067b\\u2069 c\u2069")]
    public void Of_isolates_only_those_stay_that_end_in_their_line(string text, string visible) =>
        ScreenText.Visible(text, keepsIsolates: true).Should().Be(visible);

    [Fact]
    public void A_text_cannot_end_the_isolate_that_it_stands_in() =>
        ScreenText.Isolated("حمص\u2069 x").Should().Be("\u2068حمص\\u2069 x\u2069");

    private static string[] Wrapped(string text, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteWrapped(text, width);
        return writer.ToString()[..^1].Split('\n');
    }
}
