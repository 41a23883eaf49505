using System.Text;
using ConflictModel.Aggregation;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>An open Parquet file of pieces: its columns, its row groups, and what it says beside them.</summary>
internal sealed class PiecesFile : IDisposable
{
    /// <summary>No file of ours has more rows in a group; one that claims so would have memory allocated for it.</summary>
    private const long MostGroupRows = 1 << 24;

    /// <summary>What native code says of an error that the system gave, which is none of the file's content.</summary>
    private static readonly string[] SystemErrors = ["Detail: [errno ", "Detail: [Windows error "];

    private static readonly HashSet<string> Known = [.. PieceSchema.Pieces().Columns.Select(column => column.Name)];

    /// <summary>
    /// Columns of which much is known by their least and greatest number: whether events were cut, and whether all lie in a period or none.
    /// </summary>
    private static readonly string[] Ranged = ["pieces", "first", "earliest", "latest", "month"];

    private readonly IdleReaders idle;
    private readonly Func<ParquetFileReader>? open;
    private readonly Dictionary<(int RowGroup, string Column), (long Least, long Most)> ranges = [];
    private readonly SemaphoreSlim? single;
    private readonly ReadStream? source;

    /// <exception cref="ParquetFormatException">It is no Parquet file of pieces.</exception>
    /// <exception cref="IOException">It can't be opened or read.</exception>
    public PiecesFile(string path, IdleReaders idle)
    {
        (Name, this.idle) = (path, idle);
        // What the system says of a file that is not there is better than what a library does.
        using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
        }

        open = () => new(path);
        (Schema, Groups, Metadata) = Guard(null, null, () => Read(open));
    }

    /// <exception cref="ParquetFormatException">It is no Parquet file of pieces.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public PiecesFile(Stream stream, IdleReaders idle)
    {
        (Name, this.idle) = ("the stream", idle);
        single = new(1);
        source = new(stream);
        (Schema, Groups, Metadata) = Guard(null, null, () => Read(() => new(source, leaveOpen: true)));
    }

    public string Name { get; }

    public PlainSchema Schema { get; }

    /// <summary>How many rows each row group has.</summary>
    public IReadOnlyList<int> Groups { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; private set; }

    /// <summary>Lets go of what it says, which has been read: of thousands of files that is much.</summary>
    public void ForgetMetadata() => Metadata = new Dictionary<string, string>();

    /// <summary>The least and the greatest number of a column in a row group, where its statistics say that none is null.</summary>
    public (long Least, long Most)? RangeOf(int rowGroup, int column) =>
        ranges.TryGetValue((rowGroup, Schema.Columns[column].Name), out (long Least, long Most) range) ? range : null;

    /// <summary>Which part of which table it holds; null where it does not say, or another program wrote it.</summary>
    public TablePart? Part { get; private set; }

    /// <summary>Between which ids those of its events stand.</summary>
    public IdRange Ids { get; private set; } = IdRange.Any;

    /// <summary>Whether our writer wrote it: an event that was cut stands whole in a row group.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>Whether a row group has events that were cut, or its statistics do not say that it has none.</summary>
    public bool MayBeCut(int rowGroup) => !ranges.TryGetValue((rowGroup, "pieces"), out (long, long) pieces) || pieces != (1, 1);

    /// <summary>Opens a column of a row group; several may be open at once but of a stream.</summary>
    public OpenColumn Open(int rowGroup, int column)
    {
        single?.Wait();
        ParquetFileReader? reader = idle.Take(this);
        try
        {
            return Guard(
                Schema.Columns[column].Name, rowGroup, () => new OpenColumn(this, reader ??= open!(), rowGroup, Places[column]));
        }
        catch
        {
            GiveBack(reader, isDone: false);
            throw;
        }
    }

    /// <summary>Takes back a reader: one that failed is not asked again, but for a stream's, of which there is one.</summary>
    private void GiveBack(ParquetFileReader? reader, bool isDone)
    {
        if (reader is not null && (isDone || single is not null))
        {
            idle.Add(this, reader);
        }
        else
        {
            reader?.Dispose();
        }

        single?.Release();
    }

    /// <summary>
    /// Whether an error is one of the file or the disk: what native code throws, what is said of a column that is not what it claims to be,
    /// and text that is no UTF-8. Any other is a fault of this library, and is not told as one of the file.
    /// </summary>
    public static bool IsOfFile(Exception error) =>
        error is ParquetException or DecoderFallbackException || (error is FormatException and not ParquetFormatException);

    /// <summary>Says of an error that is one of the file or the disk which it is.</summary>
    public Exception Refusal(Exception error, string? column, int? rowGroup) =>
        source?.Failure is { } failure ? failure
        : error is ParquetException && Array.Exists(SystemErrors, said => error.Message.Contains(said, StringComparison.Ordinal))
            ? new IOException($"{Name}: {Said(error)}.", error)
        : Error($"it can't be read: {Said(error)}", column, rowGroup, error);

    public ParquetFormatException Error(string message, string? column = null, int? rowGroup = null, Exception? inner = null) =>
        new(message, Name, column, rowGroup, inner);

    public void Dispose() => single?.Dispose();

    /// <summary>Where the columns stand in the file, of which some may be none that plain tables have.</summary>
    private int[] Places { get; set; } = [];

    private (PlainSchema, IReadOnlyList<int>, IReadOnlyDictionary<string, string>) Read(Func<ParquetFileReader> openFirst)
    {
        ParquetFileReader reader = openFirst();
        idle.Add(this, reader);
        FileMetaData file = reader.FileMetaData;
        List<PlainColumn> columns = [];
        List<int> places = [];
        for (int i = 0; i < file.NumColumns; i++)
        {
            ColumnDescriptor column = file.Schema.Column(i);
            string name = column.Path.ToDotString();
            if (TypeOf(column) is not { } type)
            {
                if (Known.Contains(name) || PieceSchema.TryFind(name, out _, out _))
                {
                    throw Error($"the column holds {column.PhysicalType} ({LogicalTypeOf(column)}), which is not read", name);
                }
            }
            else
            {
                columns.Add(new()
                {
                    Name = name,
                    Type = type,
                    IsNullable = column.MaxDefinitionLevel > 0,
                    Description = "",
                });
                places.Add(i);
            }
        }

        // The library that reads files does not tell a count of nulls that is missing from none. Our writer counts them.
        IsOurs = file.CreatedBy == PiecesWriter.Name;
        int[] groups = new int[file.NumRowGroups];
        long rows = 0;
        int ids = columns.FindIndex(column => column.Name == EventIds.Column);
        IdRange? range = null;
        for (int i = 0; i < groups.Length; i++)
        {
            using RowGroupReader group = reader.RowGroup(i);
            long here = group.MetaData.NumRows;
            if (here is < 0 or > MostGroupRows)
            {
                throw Error($"it claims {here} rows, and at most {MostGroupRows} are read", null, i);
            }

            groups[i] = (int)here;
            foreach (string ranged in Ranged)
            {
                int column = columns.FindIndex(column => column.Name == ranged);
                if (column >= 0 && (IsOurs || !columns[column].IsNullable))
                {
                    Note(group, i, places[column], ranged);
                }
            }

            if (ids >= 0 && here > 0)
            {
                IdRange own = IdsOf(group, places[ids]);
                range = range?.With(own) ?? own;
            }

            rows += here;
        }

        Places = [.. places];
        Ids = range ?? IdRange.Any;
        IReadOnlyDictionary<string, string> metadata = MetadataOf(file);
        Part = IsOurs ? TablePart.Of(metadata) : null;
        return (new() { Name = "pieces", Description = "", Columns = [.. columns] }, groups, metadata);
    }

    private IReadOnlyDictionary<string, string> MetadataOf(FileMetaData file)
    {
        try
        {
            return file.KeyValueMetadata;
        }
        catch (ArgumentException error)
        {
            // The library that reads files makes a dictionary of what may be said twice.
            throw Error("it says two things under one key beside its columns", inner: error);
        }
    }

    private void Note(RowGroupReader group, int rowGroup, int place, string column)
    {
        using ColumnChunkMetaData chunk = group.MetaData.GetColumnChunkMetaData(place);
        using Statistics? statistics = chunk.Statistics;
        (long, long)? range = statistics switch
        {
            Statistics<long> { HasMinMax: true, NullCount: 0 } longs => (longs.Min, longs.Max),
            Statistics<int> { HasMinMax: true, NullCount: 0 } ints => (ints.Min, ints.Max),
            Statistics<bool> { HasMinMax: true, NullCount: 0 } flags => (flags.Min ? 1 : 0, flags.Max ? 1 : 0),
            _ => null,
        };
        if (range is { } known)
        {
            ranges.Add((rowGroup, column), known);
        }
    }

    private static IdRange IdsOf(RowGroupReader group, int place)
    {
        using ColumnChunkMetaData chunk = group.MetaData.GetColumnChunkMetaData(place);
        using Statistics? statistics = chunk.Statistics;
        return statistics is Statistics<ByteArray> { HasMinMax: true } texts ? new(Bytes(texts.Min), Bytes(texts.Max)) : IdRange.Any;

        static unsafe byte[] Bytes(ByteArray text) => new ReadOnlySpan<byte>((void*)text.Pointer, text.Length).ToArray();
    }

    private static PlainType? TypeOf(ColumnDescriptor column) => column.MaxRepetitionLevel > 0 || column.MaxDefinitionLevel > 1
        ? null
        : (column.PhysicalType, LogicalTypeOf(column)) switch
        {
            (PhysicalType.ByteArray, LogicalTypeEnum.String) => PlainType.Text,
            (PhysicalType.Int64, LogicalTypeEnum.None or LogicalTypeEnum.Int) => PlainType.Integer,
            (PhysicalType.Int32, LogicalTypeEnum.Date) => PlainType.Day,
            (PhysicalType.Int32, LogicalTypeEnum.None or LogicalTypeEnum.Int) => PlainType.Integer,
            (PhysicalType.Boolean, _) => PlainType.Flag,
            _ => null,
        };

    private static LogicalTypeEnum LogicalTypeOf(ColumnDescriptor column)
    {
        try
        {
            return column.LogicalType.Type;
        }
        catch (ArgumentOutOfRangeException)
        {
            // The library that reads files has no name for it: it is newer, of geometries, or damaged.
            return LogicalTypeEnum.Undefined;
        }
    }

    /// <summary>The sentence of an error, without the type that native code puts before it.</summary>
    private static string Said(Exception error)
    {
        string message = error.Message.ReplaceLineEndings(" ");
        const string Before = "(message: '";
        int start = error is ParquetException ? message.IndexOf(Before, StringComparison.Ordinal) : -1;
        return (start < 0 ? message : message[(start + Before.Length)..]).TrimEnd('\'', ')', '.');
    }

    private T Guard<T>(string? column, int? rowGroup, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (ParquetException error)
        {
            throw Refusal(error, column, rowGroup);
        }
    }

    /// <summary>A column of a row group that is being read.</summary>
    internal sealed class OpenColumn : IDisposable
    {
        private readonly PiecesFile file;
        private readonly ParquetFileReader reader;
        private readonly RowGroupReader group;

        public OpenColumn(PiecesFile file, ParquetFileReader reader, int rowGroup, int place)
        {
            (this.file, this.reader) = (file, reader);
            group = reader.RowGroup(rowGroup);
            try
            {
                Cells = group.Column(place);
            }
            catch
            {
                // Left to the finalizer it would close a stream that is no longer there, and that ends the process.
                group.Dispose();
                throw;
            }
        }

        public ColumnReader Cells { get; }

        /// <summary>The same of a column of text.</summary>
        /// <exception cref="FormatException">It is none.</exception>
        public ColumnReader<ByteArray> Texts =>
            Cells as ColumnReader<ByteArray> ?? throw new FormatException("its values are of another type than its schema says");

        /// <summary>Whether all was read.</summary>
        public bool IsDone { get; set; }

        public void Dispose()
        {
            Cells.Dispose();
            group.Dispose();
            file.GiveBack(reader, IsDone);
        }
    }
}
