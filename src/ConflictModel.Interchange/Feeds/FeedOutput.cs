namespace ConflictModel.Interchange;

/// <summary>Writes rows whose cells know their columns to a CSV file: UTF-8 with line feeds.</summary>
internal sealed class FeedOutput : IDisposable
{
    private readonly CsvRecords csv;
    private readonly int[] order;
    private readonly string[] cells;

    /// <summary>Starts a file on a stream, which stays open; its header and its row of tags are written at once.</summary>
    public FeedOutput(Stream stream, FeedColumns columns, ValueList<string> tags, bool neutralise)
    {
        order = columns.Order();
        cells = new string[columns.Count];
        ValueList<string> row = tags.IsEmpty ? [] : [.. tags, .. Enumerable.Repeat("", columns.Count - tags.Count)];
        csv = new(stream, order.Select(columns.NameOf), neutralise, row);
    }

    /// <summary>How many rows were written.</summary>
    public long Rows { get; private set; }

    public void Write((int Column, string Text)[] row)
    {
        Array.Fill(cells, "");
        foreach ((int column, string text) in row)
        {
            cells[column] = text;
        }

        foreach (int column in order)
        {
            csv.Write(cells[column]);
        }

        csv.EndRecord();
        Rows++;
    }

    public void Dispose() => csv.Dispose();
}
