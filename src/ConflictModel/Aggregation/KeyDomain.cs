using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>The values of a key in one aggregate. Slot 0 is outside the key; slot i has the value i - 1.</summary>
internal abstract class KeyDomain
{
    public abstract GroupKey Key { get; }

    /// <summary>One more than the number of values.</summary>
    public abstract int Slots { get; }

    /// <summary>The slots from 1 on, in the order of their values.</summary>
    public abstract int[] Order { get; }

    public abstract string Text(int slot);

    /// <summary>Of a key of time the first day of a value.</summary>
    public abstract LocalDate FirstDay(int slot);
}
