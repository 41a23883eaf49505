using System.Globalization;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Days whose year is a slip, as 0025 for 2025.</summary>
internal static class EarlyDay
{
    /// <summary>The change that gives a day the year that its row has in the column of years; none where that is no better.</summary>
    public static IEnumerable<CellChange> Mended(Row row, int index, LocalDate day, long year)
    {
        if (day.Year >= Row.FirstYear || year is < Row.FirstYear or > 9999
            || day.Day > CalendarSystem.Iso.GetDaysInMonth((int)year, day.Month))
        {
            yield break;
        }

        LocalDate mended = new((int)year, day.Month, day.Day);
        string text = row.WrittenText(index);
        string inPlace = text.Replace(Digits(day.Year), Digits(mended.Year), StringComparison.Ordinal);
        bool isMended = CellText.TryDayOrNamed(inPlace, out LocalDate same) && same == mended;
        yield return new(row.Columns.Names[index], text, isMended ? inPlace : CellText.Of(mended));
    }

    private static string Digits(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
