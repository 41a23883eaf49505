using ConflictModel.Aggregation;
using ConflictModel.Tests.Time;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 2: unknown is not zero, and a question may have no answer.</summary>
public class UnknownIsNotZeroTests
{
    private static readonly Gen<Truth> AnyTruth = Gen.Enum<Truth>();

    [Fact]
    public void And_or_and_not_are_certain_where_every_way_the_unknown_may_turn_out_agrees() =>
        Gen.Select(AnyTruth, AnyTruth).Sample((left, right) =>
        {
            left.And(right).Should().Be(OfAll(from a in Ways(left) from b in Ways(right) select a && b));
            left.Or(right).Should().Be(OfAll(from a in Ways(left) from b in Ways(right) select a || b));
            left.Not().Should().Be(OfAll(from a in Ways(left) select !a));
        });

    [Fact]
    public void A_relation_of_dates_is_certain_where_every_pair_of_readings_agrees() =>
        Gen.Select(RelationTests.Term, RelationTests.Term).Sample(
            (one, other) =>
            {
                List<(long Start, long End)> mine = Completions.Of(one), theirs = Completions.Of(other);
                if (mine.Count == 0 || theirs.Count == 0 || (long)mine.Count * theirs.Count > 100_000)
                {
                    return;
                }

                UncertainDate left = UncertainDate.Parse(one), right = UncertainDate.Parse(other);
                var pairs = (from a in mine from b in theirs select (a, b)).ToList();
                left.Before(right).Should().Be(OfAll(pairs.Select(pair => pair.a.End < pair.b.Start)));
                left.After(right).Should().Be(OfAll(pairs.Select(pair => pair.a.Start > pair.b.End)));
                left.Overlaps(right).Should().Be(OfAll(pairs.Select(pair => pair.a.Start <= pair.b.End && pair.b.Start <= pair.a.End)));
                left.During(right).Should().Be(OfAll(pairs.Select(pair => pair.a.Start >= pair.b.Start && pair.a.End <= pair.b.End)));
                left.SameAs(right).Should().Be(OfAll(pairs.Select(pair => pair.a == pair.b)));
            },
            iter: 1_000);

    [Fact]
    public void An_event_without_a_figure_is_counted_as_missing_and_one_of_nobody_is_not() => Generate.Incidents.WithoutCatalogs().Sample(
        dataset =>
        {
            Incident[] some = [.. dataset.Incidents];
            Sums before = some.Sum(Harm.Killed);
            Sums unknown = some.Append(Fake.Make("more", "2024", default)).Sum(Harm.Killed);
            Sums nobody = some.Append(Fake.Make("more", "2024", 0)).Sum(Harm.Killed);
            (unknown.Incidents, nobody.Incidents).Should().Be((before.Incidents + 1, before.Incidents + 1));
            (unknown.Low, unknown.Best, unknown.High).Should().Be((before.Low, before.Best, before.High));
            (nobody.Low, nobody.Best, nobody.High).Should().Be((before.Low ?? 0, before.Best ?? 0, before.High ?? 0));
            (unknown.WithoutLow, unknown.WithoutBest, unknown.WithoutHigh)
                .Should().Be((before.WithoutLow + 1, before.WithoutBest + 1, before.WithoutHigh + 1));
            (nobody.WithoutLow, nobody.WithoutBest, nobody.WithoutHigh)
                .Should().Be((before.WithoutLow, before.WithoutBest, before.WithoutHigh));
        },
        iter: 200);

    private static bool[] Ways(Truth truth) => truth switch { Truth.Yes => [true], Truth.No => [false], _ => [true, false] };

    private static Truth OfAll(IEnumerable<bool> answers)
    {
        bool[] distinct = [.. answers.Distinct()];
        return distinct is [var only] ? (only ? Truth.Yes : Truth.No) : Truth.Unknown;
    }
}
