namespace ConflictModel.Interchange;

/// <summary>Some columns of a file in its order, those that stand side by side as one run.</summary>
internal sealed class CellRuns
{
    private readonly (int From, int To)[] runs;

    /// <param name="columns">The columns; one that the file hasn't is negative, and left out.</param>
    /// <param name="along">Columns that are taken along where only they stand between two, since they say the same in other words: one long
    /// run takes less time than several short ones.</param>
    public CellRuns(IEnumerable<int> columns, params int[] along)
    {
        List<(int From, int To)> found = [];
        foreach (int column in columns.Where(column => column >= 0).Distinct().Order())
        {
            if (found.Count > 0 && Enumerable.Range(found[^1].To + 1, column - found[^1].To - 1).All(along.Contains))
            {
                found[^1] = (found[^1].From, column);
            }
            else
            {
                found.Add((column, column));
            }
        }

        runs = [.. found];
    }

    /// <summary>The first and the last column of each run.</summary>
    public ReadOnlySpan<(int From, int To)> Runs => runs;
}
