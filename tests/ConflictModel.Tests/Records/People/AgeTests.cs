using System.Globalization;

namespace ConflictModel.Tests.Records.People;

public class AgeTests
{
    [Theory]
    [InlineData("30", 30, 30)]
    [InlineData("0", 0, 0)]
    [InlineData("30 years", 30, 30)]
    [InlineData("30-year-old", 30, 30)]
    [InlineData("aged 30", 30, 30)]
    [InlineData("thirty years old", 30, 30)]
    [InlineData("٣٠ سنة", 30, 30)]
    [InlineData("30 ans", 30, 30)]
    [InlineData("30y", 30, 30)]
    [InlineData("25-35", 25, 35)]
    [InlineData("25 to 35 years", 25, 35)]
    [InlineData("at least 18", 18, null)]
    [InlineData("under 5", 0, 4)]
    [InlineData("8 months", 0, 0)]
    [InlineData("18 months", 1, 1)]
    [InlineData("6-month-old", 0, 0)]
    [InlineData("ثمانية أشهر", 0, 0)]
    [InlineData("40 days", 0, 0)]
    [InlineData("infant", 0, 1)]
    [InlineData("an infant", 0, 1)]
    [InlineData("Baby", 0, 1)]
    [InlineData("رضيع", 0, 1)]
    [InlineData("child", 0, 17)]
    [InlineData("teenager", 13, 19)]
    [InlineData("adult", 18, null)]
    [InlineData("elderly", 18, null)]
    [InlineData("20s", 20, 29)]
    [InlineData("in her twenties", 20, 29)]
    [InlineData("in his 40s", 40, 49)]
    [InlineData("1994", 1994, 1994)]
    public void Words_of_lists_give_bounds_in_years(string wording, int min, int? max)
    {
        var age = Age.Read(wording);
        (age.Min, age.Max).Should().Be(((int?)min, max));
    }

    [Theory]
    [InlineData("-month")]
    [InlineData("- years old")]
    [InlineData(" ")]
    public void A_unit_without_a_number_is_no_age(string wording) => Age.Read(wording).Should().Be(new Age(null, null, wording));

    [Fact]
    public void The_signs_of_the_culture_that_a_program_runs_in_are_words_like_others()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var signs = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            signs.NumberFormat.PositiveSign = "aged ";
            CultureInfo.CurrentCulture = signs;
            Age.Read("aged 30").Should().Be(new Age(30, 30, "aged 30"));
            Age.Read("30").Should().Be(new Age(30, 30));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_hedge_widens_an_age_and_stays_beside_it()
    {
        var age = Age.Read("about 30");
        age.Wording.Should().Be("about 30");
        (age.Min < 30 && age.Max > 30).Should().BeTrue();
    }

    [Theory]
    [InlineData("young")]
    [InlineData("unknown")]
    [InlineData("-1")]
    [InlineData("man")]
    [InlineData("99999")]
    [InlineData("years")]
    [InlineData(" ")]
    public void What_is_not_understood_bounds_nothing_and_is_kept(string wording) =>
        Age.Read(wording).Should().Be(new Age(null, null, wording));

    [Fact]
    public void A_figure_alone_needs_no_words() => Age.Read("30").Should().Be((Age)30);

    [Fact]
    public void Nothing_said_is_not_zero()
    {
        default(Age).IsEmpty.Should().BeTrue();
        default(Age).Should().NotBe((Age)0);
        default(Age).Group.Should().Be(AgeGroup.Any);
        default(Age).ToString().Should().Be("not said");
    }

    [Theory]
    [InlineData(0, 17, AgeGroup.Child)]
    [InlineData(17, 18, AgeGroup.Any)]
    [InlineData(18, null, AgeGroup.Adult)]
    [InlineData(null, 17, AgeGroup.Child)]
    [InlineData(null, 18, AgeGroup.Any)]
    [InlineData(17, null, AgeGroup.Any)]
    [InlineData(80, 90, AgeGroup.Adult)]
    [InlineData(40, 10, AgeGroup.Any)]
    [InlineData(130, null, AgeGroup.Adult)]
    [InlineData(131, null, AgeGroup.Any)]
    [InlineData(1994, 1994, AgeGroup.Any)]
    [InlineData(18, 2015, AgeGroup.Any)]
    public void An_age_settles_the_group_only_where_its_bounds_do(int? min, int? max, AgeGroup group) =>
        new Age(min, max).Group.Should().Be(group);

    [Fact]
    public void A_negative_age_is_misuse()
    {
        Action negative = () => _ = new Age(-1, null);
        negative.Should().Throw<ArgumentOutOfRangeException>();
    }
}
