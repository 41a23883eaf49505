using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConflictModel.Aggregation;

/// <summary>The rows of a block at these positions. Nothing checks that a row asked for is one of them.</summary>
internal readonly ref struct PassingRows(ReadOnlySpan<ushort> positions) : IRows
{
    private readonly ref ushort first = ref MemoryMarshal.GetReference(positions);

    public nuint At(nuint i) => Unsafe.Add(ref first, i);
}
