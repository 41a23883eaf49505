namespace ConflictModel;

/// <summary>Makes <see cref="ValueList{T}"/> values; collection expressions come here.</summary>
public static class ValueList
{
    /// <summary>A list of copies of <paramref name="items"/>, in their order.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull
    {
        foreach (T item in items)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
        }

        return items.IsEmpty ? default : new ValueList<T>(items.ToArray());
    }

    /// <summary>A list of the elements of a sequence, in their order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or one of its elements is null.</exception>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(items);
        return Create<T>(items.ToArray());
    }
}
