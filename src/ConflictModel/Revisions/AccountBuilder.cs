using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Makes accounts: the sums of both tables, and between them what single records do.</summary>
internal sealed class AccountBuilder
{
    private readonly VintageTables tables;
    private readonly IncidentTable older;
    private readonly IncidentTable newer;
    private readonly Measure measure;
    private readonly GroupKey[] keys;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<ValueList<string>, List<VintageAccount.Carrier>> carriers = new(GroupNames.Comparer);

    private AccountBuilder(VintageTables tables, Measure measure, GroupKey[] keys, CancellationToken cancellationToken)
    {
        (this.tables, this.measure, this.keys, this.cancellationToken) = (tables, measure, keys, cancellationToken);
        (older, newer) = tables.Made(cancellationToken);
    }

    public static VintageAccount Of(VintageTables tables, Measure measure, GroupKey[] keys, CancellationToken cancellationToken)
    {
        VintageAccount.Line total = new AccountBuilder(tables, measure, [], cancellationToken).Lines().Single();
        IReadOnlyList<VintageAccount.Line> lines =
            keys.Length == 0 ? [total] : new AccountBuilder(tables, measure, keys, cancellationToken).Lines();
        return new(measure, keys.AsReadOnly(), lines, total);
    }

    private VintageAccount.Line[] Lines()
    {
        OfOne(older, tables.Removed, VintageAccount.Term.Removed);
        OfOne(newer, tables.Added, VintageAccount.Term.Added);
        OfBoth(tables.Differing);
        Group[] groups = Groups();
        VintageAccount.Line[] lines = Array.ConvertAll(groups, Line);
        if (!Array.TrueForAll(lines, line => line.Closes))
        {
            // Records that say the same can come to lie elsewhere by what others say: where a region is, or who stood in a coalition.
            OfBoth(tables.Same());
            lines = Array.ConvertAll(groups, Line);
        }

        return Array.TrueForAll(lines, line => line.Closes)
            ? lines
            : throw new InvalidOperationException("The account does not close.");
    }

    private VintageAccount.Line Line(Group group) => new()
    {
        Group = group.Values,
        Names = group.Names,
        Old = group.Old,
        New = group.New,
        Records = carriers.GetValueOrDefault(group.Values, [])
            .OrderByDescending(carrier => carrier.Change.Size)
            .ThenBy(carrier => carrier.Id, StringComparer.Ordinal)
            .ToValueList(),
    };

    /// <summary>The groups of both tables.</summary>
    private Group[] Groups()
    {
        Dictionary<ValueList<string>, Group> groups = new(GroupNames.Comparer);
        foreach ((IncidentTable table, bool isNewer) in ((IncidentTable, bool)[])[(older, false), (newer, true)])
        {
            cancellationToken.ThrowIfCancellationRequested();
            GroupNames names = new(table, keys);
            IncidentQuery query = table.Query().Sum(measure).KeepingUnknown();
            foreach (AggregateRow row in (keys.Length == 0 ? query : query.GroupBy(keys)).Run())
            {
                ValueList<string> values = names.Of(row);
                Group before = groups.GetValueOrDefault(values);
                Sums sums = row.Of(measure);
                groups[values] = isNewer
                    ? new(values, names.NamesOf(row), before.Old, before.New + sums)
                    : new(values, names.NamesOf(row), before.Old + sums, before.New);
            }
        }

        Group[] all = [.. groups.Values];
        Array.Sort(all, (left, right) => GroupNames.Compare(left.Values, right.Values));
        return all;
    }

    private void OfOne(IncidentTable table, VintageTables.Known[] records, VintageAccount.Term term)
    {
        var its = RecordGroups.Of(table, Array.ConvertAll(records, record => record.Place), measure, keys, cancellationToken);
        for (int i = 0; i < records.Length; i++)
        {
            foreach ((ValueList<string> group, Sums sums) in its[i])
            {
                var figures = FigureChange.Of(sums);
                Carry(group, records[i].Id, term, term == VintageAccount.Term.Added ? figures : default(FigureChange) - figures);
            }
        }
    }

    private void OfBoth(VintageTables.Pair[] pairs)
    {
        var before = RecordGroups.Of(older, Array.ConvertAll(pairs, pair => pair.Older), measure, keys, cancellationToken);
        var after = RecordGroups.Of(newer, Array.ConvertAll(pairs, pair => pair.Newer), measure, keys, cancellationToken);
        for (int i = 0; i < pairs.Length; i++)
        {
            string id = pairs[i].Id;
            foreach ((ValueList<string> group, Sums sums) in before[i])
            {
                FigureChange change = default(FigureChange) - FigureChange.Of(sums);
                if (!after[i].TryGetValue(group, out Sums its))
                {
                    Carry(group, id, VintageAccount.Term.MovedOut, change);
                }
                else if (FigureChange.Of(its) + change is var revised && revised != default)
                {
                    Carry(group, id, VintageAccount.Term.Revised, revised);
                }
            }

            foreach ((ValueList<string> group, Sums sums) in after[i])
            {
                if (!before[i].ContainsKey(group))
                {
                    Carry(group, id, VintageAccount.Term.MovedIn, FigureChange.Of(sums));
                }
            }
        }
    }

    private void Carry(ValueList<string> group, string id, VintageAccount.Term term, FigureChange change)
    {
        if (!carriers.TryGetValue(group, out List<VintageAccount.Carrier>? here))
        {
            carriers.Add(group, here = []);
        }

        here.Add(new(id, term, change));
    }

    private readonly record struct Group(ValueList<string> Values, ValueList<string> Names, Sums Old, Sums New);
}
