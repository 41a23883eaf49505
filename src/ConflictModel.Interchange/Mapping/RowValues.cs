using System.Text;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The values of a row's cells; a cell that can't be read makes the row malformed, and an empty one says nothing.</summary>
internal static class RowValues
{
    /// <summary>Longer ids leave no room for a prefix.</summary>
    private const int MaxId = 150;

    /// <summary>A count of people; null for an empty cell.</summary>
    public static long? Count(this Row row, int index)
    {
        ReadOnlySpan<byte> cell = row[index];
        if (cell.IsEmpty)
        {
            return null;
        }

        if (CellText.TryCount(cell, out long count))
        {
            return count;
        }

        row.Fail(MalformationCode.Number, $"'{row.Text(index)}' is not a count of people.", index);
        return null;
    }

    /// <summary>A code from 1 to <paramref name="last"/>; 0 for an empty cell.</summary>
    public static int Code(this Row row, int index, int last, string name)
    {
        ReadOnlySpan<byte> cell = row[index];
        if (cell.IsEmpty)
        {
            return 0;
        }

        if (!CellText.TryCode(cell, last, out int code))
        {
            row.Fail(
                MalformationCode.UnknownCode,
                FormattableString.Invariant($"{name} '{row.Text(index)}' is not a code; valid codes are 1 to {last}."),
                index);
        }

        return code;
    }

    /// <summary>A day; null for an empty cell.</summary>
    public static LocalDate? Day(this Row row, int index)
    {
        ReadOnlySpan<byte> cell = row[index];
        if (cell.IsEmpty)
        {
            return null;
        }

        if (CellText.TryDayOrNamed(cell, out LocalDate day))
        {
            row.IsEarly |= day.Year < Row.FirstYear;
            return day;
        }

        string reason = !NumericDate.LooksLikeOne(cell, out bool isSerial) ? "is not a date such as 2016-01-31."
            : isSerial ? "is a date only if it is a spreadsheet's number of a day: then state that (ReadOptions.Dates, --dates serial)."
            : "is read once the order of its day and month is stated (ReadOptions.Dates, --dates dmy or mdy).";
        row.Fail(MalformationCode.Date, $"'{row.Text(index)}' {reason}", index);
        return null;
    }

    /// <summary>The year of a row that is about one, from 1 to 9999; 0 if it is malformed, for an empty cell is.</summary>
    public static int Year(this Row row, int index)
    {
        if (CellText.TryCode(row[index], 9999, out int year))
        {
            return year;
        }

        row.Fail(MalformationCode.Date, index < 0 ? "There is no column of years." : $"'{row.Text(index)}' is not a year.", index);
        return 0;
    }

    /// <summary>The point of a latitude and a longitude; null if both are empty.</summary>
    public static Coordinates? Point(this Row row, int latitude, int longitude)
    {
        ReadOnlySpan<byte> north = row[latitude];
        ReadOnlySpan<byte> east = row[longitude];
        if (north.IsEmpty && east.IsEmpty)
        {
            return null;
        }

        if (!CellText.TryDegrees(north, 90, out double degreesNorth))
        {
            row.Fail(MalformationCode.Number, $"'{row.Text(latitude)}' is not a latitude in degrees.", latitude);
            return null;
        }

        if (!CellText.TryDegrees(east, 180, out double degreesEast))
        {
            row.Fail(MalformationCode.Number, $"'{row.Text(longitude)}' is not a longitude in degrees.", longitude);
            return null;
        }

        return new(degreesNorth, degreesEast);
    }

    /// <summary>
    /// Holds that a cell is an id that a record can bear: whoever makes a record of the row or names it needs one, and a table does not.
    /// </summary>
    public static void CheckId(this Row row, int index, string column)
    {
        ReadOnlySpan<byte> id = CellText.Id(row[index]);
        if (id.IsEmpty)
        {
            row.Fail(
                MalformationCode.Id,
                index < 0 ? $"The id is missing: there is no column '{column}'." : $"The id is missing: '{column}' is empty.",
                index);
        }
        else if (id.Length > MaxId
            || (Ascii.IsValid(id) ? id.ContainsAnyInRange((byte)0, (byte)' ') || id.Contains((byte)0x7F) : !IsId(row.Text(index))))
        {
            row.Fail(MalformationCode.Id, $"'{row.Text(index)}' is not an id.", index);
        }

        static bool IsId(string text) => IncidentId.TryParse(text, null, out _);
    }

    /// <summary>A cell's id as text, without a fraction of zeros behind its number.</summary>
    public static string IdOf(this Row row, int index)
    {
        ReadOnlySpan<byte> id = CellText.Id(row[index]);
        return id.SequenceEqual(row[index]) ? row.Text(index) : Encoding.UTF8.GetString(id);
    }
}
