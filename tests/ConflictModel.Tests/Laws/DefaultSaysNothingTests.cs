using ConflictModel.Arithmetic;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 10: a default means something: that nothing is known, and never that there is none.</summary>
public class DefaultSaysNothingTests
{
    [Fact]
    public void Parts_of_which_nothing_is_said_change_no_bounds() => Gen.Select(Generate.SmallToll, Gen.Int[1, 3]).Sample(
        (toll, parts) =>
        {
            Toll more = toll.Including([.. Enumerable.Range(1, parts).Select(month => Part.During(UncertainDate.Parse($"2024-0{month}")))]);
            (Derivation before, Derivation after) = (toll.Derive(), more.Derive());
            after.IsConsistent.Should().Be(before.IsConsistent);
            after.Figures.Take(before.Figures.Count).Select(figure => (figure.Path, figure.Bounds)).Should().Equal(
                before.Figures.Select(figure => (figure.Path, figure.Bounds)));
            if (after.IsConsistent)
            {
                after.Whole.Breakdowns[^1].Parts.Select(part => (part.Bounds.Lower, part.Bounds.Upper))
                    .Should().AllBeEquivalentTo((0L, after.Whole.Bounds.Upper));
            }
        },
        iter: 200,
        print: one => Generate.Show(one.Item1));

    [Fact]
    public void The_default_bounds_allow_every_count_and_narrow_none() =>
        Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 1L << 40], Gen.Bool).Sample((lower, width, isOpen) =>
        {
            Bounds some = new(lower, isOpen ? null : lower + width);
            default(Bounds).Contains(some).Should().BeTrue();
            default(Bounds).Intersect(some).Should().Be(some);
            default(Bounds).Hull(some).Should().Be(default(Bounds));
            some.IsBelow(default).Should().NotBe(Truth.Yes);
        });

    [Fact]
    public void The_default_date_is_certainly_nowhere() => Generate.Date.Sample(date =>
    {
        foreach (Truth truth in (Truth[])[
            default(UncertainDate).Before(date.Date), default(UncertainDate).After(date.Date),
            default(UncertainDate).Overlaps(date.Date), default(UncertainDate).SameAs(date.Date)])
        {
            truth.Should().NotBe(Truth.Yes);
        }

        default(UncertainDate).Overlaps(date.Date).Should().Be(Truth.Unknown);
    });

    [Fact]
    public void The_default_estimate_and_list_are_those_of_a_record_that_says_nothing() => Generate.Toll.Sample(toll =>
    {
        (toll with { Count = default, Breakdowns = default }).Should().Be(new Toll { Operations = toll.Operations });
        Wordings.Default.Read(default).Should().Be(Bounds.Unknown);
        toll.Count.Equals(default).Should().Be(toll.Count.IsEmpty);
        toll.Breakdowns.Equals(default).Should().Be(toll.Breakdowns.IsEmpty);
        new ValueList<Breakdown>([]).Equals(default).Should().BeTrue();
    });
}
