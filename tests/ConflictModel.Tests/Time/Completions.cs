using ConflictModel.Time;

namespace ConflictModel.Tests.Time;

/// <summary>Writes a digit for every X in every way and reads the results: the slow and obvious way to know what a text may mean.</summary>
internal static class Completions
{
    public static List<(long Start, long End)> Of(string text)
    {
        text = text.Replace("?", "").Replace("~", "").Replace("%", "");
        int[] places = Enumerable.Range(0, text.Length).Where(i => text[i] == 'X').ToArray();
        var found = new List<(long, long)>();
        if (places.Length > 5)
        {
            return found;
        }

        char[] chars = text.ToCharArray();
        for (int n = 0; n < (int)Math.Pow(10, places.Length); n++)
        {
            int rest = n;
            foreach (int place in places)
            {
                chars[place] = (char)('0' + (rest % 10));
                rest /= 10;
            }

            // An X in the place of a month stands for a month, not for a season.
            if (Period(new string(chars), text) is { } period)
            {
                found.Add(period);
            }
        }

        return found;
    }

    private static (long Start, long End)? Period(string text, string pattern)
    {
        bool negative = text[0] == '-';
        if (negative)
        {
            text = text[1..];
        }

        string[] parts = text.Split('-');
        int year = int.Parse(parts[0]) * (negative ? -1 : 1);
        if (negative && year == 0)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return (Day(year, 1, 1), Day(year, 12, 31));
        }

        int month = int.Parse(parts[1]);
        if (month > 12 && !pattern.TrimStart('-').Split('-')[1].Contains('X'))
        {
            return GroupOf(year, month);
        }

        if (month is < 1 or > 12)
        {
            return null;
        }

        int length = DateTime.DaysInMonth(2000 + (((year % 400) + 400) % 400), month);
        if (parts.Length == 2)
        {
            return (Day(year, month, 1), Day(year, month, length));
        }

        int day = int.Parse(parts[2]);
        return day < 1 || day > length ? null : (Day(year, month, day), Day(year, month, day));
    }

    private static (long Start, long End) GroupOf(int year, int code)
    {
        var date = UncertainDate.Parse($"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{code}");
        DateLimits limits = date.Limits(DateConventions.Strict);
        return (limits.StartFirst, limits.EndLast);
    }

    /// <summary>Counts days with the framework's own calendar, shifted by whole cycles of 400 years.</summary>
    private static long Day(int year, int month, int day)
    {
        int cycles = (int)Math.Floor((year - 2000) / 400.0);
        var shifted = new DateTime(year - (cycles * 400), month, day);
        return (shifted - DateTime.UnixEpoch).Days + (cycles * 146_097L);
    }
}
