using System.Text.Json.Serialization;

namespace ConflictModel.Catalogs;

/// <summary>One thing that a text may name, and why.</summary>
/// <remarks>Equality is by content.</remarks>
/// <typeparam name="T">What is named: an <see cref="Actor"/> or a <see cref="Region"/>.</typeparam>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record NameMatch<T>
    where T : class
{
    /// <summary>The thing.</summary>
    public required T Item { get; init; }

    /// <summary>The rule by which the text matched.</summary>
    public required NameRule Rule { get; init; }

    /// <summary>The name that it matched, as the catalog writes it.</summary>
    public required string Matched { get; init; }

    /// <summary>The language of that name (BCP 47); empty for a code.</summary>
    public required string Language { get; init; }

    /// <summary>How many letters would have to change: 0 where none would, 1 to 3 for a near miss by letters.</summary>
    public int Distance { get; init; }

    /// <summary>Why it matched, in a few words.</summary>
    public string Why => Rule switch
    {
        NameRule.Name => $"its name{In}",
        NameRule.Alias => $"another name of it{In}",
        NameRule.Code => "its code",
        NameRule.LooseUse => $"a name that sources also use for it{In}",
        NameRule.Spelling => $"'{Matched}'{In} but for case, marks or punctuation",
        NameRule.Article => $"'{Matched}'{In} but for the article",
        NameRule.Level => $"'{Matched}'{In} at the level that the text says",
        NameRule.Homonym => $"'{Matched}'{In}, which others bear too",
        NameRule.Transliteration => $"'{Matched}'{In} in another transliteration",
        _ => $"'{Matched}'{In} differs in {Distance}",
    };

    private string In => Language.Length == 0 ? "" : $" ({Language})";

    /// <inheritdoc/>
    public override string ToString() => $"{Item}: {Why}";
}
