using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Serialization;

namespace ConflictModel.Benchmarks.Serialization;

/// <summary>
/// UCDP's events a record a line, read straight into a table, beside source-generated System.Text.Json that keeps plain objects of the same
/// shape in a list. CONFLICTMODEL_GED gives the path of the published file.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LinesBenchmarks
{
    private byte[] lines = [];
    private byte[] document = [];

    [GlobalSetup]
    public void SetUp()
    {
        string source = Environment.GetEnvironmentVariable("CONFLICTMODEL_GED")
            ?? throw new InvalidOperationException("CONFLICTMODEL_GED is not set: it is the path of a UCDP GED file.");
        using var reader = IncidentReader.Open(source);
        ConflictDataset dataset = reader.ReadDataset();
        lines = Written(stream => DatasetNdjson.Write(dataset, stream));
        document = Written(stream => DatasetJson.Write(dataset, stream));
        Console.WriteLine(FormattableString.Invariant($"// lines {lines.Length} bytes, document {document.Length} bytes"));
        if (Table_line_by_line() != Plain_objects_kept_in_a_list() || Table_on_two_threads() != Table_line_by_line())
        {
            throw new InvalidOperationException("They do not read the same.");
        }
    }

    /// <summary>What a program does that wants the objects and trusts the file.</summary>
    [Benchmark(Baseline = true)]
    public int Plain_objects_kept_in_a_list()
    {
        List<PlainIncident> kept = [];
        ReadOnlySpan<byte> rest = lines;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            if (rest.StartsWith("{\"incident\""u8))
            {
                kept.Add(JsonSerializer.Deserialize(rest[..end], PlainContext.Default.PlainLine)!.Incident!);
            }

            rest = rest[(end + 1)..];
        }

        return kept.Count;
    }

    [Benchmark]
    public int Table_line_by_line() => RowsOf(DatasetNdjson.Read(new MemoryStream(lines)));

    [Benchmark]
    public int Table_on_two_threads() => RowsOf(DatasetNdjson.Read(new MemoryStream(lines), threads: 2));

    [Benchmark]
    public int Data_set_in_one_document() => DatasetJson.Read(document).Incidents.Count;

    private static int RowsOf(IEnumerable<object> records)
    {
        var builder = new IncidentTableBuilder();
        builder.AppendRecords(records);
        return builder.Rows;
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
