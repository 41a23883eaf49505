namespace ConflictModel.Catalogs;

/// <summary>Which rule made a text match a name: the answer to "why this one?".</summary>
/// <remarks>
/// In the order of their strength. The first six are one quality of match, and so is each of the others: a weaker rule is only
/// tried when no stronger one finds anything.
/// </remarks>
public enum NameRule
{
    /// <summary>The text is one of its names, as written.</summary>
    Name = 1,

    /// <summary>The text is another of its names or spellings, as written.</summary>
    Alias,

    /// <summary>The text is its id, its place code, its ISO code or what another system calls it.</summary>
    Code,

    /// <summary>The text is the name of something else that sources are known to use for it too ("Damascus" for Rural Damascus).</summary>
    LooseUse,

    /// <summary>The same letters; case, diacritics, vowel marks, hyphens, apostrophes, spaces or punctuation differ.</summary>
    Spelling,

    /// <summary>The same but for the Arabic article: "Raqqa" and "Ar-Raqqa".</summary>
    Article,

    /// <summary>The same but for a word that says its level, and only that level was looked at: "Homs district".</summary>
    Level,

    /// <summary>The same consonants in another transliteration or script: "Dayr az Zawr" and "Deir ez-Zor".</summary>
    Transliteration,

    /// <summary>A few letters differ. Never a match: a near miss.</summary>
    NearMiss,
}
