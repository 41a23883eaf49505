using System.Runtime.InteropServices;
using ConflictModel.Aggregation;
using ParquetSharp;
using ParquetSharp.Schema;

namespace ConflictModel.Parquet;

/// <summary>Writes a plain table as a Parquet file.</summary>
internal static class PiecesWriter
{
    /// <summary>What a file says it was written by.</summary>
    public const string Name = "ConflictModel.Parquet";

    private const int GroupRows = 1 << 17;

    /// <param name="table">The table.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="cutRows">How many rows from the first on are of events that were cut, which stay whole in a row group each.</param>
    /// <param name="metadata">What the file says beside its columns.</param>
    public static void Write(PlainTable table, Stream stream, int cutRows, IReadOnlyDictionary<string, string> metadata)
    {
        using CountedStream counted = new(stream);
        counted.Run(() => WriteTo(counted, table, cutRows, metadata));
    }

    private static void WriteTo(Stream stream, PlainTable table, int cutRows, IReadOnlyDictionary<string, string> metadata)
    {
        using GroupNode schema = new(table.Schema.Name, Repetition.Required, [.. table.Schema.Columns.Select(NodeOf)]);
        using WriterPropertiesBuilder builder = new();
        builder.Compression(Compression.Snappy).CreatedBy(Name);
        if (table.Schema.IndexOf("event") >= 0)
        {
            // Hardly an id recurs.
            builder.DisableDictionary("event");
        }

        using WriterProperties properties = builder.Build();
        using ParquetFileWriter writer = new(stream, schema, properties, metadata, leaveOpen: true);
        foreach ((int start, int rows) in Groups(table, cutRows))
        {
            using RowGroupWriter group = writer.AppendRowGroup();
            for (int column = 0; column < table.Schema.Columns.Count; column++)
            {
                using ColumnWriter cells = group.NextColumn();
                switch (table.Schema.Columns[column].Type)
                {
                    case PlainType.Text: WriteTexts(table, column, start, rows, (ColumnWriter<ByteArray>)cells); break;
                    case PlainType.Integer: WriteNumbers(table, column, start, rows, (ColumnWriter<long>)cells, number => number); break;
                    case PlainType.Day: WriteNumbers(table, column, start, rows, (ColumnWriter<int>)cells, day => (int)day); break;
                    default: WriteNumbers(table, column, start, rows, (ColumnWriter<bool>)cells, flag => flag != 0); break;
                }
            }
        }

        writer.Close();
    }

    /// <summary>The row groups: those of events that were cut end where an event does.</summary>
    private static IEnumerable<(int Start, int Rows)> Groups(PlainTable table, int cutRows)
    {
        long[] pieces = new long[cutRows];
        if (cutRows > 0)
        {
            table.ReadNumbers(table.Schema.IndexOf("piece"), 0, pieces, new bool[cutRows]);
        }

        int start = 0;
        while (start < table.Rows)
        {
            int end = Math.Min(start + GroupRows, start < cutRows ? cutRows : table.Rows);
            while (end < cutRows && pieces[end] != 1)
            {
                end++;
            }

            yield return (start, end - start);
            start = end;
        }
    }

    private static Node NodeOf(PlainColumn column)
    {
        Repetition repetition = column.IsNullable ? Repetition.Optional : Repetition.Required;
        return column.Type switch
        {
            PlainType.Text => new PrimitiveNode(column.Name, repetition, LogicalType.String(), PhysicalType.ByteArray),
            PlainType.Integer => new PrimitiveNode(column.Name, repetition, LogicalType.Int(64, true), PhysicalType.Int64),
            PlainType.Day => new PrimitiveNode(column.Name, repetition, LogicalType.Date(), PhysicalType.Int32),
            _ => new PrimitiveNode(column.Name, repetition, LogicalType.None(), PhysicalType.Boolean),
        };
    }

    private static void WriteNumbers<T>(
        PlainTable table, int column, int start, int rows, ColumnWriter<T> writer, Func<long, T> convert)
        where T : unmanaged
    {
        long[] numbers = new long[rows];
        bool[] isKnown = new bool[rows];
        table.ReadNumbers(column, start, numbers, isKnown);
        var values = new T[rows];
        short[] levels = new short[rows];
        int known = 0;
        for (int row = 0; row < rows; row++)
        {
            if (isKnown[row])
            {
                levels[row] = 1;
                values[known++] = convert(numbers[row]);
            }
        }

        Write(table, column, writer, levels, values.AsSpan(0, known));
    }

    private static void WriteTexts(PlainTable table, int column, int start, int rows, ColumnWriter<ByteArray> writer)
    {
        int[] codes = new int[rows];
        table.ReadCodes(column, start, codes);
        IReadOnlyList<string> texts = table.TextsOf(column);
        Dictionary<int, (int Start, int Length)> places = [];
        using MemoryStream bytes = new();
        foreach (int code in codes)
        {
            if (code >= 0 && places.TryAdd(code, default))
            {
                byte[] text = System.Text.Encoding.UTF8.GetBytes(texts[code]);
                places[code] = ((int)bytes.Position, text.Length);
                bytes.Write(text);
            }
        }

        var pinned = GCHandle.Alloc(bytes.GetBuffer(), GCHandleType.Pinned);
        try
        {
            var values = new ByteArray[rows];
            short[] levels = new short[rows];
            int known = 0;
            for (int row = 0; row < rows; row++)
            {
                if (codes[row] >= 0)
                {
                    (int at, int length) = places[codes[row]];
                    levels[row] = 1;
                    values[known++] = new(pinned.AddrOfPinnedObject() + at, length);
                }
            }

            Write(table, column, writer, levels, values.AsSpan(0, known));
        }
        finally
        {
            pinned.Free();
        }
    }

    private static void Write<T>(PlainTable table, int column, ColumnWriter<T> writer, short[] levels, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (table.Schema.Columns[column].IsNullable)
        {
            writer.WriteBatch(levels.Length, levels, default, values);
        }
        else if (values.Length == levels.Length)
        {
            writer.WriteBatch(values);
        }
        else
        {
            throw new InvalidOperationException($"A cell of {table.Schema.Name}.{table.Schema.Columns[column].Name} is null.");
        }
    }
}
