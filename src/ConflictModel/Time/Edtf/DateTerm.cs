using System.Numerics;

namespace ConflictModel.Time;

/// <summary>
/// One date expression packed into 64 bits as it was written: the digits, which of them are X, and the qualifiers on
/// either side of each part. Years that need Y, E or S keep their text beside it.
/// </summary>
/// <remarks>
/// Bits: year 0-13, its X digits 14-17, minus 18, month or sub-year group 19-24, its X digits 25-26, day 27-31, its X digits
/// 32-33, precision 34-35, six qualifiers of two bits 36-47, kind of end 48-49. An X counts as the digit 0 in the number.
/// </remarks>
internal readonly struct DateTerm(ulong bits, WideYear? wide = null)
{
    public const ulong Mask = (1UL << 50) - 1;

    private const ulong UnspecifiedBits = (15UL << 14) | (3UL << 25) | (3UL << 32);
    private const ulong QualifierBits = 4095UL << 36;
    private const ulong DatedBit = (ulong)DateEndKind.Dated << 48;

    public static readonly DateTerm Open = new((ulong)DateEndKind.Open << 48);

    public ulong Bits => bits;

    public WideYear? Wide => wide;

    public DateEndKind Kind => (DateEndKind)((bits >> 48) & 3);

    public bool IsDated => Kind == DateEndKind.Dated;

    public bool HasUnspecified => (bits & UnspecifiedBits) != 0;

    public bool HasQualifiers => (bits & QualifierBits) != 0;

    public DatePrecision Precision => (DatePrecision)((bits >> 34) & 3);

    /// <summary>Whether it says more than the year: a month or a group of months, and perhaps a day.</summary>
    public bool HasMonth => Precision is DatePrecision.Month or DatePrecision.Day;

    /// <summary>How many of year, month and day it has.</summary>
    public int PartCount => (int)Precision;

    public bool IsNegative => (bits & (1UL << 18)) != 0;

    public int YearDigits => (int)(bits & 0x3FFF);

    public int YearMask => (int)((bits >> 14) & 15);

    public int Month => (int)((bits >> 19) & 63);

    public int MonthMask => (int)((bits >> 25) & 3);

    public int Day => (int)((bits >> 27) & 31);

    public int DayMask => (int)((bits >> 32) & 3);

    /// <summary>The year with its sign; meaningful without X digits.</summary>
    public int Year => IsNegative ? -YearDigits : YearDigits;

    public bool IsGroup => Month > 12;

    public bool IsSeason => Month is >= 21 and <= 32;

    /// <summary>Whether the digits alone order it: a year from 0 to 9999, with month and day perhaps, all specified.</summary>
    public bool IsPlain => wide is null && !HasUnspecified && !IsNegative && !IsGroup;

    /// <summary>A plain term as the number YYYYMMDD, with zeros for what it leaves out.</summary>
    public int Number => (YearDigits * 10_000) + (Month * 100) + Day;

    public static DateTerm OfYear(int digits, int mask, bool negative) =>
        new(DatedBit | ((ulong)DatePrecision.Year << 34) | (uint)digits | ((ulong)mask << 14) | (negative ? 1UL << 18 : 0));

    /// <summary>A plain date; month and day are 0 where there are none.</summary>
    public static DateTerm Plain(int year, int month = 0, int day = 0)
    {
        DateTerm term = OfYear(Math.Abs(year), 0, year < 0);
        if (month != 0)
        {
            term = term.WithMonth(month, 0);
        }

        return day == 0 ? term : term.WithDay(day, 0);
    }

    public DateTerm WithMonth(int month, int mask) =>
        new((bits & ~(3UL << 34)) | ((ulong)DatePrecision.Month << 34) | ((ulong)month << 19) | ((ulong)mask << 25), wide);

    public DateTerm WithDay(int day, int mask) =>
        new(bits | ((ulong)DatePrecision.Day << 34) | ((ulong)day << 27) | ((ulong)mask << 32), wide);

    public DateTerm WithWide(WideYear year) => new(bits, year);

    /// <summary>Sets a qualifier as written; slots are year left, year right, month left and so on.</summary>
    public DateTerm WithQualifier(int slot, DateQualifiers qualifier) =>
        new(bits | ((ulong)qualifier << (36 + (slot * 2))), wide);

    public DateQualifiers Qualifier(int slot) => (DateQualifiers)((bits >> (36 + (slot * 2))) & 3);

    /// <summary>
    /// The qualifiers that bear on a part (0 year, 1 month, 2 day): its own on the left, and any on the right of it or of a
    /// later part, since one on the right holds for all parts before it.
    /// </summary>
    public DateQualifiers QualifiersOf(int part)
    {
        DateQualifiers all = Qualifier(part * 2);
        for (int later = part; later < 3; later++)
        {
            all |= Qualifier((later * 2) + 1);
        }

        return all;
    }

    public DateQualifiers AllQualifiers =>
        HasQualifiers ? QualifiersOf(0) | QualifiersOf(1) | QualifiersOf(2) : DateQualifiers.None;

    /// <summary>The same for terms that mean the same: qualifiers are spelled out per part.</summary>
    public ulong Meaning
    {
        get
        {
            if (!HasQualifiers)
            {
                return bits & Mask;
            }

            ulong plain = bits & Mask & ~QualifierBits;
            for (int part = 0; part < PartCount; part++)
            {
                plain |= (ulong)QualifiersOf(part) << (36 + (part * 4));
            }

            return plain;
        }
    }

    /// <summary>The lowest EDTF level that has this expression.</summary>
    public int Level
    {
        get
        {
            if (!IsDated)
            {
                return 1;
            }

            int level = IsNegative ? 1 : 0;
            if (wide is not null)
            {
                level = Math.Max(level, wide.Level);
            }

            if (IsGroup)
            {
                level = Math.Max(level, Month <= 24 ? 1 : 2);
            }

            if (HasQualifiers)
            {
                level = Math.Max(level, (bits & QualifierBits & ~(3UL << (32 + (PartCount * 4) + 2))) == 0 ? 1 : 2);
            }

            return HasUnspecified ? Math.Max(level, UnspecifiedLevel) : level;
        }
    }

    /// <summary>Level 1 has X only from the right: up to two digits of a bare year, a whole day, a whole month, or both.</summary>
    private int UnspecifiedLevel => (Precision, YearMask, MonthMask, DayMask) switch
    {
        (DatePrecision.Year, 1 or 3, _, _) => 1,
        (DatePrecision.Month, 0, 3, _) => 1,
        (DatePrecision.Day, 0, 0 or 3, 3) => 1,
        _ => 2,
    };

    /// <summary>
    /// A term without unspecified digits that has the same first and last day: <c>2024-07-XX</c> reaches as far as <c>2024-07</c>.
    /// False if there is none.
    /// </summary>
    public bool TryWhole(out DateTerm whole)
    {
        const ulong day = (31UL << 27) | (3UL << 32);
        const ulong month = (63UL << 19) | (3UL << 25);
        ulong left = bits;
        DatePrecision precision = Precision;
        if (precision == DatePrecision.Day && DayMask == 3)
        {
            left &= ~day;
            precision = DatePrecision.Month;
        }

        if (precision == DatePrecision.Month && MonthMask == 3)
        {
            left &= ~month;
            precision = DatePrecision.Year;
        }

        whole = new DateTerm((left & ~(3UL << 34)) | ((ulong)precision << 34), wide);
        return !whole.HasUnspecified;
    }

    /// <summary>The months that the digits allow, as bits 1 to 12.</summary>
    public uint PossibleMonths => Matching(Month, MonthMask, 12);

    /// <summary>The days of a month that the digits allow, as bits 1 to 31.</summary>
    public uint PossibleDays => Matching(Day, DayMask, 31);

    /// <summary>How many years the digits allow.</summary>
    public int YearCount => BitOperations.PopCount((uint)YearMask) switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => 10_000 };

    /// <summary>The n-th of the years that the digits allow, without sign, in ascending order.</summary>
    public int YearAt(int index)
    {
        int year = YearDigits;
        for (int mask = YearMask, place = 1; mask != 0; mask >>= 1, place *= 10)
        {
            if ((mask & 1) == 0)
            {
                continue;
            }

            year += index % 10 * place;
            index /= 10;
        }

        return year;
    }

    private static uint Matching(int digits, int mask, int max)
    {
        if (mask == 0)
        {
            return 1U << digits;
        }

        uint result = 0U;
        for (int n = 1; n <= max; n++)
        {
            bool tens = (mask & 2) != 0 || n / 10 == digits / 10;
            bool ones = (mask & 1) != 0 || n % 10 == digits % 10;
            if (tens && ones)
            {
                result |= 1U << n;
            }
        }

        return result;
    }
}
