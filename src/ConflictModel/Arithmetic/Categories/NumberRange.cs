using System.Collections;

namespace ConflictModel.Arithmetic;

/// <summary>Numbers in a row. A loop over it costs what one over whole numbers does.</summary>
internal readonly struct NumberRange<TNumber>(TNumber first, int count) : IEnumerable<TNumber>
    where TNumber : struct, INumber<TNumber>
{
    public TNumber First => first;

    public int Count => count;

    /// <summary>The same from the last to the first.</summary>
    public Descending Backwards => new(this);

    public TNumber this[int place] => TNumber.Of(first.Value + place);

    public TNumber[] ToArray()
    {
        var numbers = new TNumber[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = this[i];
        }

        return numbers;
    }

    public int PlaceOf(TNumber number) => number.Value - first.Value;

    public Enumerator GetEnumerator() => new(first.Value - 1, first.Value + count, 1);

    IEnumerator<TNumber> IEnumerable<TNumber>.GetEnumerator()
    {
        foreach (TNumber number in this)
        {
            yield return number;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TNumber>)this).GetEnumerator();

    internal readonly struct Descending(NumberRange<TNumber> range)
    {
        public Enumerator GetEnumerator() => new(range.First.Value + range.Count, range.First.Value - 1, -1);
    }

    internal struct Enumerator(int before, int end, int step)
    {
        private int now = before;

        public readonly TNumber Current => TNumber.Of(now);

        public bool MoveNext() => (now += step) != end;
    }
}
