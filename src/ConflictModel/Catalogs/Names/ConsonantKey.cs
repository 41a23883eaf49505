namespace ConflictModel.Catalogs;

/// <summary>Brings the transliterations of an Arabic name to one key: its consonants, in the sounds that all of them tell apart.</summary>
/// <remarks>
/// Transliterations differ in their vowels, in doubled letters and in how they write emphatic and guttural sounds; Arabic script leaves
/// short
/// vowels out. Works on a text that is folded and without articles. The key is only a first sieve: see <see cref="NameIndex{T}"/>.
/// </remarks>
internal static class ConsonantKey
{
    /// <summary>A key of fewer consonants fits too many names to mean anything.</summary>
    public const int Shortest = 2;

    /// <summary>A letter that the key leaves out.</summary>
    public const char Silent = '\0';

    /// <summary>A letter of a script that the key knows no sounds of.</summary>
    public const char Foreign = '\uFFFF';

    /// <summary>Writes the key and gives its length, 0 if the text is in no script that it knows. Room for the romanised text is
    /// enough.</summary>
    public static int Write(ReadOnlySpan<char> romanised, Span<char> key)
    {
        int length = 0;
        for (int i = 0; i < romanised.Length;)
        {
            (char sound, int letters) = SoundAt(romanised, i);
            i += letters;
            if (sound == Foreign)
            {
                return 0;
            }

            if (sound != Silent && (length == 0 || key[length - 1] != sound))
            {
                key[length++] = sound;
            }
        }

        return length;
    }

    /// <summary>The sound that begins at a place of a romanised text, and how many letters write it.</summary>
    public static (char Sound, int Letters) SoundAt(ReadOnlySpan<char> romanised, int i)
    {
        char c = romanised[i];
        char next = i + 1 < romanised.Length ? romanised[i + 1] : ' ';
        if (next == 'h' && c is 's' or 'c' or 'k' or 'g' or 'd' or 't')
        {
            return (c switch { 's' or 'c' => 's', 'k' => 'x', var other => other }, 2);
        }

        char sound = c switch
        {
            'q' or 'c' => 'k',
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'v' or ' ' => Silent,
            'h' when next == ' ' && i > 0 => Silent, // written or not at the end of a word: Hama, Hamah
            'd' when next == 'j' => Silent,
            >= 'a' and <= 'z' or >= '0' and <= '9' => c,
            _ => Foreign,
        };
        return (sound, 1);
    }
}
