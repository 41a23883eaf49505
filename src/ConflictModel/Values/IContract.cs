using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ConflictModel;

/// <summary>A converter that makes the contract of its type, so that nobody need make one at run time.</summary>
internal interface IContract
{
    /// <summary>The contract within options.</summary>
    JsonTypeInfo In(JsonSerializerOptions options);
}
