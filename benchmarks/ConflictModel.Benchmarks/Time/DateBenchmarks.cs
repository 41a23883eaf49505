using System.Runtime.CompilerServices;
using System.Text;
using BenchmarkDotNet.Attributes;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Benchmarks.Time;

/// <summary>Parsing and bounds of one text, beside NodaTime's parsing of a plain date.</summary>
[MemoryDiagnoser]
public class DateBenchmarks
{
    private static readonly byte[] DayUtf8 = Encoding.UTF8.GetBytes("2024-07-03");
    private static readonly UncertainDate Vague = UncertainDate.Parse("2024-07-XX");
    private static readonly UncertainDate Exact = UncertainDate.Parse("2024-07-15");

    // A field that may change, so that the compiler can't fold the answer into the caller.
    private string day = "2024-07-03";

    [GlobalSetup]
    public void Setup() => day = new string(day);

    [Benchmark(Baseline = true)]
    public LocalDate NodaTime_day() => LocalDatePattern.Iso.Parse(day).Value;

    [Benchmark]
    public UncertainDate Day() => UncertainDate.Parse(day);

    [Benchmark]
    public UncertainDate Day_from_UTF8() => UncertainDate.Parse(DayUtf8);

    [Benchmark]
    public LocalDate? Day_and_bounds() => Both(day);

    [Benchmark]
    public LocalDate? Qualified_day_and_bounds() => Both("2024-07-03?");

    [Benchmark]
    public LocalDate? Half_and_bounds() => Both("2024-40");

    [Benchmark]
    public LocalDate? Unspecified_day_and_bounds() => Both("2024-07-XX");

    [Benchmark]
    public LocalDate? Interval_and_bounds() => Both("2024-01-01/2024-06-30");

    [Benchmark]
    public LocalDate? One_of_a_week_and_bounds() => Both("[2024-01-01..2024-01-07]");

    [Benchmark]
    public LocalDate? Wide_year_and_bounds() => Both("Y17101E4S3");

    [Benchmark]
    public Truth Before() => Vague.Before(Exact);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LocalDate? Both(string text)
    {
        var date = UncertainDate.Parse(text);
        return date.Earliest is not null ? date.Latest : null;
    }
}
