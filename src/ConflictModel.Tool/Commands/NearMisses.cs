namespace ConflictModel.Tool.Commands;

/// <summary>Which of some values a text that is none of them may have meant.</summary>
internal static class NearMisses
{
    private const int Most = 3;
    private const int LongestText = 100;

    /// <summary>
    /// The nearest first: those that are called so, those that are spelled so but for capitals, those a few letters away, and those that
    /// it is a part of.
    /// </summary>
    public static IEnumerable<(string Own, string Name)> Of(string text, IEnumerable<(string Own, string Name)> values)
    {
        string asked = text.Trim();
        return asked.Length is 0 or > LongestText
            ? []
            : values
                .Select((value, place) => (value, place, Distance: Math.Min(Distance(asked, value.Own), Distance(asked, value.Name))))
                .Where(near => near.Distance < int.MaxValue)
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.place)
                .Select(near => near.value)
                .Take(Most);
    }

    /// <summary>How far a text is from another; the largest number if they have nothing to do with each other.</summary>
    private static int Distance(string asked, string value)
    {
        if (value.Length is 0 or > LongestText)
        {
            return int.MaxValue;
        }

        if (string.Equals(asked, value, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        // A quarter of the letters may be wrong; a number a digit away is another number.
        int limit = asked.Any(char.IsLetter) ? Math.Max(1, asked.Length / 4) : 0;
        int edits = Edits(asked.ToUpperInvariant(), value.ToUpperInvariant());
        return edits <= limit && edits < asked.Length ? edits
            : asked.Length > 2 && value.Contains(asked, StringComparison.OrdinalIgnoreCase) ? LongestText
            : int.MaxValue;
    }

    /// <summary>
    /// How many letters have to be put in, left out, changed or swapped with their neighbour to make one text of another.
    /// </summary>
    private static int Edits(string one, string other)
    {
        int[] before = [];
        int[] above = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 0; i < one.Length; i++)
        {
            int[] row = [i + 1, .. new int[other.Length]];
            for (int j = 0; j < other.Length; j++)
            {
                row[j + 1] = Math.Min(Math.Min(above[j + 1], row[j]) + 1, above[j] + (one[i] == other[j] ? 0 : 1));
                if (i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j])
                {
                    row[j + 1] = Math.Min(row[j + 1], before[j - 1] + 1);
                }
            }

            (before, above) = (above, row);
        }

        return above[^1];
    }
}
