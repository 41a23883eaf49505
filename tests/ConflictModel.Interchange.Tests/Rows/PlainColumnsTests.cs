using System.Text;
using CsCheck;
using NodaTime;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>What is read of a cell at once is what is read of it with all that can be said of it, or a doubt.</summary>
public class PlainColumnsTests
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
            PlainPart part = PlainText.PartOf([row, row], random);
            ulong?[] keys = new ulong?[2];
            for (int column = -1; column < row.Length; column++)
            {
                Holds<long>(
                    part,
                    column,
                    static (columns, column, counts) => columns.Counts(column, counts),
                    static (row, column) => row.Count(column) ?? -1);
                Holds<int>(
                    part,
                    column,
                    static (columns, column, codes) => columns.Codes(column, [0, 1, 2, 3, 4, 5, 6, 7], codes),
                    static (row, column) => row.Code(column, 7, "code"));
                Holds<bool>(
                    part,
                    column,
                    static (columns, column, _) => columns.Codes(column, 7),
                    static (row, column) => row.Code(column, 7, "code") > 7);
                Holds<LocalDate?>(
                    part,
                    column,
                    static (columns, column, days) => columns.Days(column, 3, days, new LocalDate?[2]),
                    static (row, column) => InOrder(row, column, 3)?.First);
                Holds<LocalDate?>(
                    part,
                    column,
                    static (columns, column, days) => columns.Days(column, 3, new LocalDate?[2], days),
                    static (row, column) => InOrder(row, column, 3)?.Last);
                Holds<Truth>(
                    part,
                    column,
                    static (columns, column, flags) => columns.Flags(column, flags),
                    static (row, column) => GedKeys.ActiveYear(CellText.Flag(row[column])));
                Holds<bool>(
                    part,
                    column,
                    static (columns, column, _) => columns.Points(column, 3),
                    static (row, column) => row.Point(column, 3) is null && row.Fault is not null);
                bool[] doubts = new bool[2];
                part.ColumnsInto(doubts).IdKeys(column, keys);
                doubts.Should().Equal(false, false);
                if (keys[1] is { } key)
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
        bool[] doubts = new bool[3];
        PlainPart part = PlainText.PartOf([.. Enumerable.Repeat<string[]>([count, code, day, degrees], 3)], new(1));
        PlainColumns columns = part.ColumnsInto(doubts);
        columns.Counts(0, new long[3]);
        columns.Codes<byte>(1, [0, 1, 2, 3, 4, 5, 6, 7], new byte[3]);
        columns.Codes(1, 7);
        columns.Flags(-1, new Truth[3]);
        columns.Days(2, 2, new LocalDate?[3], new LocalDate?[3]);
        columns.Points(3, 3);
        doubts.Should().Equal(false, false, false);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("214797", true)]
    [InlineData("9876543210", true)]
    [InlineData("98765432101", false)]
    [InlineData("0214797", false)]
    [InlineData("SYR12", false)]
    [InlineData("", false)]
    public void An_id_that_is_a_short_number_is_known_by_it(string id, bool isKnown)
    {
        ulong?[] keys = new ulong?[1];
        PlainText.PartOf([[id, "", "", ""]], null).ColumnsInto(new bool[1]).IdKeys(0, keys);
        keys[0].Should().Be(isKnown ? IdLedger.KeyOf(Encoding.UTF8.GetBytes(id)) : null);
    }

    [Fact]
    public void Days_are_each_rows_own()
    {
        string[] days =
        [
            new('\0', 10), "2016-01-31", "2016-01-31", "2016-02-01", "2016-01-31", "2016-01-31T00:00", "", "2016-01-30",
        ];
        bool[] doubts = new bool[days.Length];
        var first = new LocalDate?[days.Length];
        var last = new LocalDate?[days.Length];
        PlainText.PartOf([.. days.Select(day => (string[])[day, "2016-01-31", "", ""])], null).ColumnsInto(doubts).Days(0, 1, first, last);
        doubts.Should().Equal(days.Select(day => day.StartsWith('\0')));
        LocalDate january = new(2016, 1, 31);
        first.Should().Equal(null, january, january, january, january, january, null, new LocalDate(2016, 1, 30));
        last.Should().Equal(null, january, january, new LocalDate(2016, 2, 1), january, january, null, january);
    }

    private static (LocalDate First, LocalDate Last)? InOrder(Row row, int one, int other) =>
        row.Day(one) is { } first && row.Day(other) is { } last ? first <= last ? (first, last) : (last, first) : null;

    private delegate void Reading<T>(PlainColumns columns, int column, Span<T> said);

    /// <summary>Holds what is said of a part of two rows that are alike.</summary>
    private static void Holds<T>(PlainPart part, int column, Reading<T> plain, Func<Row, int, T> whole)
    {
        bool[] doubts = new bool[2];
        var said = new T[2];
        plain(part.ColumnsInto(doubts), column, said);
        doubts[1].Should().Be(doubts[0]);
        part.Go(1);
        if (!doubts[1])
        {
            T expected = whole(part.Row, column);
            said.Should().Equal(expected, expected);
            part.Row.Fault.Should().BeNull();
            part.Row.IsEarly.Should().BeFalse();
        }
    }
}
