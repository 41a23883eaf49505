using System.Globalization;

namespace ConflictModel.Benchmarks.Interchange;

/// <summary>
/// A long file made by repeating a published one, each time under new ids. CONFLICTMODEL_GED gives the path of the published file, whose
/// first column is the id; the length in MB is CONFLICTMODEL_MB, 200 unless said.
/// </summary>
internal static class InterchangeFile
{
    /// <summary>What each repetition adds to the ids: more than any of UCDP's.</summary>
    private const long Step = 100_000_000;

    public static string Make()
    {
        string source = Environment.GetEnvironmentVariable("CONFLICTMODEL_GED")
            ?? throw new InvalidOperationException("CONFLICTMODEL_GED is not set: it is the path of a UCDP GED file.");
        string megabytes = Environment.GetEnvironmentVariable("CONFLICTMODEL_MB") ?? "200";
        long wanted = long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000;
        string path = Path.Combine(Path.GetTempPath(), $"conflictmodel-new-ids-{wanted / 1_000_000}.csv");
        if (!File.Exists(path))
        {
            byte[] text = File.ReadAllBytes(source);
            List<Range> rows = RowsOf(text);
            using FileStream file = File.Create(path);
            file.Write(text.AsSpan(rows[0]));
            for (long added = 0; file.Length < wanted; added += Step)
            {
                foreach (Range row in rows.Skip(1))
                {
                    ReadOnlySpan<byte> cells = text.AsSpan(row);
                    int end = cells.IndexOf((byte)',');
                    long id = long.Parse(cells[..end].Trim((byte)'"'), CultureInfo.InvariantCulture);
                    file.Write(System.Text.Encoding.ASCII.GetBytes((id + added).ToString(CultureInfo.InvariantCulture)));
                    file.Write(cells[end..]);
                }
            }
        }

        return path;
    }

    /// <summary>The rows of a file, header first, each with the end of its line. A row is good until the next.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Rows(Stream file)
    {
        byte[] buffer = new byte[1 << 20];
        int length = 0;
        while (true)
        {
            int count = file.Read(buffer.AsSpan(length));
            length += count;
            int start = 0;
            foreach (Range row in RowsOf(buffer.AsSpan(0, length)))
            {
                yield return buffer.AsMemory()[row];
                start = row.End.Value;
            }

            if (count == 0)
            {
                yield break;
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    /// <summary>The rows, header first, each with the end of its line. A line that ends within quotes goes on.</summary>
    private static List<Range> RowsOf(ReadOnlySpan<byte> text)
    {
        var rows = new List<Range>();
        bool isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == (byte)'"';
            if (text[i] == (byte)'\n' && !isQuoted)
            {
                rows.Add(start..(i + 1));
                start = i + 1;
            }
        }

        return rows;
    }
}
