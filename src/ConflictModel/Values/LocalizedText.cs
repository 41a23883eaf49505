namespace ConflictModel;

/// <summary>One name or text in one or more languages.</summary>
/// <remarks>
/// A language is a BCP 47 tag ("en", "ar", "ku-Latn"). The first text given is the one shown when nobody asks for a language.
/// Equality is by content and order; tags compare without case. The default value has no text and shows as empty.
/// </remarks>
public readonly partial struct LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>The language of a text given without one: English, which the library's own names are in.</summary>
    public const string DefaultLanguage = "en";

    /// <summary>A text in one language.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> or <paramref name="language"/> is empty.</exception>
    public LocalizedText(string text, string language = DefaultLanguage)
        : this([new(language, text)])
    {
    }

    /// <summary>The same text in several languages, the one to show first.</summary>
    /// <exception cref="ArgumentException">There is none, one is empty, or a language is given twice.</exception>
    public LocalizedText(params IEnumerable<KeyValuePair<string, string>> texts)
    {
        Texts = texts.ToValueList();
        if (Texts.IsEmpty)
        {
            throw new ArgumentException("There is no text.", nameof(texts));
        }

        for (int i = 0; i < Texts.Count; i++)
        {
            ArgumentException.ThrowIfNullOrEmpty(Texts[i].Key, nameof(texts));
            ArgumentException.ThrowIfNullOrEmpty(Texts[i].Value, nameof(texts));
            for (int j = 0; j < i; j++)
            {
                if (SameLanguage(Texts[i].Key, Texts[j].Key))
                {
                    throw new ArgumentException($"The language '{Texts[i].Key}' is given twice.", nameof(texts));
                }
            }
        }

    }

    /// <summary>The texts with their languages, in the order given.</summary>
    public ValueList<KeyValuePair<string, string>> Texts { get; }

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => Texts.IsEmpty;

    /// <summary>A text in <see cref="DefaultLanguage"/>.</summary>
    public static implicit operator LocalizedText(string text) => new(text);

    /// <summary>Whether both have the same texts in the same languages and order.</summary>
    public static bool operator ==(LocalizedText left, LocalizedText right) => left.Equals(right);

    /// <summary>Whether a text, a language or the order differs.</summary>
    public static bool operator !=(LocalizedText left, LocalizedText right) => !left.Equals(right);

    /// <summary>The text in <paramref name="language"/>, or in its parent ("ku" for "ku-Latn"), or the first one.</summary>
    public string In(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        for (string tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            foreach (KeyValuePair<string, string> text in Texts)
            {
                if (SameLanguage(text.Key, tag))
                {
                    return text.Value;
                }
            }

            if (!tag.Contains('-', StringComparison.Ordinal))
            {
                return ToString();
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(LocalizedText other)
    {
        if (Texts.Count != other.Texts.Count)
        {
            return false;
        }

        for (int i = 0; i < Texts.Count; i++)
        {
            if (!SameLanguage(Texts[i].Key, other.Texts[i].Key)
                || !string.Equals(Texts[i].Value, other.Texts[i].Value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LocalizedText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (KeyValuePair<string, string> text in Texts)
        {
            hash.Add(text.Value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The first text; empty if there is none.</summary>
    public override string ToString() => Texts.IsEmpty ? "" : Texts[0].Value;

    private static bool SameLanguage(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
