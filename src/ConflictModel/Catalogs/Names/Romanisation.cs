namespace ConflictModel.Catalogs;

/// <summary>Writes folded Cyrillic and Arabic letters in Latin ones, one to two for each, so that names can be compared across
/// scripts.</summary>
internal static class Romanisation
{
    private const string Cyrillic = "абвгдежзиклмнопрстуфхцчшщыюя";

    private const string Arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤ";

    private static readonly string[] CyrillicLatin =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch",
        "sh", "sh", "i", "u", "a",
    ];

    private static readonly string[] ArabicLatin =
    [
        "a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "a", "gh", "f", "q", "k", "l",
        "m", "n", "h",
        "w", "y", "p", "ch", "zh", "g", "v",
    ];

    /// <summary>How much room <see cref="Write"/> needs.</summary>
    public static int RoomFor(int length) => length * 2;

    /// <summary>Writes the text in Latin letters and gives its length; letters of other scripts are kept.</summary>
    public static int Write(ReadOnlySpan<char> folded, Span<char> romanised)
    {
        int length = 0;
        foreach (char c in folded)
        {
            string? latin = c < 0x400 ? null : Find(c);
            if (latin is null)
            {
                romanised[length++] = c;
            }
            else
            {
                latin.CopyTo(romanised[length..]);
                length += latin.Length;
            }
        }

        return length;
    }

    /// <summary>Whether a text is in a script that writes its vowels: Arabic leaves the short ones out.</summary>
    public static bool HasVowels(ReadOnlySpan<char> folded) => folded.IndexOfAnyInRange('\u0600', '\u06FF') < 0;

    public static string Romanise(string folded)
    {
        Span<char> buffer = folded.Length <= 2 * NameFolding.MaxLength
            ? stackalloc char[RoomFor(folded.Length)]
            : new char[RoomFor(folded.Length)];
        ReadOnlySpan<char> romanised = buffer[..Write(folded, buffer)];
        return romanised.SequenceEqual(folded) ? folded : romanised.ToString();
    }

    private static string? Find(char c)
    {
        int index = Cyrillic.AsSpan().IndexOf(c);
        if (index >= 0)
        {
            return CyrillicLatin[index];
        }

        index = Arabic.AsSpan().IndexOf(c);
        return index >= 0 ? ArabicLatin[index] : null;
    }
}
