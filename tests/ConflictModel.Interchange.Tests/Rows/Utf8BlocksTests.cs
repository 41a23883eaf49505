using System.Text;
using System.Text.Unicode;

namespace ConflictModel.Interchange.Tests.Rows;

public class Utf8BlocksTests
{
    private const int Length = 192;

    [Fact]
    public void Letters_of_any_length_are_valid_wherever_a_block_ends()
    {
        foreach (string letter in (string[])["\u0080", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0010FFFF"])
        {
            for (int at = 0; at < 140; at++)
            {
                byte[] text = Text();
                Encoding.UTF8.GetBytes(letter).CopyTo(text, at);
                IsValid(text).Should().BeTrue($"{letter} may stand at {at}");
            }
        }
    }

    [Fact]
    public void Two_and_three_bytes_of_every_value_are_valid_where_the_framework_says_so()
    {
        for (int first = 0x80; first < 0x100; first++)
        {
            for (int second = 0; second < 0x100; second++)
            {
                foreach (byte third in (byte[])[0x41, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xF0])
                {
                    byte[] text = Text();
                    ((byte[])[(byte)first, (byte)second, third]).CopyTo(text, 62);
                    IsValid(text).Should().Be(Utf8.IsValid(text), $"{first:X2} {second:X2} {third:X2}");
                }
            }
        }
    }

    [Fact]
    public void Bytes_at_random_are_valid_where_the_framework_says_so()
    {
        Random random = new(1);
        byte[] often = [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF];
        int valid = 0;
        for (int round = 0; round < 200_000; round++)
        {
            byte[] text = Text();
            int at = random.Next(0, 140);
            for (int i = 0; i < random.Next(1, 6); i++)
            {
                text[at + i] = often[random.Next(often.Length)];
            }

            bool expected = Utf8.IsValid(text);
            valid += expected ? 1 : 0;
            IsValid(text).Should().Be(expected, Convert.ToHexString(text.AsSpan(at, 6)));
        }

        valid.Should().BeGreaterThan(1000);
    }

    private static byte[] Text()
    {
        byte[] text = new byte[Length];
        Array.Fill(text, (byte)'a');
        return text;
    }

    private static bool IsValid(byte[] text) => Utf8Blocks.AreValid(text, [0, 64, 128]);
}
