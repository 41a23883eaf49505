using ConflictModel.Aggregation;
using ConflictModel.Tests.Conventions;

namespace ConflictModel.Parquet.Tests.Conventions;

/// <summary>Twice as many incidents in a file take about twice the work.</summary>
/// <remarks>See <see cref="Scaling"/>.</remarks>
public sealed class ScalingTests
{
    /// <summary>Each makes its input of a size, and gives what is to be counted.</summary>
    private static readonly Dictionary<string, (int Size, Func<int, Action> Make)> Ways = new()
    {
        ["a file, written"] = (2_000, n =>
        {
            IncidentTable table = Some.Table(new Random(1), n);
            return () => table.WriteParquet(new MemoryStream());
        }),
        ["a file, read"] = (2_000, n =>
        {
            byte[] file = File(n);
            return () => IncidentTable.ReadParquet(new MemoryStream(file));
        }),
        ["a file, asked"] = (2_000, n =>
        {
            byte[] file = File(n);
            IncidentQuery query = IncidentQuery.OverPieces().GroupBy(GroupKey.Month, GroupKey.Actor).Sum(Measure.Killed);
            return () => query.RunParquet(new MemoryStream(file));
        }),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_about_twice_the_work(string way) => Scaling.Check(Ways[way].Size, Ways[way].Make);

    [Fact]
    public void Whatever_takes_much_is_measured_or_need_not_be() => Scaling.CheckComplete(
        typeof(ParquetTables).Assembly,
        Ways.Keys,
        [
            ("a file, written", "ParquetTables.WriteParquet ParquetTables.WriteParquetFolder"),
            ("a file, read", "ParquetTables.ReadParquet"),
            ("a file, asked", "ParquetTables.RunParquet"),
        ],
        [("reads the small part of a file that has names", "ParquetTables.ReadParquetNames")]);

    private static byte[] File(int incidents)
    {
        using var stream = new MemoryStream();
        Some.Table(new Random(1), incidents).WriteParquet(stream);
        return stream.ToArray();
    }
}
