using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>What a gzip file holds, where what reads it knows nothing of gzip: readers of rows unpack it themselves.</summary>
/// <remarks>
/// A fault of the gzip data, which is seen at its end at the latest, is an <see cref="InputException"/> that names the file.
/// </remarks>
internal sealed class UnpackedStream : ForwardStream
{
    private readonly GzipMembers members;
    private readonly string path;
    private long left;

    private UnpackedStream(Stream packed, string path, long most) => (members, this.path, left) = (new(packed), path, most);

    /// <summary>The content of a file that is packed, and else the file itself.</summary>
    /// <param name="stream">The file, at its start: one that can seek, or a pipe.</param>
    /// <param name="path">Its path for the message.</param>
    /// <param name="most">How many bytes it may unpack to, for a reader without a limit of its own.</param>
    public static Stream Of(Stream stream, string path, long most = long.MaxValue)
    {
        Stream whole = stream.CanSeek ? stream : new ReplayStream(stream);
        Span<byte> mark = stackalloc byte[2];
        bool isPacked = whole.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && mark is [0x1F, 0x8B];
        EventInput.Restart(whole, last: true);
        return isPacked ? new UnpackedStream(whole, path, most) : whole;
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Counted(members.Read(buffer));
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Counted(await members.ReadAsync(buffer, cancellationToken));
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            members.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int count)
    {
        left -= count;
        return left >= 0
            ? count
            : throw new InputException($"{DatasetInput.NameOf(path)}: it unpacks to more than is read of such a file.");
    }

    private InputException Broken(InvalidDataException error) => new($"{DatasetInput.NameOf(path)}: {error.Message}", error);
}
