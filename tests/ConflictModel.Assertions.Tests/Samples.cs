using ConflictModel.Catalogs;
using ConflictModel.Serialization;
using NodaTime;

namespace ConflictModel.Assertions.Tests;

/// <summary>Records that the tests assert on; of made-up events but for the two samples.</summary>
internal static class Samples
{
    public static ConflictDataset Syria { get; } = Read("syria-2024.json");

    /// <summary>A total as published, whose regions come to 240 and whose headline says 243.</summary>
    public static ConflictDataset Clashing { get; } = Read("sohr-desert-2024-243.json");

    public static Tally HalfYear => Syria.Tallies[0];

    public static Toll Killed => HalfYear.Report.Casualties!.Killed!;

    /// <summary>10 dead, of whom 4 were in Homs and 3 in Raqqa.</summary>
    public static Toll Ten { get; } = Toll.Of(10).Including(Part.In(KnownRegions.Homs, 4), Part.In(KnownRegions.Raqqa, 3));

    /// <summary>10 dead, 4 in Homs and 8 in Raqqa.</summary>
    public static Toll Wrong { get; } = Toll.Of(10).Including(Part.In(KnownRegions.Homs, 4), Part.In(KnownRegions.Raqqa, 8));

    public static Incident Ambush(string id, LocalDate date, Estimate killed) => new()
    {
        Id = IncidentId.From(id),
        Kind = IncidentKind.Ambush,
        Date = new(date),
        Place = new() { Regions = [KnownRegions.Badia] },
        Reports = [ReportOf("observatory", killed)],
    };

    public static Tally MonthOf(int year, int month, Estimate killed) => new()
    {
        Id = TallyId.From(FormattableString.Invariant($"{year}-{month:00}")),
        Scope = new() { Period = new(UncertainDate.FromYearMonth(year, month)), Regions = [KnownRegions.Badia] },
        Report = ReportOf("observatory", killed),
    };

    public static Report ReportOf(string source, Estimate killed) =>
        new() { Citation = SourceId.From(source), Casualties = new() { Killed = Toll.Of(killed) } };

    private static ConflictDataset Read(string name) =>
        DatasetJson.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)));
}
