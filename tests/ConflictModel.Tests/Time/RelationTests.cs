using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Time;

public class RelationTests
{
    // A few years, so that dates meet often; X in every place.
    private static readonly Gen<string> Year = Gen.OneOf(Gen.Const("2023"), Gen.Const("2024"), Gen.Const("202X"));

    private static readonly Gen<string> Month =
        Gen.OneOf(Gen.Const("01"), Gen.Const("02"), Gen.Const("03"), Gen.Const("0X"), Gen.Const("XX"), Gen.Const("X2"));

    private static readonly Gen<string> Day = Gen.OneOf(
        Gen.Const("01"), Gen.Const("02"), Gen.Const("15"), Gen.Const("28"), Gen.Const("29"),
        Gen.Const("XX"), Gen.Const("2X"), Gen.Const("X1"));

    private static readonly Gen<string> Exact =
        Gen.Select(Gen.Int[2023, 2024], Gen.Int[1, 3], Gen.Int[1, 28], (y, m, d) => $"{y}-{m:00}-{d:00}");

    private static readonly Gen<string> Short = Gen.OneOf(
        Exact,
        Gen.Select(Gen.Int[2023, 2024], Gen.Int[1, 3], (y, m) => $"{y}-{m:00}"),
        Gen.Select(Gen.Int[2023, 2024], Gen.Int[1, 3], Day, (y, m, d) => $"{y}-{m:00}-{d}"),
        Gen.Select(Gen.Int[2023, 2024], Gen.OneOf(Gen.Const("15"), Gen.Const("02")), (y, d) => $"{y}-0X-{d}"));

    internal static readonly Gen<string> Term = Gen.OneOf(
        Exact,
        Year,
        Gen.Select(Year, Month, (y, m) => $"{y}-{m}"),
        Gen.Select(Year, Gen.Int[33, 41], (y, g) => $"{y}-{g}"),
        Gen.Select(Year, Month, Day, (y, m, d) => $"{y}-{m}-{d}"));

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Term),
        (2, Gen.Select(Short, Short, (a, b) => $"{a}/{b}")),
        (1, Term.Array[1, 3].Select(terms => $"[{string.Join(",", terms)}]")),
        (1, Gen.Select(Exact, Exact, (a, b) => $"[{a}..{b}]")),
        (1, Gen.Select(Exact, Exact, (a, b) => $"{{{a},{b}}}")));

    [Fact]
    public void Answers_agree_with_a_count_of_all_readings()
    {
        int compared = 0, pairs = Turn.Of(40_000);
        Gen.Select(Text, Text).Sample(
            (one, other) =>
            {
                if (!UncertainDate.TryParse(one, out UncertainDate left) || !UncertainDate.TryParse(other, out UncertainDate right))
                {
                    return;
                }

                List<(long Start, long End)> mine = Readings(one);
                List<(long Start, long End)> theirs = Readings(other);
                if ((long)mine.Count * theirs.Count > 2_000_000)
                {
                    return;
                }

                Interlocked.Increment(ref compared);
                AllenRelations possible = AllenRelations.None;
                foreach ((long Start, long End) a in mine)
                {
                    foreach ((long Start, long End) b in theirs)
                    {
                        possible |= Relation(a.Start, a.End, b.Start, b.End);
                    }
                }

                left.RelationsTo(right).Should().Be(possible);
                right.RelationsTo(left).Should().Be(possible.Converse());
            },
            iter: pairs);
        compared.Should().BeGreaterThan(pairs / 4);
    }

    [Theory]
    [InlineData("1997-06-XX", "1997-06-15", Truth.Unknown)]
    [InlineData("1997-05-XX", "1997-06-15", Truth.Yes)]
    [InlineData("1997-07-XX", "1997-06-15", Truth.No)]
    [InlineData("1997-06-14", "1997-06-15", Truth.Yes)]
    [InlineData("1997-06", "1997-06-15", Truth.No)]
    [InlineData("2019/..", "2024", Truth.No)]
    [InlineData("2019/", "2024", Truth.Unknown)]
    [InlineData("2019", "/", Truth.Unknown)]
    [InlineData("Y-17E7", "2024", Truth.Yes)]
    [InlineData("Y17E70", "Y18E70", Truth.Unknown)]
    [InlineData("[2019,2025]", "2024", Truth.Unknown)]
    [InlineData("[..2019]", "2024", Truth.Yes)]
    [InlineData("XXXX-XX-X5", "XXXX-XX-X1", Truth.Unknown)]
    [InlineData("[XXXX,XXXX-40]", "-0001/-0001-06", Truth.No)]
    public void Before_is_yes_no_or_unknown(string one, string other, Truth answer) =>
        UncertainDate.Parse(one).Before(UncertainDate.Parse(other)).Should().Be(answer);

    [Theory]
    [InlineData("{2019,2021}", "2020", Truth.No)]
    [InlineData("{2019,2021}", "2019", Truth.Yes)]
    [InlineData("{2019,2021}", "2021-05-03", Truth.Yes)]
    [InlineData("{2019,2021}", "2019-06/2021-06", Truth.No)]
    [InlineData("{2019,2021}", "2018", Truth.No)]
    [InlineData("{2019,2020}", "2019-06-01/2020-06-30", Truth.Yes)]
    [InlineData("{2019,2021}", "{2021,2019}", Truth.Yes)]
    [InlineData("{2019,2020,2021}", "{2019,2021}", Truth.Yes)]
    [InlineData("{2019,2021}", "{2019,2020,2021}", Truth.No)]
    [InlineData("{2019,2021}", "[2019,2021]", Truth.Yes)]
    [InlineData("{2019,2021}", "[2019,2020]", Truth.Unknown)]
    [InlineData("{2019,2021}", "20XX", Truth.Unknown)]
    [InlineData("{..2019,2021}", "2020", Truth.No)]
    [InlineData("{..2019,2021}", "1950", Truth.Yes)]
    [InlineData("{2019-06-XX,2021}", "2021", Truth.Yes)]
    [InlineData("{2019-06-XX,2021}", "2020", Truth.No)]
    [InlineData("{2019-06-XX,2021}", "2019-06-15", Truth.Unknown)]
    [InlineData("{2019-06-XX,2021}", "2019", Truth.No)]
    [InlineData("2019/2021", "{2019,2021}", Truth.Unknown)]
    [InlineData("2018-01-01/2022-12-31", "{2019,2021}", Truth.Yes)]
    public void A_set_of_which_all_are_meant_does_not_contain_what_lies_between(string one, string other, Truth contains)
    {
        (UncertainDate set, UncertainDate period) = (UncertainDate.Parse(one), UncertainDate.Parse(other));
        set.Contains(period).Should().Be(contains);
        period.During(set).Should().Be(contains);
    }

    [Theory]
    [InlineData("{2019,2021}", "2020", Truth.No, Truth.No)]
    [InlineData("{2019,2021}", "2019-12-31/2020-06-30", Truth.Yes, Truth.No)]
    [InlineData("{2019,2021}", "{2020,2022}", Truth.No, Truth.No)]
    [InlineData("{2019,2021}", "{2021,2019}", Truth.Yes, Truth.Yes)]
    [InlineData("{2019,2021}", "2019-01-01/2021-12-31", Truth.Yes, Truth.No)]
    [InlineData("{2019,2020}", "2019-01-01/2020-12-31", Truth.Yes, Truth.Yes)]
    [InlineData("{2019,2021}", "[2020,2021]", Truth.Unknown, Truth.No)]
    [InlineData("{2019-06-XX,2021}", "{2019-06-XX,2021}", Truth.Yes, Truth.Unknown)]
    [InlineData("{2019-06-XX,2021}", "2020", Truth.No, Truth.No)]
    public void Sets_of_which_all_are_meant_share_and_are_their_own_days(string one, string other, Truth shares, Truth same)
    {
        (UncertainDate left, UncertainDate right) = (UncertainDate.Parse(one), UncertainDate.Parse(other));
        (left.Overlaps(right), right.Overlaps(left)).Should().Be((shares, shares));
        (left.SameAs(right), right.SameAs(left)).Should().Be((same, same));
    }

    [Fact]
    public void Questions_about_sets_agree_with_a_count_of_their_days()
    {
        int settled = 0, pairs = Turn.Of(10_000);
        var member = Gen.OneOf(
            Exact, Gen.Select(Gen.Int[2023, 2024], Gen.Int[1, 3], (y, m) => $"{y}-{m:00}"),
            Gen.Select(Gen.Int[2023, 2024], Gen.Int[1, 3], (y, m) => $"{y}-{m:00}-XX"));
        Gen<string> set = member.Array[1, 3].Select(members => $"{{{string.Join(",", members)}}}");
        Gen.Select(set, Gen.OneOf(
            set, member, Gen.Select(Exact, Exact, (a, b) => $"[{a},{b}]"), Gen.Select(Exact, Exact, (a, b) => $"{a}/{b}"))).Sample(
            (one, other) =>
            {
                if (!UncertainDate.TryParse(one, out UncertainDate left) || !UncertainDate.TryParse(other, out UncertainDate right))
                {
                    return;
                }

                List<HashSet<long>> mine = DaysOf(one);
                List<HashSet<long>> theirs = DaysOf(other);
                if ((long)mine.Count * theirs.Count > 20_000)
                {
                    return;
                }

                bool isExact = !one.Contains('X') && !other.Contains('X');
                Check(left.Contains(right), (a, b) => b.IsSubsetOf(a));
                Check(left.During(right), (a, b) => a.IsSubsetOf(b));
                Check(left.Overlaps(right), (a, b) => a.Overlaps(b));
                Check(left.SameAs(right), (a, b) => a.SetEquals(b));

                void Check(Truth answer, Func<HashSet<long>, HashSet<long>, bool> holds)
                {
                    bool[] answers = [.. mine.SelectMany(a => theirs.Select(b => holds(a, b))).Distinct()];
                    Truth truth = answers.Length == 1 ? Truth.From(answers[0]) : Truth.Unknown;
                    (answer == truth || (!isExact && answer == Truth.Unknown)).Should().BeTrue($"{one} and {other}: {answer}, not {truth}");
                    Interlocked.Add(ref settled, answer == Truth.Unknown ? 0 : 1);
                }
            },
            iter: pairs);
        settled.Should().BeGreaterThan(2 * pairs);
    }

    [Fact]
    public void Dates_of_too_many_readings_to_list_keep_every_relation_they_have()
    {
        // The second member no longer fits into the list, so that it is taken as a whole.
        var many = UncertainDate.Parse("[XXXX,XXXX-40]");
        var half = UncertainDate.Parse("2024-40");

        (many.RelationsTo(half) & AllenRelations.Equals).Should().Be(AllenRelations.Equals);
        (many.RelationsTo(UncertainDate.Parse("2024")) & AllenRelations.Starts).Should().Be(AllenRelations.Starts);
        UncertainDate.Parse("XXXX-XX-X5").During(UncertainDate.Parse("0000/9999")).Should().Be(Truth.Unknown);
        UncertainDate.Parse("XXXX-XX-X5").Before(UncertainDate.Parse("Y10000")).Should().Be(Truth.Yes);
    }

    [Fact]
    public void Every_question_has_its_own_answer()
    {
        var june = UncertainDate.Parse("1997-06");
        var someDay = UncertainDate.Parse("1997-06-XX");
        var fifteenth = UncertainDate.Parse("1997-06-15");

        june.Contains(fifteenth).Should().Be(Truth.Yes);
        someDay.During(june).Should().Be(Truth.Yes);
        someDay.SameAs(fifteenth).Should().Be(Truth.Unknown);
        someDay.SameAs(june).Should().Be(Truth.No);
        someDay.SameAs(someDay).Should().Be(Truth.Unknown);
        someDay.Overlaps(june).Should().Be(Truth.Yes);
        someDay.Overlaps(fifteenth).Should().Be(Truth.Unknown);
        UncertainDate.Parse("1997-XX-15").SameAs(UncertainDate.Parse("1997-06-16")).Should().Be(Truth.No);
        UncertainDate.Parse("1997-07-01").After(june).Should().Be(Truth.Yes);
        UncertainDate.Parse("2019/..").Contains(UncertainDate.Parse("2030")).Should().Be(Truth.Yes);
        UncertainDate.Parse("2019/").Contains(UncertainDate.Parse("2030")).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void Seasons_and_qualifiers_follow_the_convention_asked_for()
    {
        var spring = UncertainDate.Parse("2024-21");
        var april = UncertainDate.Parse("2024-04");
        var south = new DateConventions { Seasons = SeasonConvention.MeteorologicalSouth };
        var fuzzy = new DateConventions { Fuzziness = FuzzinessConvention.OneUnit };

        spring.Contains(april).Should().Be(Truth.Yes);
        spring.Contains(april, south).Should().Be(Truth.No);
        Dates.Iso(spring.Bounds(south).Latest).Should().Be("2024-11-30");

        UncertainDate.Parse("2024-06-11~").SameAs(UncertainDate.Parse("2024-06-11")).Should().Be(Truth.Yes);
        UncertainDate.Parse("2024-06-11~").SameAs(UncertainDate.Parse("2024-06-11"), fuzzy).Should().Be(Truth.Unknown);
        UncertainDate.Parse("2024-06-11~").Before(UncertainDate.Parse("2024-06-13"), fuzzy).Should().Be(Truth.Yes);
    }

    [Theory]
    [InlineData("2024-06-11~", "2024-06-10", "2024-06-12")]
    [InlineData("2024-06-11%", "2024-06-09", "2024-06-13")]
    [InlineData("2024-06~", "2024-05-01", "2024-07-31")]
    [InlineData("2024-06~-11", "2024-05-11", "2024-07-11")]
    [InlineData("2024?-06-11", "2023-06-11", "2025-06-11")]
    [InlineData("2024?", "2023-01-01", "2025-12-31")]
    [InlineData("2024-02-29?", "2024-02-28", "2024-03-01")]
    [InlineData("2023-02~/2024", "2023-01-01", "2024-12-31")]
    [InlineData("2024-06-11", "2024-06-11", "2024-06-11")]
    [InlineData("2024-06-XX~", "2024-05-31", "2024-07-01")]
    public void One_unit_of_fuzziness_widens_by_the_finest_qualified_part(string text, string earliest, string latest)
    {
        DateBounds bounds = UncertainDate.Parse(text).Bounds(new DateConventions { Fuzziness = FuzzinessConvention.OneUnit });

        Dates.Iso(bounds.Earliest).Should().Be(earliest);
        Dates.Iso(bounds.Latest).Should().Be(latest);
    }

    [Theory]
    [InlineData("2024-02~", "2024-01-01", "2024-03-01", "2024-01-31", "2024-03-31")]
    [InlineData("2024-06-11%", "2024-06-09", "2024-06-13", "2024-06-09", "2024-06-13")]
    [InlineData("2024-03~-31", "2024-02-29", "2024-04-30", "2024-02-29", "2024-04-30")]
    [InlineData("2024?", "2023-01-01", "2025-01-01", "2023-12-31", "2025-12-31")]
    [InlineData("0000-03~", "0000-02-01", "0000-04-01", "0000-02-29", "0000-04-30")]
    [InlineData("-0401-01~", "-0402-12-01", "-0401-02-01", "-0402-12-31", "-0401-02-28")]
    public void Both_ends_of_a_date_are_as_fuzzy_as_the_date(
        string text, string startFirst, string startLast, string endFirst, string endLast)
    {
        DateBounds bounds = UncertainDate.Parse(text).Bounds(new DateConventions { Fuzziness = FuzzinessConvention.OneUnit });

        Dates.Iso(bounds.Start.Earliest).Should().Be(startFirst);
        Dates.Iso(bounds.Start.Latest).Should().Be(startLast);
        Dates.Iso(bounds.End.Earliest).Should().Be(endFirst);
        Dates.Iso(bounds.End.Latest).Should().Be(endLast);
    }

    [Fact]
    public void A_convention_may_date_a_winter_by_its_end_and_give_each_qualifier_a_width_of_its_own()
    {
        var byEnd = new DateConventions { Seasons = new("by its end", [3, 6, 9, 0, 3, 6, 9, 0, -3, 12, 3, 6]) };
        Dates.Iso(UncertainDate.Parse("2024-24").Bounds(byEnd).Earliest).Should().Be("2023-12-01");
        Dates.Iso(UncertainDate.Parse("2024-24").Bounds(byEnd).Latest).Should().Be("2024-02-29");
        Dates.Iso(UncertainDate.Parse("2024-29").Bounds(byEnd).Earliest).Should().Be("2023-09-01");
        var wide = new DateConventions { Fuzziness = new("wide", 3, 10) };
        Dates.Iso(UncertainDate.Parse("2024-06-11?").Bounds(wide).Earliest).Should().Be("2024-06-08");
        Dates.Iso(UncertainDate.Parse("2024-06-11~").Bounds(wide).Latest).Should().Be("2024-06-21");
        Dates.Iso(UncertainDate.Parse("2024-06-11%").Bounds(wide).Latest).Should().Be("2024-06-24");
        byEnd.Seasons.ToString().Should().Be("by its end");
        FluentActions.Invoking(() => new SeasonConvention("x", [-12, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6]))
            .Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new FuzzinessConvention("x", 0, -1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new FuzzinessConvention("x", 1001, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new FuzzinessConvention("x", 0, 1001)).Should().Throw<ArgumentOutOfRangeException>();
        new FuzzinessConvention("x", 1000, 1000).Uncertain.Should().Be(1000);
    }

    [Fact]
    public void An_interval_that_a_convention_turns_around_spans_both_ends()
    {
        DateBounds bounds = UncertainDate.Parse("2012-21/2012-23")
            .Bounds(new DateConventions { Seasons = SeasonConvention.MeteorologicalSouth });

        Dates.Iso(bounds.Earliest).Should().Be("2012-03-01");
        Dates.Iso(bounds.Latest).Should().Be("2012-11-30");
    }

    [Fact]
    public void Conventions_refuse_nonsense()
    {
        ((Action)(() => _ = new SeasonConvention("x", [1, 2]))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new SeasonConvention("x", [13, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6]))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new FuzzinessConvention("x", -1, 0))).Should().Throw<ArgumentOutOfRangeException>();
        AllenRelations.None.AreAmong(AllenRelations.All).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_filter_says_what_it_kept_for_sure_perhaps_and_left_out()
    {
        string[] dates = ["2024-01-05", "2024-01", "2024-XX-XX", "2023", "2024-01-31/2024-02-01", "/"];
        var january = UncertainDate.Parse("2024-01");

        ILookup<Truth, string> answers = dates.ToLookup(text => UncertainDate.Parse(text).During(january));

        answers[Truth.Yes].Should().Equal("2024-01-05", "2024-01");
        answers[Truth.Unknown].Should().Equal("2024-XX-XX", "/");
        answers[Truth.No].Should().Equal("2023", "2024-01-31/2024-02-01");
    }

    /// <summary>The days of each reading of a text, those of a set member by member.</summary>
    private static List<HashSet<long>> DaysOf(string text)
    {
        if (text[0] != '{')
        {
            return [.. Readings(text).Select(reading => Run(reading.Start, reading.End))];
        }

        List<HashSet<long>> sets = [[]];
        foreach (string member in text[1..^1].Split(','))
        {
            sets = [.. sets.SelectMany(set =>
                Completions.Of(member).Select(period => set.Union(Run(period.Start, period.End)).ToHashSet()))];
        }

        return sets;

        static HashSet<long> Run(long start, long end) => [.. Enumerable.Range(0, (int)(end - start) + 1).Select(i => start + i)];
    }

    /// <summary>Allen's relation by its definition, case by case, with half-open ends.</summary>
    private static AllenRelations Relation(long start1, long last1, long start2, long last2)
    {
        (long end1, long end2) = (last1 + 1, last2 + 1);
        if (end1 < start2)
        {
            return AllenRelations.Before;
        }

        if (end1 == start2)
        {
            return AllenRelations.Meets;
        }

        if (end2 < start1)
        {
            return AllenRelations.After;
        }

        if (end2 == start1)
        {
            return AllenRelations.MetBy;
        }

        if (start1 == start2 && end1 == end2)
        {
            return AllenRelations.Equals;
        }

        if (start1 == start2)
        {
            return end1 < end2 ? AllenRelations.Starts : AllenRelations.StartedBy;
        }

        if (end1 == end2)
        {
            return start1 > start2 ? AllenRelations.Finishes : AllenRelations.FinishedBy;
        }

        if (start1 > start2 && end1 < end2)
        {
            return AllenRelations.During;
        }

        if (start1 < start2 && end1 > end2)
        {
            return AllenRelations.Contains;
        }

        return start1 < start2 ? AllenRelations.Overlaps : AllenRelations.OverlappedBy;
    }

    private static List<(long Start, long End)> Readings(string text)
    {
        if (text[0] == '{')
        {
            var all = text.Trim('{', '}').Split(',').SelectMany(Completions.Of).ToList();
            return [(all.Min(p => p.Start), all.Max(p => p.End))];
        }

        if (text.Contains(".."))
        {
            long[] ends = text.Trim('[', ']').Split("..").Select(end => Completions.Of(end).Single().Start).ToArray();
            return Enumerable.Range(0, (int)(ends[1] - ends[0] + 1)).Select(i => (ends[0] + i, ends[0] + i)).ToList();
        }

        if (text[0] == '[')
        {
            return text.Trim('[', ']').Split(',').SelectMany(Completions.Of).ToList();
        }

        if (!text.Contains('/'))
        {
            return Completions.Of(text);
        }

        List<long>[] parts = text.Split('/').Select(part => Completions.Of(part).SelectMany(DaysOf).Distinct().ToList()).ToArray();
        return (from start in parts[0] from end in parts[1] where start <= end select (start, end)).ToList();
    }

    private static IEnumerable<long> DaysOf((long Start, long End) period)
    {
        for (long day = period.Start; day <= period.End; day++)
        {
            yield return day;
        }
    }
}
