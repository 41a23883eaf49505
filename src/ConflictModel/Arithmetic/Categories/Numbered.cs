namespace ConflictModel.Arithmetic;

/// <summary>An array whose places are the numbers of things of one kind.</summary>
internal readonly struct Numbered<TNumber, T>(T[] items)
    where TNumber : struct, INumber<TNumber>
{
    public int Count => items.Length;

    public NumberRange<TNumber> Numbers => new(TNumber.Of(0), items.Length);

    public ref T this[TNumber number] => ref items[number.Value];

    public Span<T> this[NumberRange<TNumber> range] => items.AsSpan(range.First.Value, range.Count);

    /// <summary>What it holds, in the order of the numbers.</summary>
    public T[] Items => items;

    public static Numbered<TNumber, T> Of(int count, T filler)
    {
        var items = new T[count];
        Array.Fill(items, filler);
        return new(items);
    }

    public Numbered<TNumber, T> Copy() => new((T[])items.Clone());

    public void Fill(T value) => Array.Fill(items, value);
}
