using System.Collections.Concurrent;

namespace ConflictModel.Aggregation;

/// <summary>Whether a side, or either side, belongs to a set of actors as of the incident's date, place and opponents.</summary>
internal sealed class SideFilter : RowFilter
{
    private readonly TableColumns table;
    private readonly (CodeColumn Side, CodeColumn Other)[] sides;
    private readonly AnswerSet[] answers;
    private readonly int[] eraStarts;
    private readonly int[] groups;
    private readonly ConcurrentDictionary<(int Era, int Actor, int Region, int Opponent), byte> limited = [];

    /// <param name="name">What the condition is about.</param>
    /// <param name="table">The table.</param>
    /// <param name="sides">The columns of which one must belong, each with that of its opponents.</param>
    /// <param name="groups">The actors that it must belong to.</param>
    /// <param name="eraStarts">The first day of each era of affiliations, from the table's first day.</param>
    /// <param name="answers">For each era the answer of each actor, perhaps where the place and the opponents decide.</param>
    public SideFilter(
        string name, TableColumns table, (CodeColumn Side, CodeColumn Other)[] sides, int[] groups, int[] eraStarts, byte[][] answers)
        : base(name) =>
        (this.table, this.sides, this.groups, this.eraStarts, this.answers) =
            (table, sides, groups, eraStarts, Array.ConvertAll(answers, answer => new AnswerSet(answer)));

    public override void Match(int start, int era, Span<byte> states)
    {
        if (answers.Length > 1 && (era == Segment.AnyEra || table.DayStarts is null || table.Extents.Values is not null))
        {
            MatchByDate(start, states, static _ => true);
            return;
        }

        AnswerSet now = answers[answers.Length > 1 ? era : 0];
        Match(sides[0].Side, start, now, states);
        if (sides.Length > 1)
        {
            Span<byte> others = Workspace.Current.EitherStates.AsSpan(0, states.Length);
            Match(sides[1].Side, start, now, others);
            SelectKernel.Or(states, others);
        }

        if (table.ActorLinks.HasLimits && states.Contains(SelectKernel.Perhaps))
        {
            MatchByDate(start, states, static state => state == SelectKernel.Perhaps);
        }
    }

    private void MatchByDate(int start, Span<byte> states, Predicate<byte> isAsked)
    {
        Span<int> days = Workspace.Current.Days.AsSpan(0, states.Length);
        table.FillDays(start, days);
        for (int i = 0; i < states.Length; i++)
        {
            if (!isAsked(states[i]))
            {
                continue;
            }

            bool isDated = days[i] < table.DayCount;
            int first = isDated ? EraOf(days[i]) : 0;
            int last = isDated ? EraOf(days[i] + table.Extents[start + i]) : answers.Length - 1;
            byte all = SelectKernel.Yes;
            byte any = SelectKernel.No;
            for (int era = first; era <= last; era++)
            {
                byte answer = SelectKernel.No;
                foreach ((CodeColumn side, CodeColumn other) in sides)
                {
                    answer |= AnswerOf(era, side[start + i], other[start + i], start + i);
                }

                all &= answer;
                any |= answer;
            }

            states[i] = all == any ? all : SelectKernel.Perhaps;
        }
    }

    private byte AnswerOf(int era, int actor, int opponent, int row)
    {
        byte answer = answers[era].Answers[actor];
        return answer == SelectKernel.Perhaps && actor != 0 && table.ActorLinks.HasLimits
            ? limited.GetOrAdd((era, actor, table.RegionCodes[row], opponent), Ask)
            : answer;
    }

    private byte Ask((int Era, int Actor, int Region, int Opponent) on) => SelectKernel.From(table.ActorLinks.Belongs(
        on.Actor, groups, table.DateOf(eraStarts[on.Era]), on.Region == 0 ? [] : [table.Regions[on.Region]], on.Opponent));

    private int EraOf(int day)
    {
        int era = Array.BinarySearch(eraStarts, day);
        return era >= 0 ? era : Math.Max(0, ~era - 1);
    }
}
