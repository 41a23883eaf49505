using System.Text.Json.Serialization;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>A key whose values are of a known type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class GroupKey<T> : GroupKey
    where T : struct
{
    private readonly Func<TableColumns, int, int, KeyValues<T>> valuesIn;
    private readonly Func<T, string> format;
    private readonly Func<string, T> parse;

    internal GroupKey(string name, BucketScheme? scheme, Func<TableColumns, int, int, KeyValues<T>> valuesIn,
        Func<T, string> format, Func<string, T> parse)
        : base(name, scheme) => (this.valuesIn, this.format, this.parse) = (valuesIn, format, parse);

    /// <summary>
    /// The names of a value in a table, null for one that it does not know; null as a whole for a key whose values have none but their
    /// text.
    /// </summary>
    internal Func<TableColumns, T, (string Own, string Name)?>? NamesIn { get; init; }

    /// <summary>How a filter by values is made; null for one that looks at the codes of the key's column.</summary>
    internal Func<GroupKey<T>, TableColumns, Func<T, bool>, RowFilter>? Filter { get; init; }

    /// <summary>Of a key of time the first day of a value, and the value of a day.</summary>
    internal Func<T, LocalDate>? FirstDayOf { get; init; }

    internal Func<LocalDate, T>? ValueOn { get; init; }

    /// <summary>What its values are, for whoever wrote none of them; null for a key that any text may be a value of.</summary>
    internal string? Values { get; init; }

    internal string Format(T value) => format(value);

    internal override (KeyDomain Domain, CodeColumn? Column, int[] Slots) In(TableColumns table, int firstDay, int lastDay)
    {
        KeyValues<T> values = valuesIn(table, firstDay, lastDay);
        return (new KeyDomain<T>(this, values.Values), values.Column, values.Slots);
    }

    internal override KeyDomain Collect(IEnumerable<string> texts) => new KeyDomain<T>(this, [.. texts.Distinct().Select(parse)]);

    internal override (KeyDomain Domain, int[] Slots) Coarsen(KeyDomain finer)
    {
        int[] slots = new int[finer.Slots];
        List<T> values = [];
        Dictionary<long, int> slotOf = [];
        for (int slot = 1; slot < slots.Length; slot++)
        {
            long start = Scheme!.StartOf(Days.Of(finer.FirstDay(slot)));
            if (!slotOf.TryGetValue(start, out slots[slot]))
            {
                values.Add(ValueOn!(Days.ToDate(start) ?? LocalDate.MinIsoValue));
                slotOf.Add(start, slots[slot] = values.Count);
            }
        }

        return (new KeyDomain<T>(this, [.. values]), slots);
    }

    internal override (string Own, string Name) NamesOf(TableColumns table, string text) =>
        NamesIn?.Invoke(table, parse(text)) ?? (text, "");

    internal override QueryCondition ConditionOf(string text) => NamesIn is null
        ? new ValuesCondition<T>(this, [Read(text)])
        : new OwnTextCondition<T>(this, text, WholeNumber(text));

    private T Read(string text)
    {
        try
        {
            return parse(WholeNumber(text));
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException($"'{text}' is not a value of the key {Name}; that is {Values}.", error);
        }
    }

    /// <summary>Some programs write whole numbers with a fraction of zeros: <c>2016.0</c> is <c>2016</c>.</summary>
    private static string WholeNumber(string text) =>
        text.TrimEnd('0') is [.. var digits, '.'] && digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : text;

    /// <summary>A typing error is told at once and not answered with nothing: ids that a table does not know.</summary>
    internal void CheckKnown(TableColumns table, IEnumerable<T> values)
    {
        if (NamesIn is not null
            && values.Where(value => NamesIn(table, value) is null).Select(value => $"{value}").FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"The table has no {typeof(T).Name} '{unknown}'.", nameof(values));
        }
    }

    internal RowFilter FilterIn(TableColumns table, Func<T, bool> isWanted)
    {
        if (Filter is not null)
        {
            return Filter(this, table, isWanted);
        }

        KeyValues<T> values = valuesIn(table, 0, table.DayCount - 1);
        byte[] ofSlot = [SelectKernel.Perhaps, .. values.Values.Select(value => isWanted(value) ? SelectKernel.Yes : SelectKernel.No)];
        return new CodeFilter(Name, values.Column!, Array.ConvertAll(values.Slots, slot => ofSlot[slot]));
    }

    /// <summary>Of a key of time, for each day of a table whether it has a wanted value.</summary>
    internal bool[] SlotsIn(TableColumns table, Func<T, bool> isWanted)
    {
        KeyValues<T> values = valuesIn(table, 0, table.DayCount - 1);
        bool[] ofSlot = [false, .. values.Values.Select(isWanted)];
        return Array.ConvertAll(values.Slots, slot => ofSlot[slot]);
    }
}
