using System.Diagnostics.CodeAnalysis;

namespace ConflictModel;

/// <summary>The one rule of what an id's text may be.</summary>
internal static class IdText
{
    /// <summary>The most characters an id can have.</summary>
    public const int MaxLength = 200;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        foreach (char c in value)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return false;
            }
        }

        return value.Length is > 0 and <= MaxLength;
    }

    public static string Check(string value, string type)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsValid(value)
            ? value
            : throw new FormatException(
                $"'{value}' is not a valid {type}: an id has 1 to {MaxLength} characters, no white space and no control characters.");
    }

    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id)
        where TId : struct, IId<TId>
    {
        bool valid = IsValid(text);
        id = valid ? TId.From(text!) : default;
        return valid;
    }
}
