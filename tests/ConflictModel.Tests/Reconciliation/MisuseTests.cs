using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

public class MisuseTests
{
    [Fact]
    public void Nothing_is_made_of_no_records()
    {
        var distinct = new DistinctPeople([]);
        Tally tally = new() { Id = TallyId.From("t"), Scope = new(), Cumulative = true, Report = Fake.ReportOf("s", 1) };
        foreach (Action misuse in (Action[])
        [
            () => _ = new DistinctPeople(null!), () => distinct.Count(null!), () => distinct.Overlap(null!, SourceId.From("s")),
            () => TallyChain.In(null!), () => ((ConflictDataset)null!).Reconcile(Harm.Killed), () => tally.Since(null!),
            () => ((Tally)null!).Since(tally), () => ((Person[])null!).ToToll(Generate.Minimal, Harm.Killed),
            () => Array.Empty<Person>().ToToll(null!, Harm.Killed), () => ((Person[])null!).ToCasualties(Generate.Minimal),
            () => Array.Empty<Person>().ToCasualties(null!),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>();
        }
    }

    [Fact]
    public void Lists_are_named_once_each_and_are_not_too_many()
    {
        var distinct = new DistinctPeople([]);
        SourceId[] many = [.. Enumerable.Range(0, DistinctPeople.MaxLists + 1).Select(number => SourceId.From($"s{number}"))];
        distinct.Overlap([], many[1..]).Lists.Should().HaveCount(DistinctPeople.MaxLists);
        foreach (SourceId[] lists in (SourceId[][])[[], many, [many[0], many[0]]])
        {
            FluentActions.Invoking(() => distinct.Overlap([], lists)).Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public void Only_running_totals_have_increments()
    {
        Tally total = new() { Id = TallyId.From("t"), Scope = new(), Cumulative = true, Report = Fake.ReportOf("s", 1) };
        Tally single = total with { Id = TallyId.From("u"), Cumulative = false };
        FluentActions.Invoking(() => total.Since(single)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => single.Since(total)).Should().Throw<ArgumentException>();
    }
}
