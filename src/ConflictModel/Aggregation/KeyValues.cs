using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>The values of a key that occur in a table, and which of them each code or day has.</summary>
internal static class KeyValues
{
    public static (KeyDomain Domain, CodeColumn? Column, int[] Slots) Of(GroupKey key, TableColumns table, int firstDay, int lastDay) => key.Kind switch
    {
        KeyKind.FirstSide => OfCodes(GroupKey.FirstSide, table.FirstSides, table.Actors),
        KeyKind.SecondSide => OfCodes(GroupKey.SecondSide, table.SecondSides, table.Actors),
        KeyKind.Region when key.Level == GroupKey.NoLevel => OfCodes(GroupKey.Region, table.RegionCodes, table.Regions),
        KeyKind.Region => OfLevel((GroupKey<RegionId>)key, table),
        KeyKind.Kind => OfCodes(GroupKey.IncidentKind, table.Kinds, table.KindBook),
        KeyKind.Source => OfCodes(GroupKey.Source, table.Sources, table.SourceBook),
        KeyKind.Dyad => OfCodes(GroupKey.Dyad, table.Dyads, table.DyadBook),
        KeyKind.Label => OfCodes(GroupKey.Label, table.Labels, table.LabelBook),
        KeyKind.Year => OfDays(GroupKey.Year, table, firstDay, lastDay, CalendarUnit.Year, static date => date.Year),
        KeyKind.Month => OfDays(GroupKey.Month, table, firstDay, lastDay, CalendarUnit.Month, static date => date.ToYearMonth()),
        KeyKind.Week => OfDays(GroupKey.Week, table, firstDay, lastDay, CalendarUnit.Week, static date => date.PlusDays(1 - (int)date.DayOfWeek)),
        _ => OfDays(GroupKey.Day, table, firstDay, lastDay, CalendarUnit.Day, static date => date),
    };

    private static (KeyDomain, CodeColumn, int[]) OfCodes<TId>(GroupKey<TId> key, CodeColumn column, CodeBook<TId> book)
        where TId : struct, IId<TId>
    {
        int[] slots = new int[book.Size];
        for (int code = 0; code < slots.Length; code++)
        {
            slots[code] = code;
        }

        return (new KeyDomain<TId>(key, book.Stated.ToArray()), column, slots);
    }

    private static (KeyDomain, CodeColumn, int[]) OfLevel(GroupKey<RegionId> key, TableColumns table)
    {
        int[] slots = new int[table.Regions.Size];
        Dictionary<int, int> slotOf = [];
        List<RegionId> values = [];
        for (int code = 1; code < slots.Length; code++)
        {
            int region = table.RegionTree.At(code, key.Level);
            if (region != 0)
            {
                if (!slotOf.TryGetValue(region, out slots[code]))
                {
                    values.Add(table.Regions[region]);
                    slotOf.Add(region, slots[code] = values.Count);
                }
            }
        }

        return (new KeyDomain<RegionId>(key, [.. values]), table.RegionCodes, slots);
    }

    /// <summary>The buckets from the first day to the last; the day after the table's last has the slot outside, for rows that straddle buckets.</summary>
    private static (KeyDomain, CodeColumn?, int[]) OfDays<T>(
        GroupKey<T> key, TableColumns table, int firstDay, int lastDay, CalendarUnit bucket, Func<LocalDate, T> valueOf)
        where T : struct, IComparable<T>
    {
        int[] slots = new int[table.DayCount + 1];
        List<T> values = [];
        // Rows that begin within the period may end after it.
        int end = table.Extents.Values is null ? lastDay : table.DayCount - 1;
        for (int day = firstDay; day <= end;)
        {
            values.Add(valueOf(Calendar.DateOf(table.FirstDay + day)));
            int next = Math.Min(end + 1, Calendar.NextStart(bucket, table.FirstDay + day) - table.FirstDay);
            slots.AsSpan(day, next - day).Fill(values.Count);
            day = next;
        }

        return (new KeyDomain<T>(key, [.. values]), table.Extents.Values is null ? table.Days : null, slots);
    }
}
