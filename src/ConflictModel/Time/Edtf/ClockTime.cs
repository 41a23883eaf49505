namespace ConflictModel.Time;

/// <summary>A time of day with its offset in minutes and the way that was written, packed.</summary>
internal readonly struct ClockTime(ulong bits)
{
    public ClockTime(int hour, int minute, int second, ShiftStyle style, int offset)
        : this((uint)((hour << 12) | (minute << 6) | second) | ((ulong)style << 17) | ((ulong)(offset + 2048) << 19))
    {
    }

    public ulong Bits => bits;

    public int Hour => (int)((bits >> 12) & 31);

    public int Minute => (int)((bits >> 6) & 63);

    public int Second => (int)(bits & 63);

    public ShiftStyle Style => (ShiftStyle)((bits >> 17) & 3);

    /// <summary>Whether the offset is written as a number.</summary>
    public bool HasOffset => Style is ShiftStyle.Hours or ShiftStyle.Minutes;

    /// <summary>Minutes east of UTC.</summary>
    public int Offset => (int)((bits >> 19) & 4095) - 2048;

    /// <summary>The same for times that mean the same: Z, +00 and +00:00 are one offset.</summary>
    public ulong Meaning => Style == ShiftStyle.None ? bits : bits | (3UL << 17);
}
