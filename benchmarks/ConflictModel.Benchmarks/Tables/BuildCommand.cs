using System.Diagnostics;
using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Benchmarks.Interchange;
using ConflictModel.Interchange;
using CsvHelper;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>
/// <c>building</c>: how fast tables are made of rows, of incidents and of a UCDP file, and what share of the last the CSV library takes.
/// </summary>
public static class BuildCommand
{
    private const int Runs = 5;
    private const int Rows = 1_000_000;

    public static int Run()
    {
        string path = InterchangeFile.Make();
        long bytes = new FileInfo(path).Length;
        SyntheticIncidents data = new(Rows);
        Say("bytes_a_lean_object", Held(() => new LinqPeer(data)) / Rows);
        using var reader = IncidentReader.Open(path);
        ConflictDataset? dataset = null;
        double held = Held(() => dataset = reader.ReadDataset());
        int incidents = dataset!.Incidents.Count;
        Say("bytes_an_incident_of_the_model", held / incidents);
        IncidentTable table = TableOf(path);
        double csv = Median(() => CsvRows(path));
        double file = Median(() => TableOf(path));
        double query = Median(() => table.Query().GroupBy(GroupKey.Dyad, GroupKey.Year).Sum(Measure.Killed).Run().Count);
        Say("rows_per_second_from_rows_of_six_measures", Rows / Median(() => data.ToTable()));
        Say("rows_per_second_from_incidents", incidents / Median(() => dataset.ToTable()));
        Say("rows_per_second_from_ged_file", incidents / file);
        Say("megabytes_per_second_from_ged_file", bytes / file / 1e6);
        Say("csv_library_share_of_ged_file", csv / file);
        Say("query_share_of_ged_file", query / (file + query));
        Say("bytes_a_row_of_ged_file", (double)table.Bytes / table.Rows);
        return 0;
    }

    private static IncidentTable TableOf(string path)
    {
        using var reader = IncidentReader.Open(path);
        IncidentTableBuilder builder = new();
        reader.AppendTo(builder);
        return builder.ToTable();
    }

    /// <summary>How many bytes an object and all that it holds take, and a pointer to each in a list.</summary>
    private static double Held(Func<object> make)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object made = make();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return after - before;
    }

    /// <summary>The rows of a file, split into cells by the CSV library and thrown away.</summary>
    private static long CsvRows(string path)
    {
        using var reader = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',' });
        long cells = 0;
        while (reader.Read())
        {
            cells += reader.FieldCount;
        }

        return cells;
    }

    /// <summary>The median in seconds.</summary>
    private static double Median(Func<object> work)
    {
        work();
        double[] times = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            times[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }

    private static void Say(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"{name}\": {value:G4}}}"));
}
