using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Reads and writes any <see cref="ValueList{T}"/> as a JSON array without nulls.</summary>
/// <remarks>An element that is one of the library's values or records has its own form; any other is what the options make of it.</remarks>
public sealed class ValueListConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsValueType && typeof(IHasJson).IsAssignableFrom(typeToConvert);
    }

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A list is a value type, which is made without a constructor.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        CanConvert(typeToConvert)
            ? ((IHasJson)RuntimeHelpers.GetUninitializedObject(typeToConvert)).Converter()
            : throw new ArgumentException($"{typeToConvert} is no list of values.", nameof(typeToConvert));
}

/// <summary>A generic type that knows its converter, so that nobody need make one at run time.</summary>
internal interface IHasJson
{
    JsonConverter Converter();
}

/// <summary>Reads and writes a list whose elements are known.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>, IListConverter
    where T : notnull
{
    // Elements that are not the library's own have no form of their own here.
    private static readonly bool IsOwn = typeof(T) == typeof(string) || (typeof(T).Assembly == typeof(Json).Assembly
        && (typeof(IHasJson).IsAssignableFrom(typeof(T)) || typeof(T).IsDefined(typeof(JsonConverterAttribute), inherit: false)));

    JsonConverter IListConverter.Element => Json<T>.Converter;

    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException(reader.TokenType == JsonTokenType.Null ? "Null is not allowed here." : "Expected a list.");
        }

        JsonConverter<T> element = Element(options);
        var items = default(InlineItems);
        int count = 0;
        T[]? many = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            T item = reader.TokenType == JsonTokenType.Null
                ? throw new JsonException("A list must not contain null.")
                : element.Read(ref reader, typeof(T), options)!;
            if (count < InlineItems.Length)
            {
                items[count] = item;
            }
            else
            {
                if (many is null || count == many.Length)
                {
                    Array.Resize(ref many, count * 2);
                    ((ReadOnlySpan<T>)items).CopyTo(many);
                }

                many[count] = item;
            }

            count++;
        }

        return count == 0 ? default
            : many is null ? new(((ReadOnlySpan<T>)items)[..count].ToArray())
            : new(count == many.Length ? many : many[..count]);
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        JsonConverter<T>? element = IsOwn ? null : Element(options);
        foreach (T item in value)
        {
            if (element is null)
            {
                Json.Write(writer, item);
            }
            else
            {
                element.Write(writer, item, options);
            }
        }

        writer.WriteEndArray();
    }

    private static JsonConverter<T> Element(JsonSerializerOptions options) =>
        IsOwn ? Json<T>.Converter : (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;

    // Most lists are short: their elements wait here and not in an array that grows.
    [InlineArray(Length)]
    private struct InlineItems
    {
        public const int Length = 4;

        private T first;
    }
}

/// <summary>A converter of lists, whatever their elements are.</summary>
internal interface IListConverter
{
    JsonConverter Element { get; }
}
