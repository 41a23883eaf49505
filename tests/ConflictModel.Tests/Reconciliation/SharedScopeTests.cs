using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Tests.Laws;
using CsCheck;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>What incidents account for is worked out once for tallies of one scope, for parts that say the same, and for reports of one
/// form: the answers are those of asking about each tally and each incident alone.</summary>
public class SharedScopeTests
{
    private static readonly Gen<Tally[]> Tallies = Gen.Select(Generate.RelatedToll, Gen.Int[0, 1], Gen.Int[0, 2]).Array[1, 5].Select(
        all => all.Select((one, i) => new Tally
        {
            Id = TallyId.From($"t{i}"),
            Scope = new()
            {
                Period = new ReportedDate(UncertainDate.Parse(one.Item2 == 0 ? "2024-05" : "2024")),
                Regions = one.Item3 == 0 ? [KnownRegions.Homs] : [KnownRegions.Syria],
            },
            Report = Killed(one.Item1),
        }).ToArray());

    private static readonly Gen<Incident[]> Incidents = Gen.Select(Generate.RelatedToll.Array[1, 2], Gen.Int[0, 2]).Array[0, 4].Select(
        all => all.Select((one, i) => Fake.Make($"i{i}", one.Item2 == 0 ? "2024" : "2024-05-03", default, KnownRegions.Homs) with
        {
            Reports = [.. one.Item1.Select(Killed)],
        }).ToArray());

    [Fact]
    public void Tallies_of_one_scope_are_reconciled_as_each_alone() =>
        Gen.Select(Tallies, Incidents).Sample((tallies, incidents) =>
        {
            ValueList<ReconciledTally> all = Reconciled(tallies, incidents);
            for (int i = 0; i < tallies.Length; i++)
            {
                ReconciledTally alone = Reconciled([tallies[i]], incidents).Single();
                (all[i].Incidents, all[i].Accounted, all[i].Unaccounted, all[i].Parts)
                    .Should().Be((alone.Incidents, alone.Accounted, alone.Unaccounted, alone.Parts));
            }
        });

    [Fact]
    public void Incidents_account_together_for_what_each_of_them_does() =>
        Gen.Select(Tallies, Incidents).Where((_, incidents) => incidents.Length > 0).Sample((tallies, incidents) =>
        {
            // Without figures of its own a tally leaves room for whatever is accounted for, but for parts that nobody can be of.
            Toll counted = tallies[0].Report.Casualties!.Killed!;
            Tally open = tallies[0] with { Report = Killed(new PrintedFigures(counted).Change((_, _) => default)) };
            ReconciledTally together = Reconciled([open], incidents).Single();
            ReconciledTally[] each = [.. incidents.Select(one => Reconciled([open], [one]).Single())];
            foreach (int part in Enumerable.Range(0, together.Parts.Count).Where(part => together.Parts[part].Total.Upper is null))
            {
                together.Parts[part].Accounted.Should().Be(each.Aggregate(Bounds.Zero, (sum, one) => sum + one.Parts[part].Accounted));
            }
        });

    [Fact]
    public void What_an_incident_lists_may_be_of_any_piece_of_a_category_and_is_of_the_whole_category()
    {
        var civilians = Part.Of(Victims.Civilians, 5);
        Toll pieces = Toll.Of(9) with
        {
            Breakdowns =
            [
                new()
                {
                    By = Axis.Victim,
                    Kind = BreakdownKind.Inclusion,
                    Parts = [civilians with { Count = 3, Method = "mines" }, civilians with { Count = 2, Method = "shelling" }],
                },
            ],
        };
        Tally[] tallies =
        [
            .. new[] { pieces, Toll.Of(9).Including(civilians) }.Select((toll, i) => new Tally
            {
                Id = TallyId.From($"t{i}"),
                Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2024")), Regions = [KnownRegions.Homs] },
                Report = Killed(toll),
            }),
        ];
        Incident listed = Fake.Make("i", "2024-05-03", 4, KnownRegions.Homs) with
        {
            Reports = [Killed(Toll.Of(4).DividedInto(Part.Of(Victims.Civilians, 1), Part.Of(Victims.Combatants, 3)))],
        };
        foreach (Tally[] order in new[] { tallies, [.. tallies.Reverse()] })
        {
            ValueList<ReconciledTally> all = Reconciled(order, [listed]);
            all.Single(one => one.Tally == tallies[0].Id).Parts.Select(part => part.Accounted)
                .Should().Equal(new Bounds(0, 1), new Bounds(0, 1));
            all.Single(one => one.Tally == tallies[1].Id).Parts.Single().Accounted.Should().Be(Bounds.Exactly(1));
        }
    }

    private static Report Killed(Toll toll) => new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } };

    private static ValueList<ReconciledTally> Reconciled(Tally[] tallies, Incident[] incidents) =>
        (Generate.Minimal with { Tallies = [.. tallies], Incidents = [.. incidents] }).Reconcile(Harm.Killed);
}
