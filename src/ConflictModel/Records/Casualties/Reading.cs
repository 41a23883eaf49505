using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Whether a text says that figures belong together, or a reader takes it so.</summary>
[JsonConverter(typeof(EnumConverter<Reading>))]
public enum Reading
{
    /// <summary>The text says so.</summary>
    Stated = 0,

    /// <summary>A reader infers it from layout or sense; the text could be read otherwise.</summary>
    Inferred,
}
