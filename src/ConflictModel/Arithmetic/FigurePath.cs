using System.Diagnostics.CodeAnalysis;

namespace ConflictModel.Arithmetic;

/// <summary>Where a figure stands in a casualty record: the categories that lead to it from the whole.</summary>
/// <remarks>
/// <para>
/// Steps are joined by <c>/</c>, each <c>axis:key</c>: <c>victim:isis/perpetrator:russia</c>. The whole is the empty path. The
/// residual of a breakdown has the key <c>?</c>: <c>victim:?</c>. Parts of one breakdown and one category are its pieces, numbered in the
/// report's order: <c>region:raqqa#1</c>, <c>region:raqqa#2</c>; <c>region:raqqa</c> is then all of them together. A step that would stand
/// twice below one whole bears its number from the second on: <c>demographic:women~2</c>. The documentation has the grammar of the keys.
/// </para>
/// <para>Equality is ordinal. The default value is the path of the whole.</para>
/// </remarks>
public readonly partial record struct FigurePath : ISpanParsable<FigurePath>
{
    private readonly string? text;

    internal FigurePath(string text) => this.text = text;

    /// <summary>The path as text; empty for the whole.</summary>
    public string Value => text ?? "";

    /// <summary>Whether this is the whole.</summary>
    public bool IsWhole => Value.Length == 0;

    /// <summary>The path that <paramref name="path"/> spells.</summary>
    /// <exception cref="FormatException"><paramref name="path"/> is no path.</exception>
    public static implicit operator FigurePath(string path) => Parse(path, null);

    /// <summary>The path that <paramref name="s"/> spells.</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is no path.</exception>
    public static FigurePath Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static FigurePath Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out FigurePath path)
            ? path
            : throw new FormatException($"'{s}' is not the path of a figure; a path is 'axis:key', or several of these joined by '/'.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FigurePath result)
    {
        result = default;
        return s is not null && TryParse(s.AsSpan(), provider, out result);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out FigurePath result)
    {
        result = default;
        if (!s.IsEmpty)
        {
            foreach (Range step in s.Split('/'))
            {
                int colon = s[step].IndexOf(':');
                if (colon <= 0 || colon == s[step].Length - 1 || s[step].IndexOfAny(" \t\r\n") >= 0)
                {
                    return false;
                }
            }

            result = new(s.ToString());
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>The path of a piece of the category at this one.</summary>
    internal FigurePath Piece(int number) => new(FormattableString.Invariant($"{Value}#{number}"));

    /// <summary>The path one step further.</summary>
    internal FigurePath Then(string axis, string key, int number = 1)
    {
        string step = number == 1 ? $"{axis}:{key}" : FormattableString.Invariant($"{axis}:{key}~{number}");
        return new(IsWhole ? step : $"{Value}/{step}");
    }
}
