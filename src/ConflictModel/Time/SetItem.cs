namespace ConflictModel.Time;

/// <summary>
/// A run of values of one kind in a set, or one vague member, in an order and division that depends on the set's content
/// only: <c>[1670..1672]</c> and <c>[1672,1671,1670]</c> give the same items.
/// </summary>
internal readonly record struct SetItem(int Kind, long Low, long High, string Key) : IComparable<SetItem>
{
    private const int Vague = 100;

    public static SetItem[] Normalize(UncertainDate set)
    {
        DateMember[] members = set.ToMembers();
        var items = new SetItem[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            items[i] = Of(members[i]);
        }

        Array.Sort(items);
        int count = 0;
        foreach (SetItem item in items)
        {
            if (count > 0 && items[count - 1].Joins(item))
            {
                items[count - 1] = items[count - 1] with { High = Math.Max(items[count - 1].High, item.High) };
            }
            else
            {
                items[count++] = item;
            }
        }

        return items[..count];
    }

    public int CompareTo(SetItem other)
    {
        int byKind = Kind.CompareTo(other.Kind);
        int byLow = byKind != 0 ? byKind : Low.CompareTo(other.Low);
        int byHigh = byLow != 0 ? byLow : High.CompareTo(other.High);
        return byHigh != 0 ? byHigh : string.CompareOrdinal(Key, other.Key);
    }

    private bool Joins(SetItem next) =>
        Kind == next.Kind && (Kind == Vague ? this == next : next.Low <= High || next.Low - 1 == High);

    private static SetItem Of(DateMember member)
    {
        DateTerm dated = member.From.IsDated ? member.From : member.To;
        bool beyond = dated.Wide is { IsBeyond: true } || member.To.Wide is { IsBeyond: true };
        if (beyond || dated.HasUnspecified || dated.HasQualifiers || dated.Wide is { Significant: > 0 })
        {
            return new SetItem(Vague, (long)member.From.Meaning, (long)member.To.Meaning, Name(member.From) + ".." + Name(member.To));
        }

        (int kind, int perYear, int first) = Scale(dated);
        return new SetItem(
            kind,
            member.From.IsDated ? Index(member.From, perYear, first) : -Days.Infinity,
            member.To.IsDated ? Index(member.To, perYear, first) : Days.Infinity,
            "");
    }

    private static (int Kind, int PerYear, int First) Scale(DateTerm term) => term switch
    {
        { Precision: DatePrecision.Year } => (0, 1, 0),
        { Precision: DatePrecision.Day } => (2, 0, 0),
        { Month: <= 12 } => (1, 12, 1),
        { Month: <= 24 } => (3, 4, 21),
        { Month: <= 28 } => (4, 4, 25),
        { Month: <= 32 } => (5, 4, 29),
        { Month: <= 36 } => (6, 4, 33),
        { Month: <= 39 } => (7, 3, 37),
        _ => (8, 2, 40),
    };

    private static long Index(DateTerm term, int perYear, int first)
    {
        long year = term.Wide is { } wide ? wide.Range.First : term.Year;
        return perYear == 0 ? Days.Of(year, term.Month, term.Day) : (year * perYear) + (perYear == 1 ? 0 : term.Month - first);
    }

    private static string Name(DateTerm term) => term.Wide is not { } wide
        ? ""
        : string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(wide.IsNegative ? "-" : "")}{wide.Digits}L{wide.Length}S{wide.Significant}");
}
