using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>Appends the rows of a file to a vintage: each to its table, with its id and what it says.</summary>
/// <param name="tabulator">Appends a row to the table.</param>
/// <param name="cells">What of it is compared.</param>
/// <param name="vintage">Takes it.</param>
/// <param name="position">Where the row starts that is handled.</param>
internal sealed class RecordTaker(RowTabulator tabulator, RecordCells cells, VintageBuilder vintage, Func<long> position) : RowHandler
{
    private const int ShortId = 64;

    private ChunkList<int>? numbers;
    private int rows;

    /// <summary>
    /// Of each record the number of its row among those that were handled, from 0; null where all of them are records, one after the other.
    /// </summary>
    public ChunkList<int>? Numbers => numbers;

    /// <summary>Where the row of each record starts.</summary>
    public ChunkList<long> Starts { get; } = new();

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        int number = rows++;
        if (IsTaken(row))
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

    private bool IsTaken(Row row)
    {
        ReadOnlySpan<byte> id = cells.IdOf(row);
        if (id.IsEmpty)
        {
            row.Fail(MalformationCode.Id, "The row has no id, so that it is known in no other vintage.");
            return false;
        }

        // What the cells say is written over the id.
        Span<byte> key = id.Length <= ShortId ? stackalloc byte[ShortId] : new byte[id.Length];
        id.CopyTo(key);
        key = key[..id.Length];
        if (!tabulator.Take(row))
        {
            return false;
        }

        vintage.Add(key, cells.ContentOf(row));
        return true;
    }
}
