using System.Text;

namespace ConflictModel.Interchange.Tests;

internal static class RoundTrip
{
    /// <summary>Reads a file into the model and writes it in its own format and columns.</summary>
    public static byte[] Of(Stream file, ReadOptions options, out ReadCounts counts, Func<Incident, Incident>? change = null)
    {
        using var reader = IncidentReader.Open(file, options);
        using var stream = new MemoryStream();
        Incident[] incidents = [.. reader.Read()];
        using (var writer = IncidentWriter.Create(stream, reader.Format!, reader.Glossary, new() { Columns = reader.Columns }))
        {
            writer.Write(incidents.Select(change ?? (incident => incident)));
        }

        counts = reader.Counts;
        return stream.ToArray();
    }

    public static List<string[]> Cells(string file, ReadOptions? options = null, Func<Incident, Incident>? change = null) =>
        SimpleCsv.Read(Encoding.UTF8.GetString(Of(new MemoryStream(Encoding.UTF8.GetBytes(file)), options ?? new(), out _, change)));
}
