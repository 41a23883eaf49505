namespace ConflictModel.Catalogs;

/// <summary>How many letters have to be put in, left out, changed or swapped with their neighbour to make one text of another.</summary>
internal static class EditDistance
{
    /// <summary>The distance if it is at most <paramref name="limit"/>; otherwise <paramref name="limit"/> + 1.</summary>
    public static int Bounded(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        int trim = left.CommonPrefixLength(right);
        left = left[trim..];
        right = right[trim..];
        while (!left.IsEmpty && !right.IsEmpty && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length + right.Length;
        }

        int width = right.Length + 1;
        Span<int> rows = width <= 128 ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> before = rows[..width];
        Span<int> above = rows[width..(2 * width)];
        Span<int> row = rows[(2 * width)..];
        for (int j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j < width; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            Span<int> spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return Math.Min(above[width - 1], limit + 1);
    }
}
