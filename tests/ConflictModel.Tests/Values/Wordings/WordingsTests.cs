namespace ConflictModel.Tests.Values;

public class WordingsTests
{
    [Theory]
    [InlineData("nearly 4,100", 3690, 4100)]
    [InlineData("nearly 4 100", 3690, 4100)]
    [InlineData("Nearly 4100 people", 3690, 4100)]
    [InlineData("almost 10", 9, 10)]
    [InlineData("about 40", 30, 50)]
    [InlineData("some 40 fighters", 30, 50)]
    [InlineData("around 1.5 million", 1_125_000, 1_875_000)]
    [InlineData("more than 100", 101, null)]
    [InlineData("more than a hundred", 101, null)]
    [InlineData("over 38", 39, null)]
    [InlineData("at least 8", 8, null)]
    [InlineData("no fewer than 8", 8, null)]
    [InlineData("at least eight", 8, null)]
    [InlineData("8 or more", 8, null)]
    [InlineData("200+", 200, null)]
    [InlineData("at most 12", 0, 12)]
    [InlineData("no more than 12", 0, 12)]
    [InlineData("up to 2,500", 0, 2500)]
    [InlineData("fewer than 10", 0, 9)]
    [InlineData("3,000-5,000", 3000, 5000)]
    [InlineData("between 3,000 and 5,000", 3000, 5000)]
    [InlineData("about 3,000 to 5,000", 2250, 6250)]
    [InlineData("dozens", 20, 199)]
    [InlineData("dozens of fighters", 20, 199)]
    [InlineData("at least dozens", 20, null)]
    [InlineData("up to several hundred", 0, 1999)]
    [InlineData("hundreds", 200, 1999)]
    [InlineData("hundreds of thousands", 200_000, 1_999_999)]
    [InlineData("tens of thousands", 20_000, 199_999)]
    [InlineData("tens", 20, 199)]
    [InlineData("several", 2, 24)]
    [InlineData("a few", 2, 20)]
    [InlineData("a number of", 2, null)]
    [InlineData("many officers", 2, null)]
    [InlineData("au moins 12 morts", 12, null)]
    [InlineData("plus de 4 100", 4101, null)]
    [InlineData("des dizaines", 20, 199)]
    [InlineData("une vingtaine", 15, 25)]
    [InlineData("عشرات القتلى", 20, 199)]
    [InlineData("أكثر من ٤٬١٠٠", 4101, null)]
    [InlineData("ما لا يقل عن ٨", 8, null)]
    [InlineData("نحو 40", 30, 50)]
    [InlineData("200+fighters", 200, null)]
    [InlineData("nearly  4,100", 3690, 4100)]
    [InlineData("3 up to 5", 0, 5)]
    [InlineData("8 or more in 3 towns", 8, null)]
    [InlineData("fewer than 0", 0, 0)]
    [InlineData("about 41", 30, 52)]
    public void Words_allow(string wording, int lower, int? upper) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(new Bounds(lower, upper));

    [Theory]
    [InlineData("three", 3, 3)]
    [InlineData("  three ", 3, 3)]
    [InlineData("one civilian", 1, 1)]
    [InlineData("1 killed in several attacks", 1, 1)]
    [InlineData("three killed in several attacks", 3, 3)]
    [InlineData("one to five dead in several towns", 1, 5)]
    [InlineData("five to three", 3, 5)]
    [InlineData("Three civilians", 3, 3)]
    [InlineData("12 dead", 12, 12)]
    [InlineData("1.5 million civilians", 1_500_000, 1_500_000)]
    [InlineData("3 to 4 thousand", 3, 4_000)]
    [InlineData("449", 449, 449)]
    [InlineData("449.", 449, 449)]
    [InlineData("Three.", 3, 3)]
    [InlineData("a hundred", 100, 100)]
    [InlineData("a thousand", 1_000, 1_000)]
    [InlineData("a hundred and twenty-five people", 125, 125)]
    [InlineData("two thousand three hundred", 2_300, 2_300)]
    [InlineData("three hundred thousand", 300_000, 300_000)]
    [InlineData("a million", 1_000_000, 1_000_000)]
    [InlineData("more than forty-one", 42, null)]
    [InlineData("between three and five", 3, 5)]
    [InlineData("between a hundred and two hundred", 100, 200)]
    [InlineData("two to three thousand", 2, 3_000)]
    [InlineData("a dozen", 10, 15)]
    [InlineData("at least a dozen", 12, null)]
    [InlineData("more than a dozen civilians", 13, null)]
    [InlineData("up to two dozen", 0, 24)]
    [InlineData("at least half a dozen", 6, null)]
    [InlineData("three dozen", 27, 45)]
    [InlineData("nearly three dozen", 32, 36)]
    [InlineData("a few dozen", 20, 199)]
    [InlineData("a few hundred", 200, 1999)]
    [InlineData("no one said more than dozens", 20, null)]
    [InlineData("UN: dozens", 20, 199)]
    [InlineData("dozens in several towns", 2, 199)]
    [InlineData("trois", 3, 3)]
    [InlineData("cent morts", 100, 100)]
    [InlineData("mille", 1_000, 1_000)]
    [InlineData("deux mille trois cents", 2_300, 2_300)]
    [InlineData("quatre-vingt-dix-sept", 97, 97)]
    [InlineData("soixante et onze", 71, 71)]
    [InlineData("vingt et un", 21, 21)]
    [InlineData("au moins une douzaine", 12, null)]
    [InlineData("plus d’une centaine", 101, null)]
    [InlineData("au moins un millier de morts", 1_000, null)]
    [InlineData("plusieurs dizaines", 20, 199)]
    [InlineData("quelques milliers", 2_000, 99_999)]
    [InlineData("entre trois et cinq", 3, 5)]
    [InlineData("ثلاثة", 3, 3)]
    [InlineData("ثلاثة مدنيين", 3, 3)]
    [InlineData("مئة قتيل", 100, 100)]
    [InlineData("ألف", 1_000, 1_000)]
    [InlineData("ثلاثة آلاف", 3_000, 3_000)]
    [InlineData("خمسة وعشرون", 25, 25)]
    [InlineData("مئة وخمسة وعشرين", 125, 125)]
    [InlineData("اثنا عشر", 12, 12)]
    [InlineData("ألفان وثلاثمئة", 2_300, 2_300)]
    [InlineData("ما لا يقل عن دزينة", 12, null)]
    [InlineData("أكثر من مئة", 101, null)]
    [InlineData("بين ثلاثة وخمسة", 3, 5)]
    [InlineData("عدة آلاف", 2_000, 99_999)]
    [InlineData("at least twenty ten-year-olds", 20, null)]
    [InlineData("at least five one-year-olds", 5, null)]
    [InlineData("at least twenty hundred-pound bombs", 20, null)]
    [InlineData("at least fifteen hundred", 1_500, null)]
    [InlineData("up to twenty-five hundred", 0, 2_500)]
    [InlineData("vingt-deux cents", 2_200, 2_200)]
    [InlineData("cent-vingt-cinq morts", 125, 125)]
    [InlineData("مئة واحد", 101, 101)]
    [InlineData("مئة وواحد", 101, 101)]
    [InlineData("at least sixty fifteen-year-olds", 60, null)]
    [InlineData("at least eighty twelve-year-olds", 80, null)]
    [InlineData("at least sixty twenty-year-olds", 60, null)]
    [InlineData("au moins soixante-dix-neuf", 79, null)]
    [InlineData("au moins quatre-vingt-onze", 91, null)]
    [InlineData("entre vingt et deux", 2, 20)]
    [InlineData("trente-et-un", 31, 31)]
    [InlineData("a hundred and three hundred", 100, 300)]
    [InlineData("عشرة وعشرون", 10, 20)]
    [InlineData("ثلاثة وعشرة", 3, 10)]
    public void Numbers_in_words_have_figures(string wording, int lower, int? upper) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(new Bounds(lower, upper));

    [Theory]
    [InlineData("12 June")]
    [InlineData("two attacks")]
    [InlineData("the third one")]
    [InlineData("someone")]
    [InlineData("a")]
    [InlineData("and")]
    [InlineData("5 %")]
    [InlineData("12. June")]
    [InlineData("12...")]
    [InlineData("he saw 12 people")]
    [InlineData("thousand")]
    [InlineData("million")]
    public void A_figure_that_may_count_something_else_bounds_nothing(string wording) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(Bounds.Unknown);

    [Fact]
    public void Numbers_in_words_are_read_back_as_the_numbers_they_were_written_from()
    {
        for (int number = 1; number < 3_000; number++)
        {
            Wordings.Default.Read(Estimate.InWords(English(number, false))).Should().Be(Bounds.Exactly(number), English(number, false));
            Wordings.Default.Read(Estimate.InWords($"at least {English(number, true)}"))
                .Should().Be(new Bounds(number, null), English(number, true));
        }
    }

    [Fact]
    public void Words_are_read_up_to_a_stated_length()
    {
        Wordings.Default.Read(Estimate.InWords(new string(' ', Wordings.MaxLength - 10) + "at least 8")).Should().Be(new Bounds(8, null));
        Wordings.Default.Read(Estimate.InWords(new string(' ', Wordings.MaxLength) + "at least 8")).Should().Be(Bounds.Unknown);
    }

    private static string English(int number, bool joined)
    {
        string[] small =
        [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen",
            "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return number switch
        {
            < 20 => small[number],
            < 100 => tens[number / 10] + (number % 10 == 0 ? "" : (joined ? "-" : " ") + small[number % 10]),
            < 1_000 => small[number / 100] + " hundred" + Rest(number % 100),
            _ => small[number / 1_000] + " thousand" + Rest(number % 1_000),
        };

        string Rest(int rest) => rest == 0 ? "" : (joined && rest < 100 ? " and " : " ") + English(rest, joined);
    }

    [Theory]
    [InlineData("over the past week, 12 people", 12)]
    [InlineData("several attacks killed 12", 12)]
    [InlineData("at least 3 women among the 12", 12)]
    [InlineData("12 dead", 12)]
    [InlineData("someone said 12", 12)]
    public void Words_that_speak_of_something_else_bound_nothing(string wording, int best) =>
        Wordings.Default.Read(Estimate.Hedged(best, wording)).Should().Be(Bounds.Unknown);

    [Fact]
    public void A_hedged_figure_is_bounded_by_its_hedge()
    {
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly 4,100")).Should().Be(new Bounds(3690, 4100));
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly")).Should().Be(new Bounds(3690, 4100));
        Wordings.Default.Read(Estimate.Hedged(4100, "over")).Should().Be(new Bounds(4101, null));
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly ")).Should().Be(new Bounds(3690, 4100));
    }

    [Fact]
    public void A_best_figure_widens_what_words_say_and_leaves_out_a_range_that_it_is_not_in()
    {
        Wordings.Default.Read(Estimate.Hedged(300, "dozens")).Should().Be(new Bounds(20, 300));
        Wordings.Default.Read(Estimate.Hedged(4_000, "between 3,000 and 5,000")).Should().Be(new Bounds(3_000, 5_000));
        Wordings.Default.Read(Estimate.Hedged(12, "between 3,000 and 5,000")).Should().Be(Bounds.Unknown);
    }

    [Fact]
    public void A_best_figure_alone_bounds_nothing() =>
        Wordings.Default.Read(new Estimate(null, 12, null)).Should().Be(Bounds.Unknown);

    [Fact]
    public void Printed_figures_bound_by_their_hull()
    {
        Wordings.Default.Read(449).Should().Be(new Bounds(449, 449));
        Wordings.Default.Read(Estimate.AtLeast(8)).Should().Be(new Bounds(8, null));
        Wordings.Default.Read(Estimate.AtMost(8)).Should().Be(new Bounds(0, 8));
        Wordings.Default.Read(new Estimate(9, 7, 12)).Should().Be(new Bounds(7, 12));
        Wordings.Default.Read(new Estimate(9, null, 4)).Should().Be(new Bounds(4, 9));
        Wordings.Default.Read(new Estimate(3, 20, 12)).Should().Be(new Bounds(3, 20));
        Wordings.Default.Read(new Estimate(8, 15, 7)).Should().Be(new Bounds(7, 15));
        Wordings.Default.Read(new Estimate(2, 2, 1)).Should().Be(new Bounds(1, 2));
        Wordings.Default.Read(default).Should().Be(Bounds.Unknown);
    }

    [Fact]
    public void A_words_figure_is_one_of_its_counts()
    {
        WordingRule.Word("a score", new Bounds(15, 25), figure: 20).Figure.Should().Be(20);
        Action outside = () => WordingRule.Word("a score", new Bounds(15, 25), figure: 26);
        outside.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_rule_of_ones_own_outranks_the_table()
    {
        Wordings strict = Wordings.Default.With(WordingRule.Word("dozens", new Bounds(24, 99)), WordingRule.Hedge("nearly", 98, 100));
        strict.Read(Estimate.InWords("dozens")).Should().Be(new Bounds(24, 99));
        strict.Read(Estimate.InWords("nearly 4,100")).Should().Be(new Bounds(4018, 4100));
        strict.Read(Estimate.InWords("about 40")).Should().Be(new Bounds(30, 50));
        Wordings.None.Read(Estimate.InWords("dozens")).Should().Be(Bounds.Unknown);
        Wordings.Default.With(WordingRule.Word("three", new Bounds(2, 4))).Read(Estimate.InWords("three")).Should().Be(new Bounds(2, 4));
    }

    [Theory]
    [InlineData("moreover 12 and counting")]
    [InlineData("overall 12 and counting")]
    [InlineData("T72 or more")]
    [InlineData("at least one T72 and counting", 1)]
    public void A_phrase_or_figure_inside_a_longer_word_is_none(string wording, int? least = null) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(least is { } count ? Bounds.AtLeast(count) : Bounds.Unknown);

    [Theory]
    [InlineData("at least ١٢٣٤٥٦٧٨٩٠", 1_234_567_890)]
    [InlineData("at least ۱۲۳۴۵۶۷۸۹۰", 1_234_567_890)]
    [InlineData("at least 12.", 12)]
    [InlineData("at least 12, 14 of them", 12)]
    [InlineData("at least 1'250'000", 1_250_000)]
    [InlineData("at least 2.5 thousand", 2_500)]
    [InlineData("plus de 3 cent", 301)]
    [InlineData("plus de 3 cents morts", 301)]
    [InlineData("ما لا يقل عن ٣ مئة", 300)]
    [InlineData("at least 4 thousand or more", 4_000)]
    [InlineData("at least 1,000,000,000,000", 1_000_000_000_000)]
    [InlineData("at least 1.250.000", 1_250_000)]
    [InlineData("at least 12.5.2024", 12)]
    [InlineData("at least 4,1000", 4)]
    [InlineData("at least .5 million", 500_000)]
    [InlineData(".5 million or more", 500_000)]
    [InlineData("...12 or more", 12)]
    public void Figures_are_read_as_they_are_printed(string wording, long least) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(Bounds.AtLeast(least));

    [Theory]
    [InlineData("at least 1,000,000,000,001")]
    [InlineData("at least 9999999999999999 million")]
    [InlineData("at least 99999999999999999999999999999999")]
    public void A_figure_beyond_all_people_bounds_nothing(string wording) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(Bounds.Unknown);

    [Fact]
    public void What_begins_behind_a_full_stop_hedges_nothing_before_it() =>
        Wordings.Default.Read(Estimate.Hedged(12, "12. More than before")).Should().Be(Bounds.Unknown);

    [Fact]
    public void A_hedge_leaves_the_ends_of_a_word_without_a_figure_possible()
    {
        Wordings wordings = Wordings.Default.With(WordingRule.Hedge("half of", null, 50), WordingRule.Hedge("twice", 200, 200));
        wordings.Read(Estimate.InWords("half of dozens")).Should().Be(new Bounds(0, 199));
        wordings.Read(Estimate.InWords("twice dozens")).Should().Be(new Bounds(20, 398));
    }

    [Fact]
    public void A_hedge_without_its_figure_speaks_of_the_best_one_only_where_it_stands_alone()
    {
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly")).Should().Be(new Bounds(3690, 4100));
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly the whole district")).Should().Be(Bounds.Unknown);
    }

    [Fact]
    public void A_hedge_needs_ends_in_their_order_and_a_rule_needs_words()
    {
        WordingRule.Hedge("exactly", 100, 100).UpperPercent.Should().Be(100);
        WordingRule.Hedge("from", 100, null).UpperPercent.Should().BeNull();
        FluentActions.Invoking(() => WordingRule.Hedge("nearly", 101, 100)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WordingRule.Hedge("nearly", -1, 100)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WordingRule.Hedge(" ", 90, 100)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WordingRule.Above("above", "")).Should().Throw<ArgumentException>();
    }
}
