using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>The values of a key of a known type in one aggregate.</summary>
internal sealed class KeyDomain<T>(GroupKey<T> key, T[] values) : KeyDomain
    where T : struct
{
    private int[]? order;

    public override GroupKey Key => key;

    public override int Slots => values.Length + 1;

    public override int[] Order => order ??= Sort();

    public T this[int slot] => values[slot - 1];

    public override string Text(int slot) => key.Format(values[slot - 1]);

    public override LocalDate FirstDay(int slot) => key.FirstDayOf!(values[slot - 1]);

    private int[] Sort()
    {
        int[] slots = new int[values.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = i + 1;
        }

        Array.Sort(slots, (left, right) => Comparer<T>.Default.Compare(values[left - 1], values[right - 1]));
        return slots;
    }
}
