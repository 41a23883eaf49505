namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// A few categories that hold, overlap or exclude each other, and how they do: written down, and not asked of the engine.
/// </summary>
public static class RelatedCategories
{
    private static readonly ActorId Army = ActorId.From("army");

    private static readonly (string Key, Victims Who)[] People =
    [
        ("army", Victims.MembersOf(Army)),
        ("civilians", Victims.Civilians),
        ("officers", Victims.Called("officers")),
        ("army officers", Victims.MembersOf(Army).As("officers")),
        ("civilian women", Victims.Women with { Status = CivilianStatus.Civilian }),
    ];

    private static readonly (string Key, Victims Who)[] Groups =
    [
        ("women", Victims.Women), ("elderly", Victims.Elderly), ("adults", new() { Age = AgeGroup.Adult }), ("children", Victims.Children),
    ];

    private static readonly string[] Places = ["gov", "other", "district", "valley"];

    private static readonly HashSet<(string, string)> Within =
    [
        ("army officers", "army"), ("army officers", "officers"),
        ("civilian women", "civilians"), ("civilian women", "women"), ("civilian women", "adults"),
        ("women", "adults"), ("elderly", "adults"), ("district", "gov"),
    ];

    private static readonly HashSet<(string, string)> Overlapping = [("women", "elderly"), ("valley", "gov"), ("valley", "district")];

    private static readonly HashSet<(string, string)> Unlike =
        [("officers", "army"), ("officers", "civilians"), ("officers", "civilian women")];

    /// <summary>The regions: a district within a governorate, and a valley that overlaps both.</summary>
    public static ConflictDataset Dataset { get; } = new()
    {
        Regions =
        [
            new() { Id = RegionId.From("gov"), Name = "G", Kind = RegionKind.Governorate },
            new() { Id = RegionId.From("other"), Name = "O", Kind = RegionKind.Governorate },
            new() { Id = RegionId.From("district"), Name = "D", Kind = RegionKind.District, Within = [RegionId.From("gov")] },
            new() { Id = RegionId.From("valley"), Name = "V", Kind = RegionKind.Natural, Overlaps = [RegionId.From("gov")] },
        ],
        Actors = [new() { Id = Army, Name = "A", Kind = ActorKind.StateForces }],
    };

    public static Part Part(Axis axis, int key, Estimate count) => axis switch
    {
        Axis.Region => new() { Region = RegionId.From(Places[key % Places.Length]), Count = count },
        Axis.Victim => new() { Victims = People[key % People.Length].Who, Count = count },
        Axis.Demographic => new() { Victims = Groups[key % Groups.Length].Who, Count = count },
        _ => new() { Method = ((char)('a' + key)).ToString(), Count = count },
    };

    public static string? KeyOf(Victims victims) => People.Concat(Groups).FirstOrDefault(known => known.Who == victims).Key;

    public static bool IsWithin((Axis, string Key) narrow, (Axis, string Key) wide) => Within.Contains((narrow.Key, wide.Key));

    /// <summary>Whether two parts of a breakdown share nobody; pieces of one category don't.</summary>
    public static bool AreApart(Breakdown breakdown, string one, string other) =>
        !Has(Within, one, other)
            && !Has(Overlapping, one, other) && (breakdown.Kind == BreakdownKind.Partition || !Has(Unlike, one, other));

    private static bool Has(HashSet<(string, string)> pairs, string one, string other) =>
        pairs.Contains((one, other)) || pairs.Contains((other, one));
}
