using System.Numerics;

namespace ConflictModel.Time;

/// <summary>
/// Goes through the days, months, groups of months or years that a term may be, in order of time or backwards, without
/// making a list: one for a definite term, up to millions for <c>XXXX-XX-X1</c>.
/// </summary>
internal struct DateCells
{
    private readonly DateTerm _term;
    private readonly SeasonConvention _seasons;
    private readonly bool _descending;
    private readonly long _firstYear;
    private readonly long _yearCount;
    private long _yearsDone;
    private long _year;
    private int _month;
    private uint _months;
    private uint _days;

    public DateCells(DateTerm term, SeasonConvention seasons, bool descending)
    {
        _term = term;
        _seasons = seasons;
        _descending = descending;
        if (term.Wide is { } wide)
        {
            var (first, last) = wide.Range;
            _firstYear = first;
            _yearCount = last - first + 1;
        }
        else
        {
            _yearCount = term.YearCount;
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
            if (_days != 0)
            {
                Start = End = Days.Of(_year, _month, Take(ref _days));
                return true;
            }

            if (_months != 0)
            {
                _month = Take(ref _months);
                if (_term.Precision == DatePrecision.Month)
                    return Cell(Days.Of(_year, _month, 1), Days.FirstOfMonth(_year, _month));
                var length = Days.InMonth(_year, _month);
                _days = _term.PossibleDays & (uint)((2UL << length) - 1);
                continue;
            }

            if (!MoveYear())
                return false;
            if (_term.Precision == DatePrecision.Year)
                return Cell(Days.Of(_year, 1, 1), Days.Of(_year + 1, 1, 1));
            if (_term.IsGroup)
            {
                var (first, count) = _seasons.Months(_term.Month);
                return Cell(Days.FirstOfMonth(_year, first), Days.FirstOfMonth(_year, first + count));
            }

            _months = _term.PossibleMonths;
        }
    }

    private bool MoveYear()
    {
        while (_yearsDone < _yearCount)
        {
            var index = _descending ? _yearCount - 1 - _yearsDone : _yearsDone;
            _yearsDone++;
            if (_term.Wide is not null)
                _year = _firstYear + index;
            else if (_term.IsNegative)
                _year = -_term.YearAt((int)(_yearCount - 1 - index));
            else
                _year = _term.YearAt((int)index);
            // There is no year -0.
            if (_year != 0 || !_term.IsNegative)
                return true;
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
        var bit = _descending ? BitOperations.Log2(set) : BitOperations.TrailingZeroCount(set);
        set &= ~(1U << bit);
        return bit;
    }
}
