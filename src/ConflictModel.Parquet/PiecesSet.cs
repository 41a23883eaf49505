using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Files of pieces that make one table together.</summary>
internal sealed class PiecesSet : IDisposable
{
    private readonly PiecesFile[] files;
    private readonly IdleReaders idle;
    private readonly PieceTables tables;

    /// <param name="files">The files.</param>
    /// <param name="idle">Their readers.</param>
    /// <param name="books">What they say of ids and hierarchies.</param>
    private PiecesSet(PiecesFile[] files, IdleReaders idle, BooksTogether books)
    {
        (this.files, this.idle) = (files, idle);
        tables = books.ToTables(new PiecesPart(files[0], []), files[0]);
    }

    /// <exception cref="ParquetFormatException">A file is not what it should be, or there is none.</exception>
    /// <exception cref="IOException">A file can't be opened.</exception>
    public static PiecesSet Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
        {
            return Open([], idle => [Alone(path, idle)]);
        }

        FolderList.Check(path);
        string[] all =
        [
            .. Directory.EnumerateFiles(path, "*.parquet", SearchOption.AllDirectories)
                .Where(file => !IsHidden(Path.GetRelativePath(path, file)))
                .Order(StringComparer.Ordinal),
        ];
        string[] paths = Array.FindAll(all, file => !PiecesFolder.IsCompanion(Path.GetFileName(file)));
        if (paths.Length == 0)
        {
            throw new ParquetFormatException("there are no Parquet files of pieces below it", path);
        }

        // Two vintages tell the same events, and nobody dies twice.
        string[] vintages = [.. paths.SelectMany(file => NamesOf(Path.GetRelativePath(path, file)).Where(IsVintage)).Distinct()];
        if (vintages.Length > 1)
        {
            throw new ParquetFormatException(
                $"it holds several vintages of the same events ({string.Join(", ", vintages)}): ask the folder of one", path);
        }

        return Open(
            Array.FindAll(all, file => PiecesFolder.KnowsAllIds(Path.GetFileName(file))),
            idle => paths.Select(file => new PiecesFile(file, idle)));
    }

    private static PiecesFile Alone(string path, IdleReaders idle)
    {
        PiecesFile file = new(path, idle);
        return PiecesFolder.IsCompanion(Path.GetFileName(path)) && file.Schema.IndexOf("event") < 0
            ? throw file.Error("it is a small table beside the pieces of incidents; name the folder that it stands in")
            : file;
    }

    /// <param name="knowing">The files that know the ids and hierarchies of others, which come first.</param>
    /// <param name="open">Opens the files one by one.</param>
    private static PiecesSet Open(string[] knowing, Func<IdleReaders, IEnumerable<PiecesFile>> open)
    {
        IdleReaders idle = new();
        List<PiecesFile> opened = [];
        BooksTogether books = new();
        try
        {
            foreach (string file in knowing)
            {
                using PiecesFile one = new(file, idle);
                if (one.Metadata.ContainsKey(Books.Key))
                {
                    books.Add(one);
                }
            }

            foreach (PiecesFile file in open(idle))
            {
                opened.Add(file);
                books.Add(file);
                file.ForgetMetadata();
            }

            return new([.. opened], idle, books);
        }
        catch
        {
            opened.ForEach(file => file.Dispose());
            idle.Dispose();
            throw;
        }
    }

    private static string[] NamesOf(string path) => path.Split('/', Path.DirectorySeparatorChar);

    /// <summary>Whether a file, or a folder that it is in, has not taken its place: a writer that was killed leaves such.</summary>
    private static bool IsHidden(string path) => Array.Exists(NamesOf(path), name => name.StartsWith('.'));

    private static bool IsVintage(string folder) => folder.StartsWith("vintage=", StringComparison.Ordinal);

    /// <exception cref="ParquetFormatException">It is not what it should be.</exception>
    public static PiecesSet Open(Stream stream) => Open([], idle => [new(stream, idle)]);

    /// <exception cref="ParquetFormatException">An event is counted twice, or a file is not what it should be.</exception>
    public IncidentTable ToTable() => CountingOnce(() => Together(file => file.Groups.Count).ToTable());

    /// <summary>What is read of the files, of which none counts an event that it or another counts already.</summary>
    /// <exception cref="ParquetFormatException">One does, or a file is not what it should be.</exception>
    public T CountingOnce<T>(Func<T> read)
    {
        // In several files an event that two have looks broken in many ways; of one alone whatever else is wrong says more.
        if (files.Length > 1)
        {
            EventsOnce.Check(files);
            return read();
        }

        T what = read();
        EventsOnce.Check(files);
        return what;
    }

    /// <summary>A table without incidents that knows the ids, names, hierarchies and measures of all files.</summary>
    public IncidentTable ToEmptyTable() => Together(_ => 0).ToTable();

    private PieceTables Together(Func<PiecesFile, int> groupsOf)
    {
        foreach (PiecesFile file in files)
        {
            // Whatever a file lacks is told of that file.
            tables.With(new PiecesPart(file, [])).ToDeferredTable(IncidentQuery.OverPieces());
        }

        return tables.With(new PiecesTogether([.. files.Select(file => new PiecesPart(file, [.. Enumerable.Range(0, groupsOf(file))]))]));
    }

    /// <summary>
    /// Parts of so many rows about, or of one row group, or of several where an event goes on from one to the next. Row groups with events
    /// that were cut stand apart from the others, whose answers need less, and so do those in the period that a query asks for, those
    /// outside it, and those at its edges.
    /// </summary>
    /// <exception cref="ParquetFormatException">A row group can't be read, when it is come to.</exception>
    public IEnumerable<PiecesPart> Parts(int rows, IncidentQuery query)
    {
        foreach (PiecesFile file in files)
        {
            foreach (IGrouping<(bool, Truth), int> kind in Enumerable.Range(0, file.Groups.Count)
                .GroupBy(group => KindOf(file, group, query)))
            {
                List<int> here = [];
                long rowsHere = 0;
                foreach (int group in kind)
                {
                    if (here.Count > 0 && rowsHere + file.Groups[group] > rows && MayBegin(file, group))
                    {
                        yield return new(file, here);
                        here = [];
                        rowsHere = 0;
                    }

                    here.Add(group);
                    rowsHere += file.Groups[group];
                }

                yield return new(file, here);
            }

            if (file.Groups.Count == 0)
            {
                yield return new(file, []);
            }
        }
    }

    /// <summary>Whether a part may begin with a row group: other writers let an event that was cut go on there.</summary>
    private static bool MayBegin(PiecesFile file, int group)
    {
        if (file.IsOurs || !file.MayBeCut(group))
        {
            return true;
        }

        // What is wrong with the column is told where all of it is read.
        int piece = file.Schema.IndexOf("piece");
        return piece < 0 || file.Schema.Columns[piece].Type != PlainType.Integer
            || (file.Groups[group] > 0 && new PiecesPart(file, [group]).NumberAt(piece, 0) is null or 1);
    }

    /// <summary>Row groups of other writers in which an event may go on are of one kind, wherever their days lie.</summary>
    private (bool MayBeCut, Truth InPeriod) KindOf(PiecesFile file, int group, IncidentQuery query)
    {
        bool mayBeCut = file.MayBeCut(group);
        return (mayBeCut, mayBeCut && !file.IsOurs
            ? Truth.Unknown
            : tables.With(new PiecesPart(file, [group])).LieInPeriod(query));
    }

    /// <summary>The incidents of a part, whose columns are read when they are asked for.</summary>
    public IncidentTable TableOf(PiecesPart part, IncidentQuery query) => tables.With(part).ToDeferredTable(query);

    public void Dispose()
    {
        foreach (PiecesFile file in files)
        {
            file.Dispose();
        }

        idle.Dispose();
    }
}
