namespace ConflictModel.Aggregation.Kernels;

/// <summary>One thread's scratch rows: small enough for the first-level cache, and all that a scan needs beside its group table.</summary>
internal sealed class Workspace
{
    /// <summary>How many rows are worked on at a time where they need scratch.</summary>
    public const int Rows = 2048;

    private const int Length = Rows + CompactKernel.Slack;

    [ThreadStatic]
    private static Workspace? cached;

    public static Workspace Current => cached ??= new();

    public byte[] States { get; } = new byte[Length];

    public byte[] OtherStates { get; } = new byte[Length];

    public byte[] Bytes { get; } = new byte[Length];

    public ushort[] Shorts { get; } = new ushort[Length];

    public int[] Ints { get; } = new int[Length];

    public uint[] Packed { get; } = new uint[Length];

    public int[] Index { get; } = new int[Length];

    public long[] WideIndex { get; } = new long[Length];

    public int[] Days { get; } = new int[Length];
}
