using BenchmarkDotNet.Attributes;
using ConflictModel.Aggregation;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>
/// The five queries from 10,000 to 10,000,000 incidents: time should grow in proportion, and allocation not at all. <c>curve</c> goes
/// further.
/// </summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private TablePeer peer = null!;

    [Params(10_000, 100_000, 1_000_000, 10_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => peer = new(new SyntheticIncidents(Rows).ToTable());

    [Benchmark]
    public Aggregate Q1_killed_in_all() => peer.Run(1);

    [Benchmark]
    public Aggregate Q2_by_region() => peer.Run(2);

    [Benchmark]
    public Aggregate Q3_by_perpetrator_and_month() => peer.Run(3);

    [Benchmark]
    public Aggregate Q4_by_parent_region_and_kind_of_ten_perpetrators_in_ten_years() => peer.Run(4);

    [Benchmark]
    public Aggregate Q5_the_ten_perpetrators_with_most_civilian_dead_each_year() => peer.Run(5);
}
