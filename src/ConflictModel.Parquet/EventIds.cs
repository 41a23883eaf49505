using ConflictModel.Aggregation;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>The ids of the events that rows of files count.</summary>
internal static class EventIds
{
    /// <summary>The column that they stand in.</summary>
    public const string Column = "event";

    /// <summary>Whether a file has any.</summary>
    /// <exception cref="ParquetFormatException">They are no texts.</exception>
    public static bool AreIn(PiecesFile file)
    {
        int column = file.Schema.IndexOf(Column);
        return column < 0 || file.Schema.Columns[column].Type == PlainType.Text
            ? column >= 0 && file.Groups.Any(rows => rows > 0)
            : throw file.Error("the column does not hold text", Column);
    }

    /// <summary>Gives the ids of files to somebody, each as often as it is counted, in order, with the file that it stands in.</summary>
    /// <exception cref="ParquetFormatException">They can't be read.</exception>
    public static void Read(IReadOnlyList<PiecesFile> files, Action<PiecesFile, ReadOnlySpan<byte>> take)
    {
        foreach (PiecesFile file in files)
        {
            for (int group = 0; group < file.Groups.Count; group++)
            {
                Read(file, group, take);
            }
        }
    }

    private static unsafe void Read(PiecesFile file, int group, Action<PiecesFile, ReadOnlySpan<byte>> take)
    {
        bool[]? isFirst = Firsts(file, group);
        int rows = file.Groups[group];
        int column = file.Schema.IndexOf(Column);
        using PiecesFile.OpenColumn open = file.Open(group, column);
        try
        {
            CellBatches<ByteArray> batches = new(open.Texts, file.Schema.Columns[column].IsNullable, rows);
            for (int done = 0; done < rows; done += batches.Rows)
            {
                batches.Read(done);
                ReadOnlySpan<ByteArray> ids = batches.Values;
                for (int row = 0; row < batches.Rows; row++)
                {
                    if (batches.PlaceOf(row) is >= 0 and var place && (isFirst is null || isFirst[done + row]))
                    {
                        take(file, new((void*)ids[place].Pointer, ids[place].Length));
                    }
                }
            }

            batches.Dispose();
            open.IsDone = true;
        }
        catch (Exception error) when (PiecesFile.IsOfFile(error))
        {
            throw file.Refusal(error, Column, group);
        }
    }

    /// <summary>Which rows count their event; null for all.</summary>
    private static bool[]? Firsts(PiecesFile file, int group)
    {
        int column = file.Schema.IndexOf("first");
        if (column < 0 || file.RangeOf(group, column) is (1, 1))
        {
            return null;
        }

        PiecesPart part = new(file, [group]);
        long[] firsts = new long[part.Rows];
        part.ReadNumbers(column, 0, firsts, new bool[part.Rows]);
        return Array.ConvertAll(firsts, first => first != 0);
    }
}
