namespace ConflictModel.Arithmetic;

/// <summary>The categories that all people of one set are in, by number. More categories make a smaller set of people.</summary>
/// <remarks>There are as many sets as parts, and few categories on the way to a part: a set takes the room of its own.</remarks>
internal readonly struct LiteralSet : IEquatable<LiteralSet>
{
    // In ascending order.
    private readonly int[] literals;

    private LiteralSet(int[] literals) => this.literals = literals;

    public static LiteralSet Empty { get; } = new([]);

    public int Count => literals.Length;

    public ReadOnlySpan<int> All => literals;

    public static LiteralSet Of(IEnumerable<int> literals) => new([.. literals.Distinct().Order()]);

    public bool Has(int literal) => literals.AsSpan().BinarySearch(literal) >= 0;

    /// <summary>
    /// Whether every category of this set is one of <paramref name="other"/>: whether the other's people are all among these.
    /// </summary>
    public bool Holds(LiteralSet other)
    {
        ReadOnlySpan<int> theirs = other.literals;
        int at = 0;
        for (int i = 0; i < literals.Length; i++, at++)
        {
            if (literals.Length - i > theirs.Length - at)
            {
                return false;
            }

            while (at < theirs.Length && theirs[at] < literals[i])
            {
                at++;
            }

            if (at == theirs.Length || theirs[at] != literals[i])
            {
                return false;
            }
        }

        return true;
    }

    public LiteralSet And(LiteralSet other)
    {
        int[] both = new int[literals.Length + other.literals.Length];
        int count = 0;
        for (int i = 0, j = 0; i < literals.Length || j < other.literals.Length; count++)
        {
            int mine = i < literals.Length ? literals[i] : int.MaxValue;
            int theirs = j < other.literals.Length ? other.literals[j] : int.MaxValue;
            both[count] = Math.Min(mine, theirs);
            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
        }

        return new(both[..count]);
    }

    public LiteralSet With(int literal) => And(new([literal]));

    public bool Equals(LiteralSet other) => literals.AsSpan().SequenceEqual(other.literals);

    public override bool Equals(object? obj) => obj is LiteralSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (int literal in literals)
        {
            hash.Add(literal);
        }

        return hash.ToHashCode();
    }
}
