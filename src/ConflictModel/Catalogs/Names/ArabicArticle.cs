namespace ConflictModel.Catalogs;

/// <summary>Takes the Arabic article off the words of a folded text, as it is written in Latin, Arabic and Cyrillic letters.</summary>
/// <remarks>
/// As a word of its own (al, ar-, ez-, эз-; the English one too), joined to its word (الرقة, Alhasakah) or doubled into it (Ezzor,
/// Assweida). A text that is
/// nothing but articles is left alone.
/// </remarks>
internal static class ArabicArticle
{
    private static readonly string[] Words =
    [
        "ad", "adh", "al", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "edh", "el", "en", "er", "es", "esh", "et", "eth", "ez",
        "il", "ul", "ur", "us", "uz", "the",
        "ад", "ал", "ан", "ар", "ас", "ат", "аш", "аз", "ед", "ел", "ен", "ер", "ес", "ет", "еш", "ез",
    ];

    /// <summary>Writes the text without articles and gives its length; the room of the text is enough.</summary>
    public static int Strip(ReadOnlySpan<char> folded, Span<char> stripped)
    {
        int length = 0;
        foreach (Range range in folded.Split(' '))
        {
            ReadOnlySpan<char> word = folded[range];
            if (IsArticle(word))
            {
                continue;
            }

            word = WithoutJoined(word);
            if (length > 0)
            {
                stripped[length++] = ' ';
            }

            word.CopyTo(stripped[length..]);
            length += word.Length;
        }

        if (length == 0)
        {
            folded.CopyTo(stripped);
            length = folded.Length;
        }

        return length;
    }

    public static string Strip(string folded)
    {
        Span<char> buffer = folded.Length <= 2 * NameFolding.MaxLength ? stackalloc char[folded.Length] : new char[folded.Length];
        ReadOnlySpan<char> stripped = buffer[..Strip(folded, buffer)];
        return stripped.SequenceEqual(folded) ? folded : stripped.ToString();
    }

    /// <summary>Whether a word of a folded text is the Arabic article or has it joined; the English one does not count.</summary>
    public static bool IsIn(ReadOnlySpan<char> folded) => IsApartIn(folded) || IsJoinedIn(folded);

    /// <summary>Whether a word of a folded text seems to have the article joined to it: "Alhasakah", but "Assam" too.</summary>
    public static bool IsJoinedIn(ReadOnlySpan<char> folded)
    {
        foreach (Range range in folded.Split(' '))
        {
            if (WithoutJoined(folded[range]).Length < folded[range].Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsApartIn(ReadOnlySpan<char> folded)
    {
        foreach (Range range in folded.Split(' '))
        {
            if (IsArticle(folded[range]) && folded[range] is not "the")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArticle(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 3)
        {
            return false;
        }

        foreach (string article in Words)
        {
            if (word.SequenceEqual(article))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutJoined(ReadOnlySpan<char> word)
    {
        if (word.Length >= 4 && word[0] == 'ا' && word[1] == 'ل')
        {
            return word[2..];
        }

        if (word.Length < 5 || word[0] is not ('a' or 'e' or 'u'))
        {
            return word;
        }

        // Doubled into the word: arraqqa, ezzor, ashshaddadi.
        if (word[1] == word[2] && "rdsztn".AsSpan().Contains(word[1]))
        {
            return word[2..];
        }

        if (word.Length >= 7 && word[2] == 'h' && word[4] == 'h' && word[1] == word[3] && "std".AsSpan().Contains(word[1]))
        {
            return word[3..];
        }

        return word.Length >= 6 && word[1] == 'l' && !"aeiou".AsSpan().Contains(word[2]) && word[2] is not ('l' or ' ') ? word[2..] : word;
    }
}
