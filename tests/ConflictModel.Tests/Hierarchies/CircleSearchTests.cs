using ConflictModel.Hierarchies;
using CsCheck;

namespace ConflictModel.Tests.Hierarchies;

public class CircleSearchTests
{
    private const int Nodes = 6;

    private static readonly Gen<(int From, int To)[]> Links = Gen.Select(Gen.Int[0, Nodes - 1], Gen.Int[0, Nodes - 1]).Array[0, 10];

    [Fact]
    public void Just_those_that_lead_back_to_themselves_are_on_circles() => Links.Sample(links =>
    {
        HashSet<(int From, int To)> reach = Reach(links);
        CircleSearch.OnCircles(Enumerable.Range(0, Nodes), Next(links))
            .Should().BeEquivalentTo(Enumerable.Range(0, Nodes).Where(node => reach.Contains((node, node))));
    });

    [Fact]
    public void A_circle_that_is_found_goes_along_links_and_back_to_where_it_began() => Links.Sample(links =>
    {
        HashSet<(int From, int To)> reach = Reach(links);
        List<int>? path = CircleSearch.Find(Enumerable.Range(0, Nodes), Next(links));
        (path is not null).Should().Be(reach.Any(pair => pair.From == pair.To));
        if (path is not null)
        {
            path.Count.Should().BeGreaterThan(1);
            path[^1].Should().Be(path[0]);
            path.Zip(path.Skip(1)).Should().BeSubsetOf(links);
            path.Skip(1).Should().OnlyHaveUniqueItems();
        }
    });

    [Fact]
    public void Only_what_the_given_nodes_lead_to_is_looked_at()
    {
        (int, int)[] links = [(0, 1), (1, 2), (2, 1), (3, 3)];
        CircleSearch.Find([0], Next(links)).Should().Equal(1, 2, 1);
        CircleSearch.Find([3, 0], Next(links)).Should().Equal(3, 3);
        CircleSearch.OnCircles([0], Next(links)).Should().BeEquivalentTo([1, 2]);
        CircleSearch.OnCircles([3], Next(links)).Should().BeEquivalentTo([3]);
    }

    private static Func<int, IReadOnlyList<int>> Next((int From, int To)[] links) =>
        node => [.. links.Where(link => link.From == node).Select(link => link.To)];

    private static HashSet<(int From, int To)> Reach((int From, int To)[] links)
    {
        HashSet<(int From, int To)> reach = [.. links];
        for (int i = 0; i < Nodes; i++)
        {
            reach.UnionWith([.. reach.SelectMany(a => reach.Where(b => b.From == a.To), (a, b) => (a.From, b.To))]);
        }

        return reach;
    }
}
