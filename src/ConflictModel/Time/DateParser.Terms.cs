namespace ConflictModel.Time;

/// <summary>Dates: year, month or sub-year group, day, with qualifiers on either side and unspecified digits.</summary>
internal ref partial struct DateParser
{
    private bool Term(out DateTerm term)
    {
        term = default;
        DateQualifiers left = Qualifier();
        if (Next == 'Y')
        {
            return PrefixedYear(left, out term);
        }

        bool negative = Next == '-';
        if (negative)
        {
            at++;
        }

        int start = at;
        if (!Digits(4, "a year has four digits", out int year, out int mask))
        {
            return false;
        }

        if (Next is >= '0' and <= '9' or 'X')
        {
            return Fail(at, "a year of more than four digits is written with Y in front");
        }

        if (negative && year == 0 && mask == 0)
        {
            return Fail(start, "the year zero has no sign");
        }

        term = DateTerm.OfYear(year, mask, negative).WithQualifier(0, left);
        if (Next == 'S')
        {
            return SignificantYear(start, negative, ref term);
        }

        term = term.WithQualifier(1, Qualifier());
        return Next != '-' || MonthAndDay(ref term);
    }

    private bool MonthAndDay(ref DateTerm term)
    {
        at++;
        DateQualifiers left = Qualifier();
        int start = at;
        if (!Digits(2, "a month has two digits", out int month, out int mask))
        {
            return false;
        }

        if (mask == 0 && month is not ((>= 1 and <= 12) or (>= 21 and <= 41)))
        {
            return Fail(start, "a month is 01 to 12, and a season, quarter, four-month period or half is 21 to 41");
        }

        if (month > 41)
        {
            return Fail(start, "no month has these digits");
        }

        term = term.WithMonth(month, mask).WithQualifier(2, left).WithQualifier(3, Qualifier());
        if (mask != 0 && term.PossibleMonths == 0)
        {
            return Fail(start, "no month has these digits");
        }

        if (Next != '-')
        {
            return true;
        }

        if (term.IsGroup)
        {
            return Fail(at, "a season, quarter, four-month period or half has no day");
        }

        return DayOfMonth(ref term);
    }

    private bool DayOfMonth(ref DateTerm term)
    {
        at++;
        DateQualifiers left = Qualifier();
        int start = at;
        if (!Digits(2, "a day has two digits", out int day, out int mask))
        {
            return false;
        }

        if (mask == 0 && day is < 1 or > 31)
        {
            return Fail(start, "a day is 01 to 31");
        }

        if (day > 31)
        {
            return Fail(start, "no date has these digits");
        }

        term = term.WithDay(day, mask).WithQualifier(4, left).WithQualifier(5, Qualifier());
        // Every month has some day, so a wholly unspecified one needs no search.
        if (mask == 3)
        {
            return true;
        }

        if (term.HasUnspecified)
        {
            return new DateCells(term, SeasonConvention.MeteorologicalNorth, descending: false).MoveNext()
                || Fail(start, "no date has these digits");
        }

        return day <= Days.InMonth(term.Year, term.Month) || Fail(start, "the month has no such day");
    }

    private DateQualifiers Qualifier()
    {
        DateQualifiers qualifier = Next switch
        {
            '?' => DateQualifiers.Uncertain,
            '~' => DateQualifiers.Approximate,
            '%' => DateQualifiers.Uncertain | DateQualifiers.Approximate,
            _ => DateQualifiers.None,
        };
        if (qualifier != DateQualifiers.None)
        {
            at++;
        }

        return qualifier;
    }

    /// <summary>Reads so many digits or X; an X counts as 0 and sets its bit in the mask, the last digit being bit 0.</summary>
    private bool Digits(int count, string reason, out int value, out int mask)
    {
        value = 0;
        mask = 0;
        for (int i = 0; i < count; i++, at++)
        {
            char c = Next;
            if (c is not ('X' or (>= '0' and <= '9')))
            {
                return Fail(at, c is '?' or '~' or '%' && i == 0 ? "only one qualifier is allowed here" : reason);
            }

            value = (value * 10) + (c == 'X' ? 0 : c - '0');
            mask = (mask << 1) | (c == 'X' ? 1 : 0);
        }

        return true;
    }
}
