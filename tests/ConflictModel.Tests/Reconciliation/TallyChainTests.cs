using ConflictModel.Reconciliation;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>Tallies that replace one another.</summary>
public class TallyChainTests
{
    [Fact]
    public void A_chain_of_three_is_told_old_to_new_whatever_the_order_of_the_file()
    {
        TallyChain chain = Only(Of("c", 440, "b"), Of("a", 300), Of("b", 449, "a"));
        Names(chain.Tallies).Should().Equal("a", "b", "c");
        Told(chain).Should().Equal("a to b: 300 + 149 revised = 449", "b to c: 449 - 9 revised = 440");
        (chain.Forks.Count, chain.Circle.Count).Should().Be((0, 0));
    }

    [Fact]
    public void Old_and_what_was_revised_come_to_new_in_every_figure()
    {
        TallyChain chain = Only(Of("a", new(3_000, 4_000, null)), Of("b", new(3_000, 4_100, 5_000, "nearly 4,100"), "a"));
        Told(chain).Should().Equal("a to b: low 3000, the same, best 4000 + 100 revised = 4100, high none, then 5000");
        chain.Steps[0].Figures.Select(figure => (figure.Name, figure.Old, figure.Since, figure.Revised, figure.New)).Should().Equal(
            ("low", 3_000, 0, 0, 3_000), ("best", 4_000, 0, 100, 4_100), ("high", null, null, null, 5_000));
    }

    [Fact]
    public void Words_without_a_figure_stand_as_they_are_and_are_not_subtracted()
    {
        TallyChain chain = Only(Of("a", Estimate.InWords("dozens")), Of("b", 40, "a"));
        Told(chain).Should().Equal("a to b: dozens, then 40");
        chain.Steps[0].Figures.Should().OnlyContain(figure => figure.Old == null && figure.Revised == null && figure.New == 40);
    }

    [Fact]
    public void What_a_running_total_came_to_is_no_revision_and_what_it_fell_by_is_one()
    {
        Told(Only(Running(Of("a", 300)), Running(Of("b", 449, "a")), Running(Of("c", 440, "b")))).Should().Equal(
            "a to b: 300 + 149 since = 449", "b to c: 449 - 9 revised = 440");

        // A total that is none goes on from nothing.
        Told(Only(Running(Of("a", 300)), Of("b", 449, "a"))).Should().Equal("a to b: 300 + 149 revised = 449");
    }

    [Fact]
    public void Two_that_replace_one_are_told_as_such()
    {
        TallyChain chain = Only(Of("a", 300), Of("b", 310, "a"), Of("c", 320, "a"), Of("d", 330, "c"));
        Names(chain.Forks).Should().Equal("a");
        Told(chain).Should().Equal("a to b: 300 + 10 revised = 310", "a to c: 300 + 20 revised = 320", "c to d: 320 + 10 revised = 330");
    }

    [Fact]
    public void A_tally_that_names_all_that_went_before_replaces_the_last_of_them()
    {
        TallyChain chain = Only(Of("a", 1), Of("b", 2, "a"), Of("c", 3, "b", "a"), Of("d", 4, "a", "b", "c"));
        Told(chain).Should().Equal("a to b: 1 + 1 revised = 2", "b to c: 2 + 1 revised = 3", "c to d: 3 + 1 revised = 4");
        chain.Forks.Should().BeEmpty();
    }

    [Fact]
    public void One_that_replaces_two_that_stood_beside_each_other_is_set_against_each_and_they_are_not_added_up() =>
        Told(Only(Of("a", 10), Of("b", 20), Of("c", 25, "b", "a"))).Should().Equal(
            "a to c: 10 + 15 revised = 25", "b to c: 20 + 5 revised = 25");

    [Fact]
    public void Series_that_have_nothing_to_do_with_each_other_are_chains_of_their_own_and_a_tally_alone_is_none()
    {
        ValueList<TallyChain> chains = In(Of("x", 1), Of("a", 1), Of("p", 5), Of("b", 2, "a"), Of("q", 6, "p"));
        chains.Select(chain => string.Join(' ', chain.Tallies)).Should().Equal("a b", "p q");
    }

    [Fact]
    public void A_tally_that_is_not_there_has_no_place_in_a_chain()
    {
        In(Of("a", 1, "gone")).Should().BeEmpty();
        Names(Only(Of("a", 1, "gone"), Of("b", 2, "a", "gone")).Tallies).Should().Equal("a", "b");
    }

    [Fact]
    public void A_circle_is_named_and_found_by_validation_and_what_replaces_it_is_not_accused()
    {
        Tally[] tallies = [Of("o", 0), Of("a", 1, "c", "o"), Of("b", 2, "a"), Of("c", 3, "b"), Of("d", 4, "c")];
        TallyChain chain = Only(tallies);
        Names(chain.Circle).Should().Equal("a", "b", "c");
        Told(chain).Should().Equal("o to a: 0 + 1 revised = 1", "c to d: 3 + 1 revised = 4");
        Circles(tallies).Should().Equal("/tallies/1/supersedes", "/tallies/2/supersedes", "/tallies/3/supersedes");
    }

    [Fact]
    public void A_tally_that_replaces_itself_is_a_circle_of_one_and_one_between_two_circles_is_in_none()
    {
        Names(Only(Of("a", 1, "a")).Circle).Should().Equal("a");
        Tally[] tallies = [Of("a", 1, "b"), Of("b", 1, "a"), Of("between", 1, "b"), Of("c", 1, "d", "between"), Of("d", 1, "c")];
        Names(Only(tallies).Circle).Should().Equal("a", "b", "c", "d");
        Circles(tallies).Should().HaveCount(4).And.NotContain("/tallies/2/supersedes");
    }

    [Fact]
    public void A_tally_that_replaces_itself_is_replaced_by_one_that_names_it_beside_another() =>
        Told(Only(Of("a", 1, "a"), Of("b", 2), Of("c", 3, "a", "b"))).Should().Equal(
            "a to c: 1 + 2 revised = 3", "b to c: 2 + 1 revised = 3");

    [Fact]
    public void Whatever_replaces_whatever_each_step_goes_from_old_to_new_and_closes() =>
        Gen.Select(Gen.Int[0, 7].Array[0, 3], Gen.Long[0, 100], Gen.Bool).Array[1, 8].Sample(drawn =>
        {
            Tally[] tallies = [.. drawn.Select((one, i) =>
                Of($"t{i}", one.Item2, [.. one.Item1.Select(older => $"t{older}")]) with { Cumulative = one.Item3 })];
            foreach (TallyChain chain in In(tallies))
            {
                chain.Tallies.Distinct().Should().HaveCount(chain.Tallies.Count);
                List<TallyId> order = [.. chain.Tallies];
                foreach (TallyChain.Step step in chain.Steps)
                {
                    step.Newer.Supersedes.Should().Contain(step.Older.Id);
                    if (chain.Circle.IsEmpty)
                    {
                        order.IndexOf(step.Older.Id).Should().BeLessThan(order.IndexOf(step.Newer.Id));
                    }

                    step.Figures.Should().OnlyContain(figure => figure.Old + figure.Since + figure.Revised == figure.New);
                }
            }

            foreach (Tally tally in tallies)
            {
                IsInCircle(tallies, tally).Should().Be(In(tallies).Any(chain => chain.Circle.Contains(tally.Id)));
            }
        });

    [Fact]
    public void A_long_chain_and_a_long_circle_take_no_long_time()
    {
        const int Count = 20_000;
        Tally[] chain = [.. Enumerable.Range(0, Count).Select(i => Of($"t{i}", i, i == 0 ? [] : [$"t{i - 1}"]))];
        Only(chain).Steps.Should().HaveCount(Count - 1);
        chain[0] = Of("t0", 0, $"t{Count / 2}");
        Only(chain).Circle.Should().HaveCount(Count / 2 + 1);
    }

    private static bool IsInCircle(Tally[] tallies, Tally tally)
    {
        HashSet<TallyId> reached = [.. tally.Supersedes];
        for (int before = -1; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(tallies.Where(one => reached.Contains(one.Id)).SelectMany(one => one.Supersedes).ToList());
        }

        return reached.Contains(tally.Id);
    }

    private static Tally Of(string id, Estimate killed, params string[] replaces) => new()
    {
        Id = TallyId.From(id),
        Scope = new(),
        Supersedes = replaces.Select(TallyId.From).ToValueList(),
        Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(killed) } },
    };

    private static Tally Running(Tally tally) => tally with { Cumulative = true };

    private static ValueList<TallyChain> In(params Tally[] tallies) => TallyChain.In(new() { Tallies = [.. tallies] });

    private static TallyChain Only(params Tally[] tallies) => In(tallies).Should().ContainSingle().Which;

    private static IEnumerable<string> Names(ValueList<TallyId> ids) => ids.Select(id => id.Value);

    private static IEnumerable<string> Told(TallyChain chain) =>
        chain.Steps.Select(step => $"{step.Older.Id} to {step.Newer.Id}: {step.Explain(Harm.Killed)}");

    private static IEnumerable<string> Circles(Tally[] tallies) =>
        new ConflictDataset { Tallies = [.. tallies] }.Validate().Where(finding => finding.Code == FindingCodes.TallyCycle)
            .Select(finding => finding.Pointer.ToString());
}
