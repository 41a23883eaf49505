using System.Text.Json.Serialization;

namespace ConflictModel.Validation;

/// <summary>How much a finding matters.</summary>
[JsonConverter(typeof(EnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Something a reader should see: a claim beside its figures.</summary>
    Information = 0,

    /// <summary>Odd, but published: it can be held and may be right.</summary>
    Warning,

    /// <summary>It can't be true, or refers to nothing.</summary>
    Error,
}
