namespace ConflictModel.Catalogs;

/// <summary>English words within names. They are never read by their sounds: "Western Ghouta" is no spelling of "Eastern Ghouta".</summary>
internal static class PlainWords
{
    private static readonly HashSet<string> Words =
    [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest",
        "northeastern", "northwestern", "southeastern", "southwestern", "central", "upper", "lower", "inner", "outer",
        "old", "new", "great", "greater",
        "big", "little", "small", "rural", "coast", "coastal", "desert", "countryside", "mountain", "mountains", "mount",
        "hill", "hills", "valley", "plain",
        "river", "lake", "island", "port", "camp", "region", "area", "governorate", "province", "state", "district",
        "county", "city", "town", "village",
        "army", "front", "brigade", "brigades", "battalion", "division", "regiment", "corps", "legion", "forces",
        "force", "guard", "guards", "group",
        "movement", "party", "union", "council", "coalition", "clan", "tribe", "militia", "militias", "martyrs", "sons",
        "lions", "hawks", "soldiers",
        "free", "first", "second", "third", "fourth", "fifth", "islamic", "national", "democratic", "people", "peoples", "liberation",
    ];

    /// <summary>Whether two folded texts hold the same English words, in the same order.</summary>
    public static bool Agree(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (true)
        {
            ReadOnlySpan<char> one = Next(ref left);
            if (!one.SequenceEqual(Next(ref right)))
            {
                return false;
            }

            if (one.IsEmpty)
            {
                return true;
            }
        }
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!text.IsEmpty)
        {
            int gap = text.IndexOf(' ');
            ReadOnlySpan<char> word = gap < 0 ? text : text[..gap];
            text = gap < 0 ? default : text[(gap + 1)..];
            if (words.Contains(word))
            {
                return word;
            }
        }

        return default;
    }
}
