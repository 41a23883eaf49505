using ConflictModel.Aggregation;
using ConflictModel.Revisions;

namespace ConflictModel.Tests.Revisions;

public class MisuseTests
{
    private static readonly ConflictDataset Nothing = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        VintageComparison comparison = Vintages.Compare(Nothing, Nothing, cancellationToken: Stop);
        VintageAccount account = comparison.Account(Measure.Killed, Stop).By();
        Vintage older = new() { Name = "1" };
        Vintage newer = new() { Name = "2" };
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("older", () => Vintages.Compare(null!, Nothing)),
            ("newer", () => Vintages.Compare(Nothing, null!)),
            ("comparison", () => RevisionLog.Of(null!, account, older, newer)),
            ("account", () => RevisionLog.Of(comparison, null!, older, newer)),
            ("older", () => RevisionLog.Of(comparison, account, null!, newer)),
            ("newer", () => RevisionLog.Of(comparison, account, older, null!)),
            ("account", () => RevisionLog.Entry.Of(null!, account.Lines[0])),
            ("line", () => RevisionLog.Entry.Of(account, null!)),
            ("records", () => VintageDifference.Between(null!, (_, _, _) => { })),
            ("append", () => VintageDifference.Between(new VintageRecords(null), null!)),
            ("changes", () => VintageDifference.Between(new VintageRecords(null), (_, _, _) => { }).Tell(null!)),
            ("key", () => comparison.Reattributions(Measure.Killed, null!)),
            ("vintages", () => _ = new Archive(null!)),
            ("key", () => new Archive().Triangle(null!, Ranking.Incidents)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void A_last_year_is_one_of_four_digits(int year)
    {
        new VintageOptions { Until = 1 }.Until.Should().Be(1);
        new VintageOptions { Until = 9999 }.Until.Should().Be(9999);
        new VintageOptions { Until = null }.Until.Should().BeNull();
        FluentActions.Invoking(() => new VintageOptions { Until = year }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_was_stopped_before_it_began_compares_nothing()
    {
        CancellationToken stopped = new(canceled: true);
        FluentActions.Invoking(() => Vintages.Compare(Nothing, Nothing, null, stopped)).Should().Throw<OperationCanceledException>();
    }
}
