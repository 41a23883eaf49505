using CsCheck;

namespace ConflictModel.Reporting.Tests;

/// <summary>Small made-up records, and random data sets of them.</summary>
internal static class Records
{
    private static readonly string[] Dates =
        ["2024-01-03", "2024-01-20", "2024-02-02", "2024-02", "2024", "2024-01-30/2024-02-02", "2023-12-31", "2024-XX-XX", "2024-01/.."];

    public static Gen<Incident> Incident { get; } = Gen.Select(
        Gen.Int[0, Dates.Length - 1],
        Gen.Int[0, 9],
        Gen.Int[0, 9],
        Gen.Int[0, 3],
        Gen.Int[0, 4],
        (date, low, more, source, kind) => Of(
            "i", Dates[date], Toll(low, more, kind), $"s{source % 3}", kind % 2 == 0 ? "a" : "b") with
        {
            Place = source == 3 ? null : new()
            {
                Regions = source == 0 ? [RegionId.From("homs"), RegionId.From("raqqa")] : [RegionId.From("homs")],
            },
        });

    public static Gen<ConflictDataset> Dataset { get; } = Incident.Array[0, 12].Select(incidents => new ConflictDataset
    {
        Incidents = incidents.Select((incident, i) => incident with { Id = IncidentId.From($"i{i}") }).ToValueList(),
    });

    public static Incident Of(string id, string date, Estimate killed, string source = "s0", string perpetrator = "a") =>
        Of(id, date, ConflictModel.Toll.Of(killed), source, perpetrator);

    private static Incident Of(string id, string date, Toll killed, string source, string perpetrator) => new()
    {
        Id = IncidentId.From(id),
        Kind = IncidentKind.Battle,
        Date = UncertainDate.Parse(date),
        Involvements = [new() { Actor = ActorId.From(perpetrator), Role = InvolvementRole.Perpetrator }],
        Reports = [new() { Citation = SourceId.From(source), Casualties = new() { Killed = killed } }],
    };

    private static Toll Toll(int low, int more, int kind)
    {
        Estimate count = kind == 4 ? new Estimate(low, low + (more / 2), low + more) : low;
        return kind switch
        {
            0 => ConflictModel.Toll.Of(count),
            1 => ConflictModel.Toll.Of(count).Including(Part.Of(Victims.Civilians, low / 2)),
            2 => ConflictModel.Toll.Of(count).DividedInto(
                Part.Of(Victims.Civilians, low / 2), Part.Of(Victims.MembersOf(ActorId.From("c")), low - (low / 2))),
            _ => ConflictModel.Toll.Of(count),
        };
    }
}
