namespace ConflictModel.Aggregation;

/// <summary>Whether incidents whose date has edges fall within a period: wholly is yes, in part is perhaps.</summary>
internal sealed class PeriodFilter(string name, TableColumns table, int from, int to) : RowFilter(name)
{
    public override void Match(int start, int era, Span<byte> states)
    {
        Span<int> days = Workspace.Current.Days.AsSpan(0, states.Length);
        table.FillDays(start, days);
        for (int i = 0; i < states.Length; i++)
        {
            int last = days[i] + table.Extents[start + i];
            states[i] =
                days[i] > to || last < from ? SelectKernel.No :
                days[i] >= from && last <= to ? SelectKernel.Yes : SelectKernel.Perhaps;
        }
    }
}
