namespace ConflictModel.Interchange;

/// <summary>A list that grows a piece at a time, so that it never holds much more than is in it.</summary>
internal sealed class ChunkList<T>
    where T : unmanaged
{
    private const int Size = 1 << 14;

    private readonly List<T[]> chunks = [];
    private T[] current = [];

    public int Count { get; private set; }

    public T this[int index] => chunks[index / Size][index % Size];

    public void Add(T item)
    {
        int at = Count & (Size - 1);
        if (at == 0)
        {
            chunks.Add(current = new T[Size]);
        }

        current[at] = item;
        Count++;
    }
}
