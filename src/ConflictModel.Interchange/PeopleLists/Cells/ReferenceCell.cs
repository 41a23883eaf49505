using System.Text;

namespace ConflictModel.Interchange;

/// <summary>The id of another record, as the data set has it.</summary>
internal sealed class ReferenceCell<TId>(Action<PersonDraft, TId> set, Func<Person, TId?> get) : PersonCell
    where TId : struct, IId<TId>
{
    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        ReadOnlySpan<byte> cell = row[at];
        ReadOnlySpan<byte> own = CellText.Id(cell);
        string text = own.Length == cell.Length ? row.Text(at) : Encoding.UTF8.GetString(own);
        if (!TId.TryParse(text, null, out TId id))
        {
            return CellReading.UnreadKept;
        }

        set(draft, id);
        return own.Length == cell.Length ? CellReading.Same : CellReading.Kept;
    }

    public override string Write(Person person) => get(person)?.Value ?? "";
}
