using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Parquet.Tests;

/// <summary>Figures are taken from a file by runs of what is known, and packed eight at a time.</summary>
public class NullRunsTests
{
    private const int Known = 0, Lasting = 1, Large = 2, Single = 3, Unknown = 4;

    private static readonly LocalDate Start = new(2020, 1, 1);

    /// <summary>Runs of incidents of one sort, shorter and longer than what is taken at once.</summary>
    private static readonly Gen<int[]> Sorts =
        Gen.Select(Gen.Int[Known, Unknown], Gen.OneOf(Gen.Int[1, 3], Gen.Int[6, 10], Gen.Int[55, 140])).Array[1, 8]
            .Select(runs => runs.SelectMany(run => Enumerable.Repeat(run.Item1, run.Item2)).ToArray());

    [Fact]
    public void Wherever_figures_are_unknown_large_or_go_on_a_file_gives_what_memory_gives() => Gen.Select(Sorts, Gen.Int[0, 1_000]).Sample(
        (sorts, salt) =>
        {
            IncidentTableBuilder builder = new(BucketScheme.Month);
            foreach ((int i, int sort) in sorts.Index())
            {
                LocalDate day = Start.PlusDays(i * 3);
                long figure = (i * 31 + salt) % 256;
                (long? low, long? best, long? high) = sort switch
                {
                    Large => ((long?)figure, (long?)(figure + 1), (long?)(300 * figure + 256)),
                    Single => (null, figure, null),
                    Unknown => (null, null, null),
                    _ => (figure / 2, figure, 255),
                };
                builder.Append(
                    new() { Id = IncidentId.From($"i{i}"), Earliest = day, Latest = sort == Lasting ? day.PlusDays(40) : day },
                    Measure.Killed.Is(low, best, high));
            }

            IncidentTable table = builder.ToTable();
            using MemoryStream file = new();
            table.WriteParquet(file);
            IncidentQuery all = IncidentQuery.OverPieces().Sum(Measure.Killed).KeepingUnknown();
            IncidentQuery byMonth = all.GroupBy(GroupKey.Month);
            foreach (IncidentQuery query in (IncidentQuery[])[all, byMonth])
            {
                file.Position = 0;
                query.RunParquet(file).ToJson().Should().Be(query.On(table).Run().ToJson());
            }

            file.Position = 0;
            var back = IncidentTable.ReadParquet(file);
            byMonth.On(back).Run().ToJson().Should().Be(byMonth.On(table).Run().ToJson());
        }, iter: 60);
}
