using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Whether the value of a key of a known type is one of some.</summary>
/// <param name="key">The key.</param>
/// <param name="values">The values.</param>
internal sealed class ValuesCondition<T>(GroupKey<T> key, IEnumerable<T> values) : KeyCondition(key)
    where T : struct
{
    private readonly T[] values = [.. values.Distinct()];

    public override IReadOnlyList<string> Texts => Array.ConvertAll(values, key.Format);

    public override IReadOnlyList<(long First, long Last)> DayRuns
    {
        get
        {
            List<(long First, long Last)> days = [];
            foreach (long start in values.Select(StartOf).OfType<long>().Order())
            {
                long end = key.Scheme!.NextStart(start) - 1;
                if (days.Count > 0 && days[^1].Last + 1 == start)
                {
                    days[^1] = days[^1] with { Last = end };
                }
                else
                {
                    days.Add((start, end));
                }
            }

            return days;
        }
    }

    /// <remarks>An id that a table does not know is an error, and another part may know it.</remarks>
    public override bool WaitsForOthers => key.NamesIn is not null;

    public override Func<TableColumns, RowFilter> Bind(TableColumns table)
    {
        key.CheckKnown(table, values);
        HashSet<T> wanted = [.. values];
        return on => key.FilterIn(on, wanted.Contains);
    }

    /// <summary>The first day of a value; null for what no day has, such as a week that begins on a Thursday.</summary>
    private long? StartOf(T value)
    {
        try
        {
            LocalDate first = key.FirstDayOf!(value);
            return first.Calendar == CalendarSystem.Iso && Days.Of(first) is var day && key.Scheme!.StartOf(day) == day
                ? day
                : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
