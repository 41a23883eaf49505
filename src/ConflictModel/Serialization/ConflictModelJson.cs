using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConflictModel.Serialization;

/// <summary>Options of System.Text.Json for whole data sets.</summary>
public static class ConflictModelJson
{
    /// <summary>Lets any options read and write data sets in the shared schema.</summary>
    /// <remarks>
    /// The library's types carry their converters, so that most options need nothing. Two things only options can say: that data may nest
    /// as deep as a file's (<see cref="DatasetJson.MaxDepth"/>), and, where a source generator made the options' contracts and was not told
    /// of a type of the library, what it is. Call it after the contracts are set.
    /// </remarks>
    /// <returns>The same options.</returns>
    /// <exception cref="InvalidOperationException">The options were used already.</exception>
    public static JsonSerializerOptions AddConflictModel(this JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MaxDepth = Math.Max(options.MaxDepth, DatasetJson.MaxDepth);

        // Options without contracts find them by reflection, and these types with them; a contract of ours would take that away.
        if (options.TypeInfoResolver is not null || !JsonSerializer.IsReflectionEnabledByDefault)
        {
            options.TypeInfoResolverChain.Add(new Contracts());
        }

        return options;
    }

    private sealed class Contracts : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
        {
            if (type.Assembly != typeof(ConflictModelJson).Assembly
                || type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType is not { } converter)
            {
                return null;
            }

            object made = Activator.CreateInstance(converter)!;
            return (made is JsonConverterFactory factory ? factory.CreateConverter(type, options) : made) is IContract contract
                ? contract.In(options)
                : null;
        }
    }
}
