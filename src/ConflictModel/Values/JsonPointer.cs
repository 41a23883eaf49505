using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConflictModel;

/// <summary>The place of a value within a JSON document, as RFC 6901 writes it: <c>/tallies/0/scope</c>.</summary>
/// <remarks>Equality is that of the text. The default value is the whole document, whose text is empty.</remarks>
public readonly partial struct JsonPointer : IEquatable<JsonPointer>
{
    // A place is made for every value that is looked at and read for few: the text is put together when it is asked for.
    private readonly Step? last;

    private JsonPointer(Step last) => this.last = last;

    /// <summary>The whole document.</summary>
    public static JsonPointer Root => default;

    /// <summary>Whether both texts are the same.</summary>
    public static bool operator ==(JsonPointer left, JsonPointer right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(JsonPointer left, JsonPointer right) => !left.Equals(right);

    /// <summary>The member <paramref name="name"/> of the object here.</summary>
    public JsonPointer Member(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(new Step(last, name, -1));
    }

    /// <summary>The element at <paramref name="index"/> of the array here.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public JsonPointer Item(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(new Step(last, "", index));
    }

    /// <summary>The pointer that a text is.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is no JSON Pointer.</exception>
    public static JsonPointer Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out JsonPointer pointer)
            ? pointer
            : throw new FormatException($"'{text}' is not a JSON Pointer such as /tallies/0/scope.");
    }

    /// <summary>The pointer that a text is; false if it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out JsonPointer pointer)
    {
        pointer = Root;
        if (text is null || (text.Length > 0 && text[0] != '/') || WrongTilde().IsMatch(text))
        {
            return false;
        }

        foreach (string step in text.Split('/').Skip(1))
        {
            pointer = step.All(char.IsAsciiDigit) && (step is "0" || step is [not '0', ..])
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                    ? pointer.Item(index)
                    : pointer.Member(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(JsonPointer other) => ReferenceEquals(last, other.last) || ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonPointer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The pointer's text; empty for the whole document.</summary>
    public override string ToString() => Join(step => step.Text);

    /// <summary>The same place as System.Text.Json writes it: <c>$.tallies[0].scope</c>. Steps of digits are taken for places in lists.
    /// </summary>
    internal string ToJsonPath() => "$" + Join(step => step.JsonPath);

    private string Join(Func<Step, string> text)
    {
        var steps = new Stack<string>();
        for (Step? step = last; step is not null; step = step.Before)
        {
            steps.Push(text(step));
        }

        return string.Concat(steps);
    }

    [GeneratedRegex("~(?![01])")]
    private static partial Regex WrongTilde();

    private sealed record Step(Step? Before, string Name, int Index)
    {
        // What System.Text.Json puts between brackets and quotation marks.
        private static readonly SearchValues<char> Special =
            SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

        public string Text => Index >= 0
            ? FormattableString.Invariant($"/{Index}")
            : "/" + Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

        public string JsonPath => Index >= 0 ? FormattableString.Invariant($"[{Index}]")
            : Name.Length > 0 && !Name.AsSpan().ContainsAny(Special) ? "." + Name
            : $"['{Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
    }
}
