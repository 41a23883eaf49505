using ConflictModel.Aggregation;
using ConflictModel.Tool.Output;
#if PARQUET
using ConflictModel.Parquet;
using ConflictModel.Time;
#endif

namespace ConflictModel.Tool.Commands;

/// <summary>Files of incidents as Parquet: <c>convert IN OUT.parquet --to parquet</c>, and <c>aggregate FILE.parquet</c>.</summary>
internal static class ParquetFiles
{
    /// <summary>The name of the format.</summary>
    public const string Name = "parquet";

    /// <summary>What a Parquet file begins with.</summary>
    private static ReadOnlySpan<byte> Mark => "PAR1"u8;

    /// <summary>Whether a path is a Parquet file, or a folder, which holds nothing else that is read.</summary>
    public static bool Are(string path)
    {
        if (path == "-" || Directory.Exists(path))
        {
            return path != "-";
        }

        try
        {
            Span<byte> start = stackalloc byte[Mark.Length];
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return file.CanSeek
                && file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Mark);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it as another file says why it can't be.
            return false;
        }
    }

#if PARQUET
    /// <summary>The incidents of a file or folder, which are asked part by part, however large it is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="asked">The keys that are asked for.</param>
    /// <exception cref="InputException">It can't be read, or is not cut finely enough for a key.</exception>
    public static AskedIncidents In(string path, IEnumerable<GroupKey> asked)
    {
        if (asked.FirstOrDefault(key => key.IsTime && key != GroupKey.Year && key != GroupKey.Month) is { } finer)
        {
            throw new InputException(
                $"{finer}: the incidents in a Parquet file are cut at the edges of months, and are not asked by anything finer: "
                    + "aggregate the file that it was made of.");
        }

        return new(Guard(path, () => IncidentTable.ReadParquetNames(path)), query => Guard(path, () => query.RunParquet(path)));
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ParquetFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(error is ParquetFormatException ? error.Message : $"{path}: can't be read: {error.Message}", error);
        }
    }

    /// <summary>Writes the incidents of files as one Parquet file.</summary>
    public static int Write(string[] inputs, string output, TableInput reading)
    {
        IncidentTableBuilder builder = new(BucketScheme.Month) { KeepsIds = true };
        IncidentTable table = DatasetInput.InNoCircle(inputs[0], () =>
        {
            reading.Read(inputs, builder);
            return builder.ToTable();
        });
        if (builder.RowUnit != new IncidentTableBuilder().RowUnit)
        {
            throw new InputException($"{inputs[0]}: the rows are {builder.RowUnit}, and a Parquet file holds incidents.");
        }

        using var file = OutputFile.Create(output);
        try
        {
            table.WriteParquet(file.Stream, new()
            {
                Name = Path.GetFileNameWithoutExtension(inputs[0]) is { Length: > 0 } name && name != "-" ? name : "incidents",
                Vintage = reading.Options.Vintage?.ToString(),
            });
        }
        catch (InvalidOperationException error)
        {
            throw new InputException($"{inputs[0]}: {error.Message}", error);
        }

        OutputFile.Commit(file);
        return ExitCodes.Fine;
    }
#else
    private const string Without = "the command that is compiled ahead of time has no Parquet: use the one that runs on .NET.";

    public static AskedIncidents In(string path, IEnumerable<GroupKey> asked) => throw new InputException($"{path}: {Without}");

    public static int Write(string[] inputs, string output, TableInput reading) => throw new InputException($"{output}: {Without}");
#endif
}
