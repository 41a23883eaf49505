using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>Applies the repairs that some rules propose for a row, as long as they mend it.</summary>
/// <param name="codes">The rules whose repairs are asked for.</param>
/// <param name="check">What is found in a row of these cells alone; null if it is malformed.</param>
internal sealed class RowRepair(IReadOnlySet<string> codes, Func<string[], IReadOnlyList<PublishedFinding>?> check)
{
    /// <summary>The cells after all repairs that hold.</summary>
    /// <remarks>
    /// A repair holds if its rule then finds nothing in the row and no other rule finds an error or a warning that it did not find before.
    /// Each repair makes another rule content for good, so that there is an end to it.
    /// </remarks>
    /// <param name="columns">The columns.</param>
    /// <param name="cells">The cells as they are written.</param>
    /// <param name="onRepair">Takes each repair that was made.</param>
    public string[] Of(ColumnSet columns, string[] cells, Action<PublishedFinding> onRepair)
    {
        IReadOnlyList<PublishedFinding> found = check(cells) ?? [];
        while (Next(columns, cells, found) is var (repaired, left, finding))
        {
            onRepair(finding);
            (cells, found) = (repaired, left);
        }

        return cells;
    }

    private (string[] Cells, IReadOnlyList<PublishedFinding> Left, PublishedFinding Repair)? Next(
        ColumnSet columns, string[] cells, IReadOnlyList<PublishedFinding> found)
    {
        foreach (PublishedFinding finding in found)
        {
            if (!finding.Repair.IsEmpty && codes.Contains(finding.Code))
            {
                string[] repaired = [.. cells];
                foreach (CellChange change in finding.Repair)
                {
                    repaired[columns.IndexOf(change.Column.Trim())] = change.Is;
                }

                if (check(repaired) is { } left && left.All(other => other.Code != finding.Code && (other.Severity == Severity.Information
                    || found.Any(before => before.Code == other.Code))))
                {
                    return (repaired, left, finding);
                }
            }
        }

        return null;
    }
}
