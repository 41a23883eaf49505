using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ConflictModel;

/// <summary>The versions of file formats: a major and a minor number, of which a reader takes those of its major up to its minor.</summary>
internal static class FormatVersion
{
    /// <summary>The version of the data set's schema that is written.</summary>
    public const string OfDataset = "1.4";

    /// <summary>Reads the version under a reader.</summary>
    /// <exception cref="JsonException">It is none that this library reads.</exception>
    public static void Check(ref Utf8JsonReader json, string upTo)
    {
        if (ReasonToRefuse(TextOf(in json), upTo) is { } reason)
        {
            throw new JsonException(reason);
        }
    }

    /// <summary>What is wrong with a version; null if this library reads it.</summary>
    /// <param name="text">The version; null for what is no text.</param>
    /// <param name="upTo">The newest version that is read.</param>
    public static string? ReasonToRefuse(string? text, string upTo)
    {
        if (text is null || Parse(text) is not (int major, int minor))
        {
            return $"The schema version is a text like \"{upTo}\": a major and a minor number.";
        }

        (int ours, int newest) = Parse(upTo)!.Value;
        return major < ours ? $"The file was written for schema {text}; this library reads from {ours}.0."
            : major > ours || minor > newest ? $"The file was written for schema {text}; this library reads up to {upTo}."
            : null;
    }

    /// <summary>
    /// The text under a reader. Half a surrogate pair, which a text can't hold, is no version: the bytes are looked at and not the text.
    /// </summary>
    public static string? TextOf(in Utf8JsonReader json) =>
        json.TokenType != JsonTokenType.String || json.ValueIsEscaped ? null
        : json.HasValueSequence ? Encoding.UTF8.GetString(json.ValueSequence)
        : Encoding.UTF8.GetString(json.ValueSpan);

    private static (int Major, int Minor)? Parse(string version)
    {
        string[] parts = version.Split('.');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
            && FormattableString.Invariant($"{major}.{minor}") == version
                ? (major, minor)
                : null;
    }
}
