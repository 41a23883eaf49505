using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>An immutable list that equals another list with equal elements in the same order.</summary>
/// <remarks>
/// Equality and hash code are by content and order, so that a record that holds one has value equality.
/// The default value is the empty list and equals every other empty list. Elements are never null.
/// Build one with a collection expression: <c>ValueList&lt;int&gt; list = [1, 2, 3];</c>
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
[DebuggerDisplay("Count = {Count}")]
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListConverter))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>, IHasJson
    where T : notnull
{
    private readonly T[]? items;

    internal ValueList(T[] items) => this.items = items;

    private T[] Items => items ?? [];

    /// <summary>The number of elements.</summary>
    public int Count => Items.Length;

    /// <summary>Whether there is no element.</summary>
    public bool IsEmpty => Items.Length == 0;

    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public T this[int index] => Items[index];

    /// <summary>Whether both lists have equal elements in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether the lists differ in an element, its place or their length.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>A list of copies of an array's elements, in their order.</summary>
    /// <exception cref="ArgumentNullException">The array or one of its elements is null.</exception>
    public static implicit operator ValueList<T>(T[] items) => items.ToValueList();

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator ValueList<T>(List<T> items) => items.ToValueList();

    /// <summary>A view of the elements; nothing is copied.</summary>
    public ReadOnlySpan<T> AsSpan() => Items;

    /// <summary>A new list with <paramref name="item"/> at its end.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public ValueList<T> Add(T item) => ValueList.Create<T>([.. Items, item]);

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) =>
        ReferenceEquals(items, other.items) || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (T item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    /// <summary>Enumerates the elements in order, without an allocation.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    JsonConverter IHasJson.Converter() => new ValueListConverter<T>();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();
}
