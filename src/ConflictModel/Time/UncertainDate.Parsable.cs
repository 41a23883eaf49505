using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using ConflictModel.Time;

namespace ConflictModel;

/// <content>Reading EDTF from characters and from UTF-8.</content>
public readonly partial struct UncertainDate : ISpanParsable<UncertainDate>, IUtf8SpanParsable<UncertainDate>
{
    /// <summary>Reads an EDTF expression. Nothing but the expression may stand in the text, no spaces either.</summary>
    /// <exception cref="DateParseException">The text is not an EDTF expression; the exception says where and why.</exception>
    public static UncertainDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static UncertainDate Parse(ReadOnlySpan<char> text) =>
        DateParser.TryParse(text, out UncertainDate date, out DateParseError error)
            ? date
            : throw new DateParseException(text.ToString(), error);

    /// <summary>Reads an EDTF expression from UTF-8.</summary>
    /// <exception cref="DateParseException">The text is not an EDTF expression; its position counts bytes.</exception>
    public static UncertainDate Parse(ReadOnlySpan<byte> utf8Text) =>
        TryRead(utf8Text, out UncertainDate date, out DateParseError error)
            ? date
            : throw new DateParseException(Encoding.UTF8.GetString(utf8Text), error);

    /// <summary>Reads an EDTF expression. Where and why a text is none, <see cref="DateExplanation"/> says.</summary>
    /// <param name="text">The text; null is not a date.</param>
    /// <param name="date">The date, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out UncertainDate date) =>
        DateParser.TryParse(text.AsSpan(), out date, out _);

    /// <inheritdoc cref="TryParse(string, out UncertainDate)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out UncertainDate date) => DateParser.TryParse(text, out date, out _);

    /// <summary>Reads an EDTF expression from UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out UncertainDate date) => TryRead(utf8Text, out date, out _);

    /// <inheritdoc/>
    static UncertainDate IParsable<UncertainDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<UncertainDate>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UncertainDate result) =>
        DateParser.TryParse(s.AsSpan(), out result, out _);

    /// <inheritdoc/>
    static UncertainDate ISpanParsable<UncertainDate>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool ISpanParsable<UncertainDate>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UncertainDate result) =>
        DateParser.TryParse(s, out result, out _);

    /// <inheritdoc/>
    static UncertainDate IUtf8SpanParsable<UncertainDate>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text);

    /// <inheritdoc/>
    static bool IUtf8SpanParsable<UncertainDate>.TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out UncertainDate result) =>
        TryRead(utf8Text, out result, out _);

    private static bool TryRead(ReadOnlySpan<byte> utf8Text, out UncertainDate date, out DateParseError error)
    {
        if (utf8Text.Length > MaxLength)
        {
            date = default;
            error = new DateParseError(MaxLength, "the text is too long");
            return false;
        }

        // Every byte becomes one character, so that positions agree; one that is not ASCII is rejected where it stands.
        char[]? rented = null;
        Span<char> buffer = utf8Text.Length <= 128 ? stackalloc char[128] : rented = ArrayPool<char>.Shared.Rent(utf8Text.Length);
        Span<char> text = buffer[..utf8Text.Length];
        Encoding.Latin1.GetChars(utf8Text, text);
        bool parsed = DateParser.TryParse(text, out date, out error);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return parsed;
    }
}
