namespace ConflictModel.Time;

/// <summary>Times of day: <c>T23:20:30</c>, then nothing, <c>Z</c>, or an offset of hours or hours and minutes.</summary>
internal ref partial struct DateParser
{
    private bool DateAndTime(DateTerm term, out UncertainDate date)
    {
        date = default;
        if (term.Precision != DatePrecision.Day)
        {
            return Fail(at, "a time of day needs a day");
        }

        if (term.HasUnspecified || term.HasQualifiers)
        {
            return Fail(at, "a date with a time of day has no unspecified digits and no qualifiers");
        }

        at++;
        int start = at;
        if (!Two(24, "an hour is 00 to 24", out int hour) || !Colon()
            || !Two(59, "a minute is 00 to 59", out int minute) || !Colon()
            || !Two(60, "a second is 00 to 59, or 60 in a leap second", out int second))
        {
            return false;
        }

        if (hour == 24 && (minute != 0 || second != 0))
        {
            return Fail(start, "hour 24 is only the end of a day, 24:00:00");
        }

        if (!Shift(out ShiftStyle style, out int offset))
        {
            return false;
        }

        if (second == 60 && !IsLeapSecond((hour * 60) + minute, style, offset))
        {
            return Fail(start + 6, "a leap second comes at 23:59:60 of UTC only");
        }

        date = UncertainDate.Of(term, new ClockTime(hour, minute, second, style, offset));
        return AtEnd || Unexpected();
    }

    private static bool IsLeapSecond(int minuteOfDay, ShiftStyle style, int offset) =>
        style == ShiftStyle.None ? minuteOfDay % 15 == 14 : (minuteOfDay - offset + 2880) % 1440 == 1439;

    private bool Shift(out ShiftStyle style, out int minutes)
    {
        style = ShiftStyle.None;
        minutes = 0;
        if (Next == 'Z')
        {
            at++;
            style = ShiftStyle.Utc;
            return true;
        }

        if (Next is not ('+' or '-'))
        {
            return true;
        }

        int start = at;
        bool negative = Next == '-';
        at++;
        if (!Two(18, "the hours of an offset are 00 to 18", out int hours))
        {
            return false;
        }

        style = ShiftStyle.Hours;
        if (Next == ':')
        {
            at++;
            style = ShiftStyle.Minutes;
            if (!Two(59, "the minutes of an offset are 00 to 59", out minutes))
            {
                return false;
            }
        }

        minutes += hours * 60;
        if (minutes > 18 * 60)
        {
            return Fail(start, "an offset is at most 18 hours");
        }

        if (negative && minutes == 0)
        {
            return Fail(start, "an offset of zero is written with a plus");
        }

        minutes = negative ? -minutes : minutes;
        return true;
    }

    private bool Two(int max, string reason, out int value)
    {
        int start = at;
        if (!Digits(2, reason, out value, out int mask))
        {
            return false;
        }

        return (mask == 0 && value <= max) || Fail(start, reason);
    }

    private bool Colon()
    {
        if (Next != ':')
        {
            return Fail(at, "a time of day is written hh:mm:ss");
        }

        at++;
        return true;
    }
}
