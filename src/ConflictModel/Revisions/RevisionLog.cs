using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>What changed between two vintages as a document that others can read: see <see cref="RevisionLogJson"/>.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record RevisionLog
{
    /// <summary>The older vintage.</summary>
    public required Vintage Older { get; init; }

    /// <summary>The newer one.</summary>
    public required Vintage Newer { get; init; }

    /// <summary>The format of the published files ("ucdp-ged"); null for data sets.</summary>
    public string? Format { get; init; }

    /// <summary>What the account counts.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The keys that make its groups.</summary>
    public required ValueList<GroupKey> Keys { get; init; }

    /// <summary>The last year that was compared; null for all years.</summary>
    public int? Until { get; init; }

    /// <summary>How many records there are of each kind.</summary>
    public required VintageComparison.Counts Records { get; init; }

    /// <summary>For each group and figure, how the old sum came to be the new one.</summary>
    public required ValueList<Entry> Account { get; init; }

    /// <summary>The records that left a group for another.</summary>
    public required ValueList<RecordMove> Moves { get; init; }

    /// <summary>Groups whose loss another's gain equals: proposals.</summary>
    public required ValueList<Reattribution> Reattributions { get; init; }

    /// <summary>The records that were revised.</summary>
    public required ValueList<Revision> Revisions { get; init; }

    /// <summary>The records in which a name changed and nothing else.</summary>
    public required ValueList<Revision> Renamings { get; init; }

    /// <summary>The ids of the records that the newer vintage has alone.</summary>
    public required ValueList<string> Added { get; init; }

    /// <summary>The ids of the records that the older vintage has alone.</summary>
    public required ValueList<string> Removed { get; init; }

    /// <summary>Those of <see cref="Removed"/> that the source says it deleted, and when; empty where it was not asked.</summary>
    public ValueList<Tombstone> Deleted { get; init; }

    /// <summary>The fields that the older vintage has alone: they were not compared.</summary>
    public required ValueList<string> FieldsOfOld { get; init; }

    /// <summary>The fields that the newer vintage has alone: they were not compared.</summary>
    public required ValueList<string> FieldsOfNew { get; init; }

    /// <summary>The log of a comparison; it says of no format and no last year until it is told.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="account">An account of it.</param>
    /// <param name="older">What the older vintage is called.</param>
    /// <param name="newer">What the newer one is called.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RevisionLog Of(
        VintageComparison comparison,
        VintageAccount account,
        Vintage older,
        Vintage newer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return new()
        {
            Older = older,
            Newer = newer,
            Measure = account.Measure,
            Keys = account.Keys.ToValueList(),
            Records = comparison.Records,
            Account = account.Lines.SelectMany(line => Entry.Of(account, line)).ToValueList(),
            Moves = comparison.Moves(account.Measure, cancellationToken),
            Reattributions = comparison.Reattributions(account.Measure, GroupKey.Dyad, cancellationToken),
            Revisions = comparison.Revised,
            Renamings = comparison.Renamed,
            Added = comparison.Added,
            Removed = comparison.Removed,
            Deleted = comparison.Deleted,
            FieldsOfOld = comparison.FieldsOfOlder,
            FieldsOfNew = comparison.FieldsOfNewer,
        };
    }

    /// <summary>The value of a key in a group, as the source writes it.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Text">The value.</param>
    public readonly partial record struct Value(GroupKey Key, string Text);

    /// <summary>One figure of one group: old + added - removed + revised + moved in - moved out = new.</summary>
    /// <remarks>A sum that is not known, for no record has the figure, counts for nothing. Equality is by content and order.</remarks>
    public sealed partial record Entry
    {
        /// <summary>The group, key by key.</summary>
        public required ValueList<Value> Group { get; init; }

        /// <summary>Which figure.</summary>
        public required RangeFigure Figure { get; init; }

        /// <summary>The sum of the older vintage; null if no record of the group has the figure, 0 if there is no record.</summary>
        public required long? Old { get; init; }

        /// <summary>What records of the newer vintage alone come to.</summary>
        public required long Added { get; init; }

        /// <summary>What records of the older vintage alone came to.</summary>
        public required long Removed { get; init; }

        /// <summary>By how much records that stayed in the group differ.</summary>
        public required long Revised { get; init; }

        /// <summary>What records come to that were in other groups.</summary>
        public required long MovedIn { get; init; }

        /// <summary>What records came to that are in other groups.</summary>
        public required long MovedOut { get; init; }

        /// <summary>The sum of the newer vintage; null if no record of the group has the figure, 0 if there is no record.</summary>
        public required long? New { get; init; }

        /// <summary>How many records of the older vintage lack the figure.</summary>
        public long WithoutOld { get; init; }

        /// <summary>How many records of the newer vintage lack the figure.</summary>
        public long WithoutNew { get; init; }

        /// <summary>The low, the best and the high figure of a line of an account.</summary>
        public static ValueList<Entry> Of(VintageAccount account, VintageAccount.Line line)
        {
            ArgumentNullException.ThrowIfNull(account);
            ArgumentNullException.ThrowIfNull(line);
            var group = account.Keys.Zip(line.Group, (key, text) => new Value(key, text)).ToValueList();
            return [Of(group, line, RangeFigure.Low), Of(group, line, RangeFigure.Best), Of(group, line, RangeFigure.High)];
        }

        private static Entry Of(ValueList<Value> group, VintageAccount.Line line, RangeFigure figure)
        {
            (long? Sum, long Without) old = SumOf(line.Old, figure);
            (long? Sum, long Without) became = SumOf(line.New, figure);
            return new()
            {
                Group = group,
                Figure = figure,
                Old = old.Sum,
                Added = line.Added[figure],
                Removed = line.Removed[figure],
                Revised = line.Revised[figure],
                MovedIn = line.MovedIn[figure],
                MovedOut = line.MovedOut[figure],
                New = became.Sum,
                WithoutOld = old.Without,
                WithoutNew = became.Without,
            };
        }

        private static (long? Sum, long Without) SumOf(Sums sums, RangeFigure figure)
        {
            (long? sum, long without) = figure switch
            {
                RangeFigure.Low => (sums.Low, sums.WithoutLow),
                RangeFigure.Best => (sums.Best, sums.WithoutBest),
                _ => (sums.High, sums.WithoutHigh),
            };
            return (sums.Incidents + sums.Continuing == 0 ? 0 : sum, without);
        }
    }
}
