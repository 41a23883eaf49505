using ConflictModel.Matching;

namespace ConflictModel.Undercount.Tests.Estimates.Models;

public class ModelTests
{
    [Theory]
    [InlineData("", "7,394.586662", "245.9387", 10, "357.3627", "389.3095")]
    [InlineData("12,13,14,23,24,34", "14,402.48895", "39.8320", 4, "163.2560", "233.5390")]
    [InlineData("123,14,34", "10,356.518957", "9.322670", 4, "132.7466747", "203.0296328")]
    public void A_model_of_kosovo_has_the_size_and_fit_that_was_published(
        string terms, string size, string deviance, int degrees, string aic, string bic)
    {
        LogLinearFit fit = Model(Published.Kosovo, terms).FitTo(Published.Kosovo);
        fit.Size.ShouldBe(size);
        fit.Deviance.ShouldBe(deviance);
        fit.DegreesOfFreedom.Should().Be(degrees);
        fit.Aic.ShouldBe(aic);
        fit.Bic.ShouldBe(bic);
    }

    [Theory]
    [InlineData("123,134", "12,740.967742", "203.1133770")]
    [InlineData("134,12,23", "18,393.306115", "203.9572820")]
    [InlineData("123,14,24,34", "9,824.170102", "209.1428911")]
    [InlineData("134,12,23,24", "19,233.477886", null)]
    [InlineData("123,134,24", "12,840.705109", null)]
    public void Rivals_have_the_sizes_that_were_published(string terms, string size, string? bic)
    {
        LogLinearFit fit = Model(Published.Kosovo, terms).FitTo(Published.Kosovo);
        fit.Size.ShouldBe(size);
        fit.Bic.ShouldBe(bic ?? NineDigits.Text(fit.Bic));
    }

    [Theory]
    [InlineData("", "7,147.749", "7,656.195")]
    [InlineData("12,13,14,23,24,34", "12,523.27", "16,667.93")]
    [InlineData("123,14,34", "8,994.3", "12,110.4")]
    public void The_likelihoods_profile_has_the_ends_that_were_published(string terms, string low, string high)
    {
        UnseenInterval interval = Model(Published.Kosovo, terms).FitTo(Published.Kosovo).ProfileInterval();
        interval.Low.ShouldBe(low);
        interval.High!.Value.ShouldBe(high);
    }

    [Theory]
    [InlineData("12,13,23", "762.980634")]
    [InlineData("12,13", "1,361.0")]
    [InlineData("12,23", "758.321429")]
    [InlineData("13,23", "711.232394")]
    [InlineData("12", "831.3125")]
    [InlineData("13", "755.943038")]
    [InlineData("23", "730.928571")]
    [InlineData("", "763.887932")]
    public void Three_lists_have_eight_models_with_the_sizes_that_were_published(string terms, string size) =>
        Model(Published.SpinaBifida, terms).FitTo(Published.SpinaBifida).Size.ShouldBe(size);

    [Fact]
    public void Five_sparse_lists_have_the_sizes_and_the_interval_that_were_published()
    {
        CaptureTable table = Published.Western;
        LogLinearFit main = LogLinearModel.Of(table.Lists).FitTo(table);
        main.Size.ShouldBe("2,007.142");
        main.LogInterval().Low.ShouldBe("1,420.418");
        main.LogInterval().High!.Value.ShouldBe("2,913.969");
        LogLinearModel.Of(table.Lists, ["A", "E"]).FitTo(table).Size.ShouldBe("2,483.384");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("12", Refusal.NoMaximum)]
    [InlineData("13", null)]
    [InlineData("12,13", Refusal.NoMaximum)]
    [InlineData("23", null)]
    [InlineData("12,23", Refusal.NoMaximum)]
    [InlineData("13,23", null)]
    [InlineData("12,13,23", Refusal.NotIdentifiable)]
    public void Whether_there_is_an_estimate_is_as_was_published(string terms, Refusal? why)
    {
        LogLinearModel model = Model(Published.Artificial, terms);
        model.WhyNoEstimate(Published.Artificial).Should().Be(why);
        if (why is null)
        {
            model.FitTo(Published.Artificial).Size.Should().BeGreaterThan(96);
        }
        else
        {
            FluentActions.Invoking(() => model.FitTo(Published.Artificial)).Should().Throw<RefusedEstimateException>()
                .Which.Reason.Should().Be(why);
        }
    }

    [Fact]
    public void All_models_are_counted()
    {
        Count(3).Should().Be(8);
        Count(4).Should().Be(113);
        Count(5).Should().Be(6893);

        static int Count(int lists)
        {
            LogLinearModel[] all = [.. LogLinearModel.All([.. "abcde"[..lists].Select(name => name.ToString())])];
            all.Distinct().Should().HaveCount(all.Length);
            return all.Length;
        }
    }

    private static LogLinearModel Model(CaptureTable table, string terms) => LogLinearModel.Of(
        table.Lists,
        terms.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(term => (ValueList<string>)[.. term.Select(place => table.Lists[place - '1'])]));
}
