namespace ConflictModel.Arithmetic;

/// <summary>Two ends, which may be the wrong way round (then nothing lies between them) and the upper one without limit.</summary>
internal readonly record struct CountInterval(long Low, long High)
{
    /// <summary>The upper end that is no limit. No sum of figures comes near it.</summary>
    public const long Unlimited = long.MaxValue;

    public static CountInterval Unknown => new(0, Unlimited);

    public static CountInterval Zero => default;

    public bool IsEmpty => Low > High;

    public bool IsSingle => Low == High;

    public bool IsUnknown => Low == 0 && High == Unlimited;

    public static CountInterval Of(Bounds bounds) => new(bounds.Lower, bounds.Upper ?? Unlimited);

    public Bounds ToBounds(bool isOuter = false) => new(Low, High == Unlimited ? null : High, isOuter);

    public CountInterval Intersect(CountInterval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>The sum of two upper ends.</summary>
    public static long AddHigh(long left, long right) => left == Unlimited || right == Unlimited ? Unlimited : left + right;

    /// <summary>An upper end less a lower one.</summary>
    public static long LessLow(long high, long low) => high == Unlimited ? Unlimited : high - low;
}
