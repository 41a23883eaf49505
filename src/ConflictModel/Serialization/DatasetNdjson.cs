using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes data sets as records line by line (NDJSON), for those that are larger than memory.</summary>
/// <remarks>
/// <para>
/// The first line is a header, <c>{"schemaVersion":"1.4","kind":"records"}</c>, with the data set's title and extensions if it has any.
/// Every other line is one record under the name of its kind, <c>{"incident":{"id":"i", ...}}</c>, as it stands in a data set file. Lines
/// may stand in any order; written are they in that of a data set file. Blank lines are passed over.
/// </para>
/// <para>Reading is as strict as that of a data set file, line by line. It holds one line and what the caller keeps.</para>
/// </remarks>
public static class DatasetNdjson
{
    /// <summary>The longest line that is read, in bytes: 64 mebibytes.</summary>
    public const int MaxLineBytes = 1 << 26;

    private const string NoHeader = "The first is the data set itself, for its title and extensions.";

    // So much is written before it is let go.
    private const int FlushBytes = 1 << 16;

    /// <summary>Reads the lines of a stream one by one, while they are asked for.</summary>
    /// <returns>First a <see cref="ConflictDataset"/> of the header, which has title and extensions and no records; then the records:
    /// <see cref="Source"/>, <see cref="Actor"/>, <see cref="Affiliation"/>, <see cref="Region"/>, <see cref="Incident"/>,
    /// <see cref="Tally"/>, <see cref="Person"/>, <see cref="Claim"/>, <see cref="Strength"/>, <see cref="Control"/>,
    /// <see cref="Statement"/>, <see cref="Resolution"/>, <see cref="PeaceProcess"/>.</returns>
    /// <remarks>A stream that can seek may be gone through again: it is read from where it stood when this was called.</remarks>
    /// <exception cref="DatasetFormatException">A line is none that such a file has. Its pointer is one within the line.</exception>
    /// <exception cref="InvalidOperationException">The lines are gone through again, and the stream can't seek.</exception>
    public static IEnumerable<object> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return FromStart(stream, Lines);

        IEnumerable<object> Lines()
        {
            using var lines = new LineReader();
            var texts = new TextPool();
            while (!lines.IsEnded)
            {
                lines.Add(stream.Read(lines.Free().Span));
                while (lines.Next(texts) is { } record)
                {
                    yield return record;
                }
            }
        }
    }

    /// <summary>Reads the lines of a stream on several threads: the records of <see cref="Read(Stream)"/>, in the same order.</summary>
    /// <remarks>The thread that asks for the records is one of the threads, and alone reads the stream. The stream is read ahead, by a few
    /// blocks of 64 kibibytes for each thread, or of a line where one is longer: a record may come some time after its line. An error comes
    /// where it stands, after the records before it.</remarks>
    /// <param name="stream">The lines.</param>
    /// <param name="threads">How many threads, at least one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DatasetFormatException">A line is none that such a file has. Its pointer is one within the line.</exception>
    /// <exception cref="InvalidOperationException">The lines are gone through again, and the stream can't seek.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IEnumerable<object> Read(Stream stream, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return FromStart(stream, Lines);

        IEnumerable<object> Lines()
        {
            using var blocks = new LineBlocks(stream, threads);
            foreach (object record in blocks.Records(cancellationToken))
            {
                yield return record;
            }
        }
    }

    /// <summary>Reads the lines of a stream one by one without waiting in the way of others: see <see cref="Read(Stream)"/>.</summary>
    /// <exception cref="DatasetFormatException">A line is none that such a file has.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IAsyncEnumerable<object> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Lines(stream, cancellationToken);

        static async IAsyncEnumerable<object> Lines(Stream stream, [EnumeratorCancellation] CancellationToken stop)
        {
            using var lines = new LineReader();
            var texts = new TextPool();
            while (!lines.IsEnded)
            {
                lines.Add(await stream.ReadAsync(lines.Free(), stop).ConfigureAwait(false));
                while (lines.Next(texts) is { } record)
                {
                    yield return record;
                }
            }
        }
    }

    /// <summary>Reads all lines of a stream into one data set.</summary>
    /// <exception cref="DatasetFormatException">A line is none that such a file has.</exception>
    public static ConflictDataset ReadDataset(Stream stream)
    {
        var records = new RecordLists();
        foreach (object record in Read(stream))
        {
            records.Add(record);
        }

        return records.ToDataset();
    }

    /// <summary>Writes a data set, a record a line.</summary>
    /// <exception cref="ArgumentException">No file can hold a record; what stands before it is written.</exception>
    public static void Write(ConflictDataset dataset, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        Write(RecordLists.In(dataset).Prepend(dataset), stream);
    }

    /// <summary>Writes a data set, a record a line, without waiting in the way of others.</summary>
    /// <exception cref="ArgumentException">No file can hold a record; what stands before it is written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Task WriteAsync(ConflictDataset dataset, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return WriteAsync(RecordLists.In(dataset).Prepend(dataset).ToAsyncEnumerable(), stream, cancellationToken);
    }

    /// <summary>Writes records one by one, as they come: the counterpart of <see cref="Read(Stream)"/>.</summary>
    /// <param name="records">First a data set, of which title and extensions are written and no records; then records.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArgumentException">The first is no data set, or another is no record of one, or no file can hold it; what stands
    /// before it is written.</exception>
    public static void Write(IEnumerable<object> records, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(stream);
        using var lines = new LineWriter();
        foreach (object record in records)
        {
            lines.Add(record);
            if (lines.Written.Length >= FlushBytes)
            {
                stream.Write(lines.Written.Span);
                lines.LetGo();
            }
        }

        lines.RequireHeader();
        stream.Write(lines.Written.Span);
    }

    /// <summary>Writes records one by one, as they come, without waiting in the way of others.</summary>
    /// <param name="records">First a data set, of which title and extensions are written and no records; then records.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The first is no data set, or another is no record of one, or no file can hold it; what stands
    /// before it is written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task WriteAsync(IAsyncEnumerable<object> records, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(stream);
        using var lines = new LineWriter();
        await foreach (object record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            lines.Add(record);
            if (lines.Written.Length >= FlushBytes)
            {
                await stream.WriteAsync(lines.Written, cancellationToken).ConfigureAwait(false);
                lines.LetGo();
            }
        }

        lines.RequireHeader();
        await stream.WriteAsync(lines.Written, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The records of a stream from where it stands now, as often as they are asked for.</summary>
    private static IEnumerable<object> FromStart(Stream stream, Func<IEnumerable<object>> lines)
    {
        long? start = stream.CanSeek ? stream.Position : null;
        bool isBegun = false;
        return Records();

        IEnumerable<object> Records()
        {
            if (isBegun)
            {
                stream.Position = start ?? throw new InvalidOperationException("These lines were read, and the stream can't seek.");
            }

            isBegun = true;
            foreach (object record in lines())
            {
                yield return record;
            }
        }
    }

    private sealed class LineWriter : IDisposable
    {
        private readonly ArrayBufferWriter<byte> buffer = new();
        private readonly Utf8JsonWriter writer;
        private bool hasHeader;

        public LineWriter() => writer = new(buffer, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = DatasetJson.MaxDepth,
        });

        public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

        public void Add(object record)
        {
            ArgumentNullException.ThrowIfNull(record);
            int start = buffer.WrittenCount;
            writer.Reset();
            if (hasHeader)
            {
                LineKinds.Write(writer, record);
            }
            else
            {
                WriteHeader(record);
            }

            writer.Flush();

            // What other people wrote may go over several lines; a break between two tokens means what a space means.
            Span<byte> line = MemoryMarshal.AsMemory(buffer.WrittenMemory).Span[start..];
            line.Replace((byte)'\n', (byte)' ');
            line.Replace((byte)'\r', (byte)' ');
            buffer.Write("\n"u8);
        }

        public void RequireHeader()
        {
            if (!hasHeader)
            {
                throw new ArgumentException(NoHeader);
            }
        }

        public void LetGo() => buffer.ResetWrittenCount();

        public void Dispose() => writer.Dispose();

        private void WriteHeader(object record)
        {
            ConflictDataset dataset = record as ConflictDataset ?? throw new ArgumentException(NoHeader, nameof(record));
            LineKinds.WriteChecked(writer, new LineHeader { Title = dataset.Title, Extensions = dataset.Extensions });
            hasHeader = true;
        }
    }
}
