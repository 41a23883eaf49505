using System.Numerics;

namespace ConflictModel.Arithmetic;

/// <summary>The categories that all people of one set are in, as bits. More categories make a smaller set of people.</summary>
internal readonly struct LiteralSet(ulong[] words) : IEquatable<LiteralSet>
{
    private readonly ulong[] words = words;

    public static LiteralSet Of(int size, IEnumerable<int> literals)
    {
        ulong[] words = new ulong[(size + 63) / 64];
        foreach (int literal in literals)
        {
            words[literal / 64] |= 1UL << (literal % 64);
        }

        return new(words);
    }

    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool Has(int literal) => (words[literal / 64] & (1UL << (literal % 64))) != 0;

    /// <summary>
    /// Whether every category of this set is one of <paramref name="other"/>: whether the other's people are all among these.
    /// </summary>
    public bool Holds(LiteralSet other)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if ((words[i] & ~other.words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public LiteralSet And(LiteralSet other)
    {
        ulong[] both = new ulong[words.Length];
        for (int i = 0; i < both.Length; i++)
        {
            both[i] = words[i] | other.words[i];
        }

        return new(both);
    }

    public LiteralSet With(int literal)
    {
        ulong[] more = (ulong[])words.Clone();
        more[literal / 64] |= 1UL << (literal % 64);
        return new(more);
    }

    public bool Equals(LiteralSet other) => words.AsSpan().SequenceEqual(other.words);

    public override bool Equals(object? obj) => obj is LiteralSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (ulong word in words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
