namespace ConflictModel.Time;

/// <summary>Years that need more than four digits: the prefix Y, exponents and significant digits.</summary>
internal ref partial struct DateParser
{
    private const int MaxExponent = 999_999_999;

    private bool PrefixedYear(DateQualifiers left, out DateTerm term)
    {
        term = default;
        int start = at++;
        bool negative = Next == '-';
        if (negative)
        {
            at++;
        }

        int first = at;
        ReadOnlySpan<char> digits = Number();
        if (digits.IsEmpty)
        {
            return Fail(at, "a year must follow the Y");
        }

        if (digits[0] == '0')
        {
            return Fail(first, "a year with Y may not begin with zero");
        }

        int exponent = 0;
        if (Next == 'E')
        {
            at++;
            if (!PositiveNumber("a positive number follows the E", out exponent))
            {
                return false;
            }

            if (exponent > MaxExponent)
            {
                return Fail(at, "the exponent is too large");
            }
        }
        else if (digits.Length <= 4)
        {
            return Fail(first, "a year of four digits or fewer is written without Y");
        }

        return Wide(start, digits, negative, exponent, left, ref term);
    }

    private bool SignificantYear(int start, bool negative, ref DateTerm term)
    {
        if (term.HasUnspecified)
        {
            return Fail(at, "a year with unspecified digits has no significant digits");
        }

        return Wide(negative ? start - 1 : start, this.text.Slice(start, 4), negative, 0, term.Qualifier(0), ref term);
    }

    private bool Wide(int start, ReadOnlySpan<char> digits, bool negative, int exponent, DateQualifiers left, ref DateTerm term)
    {
        int significant = 0;
        if (Next == 'S')
        {
            at++;
            if (!PositiveNumber("a positive number of digits follows the S", out significant))
            {
                return false;
            }
        }

        long length = (long)digits.Length + exponent;
        var year = new WideYear
        {
            Text = this.text[start..at].ToString(),
            IsNegative = negative,
            Digits = digits.TrimEnd('0').ToString(),
            Length = length,
            Significant = significant,
            Level = exponent != 0 || significant != 0 ? 2 : 1,
        };
        // A year that four digits hold is the same year however it is written.
        int plain = length <= 4 && significant == 0 ? (int)year.Range.Last : 0;
        term = DateTerm.OfYear(Math.Abs(plain), 0, plain < 0).WithWide(year)
            .WithQualifier(0, left).WithQualifier(1, Qualifier());
        return Next != '-' || Fail(at, "a year with Y or significant digits has no month");
    }

    private ReadOnlySpan<char> Number()
    {
        int start = at;
        while (Next is >= '0' and <= '9')
        {
            at++;
        }

        return this.text[start..at];
    }

    /// <summary>Reads a positive number without leading zeros; one that is too large counts as the largest.</summary>
    private bool PositiveNumber(string reason, out int value)
    {
        int start = at;
        ReadOnlySpan<char> digits = Number();
        value = 0;
        if (digits.IsEmpty || digits[0] == '0')
        {
            return Fail(start, reason);
        }

        long sum = 0L;
        foreach (char digit in digits)
        {
            sum = Math.Min((sum * 10) + (digit - '0'), int.MaxValue);
        }

        value = (int)sum;
        return true;
    }
}
