using ConflictModel.Time;
using NodaTime;

namespace ConflictModel;

/// <content>What days the expression allows.</content>
public readonly partial struct UncertainDate
{
    /// <summary>
    /// The first day that may belong to the date, by <see cref="DateConventions.Strict"/>; null where the start is open or unknown,
    /// or outside NodaTime's range.
    /// </summary>
    public LocalDate? Earliest =>
        TryPlain(First, out DateTerm plain)
            ? new LocalDate(plain.Year, Math.Max(plain.Month, 1), Math.Max(plain.Day, 1))
            : Days.ToDate(Limits(DateConventions.Strict).StartFirst);

    /// <summary>
    /// The last day that may belong to the date, by <see cref="DateConventions.Strict"/>; null where the end is open or unknown, or
    /// outside NodaTime's range.
    /// </summary>
    public LocalDate? Latest
    {
        get
        {
            if (!TryPlain(Form is DateForm.Date or DateForm.DateTime ? First : Second, out DateTerm plain))
            {
                return Days.ToDate(Limits(DateConventions.Strict).EndLast);
            }

            int month = plain.Month == 0 ? 12 : plain.Month;
            return new LocalDate(plain.Year, month, plain.Day == 0 ? Days.InMonth(plain.Year, month) : plain.Day);
        }
    }

    /// <summary>When it may have started, by <see cref="DateConventions.Strict"/>.</summary>
    public DateEnd Start => Bounds().Start;

    /// <summary>When it may have ended, by <see cref="DateConventions.Strict"/>.</summary>
    public DateEnd End => Bounds().End;

    /// <summary>The earliest and latest possible start and end.</summary>
    /// <param name="conventions">For seasons and qualifiers; null for <see cref="DateConventions.Strict"/>.</param>
    /// <remarks>
    /// Exact for every form but two, where they may be wider than need be: sets of which one is to be all, with vague members;
    /// and an interval that a convention for seasons turns around gets the limits of both its ends.
    /// A date-time is its day as written, whatever the offset.
    /// </remarks>
    public DateBounds Bounds(DateConventions? conventions = null)
    {
        DateLimits limits = Limits(conventions ?? DateConventions.Strict);
        return new DateBounds(
            new DateEnd(Days.ToDate(limits.StartFirst), Days.ToDate(limits.StartLast), StartKind),
            new DateEnd(Days.ToDate(limits.EndFirst), Days.ToDate(limits.EndLast), EndKind));
    }

    /// <summary>The bounds of a period whose ends are whole, as those of a scope are.</summary>
    /// <remarks>
    /// <c>2024-01/2024-06</c> is both months in full, where <see cref="Bounds"/> lets it begin on any day of January. What an end itself
    /// leaves open stays so: <c>2024-0X/2024-12</c> begins with some month. Any other date has the bounds that it has.
    /// </remarks>
    internal DateBounds WholeBounds()
    {
        DateBounds bounds = Bounds();
        if (Form != DateForm.Interval)
        {
            return bounds;
        }

        DateMember single = default;
        DateMember ends = Members(ref single)[0];
        return new(
            ends.From.IsDated ? End(TermRange.Of(ends.From, DateConventions.Strict), isStart: true) : bounds.Start,
            ends.To.IsDated ? End(TermRange.Of(ends.To, DateConventions.Strict), isStart: false) : bounds.End);

        static DateEnd End(TermRange range, bool isStart) => new(
            Days.ToDate(isStart ? range.StartFirst : range.EndFirst),
            Days.ToDate(isStart ? range.StartLast : range.EndLast), DateEndKind.Dated);
    }

    /// <summary>The common case: an end of a packed form whose limits need no search, no convention and no other calendar.</summary>
    private bool TryPlain(DateTerm term, out DateTerm plain)
    {
        plain = default;
        return this.more is null && term.IsDated && !term.IsGroup && term.TryWhole(out plain) && plain.Year >= -9998;
    }

    private DateEndKind StartKind
    {
        get
        {
            DateMember single = default;
            ReadOnlySpan<DateMember> members = Members(ref single);
            return members[0].From.Kind;
        }
    }

    private DateEndKind EndKind
    {
        get
        {
            DateMember single = default;
            ReadOnlySpan<DateMember> members = Members(ref single);
            return members[^1].To.Kind;
        }
    }

    internal DateLimits Limits(DateConventions conventions)
    {
        if (Form is DateForm.Date or DateForm.DateTime)
        {
            return DateLimits.Of(First, conventions);
        }

        DateMember single = default;
        ReadOnlySpan<DateMember> members = Members(ref single);
        if (Form == DateForm.Interval)
        {
            return DateLimits.OfInterval(members[0].From, members[0].To, conventions);
        }

        var limits = DateLimits.OfMember(members[0], conventions, Form);
        foreach (DateMember member in members[1..])
        {
            var next = DateLimits.OfMember(member, conventions, Form);
            limits = Form == DateForm.OneOf ? limits.Or(next) : limits.And(next);
        }

        return limits;
    }
}
