using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Reads and writes values within records: in the library's own form, whatever options a consumer has.</summary>
internal static class Json
{
    /// <summary>Reads the value under the reader, which is not null.</summary>
    public static T Read<T>(ref Utf8JsonReader json) => Json<T>.Converter.Read(ref json, typeof(T), null!)!;

    /// <summary>Writes a value.</summary>
    /// <exception cref="ArgumentException">No file can hold it.</exception>
    public static void Write<T>(Utf8JsonWriter writer, T value)
    {
        if (Json<T>.Value is { } converter)
        {
            converter.WriteChecked(writer, value);
        }
        else
        {
            Json<T>.Converter.Write(writer, value, null!);
        }
    }
}

/// <summary>How the library itself reads and writes a type.</summary>
internal static class Json<T>
{
    public static readonly JsonConverter<T> Converter = (JsonConverter<T>)Find();

    /// <summary>The same where it is that of a value, and neither of a record nor of a list.</summary>
    public static readonly ValueConverter<T>? Value = Converter as ValueConverter<T>;

    private static JsonConverter Find() =>
        default(T) is IHasJson list ? list.Converter()
        : typeof(T) == typeof(string) ? new Primitives.Text()
        : typeof(T) == typeof(bool) ? new Primitives.Flag()
        : typeof(T) == typeof(decimal) ? new Primitives.Number()
        : (JsonConverter)Activator.CreateInstance(typeof(T).GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!)!;
}
