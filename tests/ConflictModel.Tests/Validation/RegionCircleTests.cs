using ConflictModel.Hierarchies;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Validation;

public class RegionCircleTests
{
    /// <summary>Up to six regions, each within some of them or of two that are not listed.</summary>
    private static readonly Gen<Region[]> Graphs = Gen.Int[0, 7].Array[0, 3].Array[0, 6]
        .Select(graph => graph.Select((wider, number) => Within(number, wider)).ToArray());

    [Fact]
    public void Exactly_the_regions_that_a_walk_comes_back_to_lie_within_themselves() => Graphs.Sample(regions =>
    {
        string[] accused = [.. Circles(regions).Select(finding => finding.Pointer.ToString())];
        accused.Should().Equal(
            Enumerable.Range(0, regions.Length).Where(i => ComesBack(regions, i)).Select(i => $"/regions/{i}/within"));
    });

    [Fact]
    public void A_hierarchy_of_unchecked_regions_keeps_what_is_in_no_circle() => Graphs.Sample(regions =>
    {
        var hierarchy = RegionHierarchy.FromUnchecked(regions);
        for (int i = 0; i < regions.Length; i++)
        {
            hierarchy.Ancestors(regions[i].Id).IsEmpty.Should().Be(ComesBack(regions, i) || regions[i].Within.IsEmpty);
        }
    });

    [Fact]
    public void Twice_the_regions_in_a_chain_take_twice_the_work()
    {
        Allocated(1_000, Validated);
        Allocated(16_000, Validated).Should().BeLessThan((long)(Allocated(8_000, Validated) * 2.5));
    }

    [Fact]
    public void Regions_are_walked_from_one_to_the_next_once_however_many_rules_ask_what_lies_within_what()
    {
        // All of validation allocates some four times what one walk does; when five rules walked by themselves it was more than seven.
        Allocated(1_000, Walked);
        Allocated(1_000, Validated);
        Allocated(8_000, Validated).Should().BeLessThan(6 * Allocated(8_000, Walked));

        static void Walked(ConflictDataset dataset) => _ = RegionHierarchy.FromUnchecked(dataset.Regions);
    }

    private static void Validated(ConflictDataset dataset) => dataset.Validate().Should().BeEmpty();

    private static long Allocated(int count, Action<ConflictDataset> work)
    {
        ConflictDataset dataset = new()
        {
            Regions = Enumerable.Range(0, count).Select(i => Within(i, i + 1 == count ? [] : [i + 1])).ToValueList(),
        };
        long before = GC.GetAllocatedBytesForCurrentThread();
        work(dataset);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<Finding> Circles(Region[] regions) =>
        new ConflictDataset { Regions = [.. regions] }.Validate().Where(finding => finding.Code == FindingCodes.RegionCycle);

    private static bool ComesBack(Region[] regions, int start)
    {
        var met = new HashSet<RegionId>();
        var open = new Stack<RegionId>(regions[start].Within);
        while (open.TryPop(out RegionId id))
        {
            if (met.Add(id))
            {
                regions.FirstOrDefault(region => region.Id == id)?.Within.ToList().ForEach(open.Push);
            }
        }

        return met.Contains(regions[start].Id);
    }

    private static Region Within(int number, int[] wider) => new()
    {
        Id = RegionId.From($"r{number}"),
        Name = $"Region {number}",
        Kind = RegionKind.District,
        Within = wider.Distinct().Select(other => RegionId.From($"r{other}")).ToValueList(),
    };
}
