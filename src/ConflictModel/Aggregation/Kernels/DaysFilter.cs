namespace ConflictModel.Aggregation;

/// <summary>
/// Whether all days that an incident may have are among some days; perhaps where only a part is, or its days are unknown.
/// </summary>
internal sealed class DaysFilter : RowFilter
{
    private readonly TableColumns table;
    private readonly int[] before;

    private DaysFilter(string name, TableColumns table, int[] before)
        : base(name) => (this.table, this.before) = (table, before);

    /// <param name="name">What the condition is about.</param>
    /// <param name="table">The table.</param>
    /// <param name="isWanted">Whether each of the table's days is among those asked for.</param>
    public static DaysFilter Of(string name, TableColumns table, ReadOnlySpan<bool> isWanted)
    {
        int[] before = new int[table.DayCount + 1];
        for (int day = 0; day < table.DayCount; day++)
        {
            before[day + 1] = before[day] + (isWanted[day] ? 1 : 0);
        }

        return new(name, table, before);
    }

    public override void Match(int start, int era, Span<byte> states)
    {
        Span<int> days = Workspace.Current.Days.AsSpan(0, states.Length);
        table.FillDays(start, days);
        Span<int> extents = Workspace.Current.Extents.AsSpan(0, states.Length);
        table.Extents.CopyTo(start, extents);
        for (int i = 0; i < states.Length; i++)
        {
            if (days[i] == table.DayCount)
            {
                states[i] = SelectKernel.Perhaps;
                continue;
            }

            int count = extents[i] + 1;
            int wanted = before[days[i] + count] - before[days[i]];
            states[i] = wanted == count ? SelectKernel.Yes : wanted == 0 ? SelectKernel.No : SelectKernel.Perhaps;
        }
    }
}
