namespace ConflictModel.Aggregation;

/// <summary>Whether an incident lies in one of some regions.</summary>
internal sealed class RegionsCondition(ValueList<RegionId> regions) : QueryCondition("regions")
{
    public ValueList<RegionId> Regions => regions;

    public override Func<TableColumns, RowFilter> Bind(TableColumns table)
    {
        byte[] answers = new byte[table.Regions.Size];
        foreach (RegionId region in regions)
        {
            int target = table.Regions.Find(region, nameof(regions));
            for (int code = 0; code < answers.Length; code++)
            {
                answers[code] |= SelectKernel.From(table.RegionTree.Lies(code, target));
            }
        }

        return on => new CodeFilter(Name, on.RegionCodes, answers);
    }
}
