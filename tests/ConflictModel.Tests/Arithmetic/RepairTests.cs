using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Which change of one figure would mend a contradiction, and where none is looked for.</summary>
public class RepairTests
{
    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Of_a_record_of_a_thousand_figures_or_fewer_repairs_are_found(int figures, bool areFound)
    {
        Part[] others = [.. Enumerable.Range(0, figures - 2).Select(method => Part.Through($"m{method}"))];
        Repairs(Toll.Of(5).Including([Part.Through("m", 6), .. others])).Should().Equal(
            areFound ? ["whole: 5 -> 6 or more", "method:m: 6 -> 0 to 5"] : []);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Where_breakdowns_cross_they_are_found_in_one_of_two_hundred_or_fewer(int figures, bool areFound)
    {
        Part[] others = [.. Enumerable.Range(0, figures - 3).Select(method => Part.Through($"m{method}"))];
        Repairs(Toll.Of(71).Including(Part.Of(Victims.Women, 6)).Including(Part.Of(Victims.Women, 3)).Including(others)).Should().Equal(
            areFound ? ["demographic:women: 6 -> 3", "demographic:women~2: 3 -> 6"] : []);
    }

    private static string[] Repairs(Toll toll) =>
        [.. toll.Derive().Contradictions.Should().ContainSingle().Subject.Repairs.Select(repair => repair.ToString())];
}
