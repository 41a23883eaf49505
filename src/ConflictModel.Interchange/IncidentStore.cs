using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange;

/// <summary>Incidents that wait, in the order in which they came: few in memory, more of them in a temporary file.</summary>
/// <param name="most">How many are held in memory.</param>
internal sealed class IncidentStore(int most) : IDisposable
{
    /// <summary>How many are held in memory where the memory is to be bounded: about 100 megabytes of them.</summary>
    public const int Most = 100_000;

    private readonly List<Incident> held = [];
    private FileStream? file;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public void Add(Incident incident)
    {
        if (held.Count == most)
        {
            Spill();
        }

        held.Add(incident);
        Count++;
    }

    /// <summary>All of them, read while they are asked for; none is added meanwhile.</summary>
    public IEnumerable<Incident> All()
    {
        if (file is null)
        {
            return held;
        }

        Spill();
        file.Position = 0;
        return DatasetNdjson.Read(file, Math.Clamp(Environment.ProcessorCount, 1, 4)).Skip(1).Cast<Incident>();
    }

    public void Dispose() => file?.Dispose();

    /// <summary>Moves those in memory to the file: lines of records, below a header.</summary>
    private void Spill()
    {
        var lines = new ArrayBufferWriter<byte>(1 << 16);
        if (file is null)
        {
            file = TemporaryFile();
            DatasetNdjson.Write(new ConflictDataset(), file);
        }

        using var writer = new Utf8JsonWriter(
            lines, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DatasetJson.MaxDepth });
        foreach (Incident incident in held)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("incident");
            DatasetJson.WriteRecord(writer, incident);
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            lines.Write("\n"u8);
            if (lines.WrittenCount >= 1 << 16)
            {
                file.Write(lines.WrittenSpan);
                lines.ResetWrittenCount();
            }
        }

        file.Write(lines.WrittenSpan);
        held.Clear();
    }

    /// <summary>A file for this process alone, which is gone with it however it ends.</summary>
    /// <exception cref="IOException">The folder for temporary files takes none.</exception>
    private static FileStream TemporaryFile()
    {
        try
        {
            return Opened();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string reason = error switch
            {
                DirectoryNotFoundException => "there is no such folder",
                UnauthorizedAccessException => "access is denied",
                _ => error.Message.Split(" : '")[0],
            };
            throw new IOException(
                $"{Path.GetTempPath()}: no temporary file can be made here for what memory should not hold: {reason}.", error);
        }
    }

    private static FileStream Opened()
    {
        string path = Path.Combine(Path.GetTempPath(), $"conflictmodel-{Path.GetRandomFileName()}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
        {
            return new(path, options);
        }

        // A name that is taken back at once leaves nothing behind where the process is killed; the file lives while it is open.
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        options.Options = FileOptions.None;
        FileStream open = new(path, options);
        File.Delete(path);
        return open;
    }
}
