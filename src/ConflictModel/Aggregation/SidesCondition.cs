namespace ConflictModel.Aggregation;

/// <summary>Whether a side is one of some actors, or belonged to one at the time.</summary>
/// <param name="first">Whether the first side will do.</param>
/// <param name="second">Whether the second side will do.</param>
/// <param name="actors">The actors.</param>
internal sealed class SidesCondition(bool first, bool second, ValueList<ActorId> actors)
    : QueryCondition(first && second ? "either side" : first ? "first side" : "second side")
{
    public bool First => first;

    public bool Second => second;

    public ValueList<ActorId> Actors => actors;

    public override bool NeedsDays => true;

    public override Func<TableColumns, RowFilter> Bind(TableColumns table)
    {
        int[] groups = new int[actors.Count];
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] = table.Actors.Find(actors[i], nameof(actors));
        }

        int[] eras = table.EraStarts();
        byte[][] answers = new byte[eras.Length][];
        for (int era = 0; era < eras.Length; era++)
        {
            answers[era] = Array.ConvertAll(table.ActorLinks.BelongOn(table.DateOf(eras[era]), groups), SelectKernel.From);
            answers[era][0] = SelectKernel.Perhaps;
        }

        return on => new SideFilter(Name, on, SidesOf(on), groups, eras, answers);
    }

    private (CodeColumn Side, CodeColumn Other)[] SidesOf(TableColumns table) =>
    [
        .. first ? [(table.FirstSides, table.SecondSides)] : (ReadOnlySpan<(CodeColumn, CodeColumn)>)[],
        .. second ? [(table.SecondSides, table.FirstSides)] : (ReadOnlySpan<(CodeColumn, CodeColumn)>)[],
    ];
}
