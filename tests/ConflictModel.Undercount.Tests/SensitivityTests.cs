using System.Reflection;

namespace ConflictModel.Undercount.Tests;

public class SensitivityTests
{
    [Fact]
    public void The_hull_and_the_rivals_of_kosovo_are_as_published()
    {
        var estimate = UnseenEstimate.Of(Published.Kosovo);
        estimate.Models.Should().HaveCount(113);
        estimate.BestByBic!.Model.ToString().Should().Be("[123,14,34]");
        estimate.WithinDistance.Select(fit => fit.Model.ToString())
            .Should().Equal("[123,14,34]", "[123,134]", "[134,12,23]", "[123,14,24,34]", "[134,12,23,24]", "[123,134,24]");
        estimate.Hull!.Low.ShouldBe("9,824.17");
        estimate.Hull.High.ShouldBe("19,233.48");
        estimate.Models.Min(fit => fit.Size).ShouldBe("6,728.585");
        estimate.Models.Max(fit => fit.Size).ShouldBe("22,888.679");
        var closer = UnseenEstimate.Of(Published.Kosovo, new() { Distance = 2 });
        closer.Hull!.Low.ShouldBe("10,356.52");
        closer.Hull.High.ShouldBe("18,393.31");
    }

    [Fact]
    public void A_list_left_out_moves_kosovo_as_published()
    {
        UnseenEstimate.LeftOut[] without = [.. UnseenEstimate.Of(Published.Kosovo).WithoutList];
        without.Select(left => left.List).Should().Equal("EXH", "ABA", "OSCE", "HRW");
        without[0].Best!.Size.ShouldBe("11,862.14");
        without[1].Best!.Size.ShouldBe("7,129.19");
        without[2].Best!.Size.ShouldBe("10,695.71");
        without[3].Best!.Size.ShouldBe("22,300.87");
    }

    [Theory]
    [InlineData("EXH", 1910, "1,116.50", "1,492.98", "1,320.74")]
    [InlineData("ABA", 1528, "894.05", "894.05", "1,073.96")]
    [InlineData("OSCE", 1786, "1,258.96", "1,612.36", "1,482.60")]
    [InlineData("HRW", 685, "546.00", "689.43", "746.39")]
    public void A_lists_people_are_recovered_from_the_others_as_published(
        string list, long truth, string independence, string best, string chao)
    {
        UnseenEstimate.Recovery recovery = UnseenEstimate.Of(Published.Kosovo).Recovered.Single(it => it.List == list);
        recovery.Truth.Should().Be(truth);
        recovery.Independence!.Value.ShouldBe(independence);
        recovery.Best!.Size.ShouldBe(best);
        recovery.Chao1987!.Value.ToDouble().ShouldBe(chao);
    }

    /// <summary>Whoever takes one number of it has to say which.</summary>
    [Fact]
    public void There_is_no_number_that_stands_for_an_estimate()
    {
        Type type = typeof(UnseenEstimate);
        type.GetProperties().Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsPrimitive)
            .Select(property => property.Name).Should().Equal(nameof(UnseenEstimate.Observed));
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Should().Equal(nameof(UnseenEstimate.Of));
        type.Should().NotImplement<IConvertible>();
        type.Should().NotImplement<IFormattable>();
    }

    [Fact]
    public void The_text_has_the_floor_the_hull_the_rivals_and_what_each_answer_hangs_on()
    {
        string text = UnseenEstimate.Of(Published.Kosovo).ToString();
        text.Should().StartWith("4400 on EXH, ABA, OSCE or HRW: a floor")
            .And.ContainAll(
            "9824.1701 to 19233.4779 in all, by the 6 of 113 models within 10",
            "[134,12,23]: 18393.3061 (", "12740.9677 = 4400 + 845 x 306 / 31",
            "31 on some of ABA, on some of HRW, and on none of EXH, OSCE",
            "ABA: 7129.1", "HRW: 22300.8", "with delta 0.0625 and 0 to 44000 unseen");
    }

    [Fact]
    public void Where_no_model_has_an_estimate_the_floor_is_all_there_is()
    {
        // Everybody is on all three lists.
        var estimate = UnseenEstimate.Of(Made.Table(3, [0, 0, 0, 0, 0, 0, 5]), new() { UpToUnseen = 20 });
        (estimate.BestByBic, estimate.BestByAic, estimate.Hull).Should().Be((null, null, null));
        estimate.NotEstimated.Should().HaveCount(8);
        estimate.WithoutList.ShouldAllHave(left => left.Best is null);
        estimate.Recovered.ShouldAllHave(list => list.Truth == 5 && list.Best is null);
        (estimate.Chao.Chao1987, estimate.Chao.LowerBound).Should().Be((null, null));
        estimate.ToString().Should().StartWith("5 on a, b or c: a floor, whatever is assumed.\nNo model has an estimate.\n");
    }

    [Fact]
    public void Rivals_beyond_the_first_twenty_are_counted()
    {
        var estimate = UnseenEstimate.Of(Published.Kosovo, new() { Distance = 1000, UpToUnseen = 100 });
        estimate.WithinDistance.Should().HaveCount(113);
        estimate.ToString().Should().Contain("\n  and 93 more\n").And.Contain("The weight reaches the end of that range");
    }
}
