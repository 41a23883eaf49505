using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ConflictModel.Revisions;

/// <summary>A record's id in 16 bytes: itself if it has up to 15, else 127 bits of its SHA-256.</summary>
internal static class RecordKey
{
    private const int MostExact = 15;
    private const byte Hashed = 0x80;

    public static UInt128 Of(ReadOnlySpan<byte> id)
    {
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        if (id.Length <= MostExact)
        {
            key.Clear();
            id.CopyTo(key);
            key[MostExact] = (byte)id.Length;
        }
        else
        {
            SHA256.HashData(id, key);
            key[MostExact] |= Hashed;
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(key);
    }

    /// <summary>The id; null if only its hash is held.</summary>
    public static string? TextOf(UInt128 key)
    {
        Span<byte> id = stackalloc byte[MostExact + 1];
        BinaryPrimitives.WriteUInt128LittleEndian(id, key);
        return (id[MostExact] & Hashed) != 0 ? null : Encoding.UTF8.GetString(id[..id[MostExact]]);
    }
}
