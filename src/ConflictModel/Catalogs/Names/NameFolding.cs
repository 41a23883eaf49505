namespace ConflictModel.Catalogs;

/// <summary>Brings a text to the form in which names are compared: letters and digits without case, marks and punctuation.</summary>
/// <remarks>
/// Own tables rather than Unicode normalisation, which does nothing in globalization-invariant mode: the same text gives the same key in
/// every process. Words are apart by one space. Latin, Greek, Cyrillic, Arabic and Hebrew are folded; other scripts keep their letters.
/// </remarks>
internal static class NameFolding
{
    /// <summary>Texts above this length are compared as written only.</summary>
    public const int MaxLength = 300;

    /// <summary>The most characters that folding makes of one.</summary>
    private const int Growth = 2;

    /// <summary>How much room <see cref="Fold(ReadOnlySpan{char}, Span{char})"/> needs.</summary>
    public static int RoomFor(int length) => length * Growth;

    public static string Fold(string text)
    {
        Span<char> buffer = text.Length <= MaxLength ? stackalloc char[RoomFor(text.Length)] : new char[RoomFor(text.Length)];
        return buffer[..Fold(text, buffer)].ToString();
    }

    /// <summary>Writes the folded text and gives its length.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        int length = 0;
        bool gap = false;
        foreach (char c in text)
        {
            char letter;
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                letter = c;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                letter = (char)(c | 0x20);
            }
            else
            {
                letter = LetterFolding.Fold(c);
                if (letter == LetterFolding.Nothing)
                {
                    continue;
                }

                if (letter == ' ')
                {
                    gap = true;
                    continue;
                }
            }

            if (gap && length > 0)
            {
                folded[length++] = ' ';
            }

            gap = false;
            if (letter < LetterFolding.Pairs.Length)
            {
                string pair = LetterFolding.Pairs[letter];
                folded[length++] = pair[0];
                letter = pair[1];
            }

            folded[length++] = letter;
        }

        return length;
    }
}
