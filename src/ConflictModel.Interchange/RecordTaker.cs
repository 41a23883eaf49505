using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>Tells a vintage of the rows of a file that are its records: the id of each, what it says and when it begins.</summary>
/// <param name="tabulator">Reads a row.</param>
/// <param name="cells">What of it is compared.</param>
/// <param name="vintage">Is told.</param>
/// <param name="outdated">The records that don't count, by how many stand before each.</param>
/// <param name="position">Where the row starts that is handled.</param>
internal sealed class RecordTaker(
    RowTabulator tabulator, RecordCells cells, VintageRecords.Side vintage, IReadOnlySet<int> outdated, Func<long> position)
    : RecordRows(tabulator, cells)
{
    private const int ShortId = 64;

    private readonly RowTabulator tabulator = tabulator;
    private readonly RecordCells cells = cells;
    private ChunkList<int>? numbers;
    private int rows;
    private int records;

    /// <summary>
    /// Of each record the number of its row among those that were handled, from 0; null where all of them are records, one after the other.
    /// </summary>
    public ChunkList<int>? Numbers => numbers;

    /// <summary>Where the row of each record starts.</summary>
    public ChunkList<long> Starts { get; } = new();

    /// <summary>The line of the first row whose id an earlier one bears; null if there is none.</summary>
    public long? Repeated { get; private set; }

    protected override void Handle(Row row)
    {
        int number = rows++;
        if (Takes(row) && !outdated.Contains(records++) && IsAdded(row))
        {
            numbers?.Add(number);
            Starts.Add(position());
        }
        else if (numbers is null)
        {
            numbers = new();
            for (int record = 0; record < number; record++)
            {
                numbers.Add(record);
            }
        }
    }

    private bool IsAdded(Row row)
    {
        // What the cells say is written over the id.
        ReadOnlySpan<byte> id = cells.IdOf(row);
        Span<byte> key = id.Length <= ShortId ? stackalloc byte[ShortId] : new byte[id.Length];
        id.CopyTo(key);
        bool isAdded = vintage.Add(key[..id.Length], cells.ContentOf(row), tabulator.Begins);
        Repeated ??= isAdded ? null : row.Line;
        return isAdded;
    }
}
