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
    private static readonly JsonConverter? Found = Find();

    /// <summary>Whether it does: not where the type is somebody else's, or computed.</summary>
    public static bool IsKnown => Found is not null;

    public static readonly JsonConverter<T> Converter = (JsonConverter<T>)Found!;

    /// <summary>The same where it is that of a value, and neither of a record nor of a list.</summary>
    public static readonly ValueConverter<T>? Value = Converter as ValueConverter<T>;

    private static JsonConverter? Find() =>
        default(T) is IHasJson list ? list.Converter()
        : typeof(T) == typeof(string) ? new Primitives.Text()
        : typeof(T) == typeof(bool) ? new Primitives.Flag()
        : typeof(T) == typeof(long) ? new Primitives.Whole()
        : typeof(T) == typeof(decimal) ? new Primitives.Number()
        : typeof(T).Assembly == typeof(Json).Assembly
            && typeof(T).GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType is { } converter
            && converter != typeof(NoJsonConverter)
            ? (JsonConverter)Activator.CreateInstance(converter)!
        : null;
}
