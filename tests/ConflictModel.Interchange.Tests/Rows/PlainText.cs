using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>CSV text of rows of four cells.</summary>
internal static class PlainText
{
    /// <summary>A part of some rows; each cell is in quotes or not, as it falls, or all are.</summary>
    public static PlainPart PartOf(string[][] rows, Random? random)
    {
        string ending = random?.Next(2) == 0 ? "\r\n" : "\n";
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Written)) + ending)));
        var part = new PlainPart(ColumnSet.Of(["a", "b", "c", "d"], out _)!, ',', text.Length);
        text.CopyTo(part.Buffer, 0);
        part.Fill(0, 0, text.Length);
        part.TryFindRows().Should().BeTrue();
        part.Go(0);
        return part;

        string Written(string cell) => random is null || random.Next(2) == 0 || cell.AsSpan().ContainsAny(",\"")
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }
}
