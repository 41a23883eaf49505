namespace ConflictModel.Aggregation;

/// <summary>Whether a side, or either side, belongs to a set of actors as of the incident's date.</summary>
internal sealed class SideFilter : RowFilter
{
    private readonly TableColumns table;
    private readonly CodeColumn[] sides;
    private readonly AnswerSet[] answers;
    private readonly int[] eraStarts;

    /// <param name="name">What the condition is about.</param>
    /// <param name="table">The table.</param>
    /// <param name="sides">The columns of which one must belong.</param>
    /// <param name="eraStarts">The first day of each era of affiliations, from the table's first day.</param>
    /// <param name="answers">For each era the answer of each actor.</param>
    public SideFilter(string name, TableColumns table, CodeColumn[] sides, int[] eraStarts, byte[][] answers)
        : base(name) => (this.table, this.sides, this.eraStarts, this.answers) = (table, sides, eraStarts, Array.ConvertAll(answers, answer => new AnswerSet(answer)));

    public override void Match(int start, int era, Span<byte> states)
    {
        if (answers.Length > 1 && (era == Segment.AnyEra || table.DayStarts is null || table.Extents.Values is not null))
        {
            MatchByDate(start, states);
            return;
        }

        AnswerSet now = answers[answers.Length > 1 ? era : 0];
        Match(sides[0], start, now, states);
        if (sides.Length > 1)
        {
            Span<byte> others = Workspace.Current.EitherStates.AsSpan(0, states.Length);
            Match(sides[1], start, now, others);
            SelectKernel.Or(states, others);
        }
    }

    private void MatchByDate(int start, Span<byte> states)
    {
        Span<int> days = Workspace.Current.Days.AsSpan(0, states.Length);
        table.FillDays(start, days);
        for (int i = 0; i < states.Length; i++)
        {
            bool isDated = days[i] < table.DayCount;
            int first = isDated ? EraOf(days[i]) : 0;
            int last = isDated ? EraOf(days[i] + table.Extents[start + i]) : answers.Length - 1;
            byte all = SelectKernel.Yes;
            byte any = SelectKernel.No;
            for (int era = first; era <= last; era++)
            {
                byte answer = SelectKernel.No;
                foreach (CodeColumn side in sides)
                {
                    answer |= answers[era].Answers[side[start + i]];
                }

                all &= answer;
                any |= answer;
            }

            states[i] = all == any ? all : SelectKernel.Perhaps;
        }
    }

    private int EraOf(int day)
    {
        int era = Array.BinarySearch(eraStarts, day);
        return era >= 0 ? era : Math.Max(0, ~era - 1);
    }
}
