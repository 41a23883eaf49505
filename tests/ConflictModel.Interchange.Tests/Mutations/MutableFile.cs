using System.IO.Compression;
using System.Text;

namespace ConflictModel.Interchange.Tests.Mutations;

/// <summary>A published file as cells, and the form in which they are written: what mutations change.</summary>
internal sealed class MutableFile
{
    public MutableFile(IEnumerable<string> columns, IEnumerable<string[]> rows) =>
        (Columns, Rows) = ([.. columns], [.. rows.Select(row => row.ToArray())]);

    public string[] Columns { get; set; }

    public List<string[]> Rows { get; }

    /// <summary>Rows between the names and the events: headings and tags, one cell a column.</summary>
    public List<string[]> RowsBelowNames { get; } = [];

    /// <summary>Lines above the names.</summary>
    public List<string> LinesAboveNames { get; } = [];

    public char Separator { get; set; } = ',';

    public string NewLine { get; set; } = "\n";

    public bool EndsWithNewLine { get; set; } = true;

    public Encoding Encoding { get; set; } = new UTF8Encoding(false);

    public bool HasMark { get; set; }

    public bool IsPacked { get; set; }

    /// <summary>What the caller has to state of the file.</summary>
    public ReadOptions Options { get; set; } = new() { Names = NameResolver.BuiltIn };

    /// <summary>Whether each cell says letter for letter what it said: not where a number is written otherwise and kept so.</summary>
    public bool KeepsCells { get; set; } = true;

    public string Text => string.Join(
        NewLine,
        [.. LinesAboveNames, .. RowsBelowNames.Prepend(Columns).Concat(Rows).Select(row => string.Join(Separator, row.Select(Cell)))])
        + (EndsWithNewLine ? NewLine : "");

    /// <summary>Writes other text into the cells of a column, if the file has it.</summary>
    public void Change(string column, Func<string, string> change)
    {
        int index = Array.FindIndex(Columns, name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase));
        foreach (string[] row in index < 0 ? [] : Rows)
        {
            row[index] = change(row[index]);
        }
    }

    public Stream Open()
    {
        byte[] file = [.. HasMark ? Mark() : [], .. Encoding.GetBytes(Text)];
        if (!IsPacked)
        {
            return new MemoryStream(file);
        }

        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(file);
        }

        packed.Position = 0;
        return packed;
    }

    private byte[] Mark() => Encoding is UTF8Encoding ? Encoding.UTF8.GetPreamble() : Encoding.GetPreamble();

    private string Cell(string text) => text.AsSpan().ContainsAny([Separator, '"', '\r', '\n'])
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
