namespace ConflictModel.Parquet;

/// <summary>A Parquet file can't be read as incidents: it is damaged, or its columns or cells are not what they should be.</summary>
public sealed class ParquetFormatException : FormatException
{
    /// <summary>Something is wrong with a file.</summary>
    /// <param name="message">What is wrong, as a sentence without its end.</param>
    /// <param name="file">The file, or what stands for it.</param>
    /// <param name="column">The column; null where it is about none.</param>
    /// <param name="rowGroup">The row group, from 0; null where it is about none.</param>
    /// <param name="inner">What was thrown below; null if nothing was.</param>
    public ParquetFormatException(
        string message, string file, string? column = null, int? rowGroup = null, Exception? inner = null)
        : base(
            FormattableString.Invariant(
                $"{file}{(rowGroup is { } at ? $", row group {at}" : "")}{(column is null ? "" : $", column {column}")}: {message}."),
            inner) => (File, Column, RowGroup) = (file, column, rowGroup);

    /// <summary>The file, or what stands for it.</summary>
    public string File { get; }

    /// <summary>The column; null where it is about none.</summary>
    public string? Column { get; }

    /// <summary>The row group, from 0; null where it is about none.</summary>
    public int? RowGroup { get; }
}
