using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>What the rows of a yearly table are in a table that is being built: of one version, and each once.</summary>
/// <param name="what">The unit: "dyad-years".</param>
/// <param name="vintage">The version that the caller states; null to go by the rows.</param>
/// <param name="builder">Builds the table.</param>
internal sealed class YearlyUnit(string what, Vintage? vintage, IncidentTableBuilder builder)
{
    private readonly Dictionary<string, long> lines = new(StringComparer.Ordinal);
    private string? version;

    /// <summary>
    /// Whether a row is added; one that stands twice, or is of another version than those before it, is malformed: sums can't have both.
    /// </summary>
    /// <exception cref="InvalidOperationException">The table holds rows of another unit.</exception>
    public bool Takes(Row row, string key, string? own)
    {
        if (lines.Count == 0)
        {
            version = own;
            builder.DeclareRowUnit($"{what} of UCDP{((vintage?.Name ?? own) is { } known ? $" {known}" : "")}");
        }

        if (own != version)
        {
            row.Fail(
                MalformationCode.Id,
                $"The row is of version '{own}', and rows before it of '{version}': totals of two versions don't add up.");
        }
        else if (!lines.TryAdd(key, row.Line))
        {
            row.Fail(
                MalformationCode.Id, FormattableString.Invariant($"'{key}' stands in line {lines[key]} too: no total is added twice."));
        }

        return row.Fault is null;
    }
}
