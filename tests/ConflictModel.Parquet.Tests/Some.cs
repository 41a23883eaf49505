using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Parquet.Tests;

/// <summary>Random tables of incidents, and tables as text.</summary>
internal static class Some
{
    private static readonly IncidentKind[] Kinds = [IncidentKind.Unknown, IncidentKind.Ambush, IncidentKind.Shelling];

    public static IncidentTable Table(Random random, int rows, bool isDated = false) => Builder(random, rows, isDated).ToTable();

    public static IncidentTableBuilder Builder(Random random, int rows, bool isDated = false, int firstId = 0)
    {
        IncidentTableBuilder builder = new();
        builder.DefineRegions(
        [
            new() { Id = RegionId.From("sy"), Name = new([new("en", "Syria"), new("ar", "سوريا")]), Kind = RegionKind.Country },
            new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate, Within = [RegionId.From("sy")] },
            new()
            {
                Id = RegionId.From("badia"), Name = "Badia", Kind = RegionKind.Natural, Within = [RegionId.From("sy")],
                Overlaps = [RegionId.From("homs")],
            },
        ]);
        builder.DeclareAffiliation(ActorId.From("a1"), ActorId.From("a0"), new(2012, 1, 1), new(2012, 6, 30));
        builder.DeclareAffiliations(
        [
            new() { Actor = ActorId.From("a2"), Kind = AffiliationKind.MemberOf, To = ActorId.From("a0") },
        ]);
        builder.Call(builder.CodeOf(ActorId.From("a0")), "100", "The \"army\"");
        string[] regions = ["", "sy", "homs", "badia", "elsewhere"];
        for (int i = 0; i < rows; i++)
        {
            LocalDate first = new LocalDate(2011, 11, 20).PlusDays(random.Next(700));
            bool dated = isDated || random.Next(10) > 0;
            builder.Append(
                new()
                {
                    Id = IncidentId.From($"e{firstId + i}"),
                    When = dated && random.Next(2) == 0 ? UncertainDate.From(first) : default,
                    Earliest = dated ? first : null,
                    Latest = dated ? first.PlusDays(random.Next(5) == 0 ? random.Next(70) : 0) : null,
                    FirstSide = builder.CodeOf(Actors(random)),
                    SecondSide = builder.CodeOf(Actors(random)),
                    Others = random.Next(9) == 0 ? builder.CodeOf(Actors(random)) : default,
                    Region = regions[random.Next(5)] is { Length: > 0 } region ? builder.CodeOf(RegionId.From(region)) : default,
                    Kind = Kinds[random.Next(3)],
                    EventType = random.Next(3) == 0 ? default : builder.CodeOf(EventTypeId.From($"t{random.Next(3)}")),
                    Source = random.Next(3) == 0 ? default : builder.CodeOf(SourceId.From($"s{random.Next(3)}")),
                    Dyad = random.Next(3) == 0 ? default : builder.CodeOf(DyadId.From($"d{random.Next(20)}")),
                    Conflict = random.Next(3) == 0 ? default : builder.CodeOf(ConflictId.From($"c{random.Next(3)}")),
                    PlacePrecision = random.Next(8),
                    DatePrecision = random.Next(8),
                    ActiveYear = (Truth)random.Next(-1, 2),
                },
                Measure.Killed.Is(Count(random), Count(random), Count(random)),
                Measure.Killed.Civilians.Is(null, Count(random), null),
                Measure.Wounded.Is(random.Next(300)));
        }

        return builder;
    }

    /// <summary>A question that most columns bear on.</summary>
    public static IncidentQuery Question(Random random)
    {
        IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed, Measure.Killed.Civilians, Measure.Wounded.AsBest);
        query = random.Next(3) == 0 ? query.WithEitherSide(ActorId.From("a0")) : query;
        query = random.Next(3) == 0 ? query.InRegions(RegionId.From("homs")) : query;
        query = random.Next(3) == 0 ? query.During(new(2012, 1, 15), new(2012, 9, 30)) : query;
        query = random.Next(3) == 0 ? query.PlacedWithin(4) : query;
        query = random.Next(3) == 0 ? query.IncludingUncertain() : query;
        query = random.Next(3) == 0 ? query.KeepingUnknown() : query;
        query = random.Next(5) switch
        {
            0 => query.GroupBy(GroupKey.Month, GroupKey.FirstSide),
            1 => query.GroupBy(GroupKey.Actor, GroupKey.Year),
            2 => query.GroupBy(GroupKey.Kind, GroupKey.RegionAt(RegionKind.Governorate)),
            3 => query.GroupBy(GroupKey.Dyad),
            _ => query,
        };
        return random.Next(3) == 0 ? query.Top(3, Measure.Killed.High) : query;
    }

    /// <summary>The cells of a table's pieces and of the tables beside them.</summary>
    public static IEnumerable<string> Cells(IncidentTable table) => table.ToPieces().All.SelectMany(plain =>
        Enumerable.Range(0, plain.Rows).Select(row => plain.Schema.Name + ":" + string.Join(
            '|', plain.Schema.Columns.Select((column, i) => column.Type == PlainType.Text
                ? plain.TextAt(i, row) : plain.NumberAt(i, row)?.ToString(null, null)))).Order(StringComparer.Ordinal));

    public static string Scratch(string name) => Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, name);

    private static IEnumerable<ActorId> Actors(Random random) =>
        Enumerable.Range(0, random.Next(8) switch { 0 => 0, 1 => 2, _ => 1 }).Select(_ => ActorId.From($"a{random.Next(5)}"));

    private static long? Count(Random random) => random.Next(20) switch
    {
        0 => null,
        1 => random.NextInt64(1L << 50),
        2 => 255,
        3 => 256,
        _ => random.Next(9),
    };
}
