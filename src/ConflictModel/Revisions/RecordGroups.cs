using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>What each of some records has in the groups of some keys, by the one road that sums take: a query of their own table.</summary>
internal sealed class RecordGroups
{
    private readonly Dictionary<ValueList<string>, Sums>?[] groups;

    private RecordGroups(Dictionary<ValueList<string>, Sums>?[] groups) => this.groups = groups;

    /// <summary>The groups of a record of the list, by how the source writes the values of the keys.</summary>
    public IReadOnlyDictionary<ValueList<string>, Sums> this[int record] => groups[record] ?? None;

    private static Dictionary<ValueList<string>, Sums> None { get; } = new(GroupNames.Comparer);

    /// <summary>Asks the table.</summary>
    /// <param name="table">The table, in the order of its records.</param>
    /// <param name="places">The places of the records in it, in any order.</param>
    /// <param name="measure">What is summed.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static RecordGroups Of(
        IncidentTable table, int[] places, Measure measure, GroupKey[] keys, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int[] order = [.. Enumerable.Range(0, places.Length)];
        int[] ascending = [.. places];
        Array.Sort(ascending, order);
        var groups = new Dictionary<ValueList<string>, Sums>?[places.Length];
        if (places.Length == 0)
        {
            return new(groups);
        }

        IncidentTable records = new(table.Columns.OfIncidents(ascending));
        GroupNames names = new(records, keys);
        foreach (AggregateRow row in records.Query().Sum(measure).GroupBy([GroupKey.Record, .. keys]).KeepingUnknown().Run())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Dictionary<ValueList<string>, Sums> its =
                groups[order[row.Of(GroupKey.Record)]] ??= new(GroupNames.Comparer);
            ValueList<string> group = names.Of(row);
            its[group] = its.GetValueOrDefault(group) + row.Of(measure);
        }

        return new(groups);
    }
}
