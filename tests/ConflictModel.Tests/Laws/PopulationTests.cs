using ConflictModel.Aggregation;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Laws;

/// <summary>
/// Law 5, nobody dies twice: of places and the places in them, of months and years, of incidents and of the totals that count them.
/// </summary>
public class PopulationTests
{
    private static readonly RegionHierarchy Regions = new(Population.Regions);

    private static readonly RegionKind[] Levels = [RegionKind.Country, RegionKind.Governorate, RegionKind.District, RegionKind.Natural];

    [Fact]
    public void A_place_and_the_places_in_it_are_never_added_up() => Population.Any.Sample(
        people =>
        {
            ConflictDataset dataset = people.Records();
            Sums whole = dataset.Incidents.Sum(Harm.Killed);
            whole.Incidents.Should().Be(people.Killings.Count(killing => killing.IsTold));
            foreach (RegionKind level in Levels)
            {
                GroupedSums<RegionId> sums = dataset.Incidents.SumByRegion(Harm.Killed, Regions, level);
                sums.Whole.Should().Be(whole);
                foreach (Region region in Population.Regions.Where(region => region.Kind == level))
                {
                    string name = region.Id.Value;
                    GroupedSums<RegionId>.Group group = sums.Groups.SingleOrDefault(group => group.Key == region.Id);
                    Bounds bounds = group == default ? Bounds.Zero : group.Bounds;
                    bounds.Contains(people.People(killing => killing.IsTold && killing.IsIn(name))).Should().BeTrue($"{name}: {bounds}");
                    group.Certain.Incidents.Should().Be(people.Killings.Count(
                        killing => killing.IsTold && killing.Told.All(account => LiesIn(killing.RegionOf(account), name))));
                }
            }
        },
        iter: 300);

    [Fact]
    public void Spread_over_the_places_of_a_level_nobody_is_where_nobody_can_have_been() => Population.Any.Sample(
        people =>
        {
            Population.Killing[] told = [.. people.Killings.Where(killing => killing.IsTold)];
            foreach (RegionKind level in Levels)
            {
                RegionSpread spread = Regions.Spread(
                    told.Select(killing => new RegionSpread.Row
                    {
                        Regions = [.. killing.Told.Select(account => Population.Id(killing.RegionOf(account))).Distinct()],
                        Count = Bounds.Exactly(killing.Killed),
                    }),
                    level);
                spread.Whole.Should().Be(Bounds.Exactly(told.Sum(killing => killing.Killed)));
                foreach (Region region in Population.Regions.Where(region => region.Kind == level))
                {
                    Bounds bounds = spread.Regions.Where(share => share.Key == region.Id).Select(share => share.Value)
                        .DefaultIfEmpty(Bounds.Zero).Single();
                    bounds.Contains(told.Where(killing => killing.IsIn(region.Id.Value)).Sum(killing => killing.Killed))
                        .Should().BeTrue($"{region.Id}: {bounds}");
                }
            }
        },
        iter: 300);

    [Fact]
    public void A_month_of_an_event_that_may_be_of_several_holds_it_perhaps_and_the_whole_once() => Population.Any.Sample(
        people =>
        {
            ConflictDataset dataset = people.Records();
            GroupedSums<YearMonth> sums = dataset.Incidents.SumByMonth(Harm.Killed);
            sums.Whole.Should().Be(dataset.Incidents.Sum(Harm.Killed));
            foreach (int month in Enumerable.Range(1, 3))
            {
                (string first, string last) = ($"2024-0{month}-01", $"2024-0{month}-31");
                Bounds bounds = sums.Groups.Where(group => group.Key == new YearMonth(2024, month)).Select(group => group.Bounds)
                    .DefaultIfEmpty(Bounds.Zero).Single();
                bounds.Contains(people.People(killing => killing.IsTold && killing.IsDuring(first, last)))
                    .Should().BeTrue($"{month}: {bounds}");
            }
        },
        iter: 300);

    [Fact]
    public void Totals_and_incidents_account_together_for_no_more_people_than_there_were_and_for_as_many_as_one_of_them() =>
        Gen.Select(Population.Any, Gen.Int[0, 9].Array[0, 6]).Sample(
            (people, order) =>
            {
                ConflictDataset dataset = people.Records(order);
                foreach (ReconciledTally tally in dataset.Reconcile(Harm.Killed))
                {
                    Population.Count count = CountOf(people, tally.Tally);
                    Population.Count[] within = [.. tally.Tallies.Select(other => CountOf(people, other.Key))];
                    long accounted = people.People(
                        killing => count.Holds(killing) && (killing.IsTold || within.Any(other => other.Holds(killing))));
                    tally.IsImpossible.Should().BeFalse("all of it is true");
                    tally.AccountedInAll.Contains(accounted).Should().BeTrue($"{accounted} in {tally}");
                    tally.Tallies.Where(other => other.Value.Lower > tally.AccountedInAll.Lower).Should().BeEmpty();
                    tally.AccountedInAll.Lower.Should().BeGreaterThanOrEqualTo(
                        tally.Incidents.Sum(incident => incident.Accounts.Lower));
                    Bounds sum = tally.Incidents.Select(incident => incident.Accounts).Concat(tally.Tallies.Select(other => other.Value))
                        .Aggregate(Bounds.Zero, (sum, one) => sum + one);
                    (tally.AccountedInAll.Upper ?? long.MaxValue).Should().Be(
                        Math.Min(sum.Upper ?? long.MaxValue, tally.Total.Upper ?? long.MaxValue));
                }
            },
            iter: 300);

    [Fact]
    public void Of_records_that_are_all_true_none_is_accused() => Gen.Select(Population.Any, Gen.Int[0, 9].Array[0, 6]).Sample(
        (people, order) => people.Records(order).Validate().Where(finding => finding.Severity != Severity.Information).Should().BeEmpty(),
        iter: 300);

    private static Population.Count CountOf(Population people, TallyId id) =>
        people.Counts[int.Parse(id.Value.AsSpan(1), provider: null)];

    private static bool LiesIn(string region, string wider) => region == wider || Population.Regions
        .Single(known => known.Id.Value == region).Within.Any(around => LiesIn(around.Value, wider));
}
