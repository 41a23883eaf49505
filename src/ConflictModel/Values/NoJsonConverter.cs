using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Refuses to read and write what is computed, or set up in code: half of it in JSON would be worse than none.</summary>
public sealed class NoJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        throw new NotSupportedException(
            $"A {typeToConvert.Name} has no form in JSON, for it is computed or set up in code: write what it comes from, and make it "
            + "again.");
    }
}
