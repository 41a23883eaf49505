using System.Text;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>Changes an input a little: its bytes, its words, or by pieces of other inputs.</summary>
internal static class Mutator
{
    /// <summary>Inputs don't grow beyond this by repetition.</summary>
    private const int MaxLength = 1 << 16;

    private static readonly byte[][] Telling =
    [
        .. new[]
        {
            "", "0", "-0", "-1", "1", "00", "007", "1.0", "1e3", "1e400", "-1e-400", "0.1", "1,000", "NaN", "Infinity", "2147483647",
            "2147483648", "-2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "1000000000000", "1000000000001", "99999999999999999999999999", "null", "true", "false", "NULL", "N/A", "[]", "{}", "[", "]",
            "{", "}", "\"", "\"\"", ",", ";", ":", "\t", "\n", "\r\n", "\r", " ", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", "\0",
            "\u007f", "\u0085", "\u00a0", "\u200f", "\u2028", "\ufeff", "\u0661\u0662\u0663", "\u06f4", "\u2212", "\u2013",
            "\u0130\u0131", "\ud83d\ude00", "e\u0301", "\u0627\u0644", "2024-02-30", "2024-02-29", "2023-02-29", "0000", "-9999",
            "9999-12-31", "10000-01-01", "Y170000002", "XXXX", "2024-24", "2024-XX-1X", "../2024", "2024/..", "..", "?", "~", "%", "+",
            "-", "/", "|", "*", "#", "=", "'", "$", "&", "^", "@", "(", ")", "<", ">", "=1+1", "nearly", "about", "dozens",
            "hundreds of", "at least", "between", "and", "to", "no", "one", "en", "ar", "id", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "1.4", "1.5", "2.0", "#date", "#affected+killed", "sep=;", "Point", "coordinates", "data", "Result", "timestamp",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF, 0xFE], [0xFE, 0xFF, 0, 0x30],
        [0x1F, 0x8B, 8, 0],
    ];

    public static byte[] Mutate(Chance chance, byte[][] seeds)
    {
        List<byte> input = [.. chance.Of(seeds)];
        do
        {
            Change(chance, input, seeds);
        }
        while (chance.Below(3) != 0);

        return [.. input];
    }

    private static void Change(Chance chance, List<byte> input, byte[][] seeds)
    {
        (int start, int end) = chance.Below(2) == 0 ? Word(chance, input) : Stretch(chance, input);
        switch (chance.Below(10))
        {
            case 0 when input.Count > 0:
                input[chance.Below(input.Count)] ^= (byte)(1 << chance.Below(8));
                break;
            case 1 when input.Count > 0:
                input[chance.Below(input.Count)] = (byte)chance.Below(256);
                break;
            case 2:
                input.InsertRange(start, chance.Of(Telling));
                break;
            case 3 or 4:
                Replace(input, start, end, chance.Of(Telling));
                break;
            case 5:
                Replace(input, start, end, []);
                break;
            case 6:
                // Once more, or very often: what nests or is long.
                byte[] again = [.. input[start..end]];
                int times = chance.Below(8) == 0 ? chance.Below(600) : 1;
                for (int i = 0; i < times && input.Count + again.Length <= MaxLength; i++)
                {
                    input.InsertRange(start, again);
                }

                break;
            case 7:
                Replace(input, start, end, Piece(chance, chance.Of(seeds)));
                break;
            case 8:
                Replace(input, start, end, Piece(chance, [.. input]));
                break;
            default:
                // The one's beginning and the other's end.
                byte[] other = chance.Of(seeds);
                int cut = chance.Below(other.Length + 1);
                Replace(input, start, input.Count, other[cut..Math.Min(other.Length, cut + MaxLength)]);
                break;
        }
    }

    private static byte[] Piece(Chance chance, byte[] from)
    {
        (int start, int end) = chance.Below(4) == 0 ? Stretch(chance, from) : Word(chance, from);
        return from[start..end];
    }

    private static (int Start, int End) Stretch(Chance chance, IReadOnlyList<byte> input)
    {
        int start = chance.Below(input.Count + 1);
        return (start, start + chance.Below(Math.Min(input.Count - start, 40) + 1));
    }

    /// <summary>A run of letters and digits, or one character that is neither.</summary>
    private static (int Start, int End) Word(Chance chance, IReadOnlyList<byte> input)
    {
        if (input.Count == 0)
        {
            return (0, 0);
        }

        int start = chance.Below(input.Count);
        int end = start + 1;
        if (IsWord(input[start]))
        {
            while (start > 0 && IsWord(input[start - 1]))
            {
                start--;
            }

            while (end < input.Count && IsWord(input[end]))
            {
                end++;
            }
        }

        return (start, end);
    }

    private static bool IsWord(byte letter) =>
        letter >= 0x80 || char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'_' or (byte)'-' or (byte)'.';

    private static void Replace(List<byte> input, int start, int end, byte[] by)
    {
        input.RemoveRange(start, end - start);
        input.InsertRange(start, by);
    }
}
