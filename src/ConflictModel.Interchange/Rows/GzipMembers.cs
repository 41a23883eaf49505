using System.Buffers.Binary;
using System.IO.Compression;

namespace ConflictModel.Interchange;

/// <summary>
/// Unpacks gzip (RFC 1952), one member or several, and refuses data that breaks off, was damaged, or has something else behind it.
/// </summary>
/// <remarks>
/// The framework's <see cref="GZipStream"/> ends without a word where the file was cut off. Here each member must end with the checksum and
/// the length of what came out of it. What was packed twice is refused too, for what is read is text. Any fault is an
/// <see cref="InvalidDataException"/>, at the end at the latest.
/// </remarks>
internal sealed class GzipMembers(Stream packed) : ForwardStream
{
    private readonly Source source = new(packed);
    private DeflateStream? member;
    private uint checksum;
    private uint length;
    private int started;
    private bool any;
    private bool ended;

    /// <summary>What gzip data begins with.</summary>
    private static ReadOnlySpan<byte> Mark => [0x1F, 0x8B];

    /// <summary>The same with the only way of packing that there is: a text could begin with two such bytes.</summary>
    private static ReadOnlySpan<byte> LongMark => [0x1F, 0x8B, 8];

    public override int Read(Span<byte> buffer)
    {
        while (!ended && !buffer.IsEmpty)
        {
            if (member is null && !Begin())
            {
                break;
            }

            int count = Unpack(buffer);
            if (count > 0)
            {
                Note(buffer[..count]);
                return count;
            }

            End();
        }

        return 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!ended && !buffer.IsEmpty)
        {
            // Heads and tails are a few bytes, which the source mostly has already.
            if (member is null && !Begin())
            {
                break;
            }

            int count = await UnpackAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count > 0)
            {
                Note(buffer.Span[..count]);
                return count;
            }

            End();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            member?.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return member!.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
    }

    private async ValueTask<int> UnpackAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await member!.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
    }

    private static InvalidDataException Broken(InvalidDataException? error = null) => new("The gzip data breaks off or is damaged.", error);

    /// <summary>Reads the head of the next member; false if there is none.</summary>
    private bool Begin()
    {
        int first = source.ReadByte();
        if (first < 0)
        {
            ended = true;
            return any ? false : throw Broken();
        }

        if (first != 0x1F || source.ReadByte() != 0x8B)
        {
            throw new InvalidDataException("The gzip data is followed by something that is not gzip data.");
        }

        Span<byte> head = stackalloc byte[8];
        Fill(head);
        if (head[0] != 8 || (head[1] & 0xE0) != 0)
        {
            throw new InvalidDataException("The gzip data names an unknown method of compression.");
        }

        if ((head[1] & 0x04) != 0)
        {
            Span<byte> extra = stackalloc byte[2];
            Fill(extra);
            Skip(BinaryPrimitives.ReadUInt16LittleEndian(extra));
        }

        for (int texts = ((head[1] & 0x08) != 0 ? 1 : 0) + ((head[1] & 0x10) != 0 ? 1 : 0); texts > 0;)
        {
            texts -= Byte() == 0 ? 1 : 0;
        }

        Skip((head[1] & 0x02) != 0 ? 2 : 0);
        source.Mark();
        member = new(source, CompressionMode.Decompress, leaveOpen: true);
        (checksum, length, any) = (0, 0, true);
        return true;
    }

    private void Note(ReadOnlySpan<byte> unpacked)
    {
        for (int i = 0; started < LongMark.Length && i < unpacked.Length; i++)
        {
            started = unpacked[i] != LongMark[started] ? int.MaxValue
                : started + 1 < LongMark.Length ? started + 1
                : throw new InvalidDataException("The gzip data holds gzip data: it was packed twice; unpack it once.");
        }

        checksum = Crc32.Of(unpacked, checksum);
        length = unchecked(length + (uint)unpacked.Length);
    }

    /// <summary>Finds the end of the member, which its checksum and its length tell.</summary>
    private void End()
    {
        member!.Dispose();
        member = null;
        Span<byte> tail = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(tail[4..], length);
        if (!source.GoBehind(tail))
        {
            throw Broken();
        }
    }

    private void Fill(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Byte();
        }
    }

    private void Skip(int count)
    {
        for (; count > 0; count--)
        {
            Byte();
        }
    }

    private byte Byte() => source.ReadByte() is >= 0 and var read ? (byte)read : throw Broken();

    /// <summary>
    /// The packed bytes as the unpacker takes them. It does not say how much it used of what it took last, so what it took is kept, and the
    /// tail is looked for in it.
    /// </summary>
    private sealed class Source(Stream inner) : ForwardStream
    {
        /// <summary>More than the unpacker takes in two reads: a member may end to the byte where a read did.</summary>
        private const int Kept = 1 << 15;

        private readonly byte[] window = new byte[2 * Kept];
        private int mark;
        private int next;
        private int end;

        /// <summary>The packed data of a member begins here: no tail stands before it.</summary>
        public void Mark() => mark = next;

        /// <summary>Goes behind a member's tail. With nothing in the member the tail is zeros and may seem to begin too early: another
        /// member or nothing at all must follow it.</summary>
        /// <returns>Whether the tail was found; it stays before something else if that stands behind it.</returns>
        public bool GoBehind(ReadOnlySpan<byte> tail)
        {
            while (end - next < tail.Length + 2 && Load())
            {
            }

            int found = -1;
            for (int at = mark; window.AsSpan(at..end).IndexOf(tail) is >= 0 and var offset; at = at + offset + 1)
            {
                found = at + offset + tail.Length;
                if (found == end || window.AsSpan(found..end).StartsWith(GzipMembers.Mark))
                {
                    break;
                }
            }

            next = found < 0 ? next : found;
            return found >= 0;
        }

        public override int ReadByte() => next < end || Load() ? window[next++] : -1;

        public override int Read(Span<byte> buffer)
        {
            if (next == end && !Load())
            {
                return 0;
            }

            return Take(buffer);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (next == end && !Loaded(await inner.ReadAsync(Room(), cancellationToken).ConfigureAwait(false)))
            {
                return 0;
            }

            return Take(buffer.Span);
        }

        private int Take(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, end - next);
            window.AsSpan(next, count).CopyTo(buffer);
            next += count;
            return count;
        }

        private bool Load() => Loaded(inner.Read(Room().Span));

        /// <summary>The room behind what is kept.</summary>
        private Memory<byte> Room()
        {
            int gone = Math.Max(0, next - Kept);
            window.AsSpan(gone..end).CopyTo(window);
            mark = Math.Max(0, mark - gone);
            next -= gone;
            end -= gone;
            return window.AsMemory(end);
        }

        private bool Loaded(int count)
        {
            end += count;
            return count > 0;
        }
    }
}
