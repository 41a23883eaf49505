namespace ConflictModel.Aggregation;

/// <summary>One small number a row, in the narrowest width that holds the largest; no storage if all are zero.</summary>
internal sealed class CodeColumn
{
    private CodeColumn(Array? values) => Values = values;

    /// <summary>A <c>byte[]</c>, <c>ushort[]</c> or <c>int[]</c>; null if every row has zero.</summary>
    public Array? Values { get; }

    public int BytesPerRow => Values switch { null => 0, byte[] => 1, ushort[] => 2, _ => 4 };

    public int this[int row] => Values switch
    {
        null => 0,
        byte[] bytes => bytes[row],
        ushort[] shorts => shorts[row],
        var ints => ((int[])ints)[row],
    };

    public static CodeColumn Allocate(int rows, int largest) => new(
        largest == 0 ? null :
        largest <= byte.MaxValue ? GC.AllocateUninitializedArray<byte>(rows) :
        largest <= ushort.MaxValue ? GC.AllocateUninitializedArray<ushort>(rows) : GC.AllocateUninitializedArray<int>(rows));
}
