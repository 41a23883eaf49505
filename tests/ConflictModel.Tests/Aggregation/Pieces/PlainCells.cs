using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Time;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Plain tables as text, to look at and to compare.</summary>
internal static class PlainCells
{
    /// <summary>The rows, each as <c>column=cell</c> for the cells that are not null.</summary>
    public static List<string> Of(PlainTable table, Func<string, bool>? isAsked = null) =>
    [
        .. Enumerable.Range(0, table.Rows).Select(row => string.Join(
            ' ',
            table.Schema.Columns
                .Select((column, i) => (column.Name, Cell: Cell(table, i, row)))
                .Where(cell => cell.Cell is not null && isAsked?.Invoke(cell.Name) != false)
                .Select(cell => $"{cell.Name}={cell.Cell}"))),
    ];

    public static string? Cell(PlainTable table, int column, int row) => table.Schema.Columns[column].Type switch
    {
        PlainType.Text => table.TextAt(column, row),
        PlainType.Day => table.NumberAt(column, row) is { } day ? Days.ToDate(day)!.Value.ToString("uuuu-MM-dd", null) : null,
        _ => table.NumberAt(column, row)?.ToString(CultureInfo.InvariantCulture),
    };
}
