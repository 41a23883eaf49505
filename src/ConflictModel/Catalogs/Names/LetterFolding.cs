namespace ConflictModel.Catalogs;

/// <summary>What one character is compared as: its base letter, a gap between words, or nothing.</summary>
internal static class LetterFolding
{
    /// <summary>Stands for a character that is left out. No folded text holds it.</summary>
    public const char Nothing = '\uFFFF';

    // Base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF; a digit is the number of a pair, a dot a letter without a base.
    private const string Latin =
        "aaaaaa1ceeeeiiiidnooooo ouuuuy30aaaaaa1ceeeeiiiidnooooo ouuuuy3yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii44jjkkkllllllllllnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "bb............aa................oo.............uu...................555666777aaiioouuuuuuuuuuaaa" +
        "aa....ggkkoooo..j555gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "...b............";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas..0.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>Letters that fold to two; the folded character is the index.</summary>
    public static readonly string[] Pairs = ["ss", "ae", "oe", "th", "ij", "dz", "lj", "nj"];

    /// <summary>Folds one character that is no ASCII letter or digit.</summary>
    public static char Fold(char c) => c switch
    {
        '\'' or '`' => Nothing,
        < (char)0x80 => ' ',
        >= (char)0xC0 and < (char)0x250 => FromTable(Latin[c - 0xC0], c),
        >= (char)0x1E00 and < (char)0x1F00 => FromTable(LatinAdditional[c - 0x1E00], c),
        < (char)0xC0 => LatinSign(c),
        'ə' => 'a',
        >= (char)0x2B0 and <= (char)0x2FF or >= (char)0x300 and <= (char)0x36F => Nothing, // modifier letters, combining marks
        >= (char)0x370 and <= (char)0x3FF => Greek(char.ToLowerInvariant(c)),
        >= (char)0x400 and <= (char)0x4FF => Cyrillic(char.ToLowerInvariant(c)),
        >= (char)0x591 and <= (char)0x5C7 => Nothing, // Hebrew points
        '\u05F3' or '\u05F4' => Nothing,
        >= (char)0x600 and <= (char)0x6FF => Arabic(c),
        '\u093C' => Nothing, // Devanagari nukta
        >= (char)0x958 and <= (char)0x95F => "कखगजडढफय"[c - 0x958],
        >= (char)0x200B and <= (char)0x200F or >= (char)0x202A and <= (char)0x202E or >= (char)0x2060 and <= (char)0x2069 => Nothing,
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\uFEFF' => Nothing, // quotation marks that stand for apostrophes
        >= (char)0x2070 and <= (char)0x2079 => (char)('0' + (c - 0x2070)),
        >= (char)0xFF10 and <= (char)0xFF19 => (char)('0' + (c - 0xFF10)),
        >= (char)0xFF21 and <= (char)0xFF3A => (char)('a' + (c - 0xFF21)),
        >= (char)0xFF41 and <= (char)0xFF5A => (char)('a' + (c - 0xFF41)),
        _ => Other(c),
    };

    private static char FromTable(char folded, char c) => folded switch
    {
        '.' => char.ToLowerInvariant(c),
        >= '0' and <= '9' => (char)(folded - '0'),
        _ => folded,
    };

    private static char LatinSign(char c) => c switch
    {
        '\u00AD' or '\u00B4' => Nothing,
        'ª' => 'a',
        'º' => 'o',
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        _ => ' ',
    };

    private static char Greek(char c) => c switch
    {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' or 'ϊ' or 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' or 'ϋ' or 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        _ => Other(c),
    };

    private static char Cyrillic(char c) => c switch
    {
        'ё' or 'э' or 'є' => 'е',
        'й' or 'ї' or 'і' or 'ј' => 'и',
        'ў' => 'у',
        'ґ' => 'г',
        'ъ' or 'ь' => Nothing,
        >= '\u0483' and <= '\u0489' => Nothing,
        _ => c,
    };

    private static char Arabic(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ئ' or 'ی' or 'ې' or 'ے' or 'ۍ' => 'ي',
        'ؤ' => 'و',
        'ة' or 'ہ' or 'ھ' or 'ۀ' or 'ۂ' or 'ە' => 'ه',
        'ک' => 'ك',
        'ء' or 'ـ' => Nothing,
        >= '\u064B' and <= '\u065F' or '\u0670' => Nothing, // vowel marks
        >= '\u0610' and <= '\u061A' or >= '\u06D6' and <= '\u06ED' => Nothing,
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - 0x660)),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - 0x6F0)),
        _ => Other(c),
    };

    // Marks of scripts without a table here are kept: some are vowels.
    private static char Other(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            ? char.ToLowerInvariant(c)
            : ' ';
}
