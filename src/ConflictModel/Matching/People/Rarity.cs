using System.Numerics;
using System.Runtime.InteropServices;

namespace ConflictModel.Matching;

/// <summary>How much an agreement weighs: one for each halving from all records that have the field to those that bear the value.</summary>
/// <remarks>Whole numbers only, so that every machine comes to the same.</remarks>
internal sealed class Rarity
{
    // In a short list nothing is frequent; it is weighed as if it were one of so many.
    private const int LeastRecords = 1_024;

    // A day that agrees with a vague one, an age that lies in one that overlaps.
    private const int Overlap = 1;

    private readonly Dictionary<int, int> days = [];
    private readonly Dictionary<int, int> births = [];
    private readonly Dictionary<int, int> ages = [];
    private readonly Dictionary<RegionId, int> regions = [];
    private readonly Dictionary<(int Day, RegionId Region), int> daysAndRegions = [];
    private readonly Dictionary<ExternalId, int> externals = [];
    private readonly int records;

    public Rarity(PersonProfile[] all)
    {
        records = Math.Max(all.Length, LeastRecords);
        RareSpelling = Math.Max(2, records / 4_096);
        foreach (PersonProfile one in all)
        {
            Add(days, one.Day.Exact);
            Add(births, one.Born.Exact);
            Add(ages, one.ExactAge);
            Add(regions, one.Region);
            Add(daysAndRegions, one is { Day.Exact: { } day, Region: { } region } ? (day, region) : default((int, RegionId)?));
            foreach (ExternalId id in one.Person.ExternalIds)
            {
                Add(externals, id);
            }
        }
    }

    /// <summary>What has to agree before two records are rather one person than two of the list by chance.</summary>
    public int Chance => BitOperations.Log2((uint)records);

    /// <summary>The most records that bear a spelling that may be a slip.</summary>
    public int RareSpelling { get; }

    /// <summary>The weight of a word of a name that agrees: of the more frequent of two spellings, and half as much for a slip.</summary>
    public int Of(NamePart one, NamePart other, PartLikeness likeness)
    {
        int weight = Halvings(Math.Max(one.OfSound.Count, other.OfSound.Count), records);
        return likeness == PartLikeness.Same ? weight : weight / 2;
    }

    public int OfExternal(ExternalId id) => Halvings(externals[id], records);

    public int OfBirth(DaySpan one, DaySpan other, Agreement agreement) => Of(births, one.Exact, other.Exact, agreement);

    public int OfAge(int? one, int? other, Agreement agreement) => Of(ages, one, other, agreement);

    /// <summary>The weight of day and place together: attacks kill many on one day in one place.</summary>
    public int OfDayAndPlace(PersonProfile one, PersonProfile other, Agreement day, Agreement place)
    {
        RegionId? shared = one.Region is { } region && region == other.Region ? region : null;
        int ofDay = Of(days, one.Day.Exact, other.Day.Exact, day);
        int ofPlace = place switch
        {
            Agreement.Same when shared is { } here => Halvings(regions[here], records),
            Agreement.Same => Overlap,
            Agreement.Compatible when shared is { } here => Halvings(regions[here], records) / 2,
            _ => 0,
        };
        return day == Agreement.Same && shared is { } both && one.Day.Exact is { } exact
            ? Halvings(daysAndRegions[(exact, both)], records)
            : Math.Max(ofDay, ofPlace) + (Math.Min(ofDay, ofPlace) / 2);
    }

    private int Of(Dictionary<int, int> counts, int? one, int? other, Agreement agreement) => agreement switch
    {
        Agreement.Same when one is { } value => Halvings(counts[value], records),
        Agreement.Compatible when one is { } value && other is { } near => Halvings(Math.Max(counts[value], counts[near]), records) / 2,
        Agreement.Compatible or Agreement.Same => Overlap,
        _ => 0,
    };

    private static int Halvings(int bearers, int all) => BitOperations.Log2((uint)(all / Math.Max(bearers, 1)));

    private static void Add<T>(Dictionary<T, int> counts, T? value)
        where T : struct
    {
        if (value is { } known)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, known, out _)++;
        }
    }

    private static void Add(Dictionary<ExternalId, int> counts, ExternalId value) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
}
