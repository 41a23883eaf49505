namespace ConflictModel.Aggregation;

/// <summary>The two precisions and the active year of a row, packed in a byte.</summary>
internal static class Quality
{
    public const int Codes = 256;

    /// <summary>The largest precision; all bits of it are set.</summary>
    public const int Largest = 7;

    public static int Pack(int place, int date, Truth active) => place | (date << 3) | ((int)active & 3) << 6;

    public static int Place(int quality) => quality & 7;

    public static int Date(int quality) => (quality >> 3) & 7;

    /// <summary>Whether the year was active: 1 is yes, -1 packs to 3.</summary>
    public static Truth ActiveYear(int quality) => (quality >> 6) switch { 0 => Truth.Unknown, 1 => Truth.Yes, _ => Truth.No };

    public static void Check(int precision, string parameter)
    {
        if (precision is < 0 or > Largest)
        {
            throw new ArgumentException($"A precision of {precision} is outside 0 to {Largest}.", parameter);
        }
    }
}
