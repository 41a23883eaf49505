using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class FigurePathTests
{
    [Theory]
    [InlineData("")]
    [InlineData("victim:isis")]
    [InlineData("victim:isis/perpetrator:?")]
    [InlineData("region:ucdp:652/victim:.civilians.women~2")]
    public void Paths_are_read_as_they_are_written(string text)
    {
        FigurePath.Parse(text).ToString().Should().Be(text);
        FigurePath.TryParse(text, null, out FigurePath path).Should().BeTrue();
        path.Should().Be((FigurePath)text);
        path.IsWhole.Should().Be(text.Length == 0);
    }

    [Theory]
    [InlineData("victim")]
    [InlineData("victim:")]
    [InlineData(":isis")]
    [InlineData("victim:isis/")]
    [InlineData("victim:is is")]
    [InlineData(" victim:isis")]
    [InlineData("region:raqqa/\tvictim:isis")]
    [InlineData("victim:is\nis")]
    [InlineData("victim:is\ris")]
    public void What_is_no_path_is_refused(string text)
    {
        FigurePath.TryParse(text, null, out _).Should().BeFalse();
        Action parse = () => FigurePath.Parse(text);
        parse.Should().Throw<FormatException>();
    }

    [Fact]
    public void No_text_is_no_path()
    {
        FigurePath.TryParse((string?)null, null, out _).Should().BeFalse();
        Action parse = () => FigurePath.Parse(null!);
        parse.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void The_default_is_the_whole() => default(FigurePath).Should().Be(FigurePath.Parse(""));

    [Fact]
    public void Keys_tell_categories_apart_and_are_paths()
    {
        ActorId a = ActorId.From("a"), b = ActorId.From("b");
        Part[] parts =
        [
            Of(Victims.MembersOf(a)),
            Of(Victims.MembersOf(a, b)),
            Of(Victims.MembersOf(ActorId.From("a+b"))),
            Of(Victims.MembersOf(ActorId.From("a/b"))),
            Of(Victims.MembersOf(ActorId.From("a~2"))),
            Of(Victims.MembersOf(ActorId.From("a.women"))),
            Of(Victims.MembersOf(ActorId.From("civilians"))),
            Of(Victims.MembersOf(ActorId.From("-"))),
            Of(Victims.Civilians),
            Of(Victims.Women),
            Of(Victims.Called("women")),
            Of(Victims.Called("sheep herders")),
            Of(Victims.Called("sheep_herders")),
            Of(Victims.Called("رعاة الأغنام")),
            Of(Victims.Civilians with { Age = AgeGroup.Adult, Sex = Sex.Female, Role = "officials?" }),
            Of(Victims.MembersOf(a) with { Status = CivilianStatus.Combatant }),
            new(),
            Of(new Victims()),
        ];
        Derivation derived =
            new Toll { Breakdowns = [new() { By = Axis.Victim, Kind = BreakdownKind.Partition, Parts = [.. parts] }] }.Derive();
        string[] paths = [.. derived.Figures.Skip(1).Select(figure => figure.Path.Value)];
        paths.Should().OnlyHaveUniqueItems();
        paths.Should().Equal(
            "victim:a",
            "victim:a+b",
            "victim:a%2Bb",
            "victim:a%2Fb",
            "victim:a%7E2",
            "victim:a%2Ewomen",
            "victim:civilians",
            "victim:%2D",
            "victim:.civilians",
            "victim:.women",
            "victim:.%77omen",
            "victim:.sheep_herders",
            "victim:.sheep%5Fherders",
            "victim:.رعاة_الأغنام",
            "victim:.civilians.women.officials%3F",
            "victim:a.combatants",
            "victim:-",
            "victim:-~2");
        foreach (DerivedFigure figure in derived.Figures)
        {
            derived[FigurePath.Parse(figure.Path.Value)].Should().BeSameAs(figure);
        }
    }

    [Fact]
    public void Actors_named_in_another_order_are_the_same_category()
    {
        ActorId a = ActorId.From("a"), b = ActorId.From("b");
        Derivation derived = new Toll
        {
            Count = 9,
            Breakdowns =
            [
                new() { By = Axis.Victim, Kind = BreakdownKind.Inclusion, Parts = [Of(Victims.MembersOf(a, b)) with { Count = 5 }] },
                new() { By = Axis.Victim, Kind = BreakdownKind.Inclusion, Parts = [Of(Victims.MembersOf(b, a))] },
            ],
        }.Derive();
        derived["victim:a+b~2"].Bounds.Should().Be(new Bounds(5, 5));
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        Derivation derived = new Toll { Count = 1 }.Derive();
        derived.Find("victim:a").Should().BeNull();
        Action read = () => _ = derived["victim:a"];
        read.Should().Throw<KeyNotFoundException>().WithMessage("*victim:a*");
    }

    [Fact]
    public void Of_paths_that_are_as_like_no_letter_counts_twice()
    {
        Derivation derived = Toll.Of(5).Including(Part.In(RegionId.From("aa")), Part.In(RegionId.From("a-b"))).Derive();
        Action read = () => _ = derived["region:a"];
        read.Should().Throw<KeyNotFoundException>().WithMessage("*Paths like it: 'region:a-b', 'region:aa', 'region:?', ''.");
    }

    private static Part Of(Victims victims) => new() { Victims = victims };
}
