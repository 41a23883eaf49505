using System.Globalization;

namespace ConflictModel.Interchange;

/// <summary>An age: a number in any form, or words, which stay beside the bounds that they give.</summary>
/// <remarks>What no age can be (1994) is held as it stands, for validation to find.</remarks>
internal sealed class AgeCell : PersonCell
{
    private const int MaxRemembered = 1_000;

    private readonly Dictionary<string, Age> remembered = new(StringComparer.Ordinal);

    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        ReadOnlySpan<byte> cell = row[at];
        if (CellText.TryCount(cell, out long years) && years <= Age.MaxFigure)
        {
            draft.Age = (int)years;
            return CellText.IsPlain(cell) ? CellReading.Same : CellReading.Kept;
        }

        string text = row.Text(at);
        if (!remembered.TryGetValue(text, out Age age))
        {
            age = Age.Read(text);
            if (remembered.Count < MaxRemembered)
            {
                remembered.Add(text, age);
            }
        }

        draft.Age = age;
        return age.Min is null && age.Max is null ? CellReading.UnreadSame : CellReading.Same;
    }

    public override string Write(Person person) => person.Age switch
    {
        { Wording: { } wording } => wording,
        { Min: { } min, Max: { } max } when min != max => string.Create(CultureInfo.InvariantCulture, $"{min}-{max}"),
        { IsEmpty: true } => "",
        var age => age.ToString(),
    };
}
