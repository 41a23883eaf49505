namespace ConflictModel.Interchange;

/// <summary>How many sources there are: a number, or words.</summary>
internal sealed class EstimateCell : PersonCell
{
    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        ReadOnlySpan<byte> cell = row[at];
        bool isNumber = CellText.TryCount(cell, out long count);
        draft.IndependentSources = isNumber ? Estimate.Exactly(count) : Estimate.InWords(row.Text(at));
        return !isNumber ? CellReading.UnreadSame : CellText.IsPlain(cell) ? CellReading.Same : CellReading.Kept;
    }

    public override string Write(Person person) => person.IndependentSources is { IsEmpty: false } count ? count.ToString() : "";
}
