using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>
/// Law 5, nobody dies twice: of the views of one whole, along different axes or over categories in which somebody can be twice.
/// </summary>
public class ViewsOfOneWholeTests
{
    private static readonly ActorId Army = ActorId.From("army");

    /// <summary>Regions that overlap: a desert and two governorates, one of which holds a town.</summary>
    private static readonly ConflictDataset World = new()
    {
        Sources = [new() { Id = SourceId.From("s"), Name = "source" }],
        Regions = Population.Regions,
        Actors = [new() { Id = Army, Name = "Army", Kind = ActorKind.StateForces }],
    };

    private static readonly Axis[] Axes = [Axis.Demographic, Axis.Victim, Axis.Region, Axis.Method];

    /// <summary>Categories of each axis, in several of which somebody may be.</summary>
    private static readonly (string Key, Part Part, Func<Dead, bool> Has)[][] Views =
    [
        [
            ("women", Of(Victims.Women), dead => dead is { IsFemale: true, Age: not AgeGroup.Child }),
            ("children", Of(Victims.Children), dead => dead.Age == AgeGroup.Child),
            ("elderly", Of(Victims.Elderly), dead => dead.Age == AgeGroup.Elderly),
            ("adults", Of(new() { Age = AgeGroup.Adult }), dead => dead.Age != AgeGroup.Child),
        ],
        [
            ("army", Of(Victims.MembersOf(Army)), dead => dead.Status == "army"),
            ("civilians", Of(Victims.Civilians), dead => dead.Status == "civilian"),
            ("officers", Of(Victims.Called("officers")), dead => dead.IsOfficer),
            ("army officers", Of(Victims.MembersOf(Army).As("officers")), dead => dead.Status == "army" && dead.IsOfficer),
        ],
        [.. new[] { "town", "west", "east", "desert", "country" }.Select(region => (
            region, new Part { Region = RegionId.From(region) }, (Func<Dead, bool>)(dead => dead.Places.Contains(region))))],
        [
            ("mines", new() { Method = "mines" }, dead => dead.ByMines), ("shelling", new() { Method = "shelling" }, dead => !dead.ByMines),
        ],
    ];

    private static readonly Gen<Dead> AnyDead = Gen.Select(
        Gen.Bool, Generate.OneOf(AgeGroup.Child, AgeGroup.Adult, AgeGroup.Elderly), Generate.OneOf("army", "civilian", "unknown"), Gen.Bool,
        Generate.OneOf<string[]>(
            ["town", "west", "country"], ["town", "west", "desert", "country"], ["west", "country"], ["east", "desert", "country"],
            ["coast", "country"]),
        Gen.Bool,
        (isFemale, age, status, isOfficer, places, byMines) => new Dead(isFemale, age, status, isOfficer, places, byMines));

    /// <summary>A view that is an inclusion: some of the categories of an axis, a part without its figure now and then.</summary>
    private static readonly Gen<(int View, int[] Parts, bool[] HasFigure)> AnyView = Gen.Select(
        Gen.Int[0, Views.Length - 1], Gen.Int[0, 4].Array[1, 4], Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))).Array[5]);

    [Fact]
    public void Parts_in_which_somebody_may_be_twice_bound_each_other_only_through_the_whole() =>
        Gen.Select(AnyDead.Array[0, 8], AnyView.Array[1, 3], Gen.Bool).Sample(
            (dead, views, isTold) =>
            {
                var toll = new Toll
                {
                    Count = isTold ? dead.Length : default(Estimate), Breakdowns = [.. views.Select(view => Shown(dead, view))],
                };
                Derivation derived = World.Derive(toll);
                derived.IsConsistent.Should().BeTrue("these people are so");
                derived.Whole.Bounds.Contains(dead.Length).Should().BeTrue($"{derived.Whole.Bounds}");
                foreach ((Breakdown breakdown, DerivedBreakdown shown) in toll.Breakdowns.Zip(derived.Whole.Breakdowns))
                {
                    foreach ((Part part, DerivedFigure figure) in breakdown.Parts.Zip(shown.Parts))
                    {
                        (string Key, Part Part, Func<Dead, bool> Has) known = Views.SelectMany(view => view)
                            .Single(one => one.Part == (part with { Count = default }));
                        figure.Bounds.Contains(dead.Count(known.Has)).Should().BeTrue($"{known.Key}: {figure.Bounds}");
                    }
                }

                ConflictDataset told = World with
                {
                    Incidents =
                    [
                        Fake.Make("i", "2024", default) with
                        {
                            Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } }],
                        },
                    ],
                };
                told.Validate().Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
            },
            iter: 500);

    [Fact]
    public void Views_along_several_axes_are_never_added_to_each_other() =>
        Gen.Select(AnyDead.Array[0, 8], Gen.Bool.Array[3], Gen.Bool.Array[3]).Sample(
            (dead, isShown, isPartition) =>
            {
                // Of each view the parts that share nobody; of an inclusion the last one is not told.
                (Part Part, Func<Dead, bool> Has)[][] views =
                [
                    [
                        (Of(Victims.Children), one => one.Age == AgeGroup.Child),
                        (Of(new() { Age = AgeGroup.Adult }), one => one.Age != AgeGroup.Child),
                    ],
                    [
                        (Of(Victims.MembersOf(Army)), one => one.Status == "army"),
                        (Of(Victims.Civilians), one => one.Status == "civilian"),
                        (Of(Victims.Unidentified), one => one.Status == "unknown"),
                    ],
                    [
                        (new() { Region = RegionId.From("west") }, one => one.Places.Contains("west")),
                        (new() { Region = RegionId.From("east") }, one => one.Places.Contains("east")),
                        (new() { Region = RegionId.From("coast") }, one => one.Places.Contains("coast")),
                    ],
                ];
                var breakdowns = new List<Breakdown>();
                (long least, long? most) = (0, null);
                foreach (int view in Enumerable.Range(0, 3).Where(view => isShown[view]))
                {
                    Part[] parts =
                    [
                        .. views[view].SkipLast(isPartition[view] ? 0 : 1).Select(one => one.Part with { Count = dead.Count(one.Has) }),
                    ];
                    long sum = parts.Sum(part => part.Count.Low!.Value);
                    least = Math.Max(least, sum);
                    most = isPartition[view] ? sum : most;
                    breakdowns.Add(new()
                    {
                        By = Axes[view], Kind = isPartition[view] ? BreakdownKind.Partition : BreakdownKind.Inclusion, Parts = [.. parts],
                    });
                }

                Toll toll = new() { Breakdowns = [.. breakdowns] };
                World.Derive(toll).Whole.Bounds.Should().Be(new Bounds(least, most));
                Incident incident = Fake.Make("i", "2024", default) with
                {
                    Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } }],
                };
                incident.Reports[0].Casualties!.Killed!.Derive().Whole.Bounds.Should().Be(new Bounds(least, most));
                ((Incident[])[incident]).BoundsOf(Harm.Killed).Bounds.Should().Be(new Bounds(least, most));
                ((Incident[])[incident]).Sum(Harm.Killed).Should().Be(new Sums(1, 0, 0, 0, 1, 1, 1), "nobody printed a whole");
            },
            iter: 300);

    private static Part Of(Victims victims) => new() { Victims = victims };

    private static Breakdown Shown(Dead[] dead, (int View, int[] Parts, bool[] HasFigure) view) => new()
    {
        By = Axes[view.View],
        Kind = BreakdownKind.Inclusion,
        Parts =
        [
            .. view.Parts.Select(part => part % Views[view.View].Length).Distinct().Select(part => Views[view.View][part].Part with
            {
                Count = view.HasFigure[part] ? dead.Count(Views[view.View][part].Has) : default(Estimate),
            }),
        ],
    };

    /// <summary>Somebody who was killed.</summary>
    private sealed record Dead(bool IsFemale, AgeGroup Age, string Status, bool IsOfficer, string[] Places, bool ByMines);
}
