namespace ConflictModel.Aggregation;

/// <summary>The stable order of rows by day.</summary>
internal static class DateOrder
{
    /// <summary>Where each row goes, and the first row of each day with the number of rows at the end.</summary>
    public static (int[] Places, int[] DayStarts) Of(CodeColumn days, int rows, int span)
    {
        int[] starts = new int[span + 1];
        for (int row = 0; row < rows; row++)
        {
            starts[days[row] + 1]++;
        }

        for (int day = 0; day < span; day++)
        {
            starts[day + 1] += starts[day];
        }

        int[] next = [.. starts];
        int[] places = GC.AllocateUninitializedArray<int>(rows);
        for (int row = 0; row < rows; row++)
        {
            places[row] = next[days[row]]++;
        }

        return (places, starts);
    }
}
