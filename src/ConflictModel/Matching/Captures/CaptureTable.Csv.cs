namespace ConflictModel.Matching;

public sealed partial record CaptureTable
{
    /// <summary>Reads a table of counts by pattern in CSV.</summary>
    /// <param name="reader">The text, from its header on. It is read to the end and left open.</param>
    /// <remarks>
    /// The header says which of two forms it is. With a column for each list and a last one for the count, a line has 1 for each list that
    /// these people are on and 0 for the others: <c>1,0,1,228</c>. With the two columns <c>lists,people</c>, a line names the lists, joined
    /// by a plus sign: <c>A+C,4</c>; the lists are in the order in which they are first named. Cells may be quoted. A pattern without a
    /// line has nobody.
    /// </remarks>
    /// <exception cref="CaptureFormatException">
    /// A line has too many or too few cells, a mark is neither 0 nor 1, a count is no whole number or negative, a pattern has two lines,
    /// one is of no list, or there are fewer than <see cref="MinLists"/> or more than <see cref="MaxLists"/> lists, or two of one name.
    /// </exception>
    public static CaptureTable Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new CaptureReader(reader).Read();
    }

    /// <summary>Writes the table in CSV, with a column for each list and one for the count, so that reading it gives an equal
    /// one.</summary>
    /// <param name="writer">Where the text goes. It is left open.</param>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Lists.Select(Quoted)));
        writer.Write(",people\n");
        foreach (Cell cell in Cells)
        {
            string marks = string.Join(',', Lists.Select(list => cell.Lists.Contains(list) ? '1' : '0'));
            writer.Write(FormattableString.Invariant($"{marks},{cell.People}\n"));
        }
    }

    // A byte order mark at the beginning of a file would be taken for none of a name's.
    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") || char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) || name[0] == '\uFEFF'
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;
}
