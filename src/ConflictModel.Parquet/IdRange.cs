namespace ConflictModel.Parquet;

/// <summary>Between which ids, compared by their bytes, those of a file stand.</summary>
/// <param name="Least">No id is below it.</param>
/// <param name="Most">No id is above it; null where none is known.</param>
internal readonly record struct IdRange(byte[] Least, byte[]? Most)
{
    /// <summary>Any ids.</summary>
    public static readonly IdRange Any = new([], null);

    /// <summary>The order of ids by their bytes.</summary>
    public static readonly Comparer<byte[]> Order = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>Whether no id is below the least of another range and none of that is below one of this.</summary>
    public bool EndsBefore(IdRange other) => Most is not null && Order.Compare(Most, other.Least) < 0;

    /// <summary>The ids of both.</summary>
    public IdRange With(IdRange other) => new(
        Order.Compare(Least, other.Least) <= 0 ? Least : other.Least,
        Most is null || other.Most is null ? null : Order.Compare(Most, other.Most) >= 0 ? Most : other.Most);
}
