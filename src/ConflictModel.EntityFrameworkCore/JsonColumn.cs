using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>A value, a record or a list of them as the JSON that stands in a file.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(value => TextOf(value), text => Of(text))
{
    private static string TextOf(T value) => JsonSerializer.Serialize(value, JsonColumn.Options);

    private static T Of(string text) => JsonSerializer.Deserialize<T>(text, JsonColumn.Options)!;

    /// <summary>Tells values apart by their texts, so that a date that is written otherwise is saved. All of them are immutable.</summary>
    internal sealed class Comparer() : ValueComparer<T>(
        (one, other) => AreSame(one, other),
        value => value == null ? 0 : value.GetHashCode(),
        value => value)
    {
        private static bool AreSame(T? one, T? other) =>
            one is null || other is null ? one is null && other is null : one.Equals(other) && TextOf(one) == TextOf(other);
    }
}

/// <summary>How the JSON of columns is written.</summary>
internal static class JsonColumn
{
    /// <summary>Non-Latin text stays readable, and nothing is too deep that a file can hold.</summary>
    public static JsonSerializerOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DatasetJson.MaxDepth };
}
