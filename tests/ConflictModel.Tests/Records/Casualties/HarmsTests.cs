namespace ConflictModel.Tests.Records.Casualties;

public class HarmsTests
{
    [Fact]
    public void Every_harm_but_displacement_is_summable_in_the_order_of_the_harms() =>
        Harms.Summable.Should().Equal(Enum.GetValues<Harm>().Where(harm => harm != Harm.Displaced));

    [Fact]
    public void Casualties_have_a_toll_for_every_harm()
    {
        foreach (Harm harm in Enum.GetValues<Harm>())
        {
            var toll = Toll.Of((int)harm);
            ConflictModel.Casualties casualties = new ConflictModel.Casualties().With(harm, toll);
            casualties[harm].Should().Be(toll);
            casualties.Tolls().Single().Should().Be(new KeyValuePair<Harm, Toll>(harm, toll));
            casualties.With(harm, null).Should().Be(new ConflictModel.Casualties());
            typeof(ConflictModel.Casualties).GetProperty(harm.ToString())!.GetValue(casualties).Should().Be(toll);
        }
    }

    [Fact]
    public void What_is_no_harm_is_refused()
    {
        Action with = () => new ConflictModel.Casualties().With(default, null);
        with.Should().Throw<ArgumentOutOfRangeException>();
    }
}
