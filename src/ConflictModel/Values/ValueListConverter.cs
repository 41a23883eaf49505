using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
internal sealed class ValueListConverter<T>
    : JsonConverter<ValueList<T>>, IListConverter, IContract, RecordFaults.IHolder<ValueList<T>>, RecordSteps.IStepwise<ValueList<T>>
    where T : notnull
{
    // Elements that are not the library's own, and those that are computed, have no form of their own here.
    private static readonly bool IsOwn = Json<T>.IsKnown;

    JsonConverter IListConverter.Element => Json<T>.Converter;

    JsonTypeInfo IContract.In(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<ValueList<T>>(options, this);

    void RecordFaults.IHolder<ValueList<T>>.Search(ValueList<T> value, RecordFaults.Finder finder)
    {
        for (int i = 0; i < value.Count; i++)
        {
            finder.Item(i, value[i]);
        }
    }

    IEnumerable<int> RecordSteps.IStepwise<ValueList<T>>.Write(Utf8JsonWriter writer, ValueList<T> value)
    {
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            Json.Write(writer, value[i]);
            yield return i;
        }

        writer.WriteEndArray();
    }

    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The library's own reading has no options, and tells the places of errors itself.
        if (options is null)
        {
            return Read(ref reader, null);
        }

        Utf8JsonReader start = reader;
        try
        {
            return Read(ref reader, InfoOf(options));
        }
        catch (JsonException error) when (error.Path is null)
        {
            throw InnerFault.At(start, reader, error);
        }
    }

    private static ValueList<T> Read(ref Utf8JsonReader reader, JsonTypeInfo<T>? info)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException(reader.TokenType == JsonTokenType.Null ? "Null is not allowed here." : "Expected a list.");
        }

        var items = default(InlineItems);
        int count = 0;
        T[]? many = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            T item = reader.TokenType == JsonTokenType.Null
                ? throw new JsonException("A list must not contain null.")
                : info is null ? Json.Read<T>(ref reader)
                : ReadOther(ref reader, info);
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
        JsonTypeInfo<T>? info = InfoOf(options);
        foreach (T item in value)
        {
            if (info is null)
            {
                Json.Write(writer, item);
            }
            else
            {
                JsonSerializer.Serialize(writer, item, info);
            }
        }

        writer.WriteEndArray();
    }

    // What the options make of an element; null for one of the library's own.
    private static JsonTypeInfo<T>? InfoOf(JsonSerializerOptions options) =>
        IsOwn ? null : (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    // A converter that reads on from here keeps the place of an error; only the serializer itself takes numbers from texts.
    private static T ReadOther(ref Utf8JsonReader reader, JsonTypeInfo<T> info) =>
        info.Options.NumberHandling == JsonNumberHandling.Strict
            ? ((JsonConverter<T>)info.Converter).Read(ref reader, typeof(T), info.Options)!
            : JsonSerializer.Deserialize(ref reader, info)!;

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
