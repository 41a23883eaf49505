namespace ConflictModel.Aggregation;

/// <summary>Plain tables are not what <see cref="PieceSchema"/> says: a column is missing, or a cell can't be what it stands for.</summary>
public sealed class PieceFormatException : FormatException
{
    /// <summary>Something is wrong with a table, or with a cell of it.</summary>
    /// <param name="message">What is wrong, as a sentence without its end.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column; null where it is about none.</param>
    /// <param name="row">The row, from 0; null where it is about none.</param>
    public PieceFormatException(string message, string table, string? column = null, int? row = null)
        : base(FormattableString.Invariant(
            $"{table}{(column is null ? "" : $".{column}")}{(row is { } at ? $", row {at + 1L}" : "")}: {message}.")) =>
        (Reason, Table, Column, Row) = (message, table, column, row);

    /// <summary>What is wrong, without saying where.</summary>
    public string Reason { get; }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The column; null where it is about none.</summary>
    public string? Column { get; }

    /// <summary>The row, from 0; null where it is about none.</summary>
    public int? Row { get; }
}
