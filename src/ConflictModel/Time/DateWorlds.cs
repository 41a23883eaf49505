namespace ConflictModel.Time;

/// <summary>Lists the families of periods that an uncertain date may be.</summary>
/// <remarks>
/// The list is exact up to a number of families. Beyond it a date stands for the hull of its readings: an answer may then be
/// unknown that a count of all readings would settle, but never wrong.
/// </remarks>
internal static class DateWorlds
{
    private const int MaxFamilies = 16_384;
    private const int MaxPairs = 1 << 18;

    public static AllenRelations Relations(UncertainDate left, UncertainDate right, DateConventions conventions)
    {
        var first = new List<DateWorld>();
        var second = new List<DateWorld>();
        left.AddWorlds(first, conventions);
        right.AddWorlds(second, conventions);
        if ((long)first.Count * second.Count > MaxPairs)
        {
            Shrink(first, left, conventions);
            if ((long)first.Count * second.Count > MaxPairs)
            {
                Shrink(second, right, conventions);
            }
        }

        AllenRelations possible = AllenRelations.None;
        foreach (DateWorld one in first)
        {
            foreach (DateWorld other in second)
            {
                possible |= one.RelationsTo(other);
            }

            if (possible == AllenRelations.All)
            {
                break;
            }
        }

        return possible;
    }

    /// <summary>A date that stands by itself: it is one of the days, months or years that its digits allow.</summary>
    public static void AddTerm(List<DateWorld> worlds, DateTerm term, DateConventions conventions)
    {
        var range = TermRange.Of(term, conventions);
        if (!term.HasUnspecified && term.Wide is not { Significant: > 0 })
        {
            bool isDay = term.Precision == DatePrecision.Day;
            worlds.Add(Widened(range, isDay));
            return;
        }

        (int Days, int Months) width = conventions.Fuzziness.Width(term);
        if (!Fits(term, worlds.Count))
        {
            worlds.Add(Hull(range, term, isWidened: width != (0, 0)));
            return;
        }

        if (term.Precision == DatePrecision.Day && width.Months == 0)
        {
            foreach ((long start, long end) in Runs(term, conventions.Seasons))
            {
                worlds.Add(DateWorld.DayOf(start - width.Days, end + width.Days));
            }

            return;
        }

        var cells = new DateCells(term, conventions.Seasons, descending: false);
        while (cells.MoveNext())
        {
            worlds.Add(Widened(TermRange.OfCell(cells.Start, cells.End).Widen(width), term.Precision == DatePrecision.Day));
        }
    }

    /// <summary>An interval: it starts on some day of the one and ends on some day of the other.</summary>
    public static void AddInterval(List<DateWorld> worlds, DateTerm start, DateTerm end, DateConventions conventions)
    {
        var limits = DateLimits.OfInterval(start, end, conventions);
        bool vague = (start.IsDated && start.HasUnspecified) || (end.IsDated && end.HasUnspecified);
        if (!vague || !Fits(start, worlds.Count) || !Fits(end, worlds.Count))
        {
            worlds.Add(DateWorld.Of(limits));
            return;
        }

        List<(long First, long Last)> starts = Reach(start, conventions, (limits.StartFirst, limits.StartLast));
        List<(long First, long Last)> ends = Reach(end, conventions, (limits.EndFirst, limits.EndLast));
        if ((long)starts.Count * ends.Count > MaxFamilies - worlds.Count)
        {
            worlds.Add(DateWorld.Of(limits));
            return;
        }

        foreach ((long startFirst, long startLast) in starts)
        {
            foreach ((long endFirst, long endLast) in ends)
            {
                if (startFirst <= endLast)
                {
                    worlds.Add(DateWorld.Of(new DateLimits(startFirst, startLast, endFirst, endLast)));
                }
            }
        }
    }

    /// <summary>One value out of a range of a set, which counts by days, months, groups or years.</summary>
    public static void AddRange(List<DateWorld> worlds, DateMember member, DateConventions conventions)
    {
        var limits = DateLimits.OfMember(member, conventions, DateForm.OneOf);
        DateTerm dated = member.From.IsDated ? member.From : member.To;
        (long shortest, long longest) = Lengths(dated.Precision, dated.IsGroup);
        var whole = new DateWorld(limits.StartFirst, limits.StartLast, limits.EndFirst, limits.EndLast, shortest, longest);
        bool isYears = dated is { Precision: DatePrecision.Year, Wide: null };
        if (!isYears || !member.From.IsDated || !member.To.IsDated || member.To.Year - member.From.Year > MaxFamilies - worlds.Count)
        {
            if (dated is { Precision: DatePrecision.Month, IsGroup: false } && member.From.IsDated && member.To.IsDated)
            {
                AddMonths(worlds, member, whole);
            }
            else
            {
                worlds.Add(whole);
            }

            return;
        }

        for (int year = member.From.Year; year <= member.To.Year; year++)
        {
            worlds.Add(DateWorld.Certain(Days.Of(year, 1, 1), Days.Of(year, 12, 31)));
        }
    }

    private static void AddMonths(List<DateWorld> worlds, DateMember member, DateWorld whole)
    {
        int count = ((member.To.Year - member.From.Year) * 12) + member.To.Month - member.From.Month;
        if (count > MaxFamilies - worlds.Count)
        {
            worlds.Add(whole);
            return;
        }

        for (int month = 0; month <= count; month++)
        {
            int index = member.From.Month - 1 + month;
            worlds.Add(DateWorld.Certain(
                Days.FirstOfMonth(member.From.Year, index), Days.FirstOfMonth(member.From.Year, index + 1) - 1));
        }
    }

    private static DateWorld Widened(TermRange range, bool isDay) => isDay
        ? DateWorld.DayOf(range.StartFirst, range.EndLast)
        : DateWorld.Of(new DateLimits(range.StartFirst, range.StartLast, range.EndFirst, range.EndLast));

    private static DateWorld Hull(TermRange range, DateTerm term, bool isWidened)
    {
        var world = DateWorld.Of(new DateLimits(range.StartFirst, range.StartLast, range.EndFirst, range.EndLast));
        if (isWidened && term.Precision != DatePrecision.Day)
        {
            return world;
        }

        (long shortest, long longest) = Lengths(term.Precision, term.IsGroup);
        return world with { Shortest = shortest, Longest = longest };
    }

    private static (long Shortest, long Longest) Lengths(DatePrecision precision, bool isGroup) => precision switch
    {
        DatePrecision.Day => (0, 0),
        DatePrecision.Month when !isGroup => (27, 30),
        DatePrecision.Month => (88, 183),
        _ => (364, 365),
    };

    /// <summary>Whether a term has few enough readings to list, by a count that may be too high.</summary>
    private static bool Fits(DateTerm term, int taken)
    {
        if (!term.IsDated)
        {
            return true;
        }

        if (term.Wide is { } wide)
        {
            return !wide.IsBeyond && wide.Range.Last - wide.Range.First < MaxFamilies - taken;
        }

        long count = term.YearCount;
        if (term.HasMonth && !term.IsGroup)
        {
            count *= System.Numerics.BitOperations.PopCount(term.PossibleMonths);
        }

        if (term.Precision == DatePrecision.Day && term.DayMask != 3)
        {
            count *= System.Numerics.BitOperations.PopCount(term.PossibleDays);
        }

        return count <= MaxFamilies - taken;
    }

    /// <summary>The days that lie in some reading of a dated term, as runs; one run if there would be too many with those taken.</summary>
    public static List<(long First, long Last)> Reach(DateTerm term, DateConventions conventions, int taken)
    {
        var range = TermRange.Of(term, conventions);
        return Fits(term, taken) ? Reach(term, conventions, (range.StartFirst, range.EndLast)) : [(range.StartFirst, range.EndLast)];
    }

    /// <summary>The days that lie in some reading of a term, as runs.</summary>
    private static List<(long First, long Last)> Reach(DateTerm term, DateConventions conventions, (long First, long Last) whole)
    {
        if (!term.IsDated || !term.HasUnspecified)
        {
            return [whole];
        }

        (int Days, int Months) width = conventions.Fuzziness.Width(term);
        var runs = new List<(long First, long Last)>();
        foreach ((long start, long end) in Runs(term, conventions.Seasons))
        {
            TermRange range = TermRange.OfCell(start, end).Widen(width);
            runs.Add((range.StartFirst, range.EndLast));
        }

        return runs;
    }

    private static List<(long Start, long End)> Runs(DateTerm term, SeasonConvention seasons)
    {
        var runs = new List<(long Start, long End)>();
        var cells = new DateCells(term, seasons, descending: false);
        while (cells.MoveNext())
        {
            if (runs.Count > 0 && runs[^1].End + 1 == cells.Start)
            {
                runs[^1] = (runs[^1].Start, cells.End);
            }
            else
            {
                runs.Add((cells.Start, cells.End));
            }
        }

        return runs;
    }

    private static void Shrink(List<DateWorld> worlds, UncertainDate date, DateConventions conventions)
    {
        // Days keep their length, so that a vague day is still one day.
        long shortest = worlds.Min(world => world.Shortest);
        long longest = worlds.Max(world => world.IsCertain ? world.EndLast - world.StartFirst : world.Longest);
        DateLimits limits = date.Limits(conventions);
        worlds.Clear();
        worlds.Add(DateWorld.Of(limits) with { Shortest = shortest, Longest = longest });
    }
}
