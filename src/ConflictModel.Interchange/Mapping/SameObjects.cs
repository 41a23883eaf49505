namespace ConflictModel.Interchange;

/// <summary>Gives the equal object made before for one that is made again soon. Its size is fixed.</summary>
internal sealed class SameObjects<T>
    where T : class
{
    private readonly T?[] slots = new T?[1 << 12];

    public T Of(T made)
    {
        ref T? slot = ref slots[unchecked((uint)made.GetHashCode()) % (uint)slots.Length];
        if (slot is null || !slot.Equals(made))
        {
            slot = made;
        }

        return slot;
    }
}
