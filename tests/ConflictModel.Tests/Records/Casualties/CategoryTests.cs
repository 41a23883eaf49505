using CsCheck;

namespace ConflictModel.Tests.Records.Casualties;

public class CategoryTests
{
    private static readonly ActorId A = ActorId.From("a");
    private static readonly ActorId B = ActorId.From("b");

    [Fact]
    public void Neither_the_order_of_actors_nor_their_repetition_makes_another_category()
    {
        Same(Axis.Victim, Part.Of(Victims.MembersOf(A, B)), Part.Of(Victims.MembersOf(B, A, B)));
        Same(Axis.Perpetrator, Part.By([A, B]), Part.By([B, A, A]));
        Same(Axis.Perpetrator, Part.By(A), Part.By([A, A]));
        Same(Axis.Victim, Part.Of(Victims.MembersOf(A)), Part.Of(Victims.MembersOf(A) with { Role = "" }));
    }

    [Fact]
    public void Figures_and_what_a_part_says_on_other_axes_do_not_count() =>
        Same(Axis.Region,
            Part.In(RegionId.From("r"), 3) with { Method = "mines" }, Part.In(RegionId.From("r")) with { AsWritten = "in R" });

    [Fact]
    public void Every_field_of_victims_tells_categories_apart()
    {
        Category[] categories =
        [
            On(Axis.Victim, Part.Of(Victims.MembersOf(A))),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A, B))),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A) with { Status = CivilianStatus.Combatant })),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A) with { Status = CivilianStatus.Unidentified })),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A) with { Age = AgeGroup.Adult })),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A) with { Age = AgeGroup.Adult, Sex = Sex.Male })),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A) with { Sex = Sex.Male })),
            On(Axis.Victim, Part.Of(Victims.MembersOf(A).As("officers"))),
            On(Axis.Demographic, Part.Of(Victims.MembersOf(A) with { Age = AgeGroup.Adult, Sex = Sex.Male })),
        ];
        categories.Should().OnlyHaveUniqueItems();
        categories.Select(category => category.ToString()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Equal_categories_are_those_of_equal_axis_and_key() =>
        Gen.Select(Parts, Parts, Gen.Enum<Axis>()).Sample((left, right, axis) =>
        {
            if (left.CategoryOn(axis) is { } one && right.CategoryOn(axis) is { } other)
            {
                (one == other).Should().Be(one.Key == other.Key);
                one.Equals((object)other).Should().Be(one == other);
                (one == other && one.GetHashCode() != other.GetHashCode()).Should().BeFalse();
                one.ToString().Should().Be($"{axis.ToString().ToLowerInvariant()}:{one.Key}");
            }
        });

    [Fact]
    public void A_part_that_says_nothing_on_an_axis_has_no_category_there()
    {
        foreach (Axis axis in Enum.GetValues<Axis>())
        {
            new Part().CategoryOn(axis).Should().BeNull();
            new Part { Victims = new(), Method = "", AsWritten = "x" }.CategoryOn(axis).Should().BeNull();
        }
    }

    [Fact]
    public void Every_axis_has_a_category_and_a_name()
    {
        Part part = new()
        {
            Victims = Victims.Women.As("nurses"),
            Perpetrators = [A],
            Method = "air strikes",
            Region = RegionId.From("r"),
            Period = UncertainDate.Parse("2024-01"),
        };
        Enum.GetValues<Axis>().Select(axis => On(axis, part).ToString()).Should().Equal(
            "victim:.women.nurses", "perpetrator:a", "method:air_strikes", "region:r", "period:2024-01", "demographic:women");
    }

    [Fact]
    public void Age_and_sex_have_one_word_and_the_unidentified_one_of_their_own()
    {
        (Victims Who, string Key)[] all =
        [
            (Victims.Girls, "girls"),
            (Victims.Boys, "boys"),
            (Victims.Women, "women"),
            (Victims.Men, "men"),
            (Victims.Elderly, "elderly"),
            (new() { Age = AgeGroup.Adult }, "adults"),
            (new() { Age = AgeGroup.Adult, Sex = Sex.Unknown }, "adults_of_unknown_sex"),
            (new() { Sex = Sex.Unknown }, "sex_unknown"),
        ];
        foreach ((Victims who, string key) in all)
        {
            On(Axis.Demographic, Part.Of(who)).Key.Should().Be(key);
            On(Axis.Victim, Part.Of(who with { Status = CivilianStatus.Unidentified })).Key.Should().Be($".unidentified.{key}");
        }

        On(Axis.Victim, Part.Of(Victims.Called("sex unknown"))).Key
            .Should().Be(".%73ex_unknown", "a role is told from the words for age and sex");
    }

    [Fact]
    public void An_axis_that_is_none_is_refused()
    {
        Action ask = () => new Part().CategoryOn(default);
        ask.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_default_is_the_category_of_no_part()
    {
        Category none = default;
        none.Key.Should().BeEmpty();
        none.ToString().Should().BeEmpty();
        none.Should().Be(new Category());
        none.GetHashCode().Should().Be(new Category().GetHashCode());
        (none == On(Axis.Region, Part.In(RegionId.From("r")))).Should().BeFalse();
    }

    private static Gen<Part> Parts { get; } = Gen.Select(
        Gen.Int[0, 2].Select(i => "abc"[i].ToString()).Array[0, 3],
        Gen.Enum<CivilianStatus>(),
        Gen.Enum<AgeGroup>(),
        Gen.Enum<Sex>(),
        OneOf(null, "", "women", "civilians", "sex unknown", "a.b", "x y", "x_y"),
        Gen.Select(OneOf(null, "", "mines", "air strikes"), OneOf("r", "r#1", "r~2"), OneOf("2024-01", "2024", "2024-01/2024-06")),
        (actors, status, age, sex, role, place) => new Part
        {
            Victims = new() { Actors = [.. actors.Select(ActorId.From)], Status = status, Age = age, Sex = sex, Role = role },
            Perpetrators = [.. actors.Select(ActorId.From)],
            Method = place.Item1,
            Region = RegionId.From(place.Item2!),
            Period = UncertainDate.Parse(place.Item3!),
        });

    private static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Category On(Axis axis, Part part) => part.CategoryOn(axis)!.Value;

    private static void Same(Axis axis, Part left, Part right)
    {
        On(axis, left).Should().Be(On(axis, right));
        (On(axis, left) == On(axis, right)).Should().BeTrue();
        On(axis, left).GetHashCode().Should().Be(On(axis, right).GetHashCode());
        On(axis, left).Key.Should().Be(On(axis, right).Key);
    }
}
