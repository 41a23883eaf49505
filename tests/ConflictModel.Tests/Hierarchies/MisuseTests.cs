using ConflictModel.Hierarchies;

namespace ConflictModel.Tests.Hierarchies;

public class MisuseTests
{
    [Fact]
    public void A_hierarchy_of_nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        RegionHierarchy regions = new([]);
        ActorHierarchy actors = new([]);
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("affiliations", () => _ = new ActorHierarchy(null!)),
            ("affiliations", () => ActorHierarchy.FindCircle(null!)),
            ("affiliations", () => ActorHierarchy.FromUnchecked(null!, regions)),
            ("regions", () => ActorHierarchy.FromUnchecked([], null!)),
            ("rows", () => actors.RollUp(null!, [])),
            ("regions", () => _ = new RegionHierarchy(null!)),
            ("regions", () => RegionHierarchy.FromUnchecked(null!)),
            ("rows", () => regions.Spread(null!, RegionKind.Country)),
            ("controls", () => _ = new TerritorialControl(null!, regions)),
            ("regions", () => _ = new TerritorialControl([], null!)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }
    }

    [Fact]
    public void Two_regions_of_one_id_are_refused_and_a_negative_figure_too()
    {
        Region homs = new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate };
        FluentActions.Invoking(() => new RegionHierarchy([homs, homs])).Should().Throw<ArgumentException>().WithMessage("*'homs'*twice*");
        FluentActions.Invoking(() => new RegionHierarchy([homs]).Spread(
                [new() { Regions = [homs.Id], Count = Bounds.Exactly(1), Figure = -1 }], RegionKind.Governorate))
            .Should().Throw<ArgumentException>().WithMessage("*-1*");
    }
}
