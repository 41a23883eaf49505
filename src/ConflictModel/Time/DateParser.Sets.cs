namespace ConflictModel.Time;

/// <summary>Sets: <c>[..]</c> is one of its members, <c>{..}</c> all of them; members are dates and ranges of dates.</summary>
internal ref partial struct DateParser
{
    private bool Set(out UncertainDate date)
    {
        date = default;
        DateForm form = Next == '[' ? DateForm.OneOf : DateForm.AllOf;
        char close = form == DateForm.OneOf ? ']' : '}';
        at++;
        List<DateMember>? members = null;
        DateMember member = default;
        while (true)
        {
            if (!Member(members is null, close, out member))
            {
                return false;
            }

            members?.Add(member);
            if (Next == close)
            {
                break;
            }

            if (AtEnd)
            {
                return Fail(at, form == DateForm.OneOf ? "the set is not closed with ]" : "the set is not closed with }");
            }

            if (Next != ',')
            {
                return Unexpected();
            }

            if (member.To.Kind == DateEndKind.Open)
            {
                return Fail(at, "only the last member may be open to later dates");
            }

            members ??= [member];
            at++;
        }

        at++;
        if (!AtEnd)
        {
            return Unexpected();
        }

        date = members is null ? UncertainDate.Of(form, member, this.text) : UncertainDate.Of(form, [.. members], this.text);
        return true;
    }

    private bool Member(bool first, char close, out DateMember member)
    {
        member = default;
        int start = at;
        if (Next == '/')
        {
            return Fail(at, "a set may not contain an interval");
        }

        if (Next == '.')
        {
            if (!TwoPoints())
            {
                return false;
            }

            if (!first)
            {
                return Fail(start, "only the first member may be open to earlier dates");
            }

            if (Next == close || Next == ',' || AtEnd)
            {
                return Fail(at, "a date must follow the two dots");
            }

            if (!Term(out DateTerm until))
            {
                return false;
            }

            member = new DateMember(DateTerm.Open, until);
            return IsTwoPoints ? Fail(at, "a range is open on one side only") : RangeEnd(start + 2, until) && NoInterval();
        }

        if (!Term(out DateTerm from))
        {
            return false;
        }

        member = new DateMember(from, from);
        if (!IsTwoPoints)
        {
            return NoInterval();
        }

        if (!RangeEnd(start, from))
        {
            return false;
        }

        at += 2;
        if (Next == close || Next == ',' || AtEnd)
        {
            member = new DateMember(from, DateTerm.Open);
            return true;
        }

        int second = at;
        if (!Term(out DateTerm to) || !RangeEnd(second, to))
        {
            return false;
        }

        member = new DateMember(from, to);
        return RangeOrder(second, from, to) && NoInterval();
    }

    private bool NoInterval() => Next switch
    {
        '/' => Fail(at, "a set may not contain an interval"),
        'T' => Fail(at, "a set may not contain a time of day"),
        _ => true,
    };

    /// <summary>A range counts from one definite value to another, so neither may be vague.</summary>
    private bool RangeEnd(int position, DateTerm term)
    {
        if (term.HasUnspecified || term.Wide is { Significant: > 0 })
        {
            return Fail(position, "a range in a set begins and ends with dates whose digits are all specified");
        }

        return !term.HasQualifiers || Fail(position, "a range in a set begins and ends with dates without qualifiers");
    }

    private bool RangeOrder(int position, DateTerm from, DateTerm to)
    {
        if (from.Precision != to.Precision || GroupKind(from.Month) != GroupKind(to.Month))
        {
            return Fail(position, "a range in a set begins and ends with dates of one kind");
        }

        if (EndsBeforeStart(from, to))
        {
            return Fail(position, "the range ends before it starts");
        }

        return true;
    }

    private static int GroupKind(int month) => month switch
    {
        <= 12 => 0,
        <= 24 => 1,
        <= 28 => 2,
        <= 32 => 3,
        <= 36 => 4,
        <= 39 => 5,
        _ => 6,
    };
}
