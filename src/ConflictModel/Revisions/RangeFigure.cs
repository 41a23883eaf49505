using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

/// <summary>Which figure of a count that is given as a range.</summary>
[JsonConverter(typeof(EnumConverter<RangeFigure>))]
public enum RangeFigure
{
    /// <summary>The best figure.</summary>
    Best = 0,

    /// <summary>The low figure.</summary>
    Low,

    /// <summary>The high figure.</summary>
    High,
}
