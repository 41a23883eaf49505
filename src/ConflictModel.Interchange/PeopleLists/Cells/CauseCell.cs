namespace ConflictModel.Interchange;

/// <summary>A cause: its class where the word tells it, and the word itself beside it.</summary>
/// <param name="class">The class alone.</param>
internal sealed class CauseCell(PersonCell @class) : PersonCell
{
    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        CellReading reading = @class.Read(row, at, draft);
        string text = row.Text(at);
        if (JsonName.TryParse(text, out Cause _))
        {
            return reading;
        }

        draft.CauseWording = text;
        return reading is CellReading.UnreadKept ? CellReading.UnreadSame : CellReading.Same;
    }

    public override string Write(Person person) => person.CauseWording ?? @class.Write(person);
}
