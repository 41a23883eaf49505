using System.Buffers.Binary;

namespace ConflictModel.Interchange;

/// <summary>What is held of the ids of rows, with their lines and versions, in the order in which the rows were taken.</summary>
/// <remarks>
/// A row is written as what it differs by from the one before, in as few bytes as that takes: one where the id is a number up to 30 away
/// and the row starts on the next line, as most of UCDP's do, and up to 13 where it has other letters before the number or is a hash.
/// </remarks>
internal sealed class IdLog(bool hasVersions)
{
    /// <summary>Stands before a key that is written whole, with its tail.</summary>
    private const ulong Whole = 0;

    /// <summary>Stands before a row that doesn't start on the line after the one before.</summary>
    private const ulong Jump = 1;

    /// <summary>What is added to how far a key is from the one before, since the numbers below mean something else.</summary>
    private const ulong First = 2;

    private const ulong MostAway = 1ul << 56;
    private const int PieceBytes = 1 << 14;
    private const int MostBytesPerRow = 40;

    private readonly bool hasVersions = hasVersions;

    /// <summary>The pieces that are full; rows don't straddle them.</summary>
    private readonly List<ReadOnlyMemory<byte>> pieces = [];
    private byte[] piece = [];
    private int used;
    private IdEntry last;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a row.</summary>
    public void Add(in IdEntry row)
    {
        if (piece.Length - used < MostBytesPerRow)
        {
            pieces.Add(piece.AsMemory(0, used));
            (piece, used) = (new byte[PieceBytes], 0);
        }

        unchecked
        {
            if (row.Line != last.Line + 1)
            {
                Write(Jump);
                Write(ZigZag((ulong)(row.Line - last.Line)));
            }

            ulong away = ZigZag(row.Key - last.Key);
            if (away < MostAway && row.Tail == 0)
            {
                Write(First + away);
            }
            else
            {
                Write(Whole);
                BinaryPrimitives.WriteUInt64LittleEndian(piece.AsSpan(used), row.Key);
                BinaryPrimitives.WriteUInt32LittleEndian(piece.AsSpan(used + sizeof(ulong)), row.Tail);
                used += sizeof(ulong) + sizeof(uint);
            }

            if (hasVersions)
            {
                Write(ZigZag((ulong)row.Version - last.Version));
            }
        }

        last = row;
        Count++;
    }

    /// <summary>Whether another log holds the same rows in the same order.</summary>
    public bool IsAs(IdLog other) => Count == other.Count && pieces.Count == other.pieces.Count
        && piece.AsSpan(0, used).SequenceEqual(other.piece.AsSpan(0, other.used))
        && pieces.Zip(other.pieces).All(pair => pair.First.Span.SequenceEqual(pair.Second.Span));

    /// <summary>The rows from the first on.</summary>
    public Reader Read() => new(this);

    private void Write(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            piece[used++] = (byte)((number & 0x7F) | 0x80);
        }

        piece[used++] = (byte)number;
    }

    /// <summary>Small numbers for those near zero, on either side.</summary>
    private static ulong ZigZag(ulong difference) => unchecked((difference << 1) ^ (ulong)((long)difference >> 63));

    private static ulong Straight(ulong zigZag) => unchecked((zigZag >> 1) ^ (0 - (zigZag & 1)));

    /// <summary>Goes through the rows of a log.</summary>
    internal ref struct Reader(IdLog log)
    {
        private ReadOnlySpan<byte> bytes;
        private int at;
        private int piece;
        private long line;
        private uint tail;
        private uint version;

        /// <summary>Which row was read last, from 0.</summary>
        public int Number { get; private set; } = -1;

        /// <summary>The key of the row that was read last.</summary>
        public ulong Key { get; private set; }

        /// <summary>The row that was read last.</summary>
        public readonly IdEntry Row => new(Key, tail, line, version);

        /// <summary>Goes on to the next row; false at the end.</summary>
        public bool Next()
        {
            if (at == bytes.Length && !GoOn())
            {
                return false;
            }

            // Most rows are one byte: what costs time is how many rows there are.
            uint first = bytes[at];
            if (first is >= (uint)First and < 0x80 && !log.hasVersions)
            {
                at++;
                line++;
                tail = 0;
                Key = unchecked(Key + Straight(first - First));
            }
            else
            {
                Read();
            }

            Number++;
            return true;
        }

        private void Read()
        {
            unchecked
            {
                ulong number = Take();
                line++;
                if (number == Jump)
                {
                    line += (long)Straight(Take()) - 1;
                    number = Take();
                }

                tail = 0;
                if (number == Whole)
                {
                    Key = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
                    tail = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + sizeof(ulong))..]);
                    at += sizeof(ulong) + sizeof(uint);
                }
                else
                {
                    Key += Straight(number - First);
                }

                version = log.hasVersions ? (uint)(version + Straight(Take())) : 0;
            }
        }

        /// <summary>To the next piece that has rows; false if there is none.</summary>
        private bool GoOn()
        {
            do
            {
                if (piece > log.pieces.Count)
                {
                    return false;
                }

                bytes = piece < log.pieces.Count ? log.pieces[piece].Span : log.piece.AsSpan(0, log.used);
                at = 0;
                piece++;
            }
            while (bytes.IsEmpty);

            return true;
        }

        private ulong Take()
        {
            ulong number = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte part = bytes[at++];
                number |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return number;
                }
            }
        }
    }
}
