using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>What a derived figure stands for.</summary>
[JsonConverter(typeof(EnumConverter<FigureKind>))]
public enum FigureKind
{
    /// <summary>The whole count.</summary>
    Whole = 0,

    /// <summary>A part of a breakdown.</summary>
    Part,

    /// <summary>A category of which a breakdown has several parts: all these pieces together.</summary>
    Category,

    /// <summary>What a breakdown leaves of its whole. The report does not say who they are, and nor does this.</summary>
    Residual,

    /// <summary>Those of the whole that are the work of the actors to whom a headline attributes all of it.</summary>
    Attributed,
}
