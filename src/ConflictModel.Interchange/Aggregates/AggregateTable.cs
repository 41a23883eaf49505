using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>The result of an aggregation: its columns and rows, and what it left out.</summary>
/// <remarks>Equality is by content and order. Rows are sorted by their keys, numbers by value.</remarks>
public sealed record AggregateTable
{
    private static readonly string[] Figures = ["incidents", "low", "best", "high", "civilians", "side_a", "side_b", "unknown"];

    /// <summary>The names of the columns of <see cref="AggregateTableRow.Keys"/>.</summary>
    public required ValueList<string> KeyColumns { get; init; }

    /// <summary>The rows.</summary>
    public required ValueList<AggregateTableRow> Rows { get; init; }

    /// <summary>The rows of the file that were read and set aside.</summary>
    public required ReadCounts Counts { get; init; }

    /// <summary>How many events the filter left out wholly.</summary>
    public required long FilteredOut { get; init; }

    /// <summary>All columns: the keys, then incidents, low, best, high, civilians, side_a, side_b, unknown.</summary>
    public ValueList<string> Columns => [.. KeyColumns, .. Figures];

    /// <summary>Writes the table as CSV with a header; a missing figure is an empty cell. The stream stays open.</summary>
    public void WriteCsv(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using CsvWriter writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. Columns]);
        foreach (AggregateTableRow row in Rows)
        {
            foreach (string key in row.Keys)
            {
                writer.WriteField(key);
            }

            foreach (long? figure in FiguresOf(row))
            {
                writer.WriteField(figure);
            }

            writer.EndRecord();
        }
    }

    /// <summary>Writes the table as a JSON array of objects; a missing figure is null. The stream stays open.</summary>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach (AggregateTableRow row in Rows)
        {
            writer.WriteStartObject();
            for (int i = 0; i < row.Keys.Count; i++)
            {
                writer.WriteString(KeyColumns[i], row.Keys[i]);
            }

            long?[] figures = FiguresOf(row);
            for (int i = 0; i < figures.Length; i++)
            {
                if (figures[i] is { } figure)
                {
                    writer.WriteNumber(Figures[i], figure);
                }
                else
                {
                    writer.WriteNull(Figures[i]);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static long?[] FiguresOf(AggregateTableRow row) =>
        [row.Incidents, row.Low, row.Best, row.High, row.Civilians, row.SideA, row.SideB, row.Unknown];
}
