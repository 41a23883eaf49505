namespace ConflictModel.Time;

/// <summary>Writes packed terms as they were read.</summary>
internal ref struct DateWriter(Span<char> buffer)
{
    /// <summary>An interval of two dates with a sign and six qualifiers each.</summary>
    public const int MaxLength = 40;

    private readonly Span<char> buffer = buffer;

    public int Length { get; private set; }

    public void Char(char c) => this.buffer[Length++] = c;

    public void Term(DateTerm term)
    {
        if (term.Kind == DateEndKind.Open)
        {
            Char('.');
            Char('.');
        }

        if (!term.IsDated)
        {
            return;
        }

        Qualifier(term.Qualifier(0));
        if (term.IsNegative)
        {
            Char('-');
        }

        Digits(term.YearDigits, term.YearMask, 1000);
        Qualifier(term.Qualifier(1));
        if (!term.HasMonth)
        {
            return;
        }

        WritePart(term.Month, term.MonthMask, term, 2);
        if (term.Precision == DatePrecision.Day)
        {
            WritePart(term.Day, term.DayMask, term, 4);
        }
    }

    public void Time(ClockTime time)
    {
        Char('T');
        Digits(time.Hour, 0, 10);
        Char(':');
        Digits(time.Minute, 0, 10);
        Char(':');
        Digits(time.Second, 0, 10);
        if (time.Style == ShiftStyle.Utc)
        {
            Char('Z');
        }

        if (!time.HasOffset)
        {
            return;
        }

        Char(time.Offset < 0 ? '-' : '+');
        Digits(Math.Abs(time.Offset) / 60, 0, 10);
        if (time.Style == ShiftStyle.Hours)
        {
            return;
        }

        Char(':');
        Digits(Math.Abs(time.Offset) % 60, 0, 10);
    }

    private void WritePart(int value, int mask, DateTerm term, int slot)
    {
        Char('-');
        Qualifier(term.Qualifier(slot));
        Digits(value, mask, 10);
        Qualifier(term.Qualifier(slot + 1));
    }

    private void Digits(int value, int mask, int place)
    {
        for (int bit = place == 1000 ? 8 : 2; place > 0; place /= 10, bit >>= 1)
        {
            Char((mask & bit) != 0 ? 'X' : (char)('0' + (value / place % 10)));
        }
    }

    private void Qualifier(DateQualifiers qualifier)
    {
        if (qualifier != DateQualifiers.None)
        {
            Char(qualifier switch { DateQualifiers.Uncertain => '?', DateQualifiers.Approximate => '~', _ => '%' });
        }
    }
}
