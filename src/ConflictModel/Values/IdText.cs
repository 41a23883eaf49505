using System.Diagnostics.CodeAnalysis;

namespace ConflictModel;

/// <summary>The one rule of what an id's text may be.</summary>
internal static class IdText
{
    /// <summary>The most characters an id can have.</summary>
    public const int MaxLength = 200;

    public static bool IsValid([NotNullWhen(true)] string? value) => value is not null && IsValid(value.AsSpan());

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (char c in value)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }

    public static string Check(string value, string type)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsValid(value)
            ? value
            : throw new FormatException($"'{value}' is no {type}: an id has 1 to {MaxLength} characters, none of them white space or control.");
    }
}
