namespace ConflictModel.Interchange;

/// <summary>Some columns of a file in its order, those that stand side by side as one run.</summary>
internal sealed class CellRuns
{
    private readonly (int From, int To)[] runs;

    /// <param name="columns">The columns; one that the file hasn't is negative, and left out.</param>
    public CellRuns(params IEnumerable<int> columns)
    {
        List<(int From, int To)> found = [];
        foreach (int column in columns.Where(column => column >= 0).Distinct().Order())
        {
            if (found.Count > 0 && found[^1].To == column - 1)
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
