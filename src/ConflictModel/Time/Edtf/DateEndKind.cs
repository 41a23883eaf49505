using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>What is known of a start or an end.</summary>
[JsonConverter(typeof(EnumConverter<DateEndKind>))]
public enum DateEndKind
{
    /// <summary>It exists and was not said: the empty end of <c>2019/</c>.</summary>
    Unknown = 0,

    /// <summary>It is dated, perhaps vaguely.</summary>
    Dated = 1,

    /// <summary>There is none, or none yet: the <c>..</c> of <c>2019/..</c>.</summary>
    Open = 2,
}
