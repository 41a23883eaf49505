using ConflictModel.Aggregation;
using ParquetSharp;

namespace ConflictModel.Parquet.Tests;

/// <summary>Rows that are read without the others hold what they hold among them.</summary>
public sealed class TakenPiecesTests : IDisposable
{
    private const int Batch = 1 << 13;

    private static readonly int[] Groups = [3 * Batch + 5, 1, 2 * Batch];

    private readonly string path = Some.Scratch("cells.parquet");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Theory]
    [InlineData(true, 1 << 20, 1 << 20)]
    [InlineData(true, 1 << 20, 1 << 9)]
    [InlineData(true, 1 << 12, 1 << 10)]
    [InlineData(false, 0, 1 << 12)]
    public void Some_rows_hold_what_they_do_among_all(bool hasDictionary, int dictionaryBytes, int pageBytes)
    {
        // Nulls are among the rows, in all of them, and in none; texts recur, and beyond a point they do not, so that a dictionary that may
        // not grow ends there.
        string?[] texts = [.. Rows().Select(row => row % 7 == 3 ? null : row % 4 > 0 || row < Batch ? $"t{row % 97}" : $"own {row}")];
        string[] all = [.. Rows().Select(row => row % 5 == 0 ? "" : $"{row % 50}")];
        long?[] longs = [.. Rows().Select(row => row / 1000 % 3 == 0 ? row : row % 2 == 0 ? (long?)null : -row)];
        int?[] none = [.. Rows().Select(_ => (int?)null)];
        bool[] flags = [.. Rows().Select(row => row % 3 == 0)];
        Write(hasDictionary, dictionaryBytes, pageBytes, texts, all, longs, none, flags);
        using IdleReaders idle = new();
        using PiecesFile file = new(path, idle);
        PiecesPart part = new(file, [0, 1, 2]);
        foreach (int[] rows in Choices())
        {
            PlainTable some = part.Take(rows)!;
            some.Rows.Should().Be(rows.Length);
            some.Stretches.Sum(stretch => stretch.Rows).Should().Be(rows.Length);
            Texts(some, 0).Should().Equal(rows.Select(row => texts[row]));
            Texts(some, 1).Should().Equal(rows.Select(row => all[row]));
            Numbers(some, 2).Should().Equal(rows.Select(row => longs[row]));
            Numbers(some, 3).Should().Equal(rows.Select(row => (long?)none[row]));
            Numbers(some, 4).Should().Equal(rows.Select(row => (long?)(flags[row] ? 1 : 0)));
        }
    }

    [Fact]
    public void What_is_wrong_with_a_row_is_told_by_its_place_in_the_file()
    {
        Write(true, 1 << 20, 1 << 20, [.. Rows().Select(row => $"{row}")], [.. Rows().Select(_ => "")],
            [.. Rows().Select(row => (long?)row)], [.. Rows().Select(row => (int?)row)], [.. Rows().Select(_ => true)]);
        using IdleReaders idle = new();
        using PiecesFile file = new(path, idle);
        PlainTable some = new PiecesPart(file, [0, 2]).Take([5, Groups[0], Groups[0] + 9])!;
        var error = (ParquetFormatException)some.Locate(new("no", "pieces", "kind", 2));
        (error.RowGroup, error.Column).Should().Be((2, "kind"));
        error.Message.Should().Contain("row 10: no");
    }

    private static IEnumerable<int> Rows() => Enumerable.Range(0, Groups.Sum());

    private static IEnumerable<int[]> Choices()
    {
        int[] every = [.. Rows()];
        int[] edges = [0, 1, Batch - 1, Batch, Batch + 1, 2 * Batch, Groups[0] - 1, Groups[0], Groups[0] + 1, Groups[0] + 1 + Batch];
        yield return every;
        yield return [];
        yield return edges;
        yield return [Groups[0]];
        yield return [every[^1]];
        foreach (int row in edges)
        {
            yield return [row];
        }

        Random random = new(3);
        foreach (double share in (double[])[0.5, 0.03, 0.0003])
        {
            yield return [.. every.Where(_ => random.NextDouble() < share)];
        }
    }

    private static IEnumerable<string?> Texts(PlainTable table, int column)
    {
        int[] codes = new int[table.Rows];
        table.ReadCodes(column, 0, codes);
        return codes.Select(code => code < 0 ? null : table.TextsOf(column)[code]);
    }

    private static IEnumerable<long?> Numbers(PlainTable table, int column)
    {
        (long[] numbers, bool[] isKnown) = (new long[table.Rows], new bool[table.Rows]);
        table.ReadNumbers(column, 0, numbers, isKnown);
        return numbers.Select((number, row) => isKnown[row] ? number : (long?)null);
    }

    private void Write(
        bool hasDictionary, int dictionaryBytes, int pageBytes, string?[] texts, string[] all, long?[] longs, int?[] ints, bool[] flags)
    {
        using WriterPropertiesBuilder builder = new();
        // Where pages are compressed, one after another is unpacked into the same memory.
        builder.DataPagesize(pageBytes).Compression(Compression.Snappy);
        using WriterProperties properties =
            (hasDictionary ? builder.DictionaryPagesizeLimit(dictionaryBytes) : builder.DisableDictionary()).Build();
        using ParquetFileWriter writer = new(
            path, [new Column<string?>("kind"), new Column<string>("type"), new Column<long?>("killed_low"), new Column<int?>("pieces"),
                new Column<bool>("first")], properties);
        int start = 0;
        foreach (int rows in Groups)
        {
            using RowGroupWriter group = writer.AppendRowGroup();
            Next(texts);
            Next(all);
            Next(longs);
            Next(ints);
            Next(flags);
            start += rows;

            void Next<T>(T[] cells)
            {
                using LogicalColumnWriter<T> column = group.NextColumn().LogicalWriter<T>();
                column.WriteBatch(cells.AsSpan(start, rows));
            }
        }

        writer.Close();
    }
}
