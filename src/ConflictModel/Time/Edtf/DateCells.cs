using System.Numerics;

namespace ConflictModel.Time;

/// <summary>
/// Goes through the days, months, groups of months or years that a term may be, in order of time or backwards, without
/// making a list: one for a definite term, up to millions for <c>XXXX-XX-X1</c>.
/// </summary>
internal struct DateCells
{
    private readonly DateTerm term;
    private readonly SeasonConvention seasons;
    private readonly bool descending;
    private readonly long firstYear;
    private readonly long yearCount;
    private long yearsDone;
    private long year;
    private int month;
    private uint months;
    private uint days;

    public DateCells(DateTerm term, SeasonConvention seasons, bool descending)
    {
        this.term = term;
        this.seasons = seasons;
        this.descending = descending;
        if (term.Wide is { } wide)
        {
            (long first, long last) = wide.Range;
            firstYear = first;
            yearCount = last - first + 1;
        }
        else
        {
            yearCount = term.YearCount;
        }
    }

    /// <summary>The first day of the current cell.</summary>
    public long Start { get; private set; }

    /// <summary>The last day of the current cell.</summary>
    public long End { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            if (days != 0)
            {
                Start = End = Days.Of(year, month, Take(ref days));
                return true;
            }

            if (months != 0)
            {
                month = Take(ref months);
                if (this.term.Precision == DatePrecision.Month)
                {
                    return Cell(Days.Of(year, month, 1), Days.FirstOfMonth(year, month));
                }

                int length = Days.InMonth(year, month);
                days = this.term.PossibleDays & (uint)((2UL << length) - 1);
                continue;
            }

            if (!MoveYear())
            {
                return false;
            }

            if (this.term.Precision == DatePrecision.Year)
            {
                return Cell(Days.Of(year, 1, 1), Days.Of(year + 1, 1, 1));
            }

            if (this.term.IsGroup)
            {
                (int first, int count) = this.seasons.Months(this.term.Month);
                return Cell(Days.FirstOfMonth(year, first), Days.FirstOfMonth(year, first + count));
            }

            months = this.term.PossibleMonths;
        }
    }

    private bool MoveYear()
    {
        while (yearsDone < yearCount)
        {
            long index = this.descending ? yearCount - 1 - yearsDone : yearsDone;
            yearsDone++;
            if (this.term.Wide is not null)
            {
                year = firstYear + index;
            }
            else if (this.term.IsNegative)
            {
                year = -this.term.YearAt((int)(yearCount - 1 - index));
            }
            else
            {
                year = this.term.YearAt((int)index);
            }
            // There is no year -0.
            if (year != 0 || !this.term.IsNegative)
            {
                return true;
            }
        }

        return false;
    }

    private bool Cell(long start, long next)
    {
        Start = start;
        End = next - 1;
        return true;
    }

    private readonly int Take(ref uint set)
    {
        int bit = this.descending ? BitOperations.Log2(set) : BitOperations.TrailingZeroCount(set);
        set &= ~(1U << bit);
        return bit;
    }
}
