using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Tables of incidents as Parquet files, and questions to such files.</summary>
public static class ParquetTables
{
    /// <summary>
    /// So many rows are asked at a time by each processor: enough that merging the answers costs little beside it, in some 30 MB.
    /// </summary>
    private const int PartRows = 1 << 19;

    /// <summary>Writes the incidents as a Parquet file of their pieces.</summary>
    /// <remarks>
    /// The file alone is enough to read the table back, ids, names and hierarchies included. It is whole or not there: it is written under
    /// a temporary name beside its place. The same table gives the same bytes.
    /// </remarks>
    /// <param name="table">The incidents.</param>
    /// <param name="path">The file; one that stands there is replaced.</param>
    /// <param name="description">What it is; null for nothing.</param>
    /// <exception cref="InvalidOperationException">The table has no pieces: see <see cref="PieceTabulation.ToPieces"/>.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void WriteParquet(this IncidentTable table, string path, ParquetDescription? description = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PieceTables pieces = table.ToPieces();
        NewFile.Write(path, stream => Write(pieces, stream, description));
    }

    /// <summary>Writes the same to a stream, which stays open.</summary>
    /// <inheritdoc cref="WriteParquet(IncidentTable, string, ParquetDescription)" path="/exception"/>
    public static void WriteParquet(this IncidentTable table, Stream stream, ParquetDescription? description = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Write(table.ToPieces(), stream, description);
    }

    /// <summary>
    /// Writes the incidents as a folder: their pieces, the small tables beside them for engines that know nothing of this library, and
    /// <c>croissant.json</c> and <c>datapackage.json</c>, which describe them.
    /// </summary>
    /// <remarks>
    /// <para>The folder is whole or not there. Divided in hive layout it has a file of pieces in each of the folders below it, such as
    /// <c>admin0=sy/year=2016/pieces.parquet</c>, of which each is enough alone, and what lacks a value is in
    /// <c>__HIVE_DEFAULT_PARTITION__</c>; <see cref="RunParquet(IncidentQuery, string)"/> and <c>ReadParquet</c> take the whole or any
    /// folder of it.</para>
    /// <para>An event stands whole in one file: one that goes on after a year's end is in the folder of the year in which it begins, and
    /// the folders of two years are needed for what happened in the second. Sum by the column <c>month</c>, not by the folders.</para>
    /// <para>A file below a folder says of ids, names and hierarchies what its own rows need, so that it is enough alone; an id that none
    /// of its rows has to do with it does not know. <c>names.parquet</c> says all, for the folder as a whole.</para>
    /// </remarks>
    /// <param name="table">The incidents.</param>
    /// <param name="path">The folder, which is made.</param>
    /// <param name="description">What it is; null for nothing.</param>
    /// <param name="by">What the folders below it are divided by, from the outermost on; none for one file of pieces.</param>
    /// <exception cref="ArgumentException">It is divided by one thing twice, or by the vintage, which the description does not say or calls
    /// as engines call none.</exception>
    /// <exception cref="InvalidOperationException">The table has no pieces: see <see cref="PieceTabulation.ToPieces"/>.</exception>
    /// <exception cref="IOException">Something stands there, or it can't be written.</exception>
    public static void WriteParquetFolder(
        this IncidentTable table, string path, ParquetDescription? description = null, params IEnumerable<ParquetPartition> by)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(by);
        ParquetPartition[] all = [.. by];
        if (all.Distinct().Count() != all.Length || !Array.TrueForAll(all, Enum.IsDefined))
        {
            throw new ArgumentException("A folder is divided by different things, each once.", nameof(by));
        }

        if (all.Contains(ParquetPartition.Vintage) && string.IsNullOrEmpty(description?.Vintage))
        {
            throw new ArgumentException("The description does not say which vintage it is.", nameof(by));
        }

        if (all.Contains(ParquetPartition.Vintage) && description!.Vintage == PiecesPartitions.Without)
        {
            throw new ArgumentException(
                $"No vintage is called '{PiecesPartitions.Without}': engines call the folder of none so.", nameof(by));
        }

        PieceTables pieces = table.ToPieces();
        NewFile.WriteFolder(path, folder => PiecesFolder.Write(pieces, folder, description ?? new(), all));
    }

    /// <summary>
    /// The answer of a query over Parquet files, part by part: the columns that it needs are read, row group by row group on all
    /// processors, and memory holds a part and the groups of the answer, however large the files are.
    /// </summary>
    /// <remarks>
    /// <para>What is wrong with a file is told as far as it is read. Where few rows pass the filters, the cells of others are not looked
    /// at.</para>
    /// <para>An event that is counted twice, by two files of a folder or by one, is refused. Ids are read for that only where the files
    /// were written from several tables and their ids are not apart, those of one before those of the other, or by another program: once
    /// for each 33,554,432 rows, in 256 MiB.</para>
    /// <para>Pieces of two events are not taken for one event's: in files that another program wrote, which may have left rows out, the ids
    /// of events that were cut are held together. Of files that this library wrote they are not read.</para>
    /// </remarks>
    /// <param name="query">The query, such as <see cref="IncidentQuery.OverPieces"/> begins.</param>
    /// <param name="path">
    /// A file, or a folder with all the files below it, in whatever layout: such as <c>vintage=25.1/year=2024</c>. What begins with a dot
    /// is passed over.
    /// </param>
    /// <exception cref="ParquetFormatException">A file is not what it should be or, listed by the folder, not there, or the folder holds
    /// several vintages, or an event is counted twice.</exception>
    /// <exception cref="ArgumentException">No file knows an id that the query names.</exception>
    /// <exception cref="NotSupportedException">The query asks by days or weeks: pieces are cut at the edges of months.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits, or the values of the keys give more combinations than that.</exception>
    /// <exception cref="IOException">A file can't be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or a folder may not be read.</exception>
    public static Aggregate RunParquet(this IncidentQuery query, string path)
    {
        using var files = PiecesSet.Open(path);
        return Run(query, files);
    }

    /// <inheritdoc cref="RunParquet(IncidentQuery, string)"/>
    /// <param name="query">The query, such as <see cref="IncidentQuery.OverPieces"/> begins.</param>
    /// <param name="stream">A file, which can be read at any place; it stays open.</param>
    public static Aggregate RunParquet(this IncidentQuery query, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var files = PiecesSet.Open(stream);
        return Run(query, files);
    }

    /// <summary>The answer of a query over files, in parts of so many rows about.</summary>
    internal static Aggregate Run(IncidentQuery query, PiecesSet files, int partRows = PartRows)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Keys.FirstOrDefault(key => key.IsTime && key != GroupKey.Year && key != GroupKey.Month) is { } finer)
        {
            throw new NotSupportedException($"Pieces are cut at the edges of months; they can't be asked by {finer}.");
        }

        return files.CountingOnce(() => query.RunOver(files.Parts(partRows, query), part => files.TableOf(part, query)));
    }

    private static void Write(PieceTables pieces, Stream stream, ParquetDescription? description) =>
        PiecesWriter.Write(
            pieces.Pieces, stream, pieces.CutRows, TablePart.Whole(pieces.Pieces).In(Books.Metadata(pieces, description)));

    /// <content>Reading.</content>
    extension(IncidentTable)
    {
        /// <summary>Reads the incidents of a Parquet file, or of all files in a folder, into memory.</summary>
        /// <param name="path">A file, or a folder with all the files below it.</param>
        /// <exception cref="ParquetFormatException">A file is not what it should be, or an event is counted twice.</exception>
        /// <exception cref="IOException">A file can't be opened or read.</exception>
        /// <exception cref="UnauthorizedAccessException">A file or a folder may not be read.</exception>
        public static IncidentTable ReadParquet(string path)
        {
            using var files = PiecesSet.Open(path);
            return files.ToTable();
        }

        /// <summary>
        /// What Parquet files say of ids, names and hierarchies, as a table without incidents: <see cref="IncidentTable.NamesOf"/> of it
        /// names the groups of <see cref="RunParquet(IncidentQuery, string)"/>.
        /// </summary>
        /// <param name="path">A file, or a folder with all the files below it.</param>
        /// <exception cref="ParquetFormatException">A file is not what it should be.</exception>
        /// <exception cref="IOException">A file can't be opened or read.</exception>
        /// <exception cref="UnauthorizedAccessException">A file or a folder may not be read.</exception>
        public static IncidentTable ReadParquetNames(string path)
        {
            using var files = PiecesSet.Open(path);
            return files.ToEmptyTable();
        }

        /// <summary>Reads the incidents of a Parquet file into memory.</summary>
        /// <param name="stream">The file, which can be read at any place; it stays open.</param>
        /// <exception cref="ParquetFormatException">The file is not what it should be, or counts an event twice.</exception>
        /// <exception cref="IOException">The stream can't be read.</exception>
        public static IncidentTable ReadParquet(Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            using var files = PiecesSet.Open(stream);
            return files.ToTable();
        }
    }
}
