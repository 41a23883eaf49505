namespace ConflictModel.Aggregation;

/// <summary>One thread's scratch rows: all that a scan needs beside its group table.</summary>
internal sealed class Workspace
{
    /// <summary>
    /// How many rows are worked on at a time: few enough that the second-level cache holds them with their scratch, and enough that the
    /// processor has long runs of each column to read ahead in. Where rows were filtered, 2,048 took half as long again as 16,384.
    /// </summary>
    public const int Rows = 1 << 15;

    private const int Length = Rows + GatherKernel.Slack;

    [ThreadStatic]
    private static Workspace? cached;

    private long[]? wideIndex;

    public static Workspace Current => cached ??= new();

    public byte[] States { get; } = new byte[Length];

    public byte[] OtherStates { get; } = new byte[Length];

    public byte[] EitherStates { get; } = new byte[Length];

    public ushort[] Positions { get; } = new ushort[Length];

    public uint[] Packed { get; } = new uint[Length];

    public int[] Index { get; } = new int[Length];

    public long[] WideIndex => wideIndex ??= new long[Length];

    public int[] Days { get; } = new int[Length];

    public int[] Extents { get; } = new int[Length];
}
