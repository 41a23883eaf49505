namespace ConflictModel.Interchange;

/// <summary>Notes the id of each row of a format, and says which rows are others' older versions.</summary>
internal sealed class IdNotes
{
    private readonly EventFormat format;
    private readonly string idColumn;
    private readonly IdLedger ledger;
    private readonly List<(int FirstRow, string File)> files = [];
    private ColumnSet? bound;
    private int id;
    private int version;

    private IdNotes(EventFormat format, string idColumn)
    {
        this.format = format;
        this.idColumn = idColumn;
        ledger = new(format.VersionColumn is not null);
    }

    /// <summary>How many rows were noted.</summary>
    public int Count => ledger.Count;

    /// <summary>Notes for a format; null if its rows have no ids.</summary>
    public static IdNotes? Of(EventFormat format) => format.IdColumn is { } column ? new(format, column) : null;

    /// <summary>Notes a row; <paramref name="file"/> is its file, where there are several.</summary>
    public void Add(Row row, string? file)
    {
        if (file is not null && (files.Count == 0 || files[^1].File != file))
        {
            files.Add((ledger.Count, file));
        }

        if (!ReferenceEquals(bound, row.Columns))
        {
            bound = row.Columns;
            id = bound.IndexOf(idColumn);
            version = format.VersionColumn is { } column ? bound.IndexOf(column) : -1;
        }

        ledger.Add(
            CellText.Id(row[id]),
            row.Line,
            version >= 0 && CellText.TryCount(row[version], out long number) && number <= uint.MaxValue ? (uint)number : 0);
    }

    /// <summary>Notes a row of the only file, of which is known already what is held of its id (<see cref="IdLedger.KeyOf"/>).</summary>
    public void AddHeld(ulong key, long line) => ledger.AddHeld(key, line);

    /// <summary>Whether the rows that others noted bear the same ids and versions on the same lines, in the same order.</summary>
    public bool AreAs(IdNotes others) => ledger.IsAs(others.ledger);

    /// <summary>The rows that bear an earlier row's id, in their order, each with where the first row that bears it stands.</summary>
    public IEnumerable<(string First, long Line, string? File, string Id)> Later() => ledger.Repeats()
        .SelectMany(repeat => repeat.Rows.Skip(1).Select(later => (First: repeat.Rows[0], Later: later, repeat.Id)))
        .OrderBy(repeat => repeat.Later.Row)
        .Select(repeat => (Of(repeat.First), repeat.Later.Line, FileOf(repeat.Later), repeat.Id));

    /// <summary>The rows in whose place others of the same id count, in ascending order.</summary>
    /// <remarks>
    /// The newest version counts. Of rows that may be it, for they say the same version or none, it is the last, or nobody knows.
    /// </remarks>
    /// <param name="takesLast">Whether it is the last.</param>
    /// <param name="given">How many rows were given away already.</param>
    /// <exception cref="MalformedInputException">Nobody knows, or an older row was given.</exception>
    public int[] Older(bool takesLast, long given)
    {
        List<int> older = [];
        (IdLedger.Place First, IdLedger.Place Later, string Id)? open = null;
        (IdLedger.Place Older, IdLedger.Place Newer, string Id)? lost = null;
        foreach (IdLedger.Repeat repeat in ledger.Repeats())
        {
            uint newest = repeat.Rows.Max(row => row.Version);
            IdLedger.Place[] left = [.. repeat.Rows.Where(row => row.Version == newest || row.Version == 0)];
            if (left.Length > 1 && !takesLast && !(open?.Later.Row < left[1].Row))
            {
                open = (left[0], left[1], repeat.Id);
            }

            foreach (IdLedger.Place row in repeat.Rows.Where(row => row != left[^1]))
            {
                older.Add(row.Row);
                if (row.Row < given && !(lost?.Older.Row < row.Row))
                {
                    lost = (row, left[^1], repeat.Id);
                }
            }
        }

        if (open is var (first, later, id))
        {
            string versions = first.Version != later.Version || later.Version == 0 ? "" : $" with the same {format.VersionColumn}";
            string hint = format.RepeatHint.Length == 0 ? "" : " " + format.RepeatHint;
            throw At(
                MalformationCode.RepeatedId,
                later,
                $"{Named(id)} stands on {Of(first)} too{versions}: nothing says which of the two rows counts.{hint}");
        }

        if (lost is var (gone, newer, lostId))
        {
            throw At(
                MalformationCode.Outdated,
                newer,
                $"{Named(lostId)} stands on {Of(gone)} too, in an older row, which was given before this one was met.");
        }

        older.Sort();
        return [.. older];
    }

    private string Named(string id) => id.Length == 0 || !format.TellsIds ? "The id" : $"The id '{id}'";

    private string? FileOf(IdLedger.Place place) => files.FindLast(file => file.FirstRow <= place.Row).File;

    private string Of(IdLedger.Place place) =>
        FormattableString.Invariant($"line {place.Line}{(FileOf(place) is { } file ? " of " + file : "")}");

    private MalformedInputException At(MalformationCode code, IdLedger.Place place, string reason) =>
        new(new() { Code = code, Reason = reason, Line = place.Line, Column = 1, Field = idColumn, File = FileOf(place) });
}
