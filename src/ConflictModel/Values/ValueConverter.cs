using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConflictModel;

/// <summary>Reads and writes one of the library's values in the form that the file format's schema gives it, whatever the options say.
/// </summary>
/// <remarks>
/// A default value that says nothing (no id, no figure) is null in JSON where it stands in somebody else's type, and comes back from null.
/// Within the library's own records it is left out, and a null there is an error.
/// </remarks>
/// <typeparam name="T">The value.</typeparam>
public abstract class ValueConverter<T> : JsonConverter<T>, IContract
{
    private protected ValueConverter()
    {
    }

    /// <inheritdoc/>
    public sealed override bool HandleNull => true;

    /// <inheritdoc/>
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return WhyNot(default) is not null ? default : throw new JsonException("Null is not allowed here.");
        }

        // The library's own reading has no options, and tells the places of errors itself; what is no object has no place within.
        if (options is null || reader.TokenType != JsonTokenType.StartObject)
        {
            return ReadValue(ref reader);
        }

        Utf8JsonReader start = reader;
        try
        {
            return ReadValue(ref reader);
        }
        catch (JsonException error) when (error.Path is null)
        {
            throw InnerFault.At(start, reader, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No JSON stands for the value.</exception>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (EqualityComparer<T>.Default.Equals(value, default) && WhyNot(value) is not null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteChecked(writer, value);
        }
    }

    /// <exception cref="ArgumentException">No file can hold the value.</exception>
    internal void WriteChecked(Utf8JsonWriter writer, T value)
    {
        if (WhyNot(value) is { } reason)
        {
            throw new ArgumentException($"No file can hold this {typeof(T).Name}: {reason}", nameof(value));
        }

        WriteValue(writer, value);
    }

    JsonTypeInfo IContract.In(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

    /// <summary>Reads a value from what is under the reader, which is not null.</summary>
    internal abstract T ReadValue(ref Utf8JsonReader reader);

    /// <summary>Writes a value that a file can hold.</summary>
    internal abstract void WriteValue(Utf8JsonWriter writer, T value);

    /// <summary>How many arrays and objects a value opens, one within another.</summary>
    internal virtual int Depth(T value) => 0;

    /// <summary>Why no file can hold a value, as a sentence; null if one can.</summary>
    internal virtual string? WhyNot(T? value) => null;
}
