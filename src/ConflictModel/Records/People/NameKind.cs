using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What kind of name of a person a text is.</summary>
[JsonConverter(typeof(EnumConverter<NameKind>))]
public enum NameKind
{
    /// <summary>The whole name, as it was reported.</summary>
    Full = 0,

    /// <summary>The given name alone.</summary>
    Given,

    /// <summary>The family name alone.</summary>
    Family,

    /// <summary>The father's name, by which lists tell people of one name apart.</summary>
    Father,

    /// <summary>The mother's name, by which lists tell people of one name apart.</summary>
    Mother,

    /// <summary>What the person is called by those around.</summary>
    Nickname,

    /// <summary>The name that a fighter goes by.</summary>
    NomDeGuerre,

    /// <summary>The whole name, put into another script by the recorder.</summary>
    Transliteration,
}
