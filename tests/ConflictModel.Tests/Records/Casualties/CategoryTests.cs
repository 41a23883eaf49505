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
    public void An_id_keeps_its_underscores_and_those_of_free_text_are_told_from_blanks()
    {
        var id = ActorId.From("a_b");
        On(Axis.Perpetrator, Part.By(id)).Key.Should().Be("a_b");
        On(Axis.Perpetrator, Part.By([id, A])).Key.Should().Be("a+a_b");
        On(Axis.Victim, Part.Of(Victims.MembersOf(id))).Key.Should().Be("a_b");
        On(Axis.Region, Part.In(RegionId.From("r_1"))).Key.Should().Be("r_1");
        On(Axis.Method, Part.Through("air strikes")).Key.Should().Be("air_strikes");
        On(Axis.Method, Part.Through("air_strikes")).Key.Should().Be("air%5Fstrikes");
        On(Axis.Method, Part.Through("-")).Key.Should().Be("%2D", "a dash alone stands for a part that says nothing");
        On(Axis.Method, Part.Through("a-b")).Key.Should().Be("a-b");
        On(Axis.Method, Part.Through("a/é\t")).Key.Should().Be("a%2Fé%09");
    }

    [Fact]
    public void Categories_that_differ_are_unequal_by_either_operator()
    {
        (On(Axis.Region, Part.In(RegionId.From("r"))) != On(Axis.Region, Part.In(RegionId.From("s")))).Should().BeTrue();
        (On(Axis.Region, Part.In(RegionId.From("r"))) != On(Axis.Region, Part.In(RegionId.From("r"), 3))).Should().BeFalse();
        (On(Axis.Perpetrator, Part.By(A)) == On(Axis.Perpetrator, Part.By(B))).Should().BeFalse();
        (On(Axis.Perpetrator, Part.By(A)) == On(Axis.Perpetrator, Part.By([A, B]))).Should().BeFalse();
        (On(Axis.Perpetrator, Part.By([A, B])) == On(Axis.Perpetrator, Part.By(A))).Should().BeFalse();
        On(Axis.Region, Part.In(RegionId.From("r"))).Equals("region:r").Should().BeFalse();
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
