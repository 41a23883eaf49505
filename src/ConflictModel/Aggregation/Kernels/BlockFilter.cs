using System.Runtime.CompilerServices;

namespace ConflictModel.Aggregation;

/// <summary>Works out on one thread which rows pass the filters of a plan, and counts those that do not by the filter that dropped
/// them.</summary>
internal sealed class BlockFilter(ScanPlan plan, ScanReport report)
{
    private readonly Workspace scratch = Workspace.Current;
    private readonly CodeColumn continuations = plan.Table.Continuations;

    /// <summary>
    /// How many rows of a block pass: their answers are the workspace's states, and where not all pass their places in the block its
    /// positions.
    /// </summary>
    /// <param name="start">The first row.</param>
    /// <param name="rows">How many there are, at most <see cref="Workspace.Rows"/>.</param>
    /// <param name="era">Which affiliations hold.</param>
    public int Select(int start, int rows, int era)
    {
        if (plan.Filters.Length == 0)
        {
            return rows;
        }

        Span<byte> states = scratch.States.AsSpan(0, rows);
        int left = rows - Later(start, rows);
        for (int i = 0; i < plan.Filters.Length; i++)
        {
            Span<byte> target = i == 0 ? states : scratch.OtherStates.AsSpan(0, rows);
            plan.Filters[i].Match(start, era, target);
            if (i > 0)
            {
                SelectKernel.And(states, target);
            }

            int still = CountIncidents(start, states, SelectKernel.Perhaps);
            report.Dropped[i] += left - still;
            left = still;
        }

        report.Perhaps += left - CountIncidents(start, states, SelectKernel.Yes);
        return GatherKernel.SetPositions(states, plan.Least, scratch.Positions);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountIncidents(int start, ReadOnlySpan<byte> states, byte least)
    {
        int count = SelectKernel.Count(states, least);
        if (continuations.Values is byte[] later)
        {
            ReadOnlySpan<byte> here = later.AsSpan(start, states.Length);
            for (int i = 0; i < here.Length; i++)
            {
                count -= states[i] >= least ? here[i] : 0;
            }
        }

        return count;
    }

    private int Later(int start, int count)
    {
        ulong later = 0;
        ulong known = 0;
        if (continuations.Values is byte[] flags)
        {
            SumKernel.AddSingles(flags.AsSpan(start, count), ref later, ref known);
        }

        return (int)later;
    }
}
