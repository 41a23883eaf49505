namespace ConflictModel.Time;

/// <summary>Intervals: a start and an end, either of which may be open (<c>..</c>) or unknown (empty).</summary>
internal ref partial struct DateParser
{
    private bool Interval(DateTerm start, out UncertainDate date)
    {
        date = default;
        int slash = at++;
        if (!End(out DateTerm end))
        {
            return false;
        }

        if (!AtEnd)
        {
            return Unexpected();
        }

        if (start.IsDated && end.IsDated && EndsBeforeStart(start, end))
        {
            return Fail(slash + 1, "the interval ends before it starts");
        }

        date = UncertainDate.Of(start, end, this.text);
        return true;
    }

    /// <summary>Whether every reading of the end is before every reading of the start.</summary>
    private static bool EndsBeforeStart(DateTerm start, DateTerm end)
    {
        if (start.IsPlain && end.IsPlain)
        {
            // What an end leaves open reaches to the end of its year or month.
            int last = end.Precision switch { DatePrecision.Year => 9999, DatePrecision.Month => 99, _ => 0 };
            return start.Number > end.Number + last;
        }

        if (start.Wide is { IsBeyond: true } first && end.Wide is { IsBeyond: true } second)
        {
            return WideYear.Compare(first, leftLatest: false, second, rightLatest: true) > 0;
        }

        return TermRange.Earliest(start, DateConventions.Strict) > TermRange.Latest(end, DateConventions.Strict);
    }
}
