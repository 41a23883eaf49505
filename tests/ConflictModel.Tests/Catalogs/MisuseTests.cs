using ConflictModel.Catalogs;

namespace ConflictModel.Tests.Catalogs;

public class MisuseTests
{
    [Fact]
    public void Nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        ActorCatalog actors = ActorCatalog.BuiltIn;
        RegionCatalog regions = RegionCatalog.BuiltIn;
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("affiliation", () => actors.LayerOf((Affiliation)null!)),
            ("actors", () => actors.With("mine", (IEnumerable<Actor>)null!)),
            ("affiliations", () => actors.With("mine", [], (Affiliation[])null!)),
            ("actors", () => actors.With("mine", (TextReader)null!)),
            ("text", () => actors.ResolveMembers(null!)),
            ("text", () => actors.Resolve(null!)),
            ("layer", () => actors.With(null!, [])),
            ("added", () => actors.With("mine", [null!])),
            ("id", () => actors.Get(null!)),
            ("scheme", () => actors.FindByExternalId(null!, "234")),
            ("value", () => actors.FindByExternalId("ucdp", null!)),
            ("regions", () => regions.With("mine", (IEnumerable<Region>)null!)),
            ("regions", () => regions.With("mine", (TextReader)null!)),
            ("regions", () => RegionCatalog.PlaceInWorld(null!)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }

        FluentActions.Invoking(() => actors.With("", [])).Should().Throw<ArgumentException>().WithParameterName("layer");
    }
}
