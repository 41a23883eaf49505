namespace ConflictModel.Time;

/// <summary>Reads EDTF in one pass from left to right. Every failure is a position and a reason, never an exception.</summary>
internal ref partial struct DateParser
{
    private readonly ReadOnlySpan<char> text;
    private int at;
    private DateParseError error;

    private DateParser(ReadOnlySpan<char> text) => this.text = text;

    private readonly bool AtEnd => at >= this.text.Length;

    private readonly char Next => at < this.text.Length ? this.text[at] : '\0';

    public static bool TryParse(ReadOnlySpan<char> text, out UncertainDate date, out DateParseError error)
    {
        error = default;
        if (TryPlain(text, out DateTerm term))
        {
            date = UncertainDate.Of(term);
            return true;
        }

        var parser = new DateParser(text);
        if (parser.Expression(out date))
        {
            return true;
        }

        date = default;
        error = parser.error;
        return false;
    }

    private bool Expression(out UncertainDate date)
    {
        date = default;
        if (this.text.IsEmpty)
        {
            return Fail(0, "an empty text is not a date; write / for an unknown one");
        }

        if (this.text.Length > UncertainDate.MaxLength)
        {
            return Fail(UncertainDate.MaxLength, "the text is too long");
        }

        if (Next is '[' or '{')
        {
            return Set(out date);
        }

        if (!End(out DateTerm term))
        {
            return false;
        }

        if (Next == '/')
        {
            return Interval(term, out date);
        }

        if (!term.IsDated)
        {
            return Fail(at, "an open or unknown end is allowed only in an interval");
        }

        if (Next == 'T')
        {
            return DateAndTime(term, out date);
        }

        date = UncertainDate.Of(term);
        return AtEnd || Unexpected();
    }

    /// <summary>A date, or what may stand in its place in an interval: two points, or nothing before the slash or at the end.</summary>
    private bool End(out DateTerm term)
    {
        term = default;
        if (AtEnd || Next == '/')
        {
            return true;
        }

        if (Next != '.')
        {
            return Term(out term) || HintOfOlderDraft();
        }

        term = DateTerm.Open;
        return TwoPoints();
    }

    /// <summary>The words of the draft of 2012 for an end: the reason then says what the standard writes.</summary>
    private bool HintOfOlderDraft()
    {
        ReadOnlySpan<char> rest = this.text[at..];
        return rest.StartsWith("open", StringComparison.OrdinalIgnoreCase) ? Fail(at, "an open end is written .. and not as a word")
            : rest.StartsWith("unknown", StringComparison.OrdinalIgnoreCase) ? Fail(at, "an unknown end is left empty, as in 2019/")
            : false;
    }

    private bool TwoPoints()
    {
        if (at + 1 >= this.text.Length || this.text[at + 1] != '.')
        {
            return Fail(at + 1, "an open end is written with two dots");
        }

        at += 2;
        return true;
    }

    private readonly bool IsTwoPoints => Next == '.' && at + 1 < this.text.Length && this.text[at + 1] == '.';

    private bool Fail(int position, string reason)
    {
        this.error = new DateParseError(Math.Min(position, this.text.Length), reason);
        return false;
    }

    private bool Unexpected() => Fail(at, Next switch
    {
        '/' => "an interval has one slash",
        '?' or '~' or '%' => "only one qualifier is allowed here; uncertain and approximate together is %",
        ' ' => "a date may not contain spaces",
        'T' => "a time of day may only follow a single whole date",
        'X' or 'x' or 'u' => "an unspecified digit is a capital X in the place of a digit",
        >= '0' and <= '9' => "too many digits",
        '-' => "nothing more is allowed here",
        _ => "this character is not allowed here",
    });

    /// <summary>The common forms YYYY, YYYY-MM and YYYY-MM-DD, without qualifiers, X, groups or sign.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, out DateTerm term)
    {
        term = default;
        if (text.Length is not (10 or 7 or 4))
        {
            return false;
        }

        int a = text[0] - '0', b = text[1] - '0', c = text[2] - '0', d = text[3] - '0';
        if (a is < 0 or > 9 || b is < 0 or > 9 || c is < 0 or > 9 || d is < 0 or > 9)
        {
            return false;
        }

        int year = (((((a * 10) + b) * 10) + c) * 10) + d;
        if (text.Length == 4)
        {
            term = DateTerm.Plain(year);
            return true;
        }

        int e = text[5] - '0', f = text[6] - '0';
        if (text[4] != '-' || e is < 0 or > 9 || f is < 0 or > 9)
        {
            return false;
        }

        int month = (e * 10) + f;
        if (month is < 1 or > 12)
        {
            return false;
        }

        if (text.Length == 7)
        {
            term = DateTerm.Plain(year, month);
            return true;
        }

        int g = text[8] - '0', h = text[9] - '0';
        if (text[7] != '-' || g is < 0 or > 9 || h is < 0 or > 9)
        {
            return false;
        }

        int day = (g * 10) + h;
        if (day < 1 || (day > 28 && day > Days.InMonth(year, month)))
        {
            return false;
        }

        term = DateTerm.Plain(year, month, day);
        return true;
    }
}
