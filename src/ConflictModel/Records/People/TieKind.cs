using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What one person is to another.</summary>
[JsonConverter(typeof(EnumConverter<TieKind>))]
public enum TieKind
{
    /// <summary>A relative, of a kind that is not said.</summary>
    Relative = 0,

    /// <summary>The father or the mother.</summary>
    Parent,

    /// <summary>A son or a daughter.</summary>
    Child,

    /// <summary>The husband or the wife.</summary>
    Spouse,

    /// <summary>A brother or a sister.</summary>
    Sibling,

    /// <summary>A grandparent.</summary>
    Grandparent,

    /// <summary>A grandchild.</summary>
    Grandchild,

    /// <summary>Somebody who is no relative: a friend, a colleague, a companion on the way.</summary>
    Companion,
}
