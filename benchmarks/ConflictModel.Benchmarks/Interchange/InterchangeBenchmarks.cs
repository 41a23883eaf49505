using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Time;
using CsvHelper;
using DuckDB.NET.Data;
using Sylvan.Data.Csv;

namespace ConflictModel.Benchmarks.Interchange;

/// <summary>
/// From a UCDP GED file to incidents, to checked rules and to sums, beside libraries that read the same file to plain records or columns.
/// Each returns the rows that it read, so that none can leave any out.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
[MemoryDiagnoser]
public class InterchangeBenchmarks
{
    private static readonly string[] Texts =
        ["conflict_name", "dyad_name", "side_a", "side_b", "where_coordinates", "adm_1", "adm_2", "country", "date_start", "date_end"];

    private static readonly string[] Counts = ["id", "type_of_violence", "dyad_new_id", "where_prec",
        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high"];

    private string path = "";

    [GlobalSetup]
    public void Setup() => path = InterchangeFile.Make();

    [Benchmark(Baseline = true)]
    public long Model()
    {
        using var reader = IncidentReader.Open(path);
        long rows = 0;
        foreach (Incident incident in reader.Read())
        {
            rows += incident.Involvements.IsEmpty ? 0 : 1;
        }

        return rows;
    }

    [Benchmark]
    public long Table()
    {
        using var reader = IncidentReader.Open(path);
        return reader.AppendTo(new IncidentTableBuilder()).Kept;
    }

    [Benchmark]
    public long SumsByDyadAndYear()
    {
        using var reader = IncidentReader.Open(path);
        IncidentTableBuilder builder = new(BucketScheme.Year);
        reader.AppendTo(builder);
        return builder.ToTable().Query().GroupBy(GroupKey.Dyad, GroupKey.Year).Sum(Measure.Killed).Run().Count;
    }

    [Benchmark]
    public long ModelAndBack()
    {
        using var reader = IncidentReader.Open(path);
        using var writer = IncidentWriter.Create(Stream.Null, EventFormats.UcdpGed, reader.Glossary, new() { Columns = reader.Columns });
        writer.Write(reader.Read());
        return reader.Counts.Kept;
    }

    [Benchmark]
    public long CsvHelperRecords()
    {
        using var reader = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',' });
        int[] texts = [.. Texts.Select(name => reader.GetFieldIndex(name))];
        int[] counts = [.. Counts.Select(name => reader.GetFieldIndex(name))];
        int latitude = reader.GetFieldIndex("latitude");
        int longitude = reader.GetFieldIndex("longitude");
        long rows = 0;
        while (reader.Read())
        {
            var record = new PlainRecord();
            for (int i = 0; i < texts.Length; i++)
            {
                record.Texts[i] = reader.GetString(texts[i]);
            }

            for (int i = 0; i < counts.Length; i++)
            {
                record.Counts[i] = reader.Parse<int>(counts[i]);
            }

            record.Latitude = reader.Parse<double>(latitude);
            record.Longitude = reader.Parse<double>(longitude);
            rows += record.Texts.Length > 0 ? 1 : 0;
        }

        return rows;
    }

    [Benchmark]
    public long SylvanRecords()
    {
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(path, new CsvDataReaderOptions
        {
            Delimiter = ',', BufferSize = 1 << 20, MaxBufferSize = 1 << 24, Culture = CultureInfo.InvariantCulture,
        });
        int[] texts = [.. Texts.Select(reader.GetOrdinal)];
        int[] counts = [.. Counts.Select(reader.GetOrdinal)];
        int latitude = reader.GetOrdinal("latitude");
        int longitude = reader.GetOrdinal("longitude");
        long rows = 0;
        while (reader.Read())
        {
            var record = new PlainRecord();
            for (int i = 0; i < texts.Length; i++)
            {
                record.Texts[i] = reader.GetString(texts[i]);
            }

            for (int i = 0; i < counts.Length; i++)
            {
                record.Counts[i] = reader.GetInt32(counts[i]);
            }

            record.Latitude = reader.GetDouble(latitude);
            record.Longitude = reader.GetDouble(longitude);
            rows += record.Texts.Length > 0 ? 1 : 0;
        }

        return rows;
    }

    [Benchmark]
    public long DuckDbColumns()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE ged AS SELECT {string.Join(", ", Texts.Concat(Counts))}, latitude, longitude "
            + $"FROM read_csv('{path}', header = true, sample_size = 20000)";
        command.ExecuteNonQuery();
        command.CommandText = "SELECT count(*) FROM ged";
        return (long)command.ExecuteScalar()!;
    }

    [Benchmark]
    public long DuckDbSumsByDyadAndYear()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT sum(n)::BIGINT FROM (SELECT dyad_new_id, year, count(*) n, sum(low), sum(best), sum(high), "
            + "sum(deaths_a), sum(deaths_b), sum(deaths_civilians), sum(deaths_unknown) "
            + $"FROM read_csv('{path}', header = true, sample_size = 20000) GROUP BY 1, 2)";
        return (long)command.ExecuteScalar()!;
    }

    private sealed class PlainRecord
    {
        public string[] Texts { get; } = new string[InterchangeBenchmarks.Texts.Length];

        public int[] Counts { get; } = new int[InterchangeBenchmarks.Counts.Length];

        public double Latitude { get; set; }

        public double Longitude { get; set; }
    }
}
