using System.Text;

namespace ConflictModel.Interchange;

/// <summary>A file's text, unpacked and as UTF-8 whatever its encoding.</summary>
/// <param name="Text">The text, which remembers what was read of it.</param>
/// <param name="Head">Its beginning.</param>
/// <param name="Encoding">The encoding that the file is in; null if none was named and no byte order mark says it: then it is taken for
/// UTF-8.</param>
/// <param name="IsAsFile">Whether the file holds the text byte by byte: neither packed nor in another encoding.</param>
/// <param name="File">The file itself, where it can be read from any place, and where in it the text starts.</param>
internal sealed record TextInput(RewindStream Text, byte[] Head, Encoding? Encoding, bool IsAsFile, (FileStream Stream, long Start)? File)
{
    /// <summary>How much of a file's beginning tells what it is.</summary>
    private const int HeadBytes = 1 << 16;

    /// <summary>Whether it is JSON, by its first character.</summary>
    public bool IsJson
    {
        get
        {
            ReadOnlySpan<byte> text = Head;
            text = text.StartsWith(System.Text.Encoding.UTF8.Preamble) ? text[3..] : text;
            return text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        }
    }

    /// <summary>
    /// Its beginning, and where its first line is longer than that, so much that the line ends in it and something stands behind it.
    /// </summary>
    /// <param name="most">How many bytes are looked at, for a longer line is no row.</param>
    public byte[] HeadOfLines(int most)
    {
        byte[] head = Head;
        while (head.Length is >= HeadBytes and var length && length < most && !EndsLine(head))
        {
            head = HeadOf(Text, (int)Math.Min(most, 2L * length));
            if (head.Length == length)
            {
                break;
            }
        }

        return head;
    }

    /// <summary>What to say of bytes that are no characters.</summary>
    public string NotText => Encoding is null
        ? "not UTF-8; if the file is in another encoding, name it (ReadOptions.Encoding, --encoding)"
        : $"not {Encoding.WebName}";

    /// <summary>Opens a file to read it once, from its start to its end.</summary>
    public static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    /// <summary>Opens a file by its first bytes.</summary>
    /// <param name="input">The file, which the text's stream closes.</param>
    /// <param name="named">Its encoding; null for UTF-8. A byte order mark says better.</param>
    public static TextInput Open(Stream input, Encoding? named)
    {
        // What is derived from a file's stream may give other bytes than the file has.
        (FileStream, long)? file = input.GetType() == typeof(FileStream) && input.CanSeek ? ((FileStream)input, input.Position) : null;
        var text = new RewindStream(input);
        byte[] head = HeadOf(text);
        bool isAsFile = true;
        if (head is [0x1F, 0x8B, ..])
        {
            text.Remembers = false;
            isAsFile = false;
            text = new(new GzipMembers(text));
            head = HeadOf(text);
        }

        Encoding? encoding = OfMark(head) ?? named;
        if (encoding is null && head is [0, ..] or [_, 0, ..])
        {
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.Encoding,
                Reason = "The file holds the zero bytes of UTF-16 or UTF-32 and no byte order mark; "
                    + "name its encoding (ReadOptions.Encoding, --encoding).",
                Line = 1,
                Column = 1,
            });
        }

        if (encoding is not null && encoding.CodePage != System.Text.Encoding.UTF8.CodePage)
        {
            text.Remembers = false;
            isAsFile = false;
            text = new(new TranscodedStream(text, encoding));
            head = HeadOf(text);
        }

        return new(text, head, encoding, isAsFile, isAsFile ? file : null);
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => System.Text.Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => System.Text.Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode,
        [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Whether more of a text would not tell whether its lines are rows: its first one ends, with something behind it.</summary>
    private static bool EndsLine(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \t\r\n"u8);
        int end = text.IndexOf((byte)'\n');
        return end >= 0 && !text[end..].TrimStart(" \t\r\n"u8).IsEmpty;
    }

    private static byte[] HeadOf(RewindStream stream, int most = HeadBytes)
    {
        byte[] head = new byte[most];
        try
        {
            int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            stream.Rewind(0);
            return head[..length];
        }
        catch (InvalidDataException error)
        {
            throw new MalformedInputException(
                new() { Code = MalformationCode.Compression, Reason = error.Message, Line = 1, Column = 1 },
                error);
        }
    }
}
