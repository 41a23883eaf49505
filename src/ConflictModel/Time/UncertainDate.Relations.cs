using ConflictModel.Time;

namespace ConflictModel;

/// <content>Three-valued relations, with Allen's interval algebra underneath.</content>
/// <remarks>
/// Each question is answered over all readings of both dates, taken independently: yes if it holds for every pair, no if for
/// none. So a vague date is not certainly the same as itself. All are at the grain of days, a date-time being its day as
/// written. A date without smaller parts is the whole of its period: <c>2024-06</c> contains <c>2024-06-15</c>, while
/// <c>2024-06-XX</c> may or may not be that day. A set of which all are meant has its own days and not those between them:
/// <c>{2019,2021}</c> does not contain 2020; only before it, after it and Allen's relations take it from its first day to its last.
/// </remarks>
public readonly partial struct UncertainDate
{
    /// <summary>Every way in which this may lie to another.</summary>
    /// <param name="other">The other date.</param>
    /// <param name="conventions">For seasons and qualifiers; null for <see cref="DateConventions.Strict"/>.</param>
    /// <remarks>
    /// Exact for dates with up to some thousands of readings. Beyond, and for sets of which all are meant with vague members, and
    /// open ranges of months or years in a set, the answer may hold relations that no pair of readings has, never lack one.
    /// </remarks>
    public AllenRelations RelationsTo(UncertainDate other, DateConventions? conventions = null)
    {
        conventions ??= DateConventions.Strict;
        if (TrySingleWorld(conventions, out DateWorld mine) && other.TrySingleWorld(conventions, out DateWorld theirs))
        {
            return mine.RelationsTo(theirs);
        }

        return DateWorlds.Relations(this, other, conventions);
    }

    /// <summary>Whether this ends before the other starts.</summary>
    public Truth Before(UncertainDate other, DateConventions? conventions = null) =>
        RelationsTo(other, conventions).AreAmong(AllenRelations.Before | AllenRelations.Meets);

    /// <summary>Whether this starts after the other ends.</summary>
    public Truth After(UncertainDate other, DateConventions? conventions = null) =>
        RelationsTo(other, conventions).AreAmong(AllenRelations.After | AllenRelations.MetBy);

    /// <summary>Whether every day of this is a day of the other.</summary>
    public Truth During(UncertainDate other, DateConventions? conventions = null) =>
        other.DaysOfAll(conventions) is { } days
            ? OfEachPart(days.Holds, conventions)
            : RelationsTo(other, conventions).AreAmong(AllenRelations.Within);

    /// <summary>Whether every day of the other is a day of this.</summary>
    public Truth Contains(UncertainDate other, DateConventions? conventions = null) => other.During(this, conventions);

    /// <summary>Whether the two share at least one day. Wider than Allen's relation of that name.</summary>
    public Truth Overlaps(UncertainDate other, DateConventions? conventions = null)
    {
        if (DaysOfAll(conventions) is { } mine)
        {
            return other.DaysOfAll(conventions) is { } theirs
                ? theirs.Pieces.Aggregate(Truth.No, (any, piece) => any.Or(mine.Shares(piece)))
                : other.OfEachReading(mine.Shares, conventions);
        }

        return other.DaysOfAll(conventions) is { } days
            ? OfEachReading(days.Shares, conventions)
            : RelationsTo(other, conventions).AreAmong(AllenRelations.All & ~AllenRelations.Disjoint);
    }

    /// <summary>Whether the two are the same days.</summary>
    public Truth SameAs(UncertainDate other, DateConventions? conventions = null)
    {
        (DaySet? mine, DaySet? theirs) = (DaysOfAll(conventions), other.DaysOfAll(conventions));
        Truth ends = RelationsTo(other, conventions).AreAmong(AllenRelations.Equals);
        return (mine ?? theirs) is { } days ? ends.And(days.IsSameAs(mine is null ? null : theirs)) : ends;
    }

    internal void AddWorlds(List<DateWorld> worlds, DateConventions conventions)
    {
        DateMember single = default;
        ReadOnlySpan<DateMember> members = Members(ref single);
        switch (Form)
        {
            case DateForm.Interval:
                DateWorlds.AddInterval(worlds, members[0].From, members[0].To, conventions);
                break;
            case DateForm.OneOf:
                foreach (DateMember member in members)
                {
                    if (member.IsRange)
                    {
                        DateWorlds.AddRange(worlds, member, conventions);
                    }
                    else
                    {
                        DateWorlds.AddTerm(worlds, member.From, conventions);
                    }
                }

                break;
            case DateForm.AllOf when members.Length > 1 || members[0].IsRange:
                worlds.Add(DateWorld.Of(Limits(conventions)));
                break;
            default:
                DateWorlds.AddTerm(worlds, members[0].From, conventions);
                break;
        }
    }

    /// <summary>The days of a set of which all are meant, if there are gaps between them; null for any other date.</summary>
    private DaySet? DaysOfAll(DateConventions? conventions)
    {
        if (Form != DateForm.AllOf)
        {
            return null;
        }

        conventions ??= DateConventions.Strict;
        DateMember single = default;
        return DaySet.Of(Members(ref single), Limits(conventions), conventions);
    }

    /// <summary>A question about all days of this: of a set it holds if it holds for each part.</summary>
    private Truth OfEachPart(Func<DateWorld, Truth> holds, DateConventions? conventions) =>
        DaysOfAll(conventions) is { } days
            ? days.Pieces.Aggregate(Truth.Yes, (all, piece) => all.And(holds(piece)))
            : OfEachReading(holds, conventions);

    /// <summary>A question whose answer holds if every reading of this gives it.</summary>
    private Truth OfEachReading(Func<DateWorld, Truth> holds, DateConventions? conventions)
    {
        var readings = new List<DateWorld>();
        AddWorlds(readings, conventions ?? DateConventions.Strict);
        Truth[] answers = [.. readings.Select(holds).Distinct()];
        return answers.Length == 1 ? answers[0] : Truth.Unknown;
    }

    /// <summary>The only family of readings of a common form, without a list.</summary>
    private bool TrySingleWorld(DateConventions conventions, out DateWorld world)
    {
        world = default;
        if (this.more is not null)
        {
            return false;
        }

        switch (Form)
        {
            case DateForm.Interval when !First.HasUnspecified && !Second.HasUnspecified:
                world = DateWorld.Of(Limits(conventions));
                return true;
            case DateForm.Date or DateForm.DateTime when First.Precision == DatePrecision.Day && First.TryWhole(out _):
            case DateForm.OneOf when First.Precision == DatePrecision.Day && Second.Precision == DatePrecision.Day:
                DateLimits limits = Limits(conventions);
                world = DateWorld.DayOf(limits.StartFirst, limits.EndLast);
                return true;
            case DateForm.Date when !First.HasUnspecified:
                world = DateWorld.Of(Limits(conventions));
                return true;
            default:
                return false;
        }
    }
}
