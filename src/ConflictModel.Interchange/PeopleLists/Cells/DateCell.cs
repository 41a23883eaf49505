using System.Text;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>A date: a day, a month, a year or another EDTF expression; what it is not stays as its words.</summary>
/// <param name="order">What dates in numbers stand for; null if nobody said it.</param>
/// <param name="isOfBirth">Whether it is a birth, and may be long ago.</param>
/// <param name="set">Sets the field.</param>
/// <param name="get">What the field says.</param>
internal sealed class DateCell(
    NumericDates? order, bool isOfBirth, Action<PersonDraft, ReportedDate> set, Func<Person, ReportedDate?> get) : PersonCell
{
    private const int DayLength = 10;

    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        // A date in numbers takes the form that needs no order to be stated, as in every file that is read.
        string? reason = null;
        if (order is { } stated && NumericDate.TryRead(row[at], stated, decimalComma: true, out string plain, out reason))
        {
            row.Rewrite(at, Encoding.UTF8.GetBytes(plain));
        }

        ReadOnlySpan<byte> cell = row[at];
        if (CellText.TryDayOrNamed(cell, out LocalDate day))
        {
            row.IsEarly |= !isOfBirth && day.Year < Row.FirstYear;
            set(draft, UncertainDate.From(day));
            return cell.Length == DayLength && cell[4] == (byte)'-' ? CellReading.Same : CellReading.Kept;
        }

        string text = row.Text(at);
        if (reason is null && UncertainDate.TryParse(text, out UncertainDate date) && date != UncertainDate.Unknown)
        {
            row.IsEarly |= !isOfBirth && date.Latest is { } last && last.Year < Row.FirstYear;
            set(draft, date);
            return date.ToString() == text ? CellReading.Same : CellReading.Kept;
        }

        if (order is null && NumericDate.LooksLikeOne(cell, out bool isSerial))
        {
            row.Fail(
                MalformationCode.Date,
                isSerial
                    ? "A number is a date only if a spreadsheet counts days so: then state that (ReadOptions.Dates, --dates serial)."
                    : "A date in numbers is read once the order of its day and month is stated (ReadOptions.Dates, --dates dmy or mdy).",
                at);
        }

        set(draft, new(UncertainDate.Unknown, text));
        return CellReading.UnreadSame;
    }

    public override string Write(Person person) =>
        get(person) is not { } reported ? "" : reported.Date == UncertainDate.Unknown ? reported.Wording ?? "" : reported.Date.ToString();
}
