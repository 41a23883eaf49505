using System.Text;

namespace ConflictModel.Interchange;

/// <summary>The list's own id of a person, behind the prefix of the list.</summary>
internal sealed class IdCell(string prefix) : PersonCell
{
    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        ReadOnlySpan<byte> cell = row[at];
        ReadOnlySpan<byte> own = CellText.Id(cell);
        if (!PersonId.TryParse(prefix + Encoding.UTF8.GetString(own), null, out PersonId id))
        {
            row.Fail(
                MalformationCode.Id,
                "What stands there is no id: an id has no white space and no control characters, and 200 characters with its prefix.",
                at);
        }

        draft.Id = id;
        return own.Length == cell.Length ? CellReading.Same : CellReading.Kept;
    }

    public override string Write(Person person) =>
        person.Id.Value.StartsWith(prefix, StringComparison.Ordinal) ? person.Id.Value[prefix.Length..] : person.Id.Value;
}
