namespace ConflictModel.Benchmarks.Tables;

/// <summary>An engine's answer to a query: rows of numbers, keys first, in no order.</summary>
public sealed class Answer
{
    private readonly List<long[]> rows = [];

    public void Add(params ReadOnlySpan<long> row) => rows.Add(row.ToArray());

    public bool Same(Answer other) => Lines().SequenceEqual(other.Lines());

    private IEnumerable<string> Lines() => rows.Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal);
}
