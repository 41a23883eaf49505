using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

public class TerminalStreamTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Data_is_shown_the_same_wherever_its_bytes_are_cut()
    {
        byte[] data = Encoding.UTF8.GetBytes("a,\u001b[2J\u202e\r\nدير \u2068x\u2069,😀\r\n\rb\u009b\r");
        const string Shown = "a,\\u001b[2J\\u202e\r\nدير \\u2068x\\u2069,😀\r\n\\u000db\\u009b\\u000d";
        for (int cut = 0; cut <= data.Length; cut++)
        {
            ShownOf(data[..cut], data[cut..]).Should().Be(Shown);
        }

        ShownOf([.. data.Select(one => new[] { one })]).Should().Be(Shown);
    }

    [Fact]
    public void Json_is_still_the_same_json()
    {
        string text = string.Concat(Enumerable.Range(0, 0x3000).Select(code => (char)code));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(text, Relaxed);
        string shown = ShownOf(json);
        shown.Should().NotContainAny("\u009b", "\u200f", "\u202e", "\u2028", "\u2066", "\u2069");
        JsonSerializer.Deserialize<string>(shown).Should().Be(text);
    }

    [Fact]
    public void What_is_no_text_commands_nothing() => ShownOf([0x1b, 0x9b, 0xe2, 0x80]).Should().Be("\\u001b\ufffd\ufffd");

    private static string ShownOf(params byte[][] parts)
    {
        using var screen = new MemoryStream();
        using (var stream = new TerminalStream(screen))
        {
            foreach (byte[] part in parts)
            {
                stream.Write(part);
            }
        }

        return Encoding.UTF8.GetString(screen.ToArray());
    }
}
