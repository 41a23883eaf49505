using System.Text;
using CsCheck;
using NodaTime;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>What is read of a cell at once is what is read of it with all that can be said of it, or a doubt.</summary>
public class PlainCellsTests
{
    private static readonly string[] Texts =
    [
        "", "0", "1", "2", "7", "8", "12", "250", "123456789", "1234567890", "999999999999", "3.0", "1e+05", "1,250", " 4", "-1", "NA",
        "NULL",
        "TRUE", "true", ":", "/", "5x", "x5", "2016-01-31", "2016-02-30", "2016-01-31 00:00:00.000", "2016-01-31x",
        "2016/01-31", "2016-01/31", "2o16-01-31", "2016-01-3x", "2016-03-01", "1899-12-31", "9999-12-31", "03 July 2024",
        "03/07/2024", "0016-01-03", "34.802462", "-34.8", "90", "90.0", "90.1", "89.999999", "180", "-179.5", "34.", ".5", "-",
        "1.2.3", "12e1",
        "0034.5", "\"\"", "a \"b\"", "４",
    ];

    [Fact]
    public void A_cell_says_the_same_in_either_reading_or_leaves_a_doubt() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            string[] row = random.GetItems(Texts, 4);
            PlainPart part = PartOf([row], random);
            for (int column = -1; column < row.Length; column++)
            {
                Holds(part, column, static (ref cells, column) => cells.Count(column), static (row, column) => row.Count(column) ?? -1);
                Holds(
                    part,
                    column,
                    static (ref cells, column) => cells.Code(column, 7),
                    static (row, column) => (byte)row.Code(column, 7, "code"));
                Holds(part, column, static (ref cells, column) => cells.Days(column, 3), static (row, column) => InOrder(row, column, 3));
                Holds(
                    part,
                    column,
                    static (ref cells, column) => cells.Flag(column),
                    static (row, column) => GedKeys.ActiveYear(CellText.Flag(row[column])));
                Holds(
                    part,
                    column,
                    static (ref cells, column) =>
                    {
                        cells.Point(column, 3);
                        return true;
                    },
                    static (row, column) =>
                    {
                        row.Point(column, 3);
                        return true;
                    });
                if (part.CellsOf(0).IdKey(column) is { } key)
                {
                    key.Should().Be(IdLedger.KeyOf(CellText.Id(part.Row[column])));
                }
            }
        },
        iter: 2000);

    [Theory]
    [InlineData("0", "7", "2016-01-31", "34.802462")]
    [InlineData("", "", "", "")]
    [InlineData("12345678", "1", "2016-02-29 00:00:00.000", "-89.999999")]
    public void The_forms_of_nearly_all_cells_leave_none(string count, string code, string day, string degrees)
    {
        PlainCells cells = PartOf([[count, code, day, degrees]], new(1)).CellsOf(0);
        cells.Count(0);
        cells.Code(1, 7);
        cells.Flag(-1);
        cells.Days(2, 2);
        cells.Point(3, 3);
        cells.IsDoubtful.Should().BeFalse();
    }

    [Fact]
    public void Cells_have_one_number_where_they_are_written_alike_and_only_there() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            string[] texts = ["a", "b", "ab", "", "a,b", "\"", $"a text longer than the others, {random.Next(3)}"];
            string[][] rows = [.. Enumerable.Range(0, 300).Select(_ => random.GetItems(texts, 4))];
            PlainPart part = PartOf(rows, null);
            CellNumbers numbers = new();
            Dictionary<string, int> expected = [];
            CellRuns three = new(3, -1, 0, 1);
            CellRuns two = new(0, 1);
            for (int number = 0; number < rows.Length; number++)
            {
                bool isTwo = random.Next(2) == 0;
                string[] row = rows[number];
                string key = string.Join('\0', isTwo ? [row[0], row[1]] : (string[])[row[0], row[1], row[3]]);
                expected.TryAdd(key, expected.Count);
                numbers.Of(part.CellsOf(number), isTwo ? two : three).Should().Be(expected[key]);
            }
        },
        iter: 20);

    private static (LocalDate, LocalDate)? InOrder(Row row, int one, int other) =>
        row.Day(one) is { } first && row.Day(other) is { } last ? first <= last ? (first, last) : (last, first) : null;

    private delegate T Reading<T>(ref PlainCells cells, int column);

    private static void Holds<T>(PlainPart part, int column, Reading<T> plain, Func<Row, int, T> whole)
    {
        part.Go(0);
        PlainCells cells = part.CellsOf(0);
        T said = plain(ref cells, column);
        if (!cells.IsDoubtful)
        {
            whole(part.Row, column).Should().Be(said);
            part.Row.Fault.Should().BeNull();
            part.Row.IsEarly.Should().BeFalse();
        }
    }

    /// <summary>A part of some rows; each cell is in quotes or not, as it falls, or all are.</summary>
    private static PlainPart PartOf(string[][] rows, Random? random)
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
