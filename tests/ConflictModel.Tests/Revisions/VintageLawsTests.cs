using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Revisions;

/// <summary>What holds for whatever two or three vintages there are.</summary>
public class VintageLawsTests
{
    private static FigureChange Nothing => default;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_account_closes_for_every_key_whether_days_are_divided_or_not() => FakeVintage.Series(2).Sample(
        (vintages) =>
        {
            foreach (BucketScheme[] split in (BucketScheme[][])[[], [BucketScheme.Year], [BucketScheme.Month], [BucketScheme.IsoWeek]])
            {
                VintageComparison comparison = FakeVintage.Compare(vintages[0], vintages[1], split);
                foreach (GroupKey key in GroupKey.All)
                {
                    foreach (VintageAccount.Line line in comparison.Account(Measure.Killed, Stop).By(key).Lines)
                    {
                        (line.Added - line.Removed + line.Revised + line.MovedIn - line.MovedOut).Should().Be(line.Change);
                    }
                }
            }
        },
        iter: 60);

    [Fact]
    public void The_terms_are_those_that_the_records_themselves_give() => FakeVintage.Series(2).Sample(
        (vintages) =>
        {
            VintageComparison comparison = FakeVintage.Compare(vintages[0], vintages[1]);
            foreach (VintageAccount.Line line in comparison.Account(Measure.Killed, Stop).By(GroupKey.Dyad).Lines)
            {
                string dyad = line.Group[0];
                var old = vintages[0].Records.ToDictionary(record => record.Id);
                var now = vintages[1].Records.ToDictionary(record => record.Id);
                bool Here(FakeVintage.Record? record) => record is not null && (record.Dyad == 0 ? "unknown" : $"{record.Dyad}") == dyad;
                FigureChange Sum(IEnumerable<FakeVintage.Record> records) => records.Aggregate(
                    Nothing, (sum, record) => sum + new FigureChange(record.Low ?? 0, record.Best ?? 0, record.High ?? 0));
                FakeVintage.Record? Old(int id) => old.GetValueOrDefault(id);
                FakeVintage.Record? New(int id) => now.GetValueOrDefault(id);
                line.Added.Should().Be(Sum(now.Values.Where(record => Here(record) && Old(record.Id) is null)));
                line.Removed.Should().Be(Sum(old.Values.Where(record => Here(record) && New(record.Id) is null)));
                line.MovedIn.Should().Be(
                    Sum(now.Values.Where(record => Here(record) && Old(record.Id) is { } before && !Here(before))));
                line.MovedOut.Should().Be(
                    Sum(old.Values.Where(record => Here(record) && New(record.Id) is { } after && !Here(after))));
                line.Revised.Should().Be(
                    Sum(now.Values.Where(record => Here(record) && Here(Old(record.Id))))
                        - Sum(old.Values.Where(record => Here(record) && Here(New(record.Id)))));
            }
        },
        iter: 100);

    [Fact]
    public void Old_and_new_are_the_sums_of_a_query_of_either_table() => FakeVintage.Series(2).Sample(
        (vintages) =>
        {
            VintageComparison comparison = FakeVintage.Compare(vintages[0], vintages[1], BucketScheme.Month);
            VintageAccount account = comparison.Account(Measure.Killed, Stop).By(GroupKey.Month, GroupKey.FirstSide);
            foreach ((FakeVintage vintage, Func<VintageAccount.Line, Sums> of) in
                ((FakeVintage, Func<VintageAccount.Line, Sums>)[])[(vintages[0], line => line.Old), (vintages[1], line => line.New)])
            {
                IncidentTableBuilder table = new(BucketScheme.Month);
                vintage.AppendTo(table);
                var sums = table.ToTable().Query().Sum(Measure.Killed).GroupBy(GroupKey.Month, GroupKey.FirstSide)
                    .KeepingUnknown().Run().ToDictionary(
                        row => $"{row.TextOf(GroupKey.Month) ?? "unknown"} {row.TextOf(GroupKey.FirstSide) ?? "unknown"}",
                        row => row.Of(Measure.Killed));
                account.Lines.Where(line => of(line) != default).ToDictionary(line => string.Join(' ', line.Group), of)
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Should().Equal(sums.OrderBy(pair => pair.Key, StringComparer.Ordinal));
            }
        },
        iter: 60);

    [Fact]
    public void Compared_the_other_way_round_all_is_mirrored() => FakeVintage.Series(2).Sample(
        (vintages) =>
        {
            VintageComparison there = FakeVintage.Compare(vintages[0], vintages[1], BucketScheme.Year);
            VintageComparison back = FakeVintage.Compare(vintages[1], vintages[0], BucketScheme.Year);
            back.Added.Should().Equal(there.Removed);
            back.Removed.Should().Equal(there.Added);
            back.Revised.OrderBy(one => one.Id, StringComparer.Ordinal).Should().Equal(there.Revised
                .Select(one => one with { Changes = [one.Changes[0] with { Was = one.Changes[0].Is, Is = one.Changes[0].Was }] })
                .OrderBy(one => one.Id, StringComparer.Ordinal));
            IReadOnlyList<VintageAccount.Line> lines = there.Account(Measure.Killed, Stop).By(GroupKey.Year, GroupKey.Actor).Lines;
            IReadOnlyList<VintageAccount.Line> mirrored = back.Account(Measure.Killed, Stop).By(GroupKey.Year, GroupKey.Actor).Lines;
            mirrored.Select(line => (line.Group, line.New, line.Old, line.Removed, line.Added, line.MovedOut, line.MovedIn))
                .Should().Equal(lines.Select(
                    line => (line.Group, line.Old, line.New, line.Added, line.Removed, line.MovedIn, line.MovedOut)));
            mirrored.Select(line => line.Revised).Should().Equal(lines.Select(line => Nothing - line.Revised));
            back.Moves(Measure.Killed, Stop).Select(move => move.Id).Order(StringComparer.Ordinal)
                .Should().Equal(there.Moves(Measure.Killed, Stop).Select(move => move.Id).Order(StringComparer.Ordinal));
        },
        iter: 60);

    [Fact]
    public void Three_vintages_compose() => FakeVintage.Series(3).Sample(
        (vintages) =>
        {
            VintageComparison first = FakeVintage.Compare(vintages[0], vintages[1]);
            VintageComparison second = FakeVintage.Compare(vintages[1], vintages[2]);
            VintageComparison whole = FakeVintage.Compare(vintages[0], vintages[2]);
            (first.Records.New, first.Records.Old, second.Records.New)
                .Should().Be((second.Records.Old, whole.Records.Old, whole.Records.New));
            Dictionary<string, FigureChange> Nets(VintageComparison comparison) =>
                comparison.Account(Measure.Killed, Stop).By(GroupKey.Dyad).Lines.ToDictionary(line => line.Group[0], line => line.Change);
            (Dictionary<string, FigureChange> a, Dictionary<string, FigureChange> b) = (Nets(first), Nets(second));
            foreach ((string dyad, FigureChange change) in Nets(whole))
            {
                (a.GetValueOrDefault(dyad) + b.GetValueOrDefault(dyad)).Should().Be(change);
            }

            // What the whole added came in one of the steps and was not removed after.
            whole.Added.Order(StringComparer.Ordinal).Should().Equal(
                first.Added.Except(second.Removed).Concat(second.Added.Except(first.Removed)).Order(StringComparer.Ordinal));
        },
        iter: 60);

    [Fact]
    public void A_vintage_does_not_differ_from_itself() => FakeVintage.Series(1).Sample(
        (vintages) =>
        {
            VintageComparison comparison = FakeVintage.Compare(vintages[0], vintages[0]);
            (comparison.HasDifferences, comparison.Records.Unchanged).Should().Be((false, vintages[0].Records.Count));
            comparison.Account(Measure.Killed, Stop).By(GroupKey.Year).Lines.Where(line => !line.Records.IsEmpty).Should().BeEmpty();
            comparison.Moves(Measure.Killed, Stop).Should().BeEmpty();
        },
        iter: 40);
}
