using CsCheck;

namespace ConflictModel.Tests;

/// <summary>
/// People who were killed, each event at one spot and on one day, and records of them that are all true: incidents that say more or less
/// closely where, when and how many, and totals over areas and periods. Whatever is made of the records must leave room for the people.
/// </summary>
internal sealed record Population(ValueList<Population.Killing> Killings, ValueList<Population.Count> Counts)
{
    /// <summary>The regions: a district within a governorate, two governorates beside it, and a desert that overlaps two of the three.
    /// </summary>
    public static readonly ValueList<Region> Regions =
    [
        Of("country", RegionKind.Country, ""), Of("west", RegionKind.Governorate, "country"),
        Of("east", RegionKind.Governorate, "country"), Of("coast", RegionKind.Governorate, "country"),
        Of("town", RegionKind.District, "west"), Of("desert", RegionKind.Natural, "country", "west", "east"),
    ];

    /// <summary>Where somebody may have been killed: all the regions that hold the spot, each before those around it.</summary>
    private static readonly string[][] Spots =
    [
        ["town", "west", "country"], ["town", "desert", "west", "country"], ["west", "country"], ["desert", "west", "country"],
        ["east", "country"], ["desert", "east", "country"], ["coast", "country"],
    ];

    /// <summary>A day, and what a record may say of it.</summary>
    private static readonly string[][] Days =
    [
        ["2024-01-10", "2024-01", "2024", "[2024-01-01..2024-03-31]"], ["2024-01-31", "2024-01", "2024", "[2024-01-31,2024-02-01]"],
        ["2024-02-01", "2024-02", "202X", "[2024-01-31,2024-02-01]"], ["2024-03-15", "2024-03", "2024", "[2024-01-01..2024-03-31]"],
    ];

    private static readonly (string Period, string First, string Last)[] Periods =
    [
        ("2024-01", "2024-01-01", "2024-01-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-01/2024-02", "2024-01-01", "2024-02-29"), ("2024", "2024-01-01", "2024-12-31"), ("2024", "2024-01-01", "2024-12-31"),
        ("2024-01-31/2024-02-01", "2024-01-31", "2024-02-01"), ("2024-03-15", "2024-03-15", "2024-03-15"),
    ];

    // Mostly close to the truth and in one source's words, so that whoever adds up what overlaps accuses somebody.
    private static readonly Gen<Account> Accounts = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[-1, 2], Gen.Int[0, 4],
        (region, form, less, more, source) => new Account(region, form, less, more, source == 4 ? "other" : "sohr"));

    private static readonly Gen<Killing> AnyKilling = Gen.Select(
        Gen.Int[0, Spots.Length - 1], Gen.Int[0, Days.Length - 1], Gen.Int[0, 20], Accounts.Array[0, 3],
        (spot, day, killed, told) => new Killing(spot, day, killed, [.. told]));

    private static readonly Gen<Count> AnyCount = Gen.Select(
        Generate.OneOf(Periods), Generate.OneOf("country", "west", "east", "coast", "town", "desert").Array[1, 2], Accounts,
        (period, regions, said) => new Count(period, [.. regions.Distinct()], said));

    /// <summary>Any of them.</summary>
    public static readonly Gen<Population> Any = Gen.Select(
        AnyKilling.Array[0, 6], AnyCount.Array[0, 8], (killings, counts) => new Population([.. killings], [.. counts]));

    /// <summary>Where, when and how many were killed, and what each record of it says; nothing is on record where there is none.</summary>
    public sealed record Killing(int Spot, int Day, int Killed, ValueList<Account> Told)
    {
        public bool IsTold => !Told.IsEmpty;

        public bool IsIn(string region) => Spots[Spot].Contains(region);

        public bool IsDuring(string first, string last) =>
            string.CompareOrdinal(Days[Day][0], first) >= 0 && string.CompareOrdinal(Days[Day][0], last) <= 0;

        /// <summary>The region that a record names: it holds the spot.</summary>
        public string RegionOf(Account account) => Spots[Spot][account.Region % Spots[Spot].Length];

        public string DateOf(Account account) => Days[Day][account.Form];
    }

    /// <summary>How closely a record tells what it tells, and who says so.</summary>
    public readonly record struct Account(int Region, int Form, int Less, int More, string Source)
    {
        /// <summary>A figure that leaves room for a count.</summary>
        public Estimate Of(long count)
        {
            long least = Math.Max(0, count - Less);
            return More < 0 ? Estimate.AtLeast(least) : Estimate.Between(least, count + More);
        }
    }

    /// <summary>A total over areas, taken together, and a period.</summary>
    public sealed record Count((string Text, string First, string Last) Period, ValueList<string> Regions, Account Said)
    {
        public bool Holds(Killing killing) => Regions.Any(killing.IsIn) && killing.IsDuring(Period.First, Period.Last);
    }

    /// <summary>How many were killed of whom something is so.</summary>
    public long People(Func<Killing, bool> where) => Killings.Where(where).Sum(killing => (long)killing.Killed);

    /// <summary>What is on record, in an order.</summary>
    public ConflictDataset Records(params int[] order) => new()
    {
        Sources = [.. new[] { "sohr", "other" }.Select(id => new Source { Id = SourceId.From(id), Name = id })],
        Regions = Regions,
        Incidents = [.. Ordered(Killings.SelectMany(Incidents), order)],
        Tallies = [.. Ordered(Counts.Select(Tally), order)],
    };

    /// <summary>The region of a name.</summary>
    public static RegionId Id(string region) => RegionId.From(region);

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> records, int[] order) => order.Length == 0
        ? records
        : records.Select((record, i) => (record, Place: order[i % order.Length])).OrderBy(pair => pair.Place).Select(pair => pair.record);

    private static Region Of(string id, RegionKind kind, string within, params string[] overlaps) => new()
    {
        Id = Id(id), Name = id, Kind = kind, Within = within.Length == 0 ? [] : [Id(within)], Overlaps = [.. overlaps.Select(Id)],
    };

    private static IEnumerable<Incident> Incidents(Killing killing, int number) => killing.Told.Select((account, i) =>
        Fake.Make($"k{number}-{i}", killing.DateOf(account), default, Id(killing.RegionOf(account))) with
        {
            SameAs = i == 0 ? [] : [IncidentId.From($"k{number}-{i - 1}")],
            Reports = [Fake.ReportOf(account.Source, account.Of(killing.Killed))],
        });

    private Tally Tally(Count count, int number) => new()
    {
        Id = TallyId.From($"t{number}"),
        Scope = new()
        {
            Period = new ReportedDate(UncertainDate.Parse(count.Period.Text)), Regions = [.. count.Regions.Select(Id)],
        },
        Report = Fake.ReportOf(count.Said.Source, count.Said.Of(People(count.Holds))),
    };
}
