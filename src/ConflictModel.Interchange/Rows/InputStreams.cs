namespace ConflictModel.Interchange;

/// <summary>Opens a file by its first bytes: gzip is unpacked, UTF-16 and UTF-32 are refused by name.</summary>
internal static class InputStreams
{
    /// <summary>How much of a file's beginning tells what it is.</summary>
    private const int HeadBytes = 1 << 16;

    /// <summary>Opens a file to read it once, from its start to its end.</summary>
    public static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    /// <summary>The text of a file, which remembers what was read of it, and its beginning.</summary>
    public static (RewindStream Text, byte[] Head) Open(Stream input)
    {
        var text = new RewindStream(input);
        byte[] head = Head(text);
        if (head is [0x1F, 0x8B, ..])
        {
            text.Remembers = false;
            text = new(new GzipMembers(text));
            head = Unpacked(text);
        }

        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, ..] or [_, 0, ..])
        {
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.Encoding,
                Reason = "The file is UTF-16 or UTF-32; only UTF-8 is read.",
                Line = 1,
                Column = 1,
            });
        }

        return (text, head);
    }

    private static byte[] Unpacked(RewindStream text)
    {
        try
        {
            return Head(text);
        }
        catch (InvalidDataException error)
        {
            throw new MalformedInputException(
                new() { Code = MalformationCode.Compression, Reason = error.Message, Line = 1, Column = 1 },
                error);
        }
    }

    private static byte[] Head(RewindStream stream)
    {
        byte[] head = new byte[HeadBytes];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Rewind(0);
        return head[..length];
    }
}
