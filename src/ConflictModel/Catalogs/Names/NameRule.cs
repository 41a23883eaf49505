using System.Text.Json.Serialization;

namespace ConflictModel.Catalogs;

/// <summary>Which rule made a text match a name: the answer to "why this one?".</summary>
/// <remarks>
/// In the order of their strength. The first six are one quality of match, <see cref="Level"/> is tried when they find nothing. A sure
/// match rests on the same name in some language or on a spelling that was published; <see cref="Homonym"/> and the rules below it make
/// candidates (<see cref="NameAnswer{T}.NearMisses"/>), and a match only where the caller narrows the question and one candidate is left.
/// </remarks>
[JsonConverter(typeof(EnumConverter<NameRule>))]
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

    /// <summary>
    /// The same but for the Arabic article: "Raqqa" and "Ar-Raqqa". Sure where the article is left off in Latin or Cyrillic letters, or
    /// where some spelling of the name has one: "Al-Hamah" is not Hama.
    /// </summary>
    Article,

    /// <summary>The same but for a word that says its level, and only that level was looked at: "Homs district".</summary>
    Level,

    /// <summary>The name, but others beyond the catalog bear it too: Sinjar is a town of Iraq as well.</summary>
    Homonym,

    /// <summary>The same consonants in another transliteration or script: "Dair az-Zur" and "Deir ez-Zor".</summary>
    Transliteration,

    /// <summary>A few letters differ.</summary>
    NearMiss,
}
