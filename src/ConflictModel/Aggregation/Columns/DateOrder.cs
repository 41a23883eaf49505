using System.Numerics;

namespace ConflictModel.Aggregation;

/// <summary>The stable order of rows by day.</summary>
internal static class DateOrder
{
    /// <summary>Where each row goes, and the first row of each day with the number of rows at the end.</summary>
    public static (int[] Places, int[] DayStarts) Of(CodeColumn days, int rows, int span) => days.Values switch
    {
        byte[] bytes => Of(bytes, span),
        ushort[] shorts => Of(shorts, span),
        int[] ints => Of(ints, span),
        _ => Of(new byte[rows], span),
    };

    /// <summary>The day of a row where rows are in order.</summary>
    /// <param name="starts">The first row of each day, with the number of rows at the end.</param>
    /// <param name="row">The row.</param>
    /// <param name="near">A day that it is likely to be.</param>
    public static int DayOf(int[] starts, int row, int near)
    {
        if (starts[near] <= row && row < starts[near + 1])
        {
            return near;
        }

        int day = Array.BinarySearch(starts, row);
        day = day >= 0 ? day : ~day - 1;
        while (starts[day + 1] <= row)
        {
            // Days without rows begin where the next one does.
            day++;
        }

        return day;
    }

    private static (int[] Places, int[] DayStarts) Of<T>(T[] days, int span)
        where T : unmanaged, IBinaryInteger<T>
    {
        int[] starts = new int[span + 1];
        foreach (T day in days)
        {
            starts[int.CreateTruncating(day) + 1]++;
        }

        for (int day = 0; day < span; day++)
        {
            starts[day + 1] += starts[day];
        }

        int[] next = [.. starts];
        int[] places = GC.AllocateUninitializedArray<int>(days.Length);
        for (int row = 0; row < places.Length; row++)
        {
            places[row] = next[int.CreateTruncating(days[row])]++;
        }

        return (places, starts);
    }
}
