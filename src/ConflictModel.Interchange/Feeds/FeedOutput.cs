using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>Writes rows whose cells know their columns to a CSV file: UTF-8 with line feeds.</summary>
internal sealed class FeedOutput : IDisposable
{
    private readonly CsvWriter writer;
    private readonly int[] order;
    private readonly string[] cells;
    private readonly bool neutralise;

    /// <summary>Starts a file on a stream, which stays open; its header and its row of tags are written at once.</summary>
    public FeedOutput(Stream stream, FeedColumns columns, ValueList<string> tags, bool neutralise)
    {
        this.neutralise = neutralise;
        order = columns.Order();
        cells = new string[columns.Count];
        writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. order.Select(columns.NameOf)]);
        if (!tags.IsEmpty)
        {
            writer.WriteHeader([.. tags, .. Enumerable.Repeat("", columns.Count - tags.Count)]);
        }
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
            writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(cells[column]) : cells[column]);
        }

        writer.EndRecord();
        Rows++;
    }

    public void Dispose() => writer.Dispose();
}
