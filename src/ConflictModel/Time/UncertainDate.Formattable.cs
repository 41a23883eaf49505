using System.Text;
using ConflictModel.Time;

namespace ConflictModel;

/// <content>Writing the expression as it was read.</content>
public readonly partial struct UncertainDate : ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>The EDTF expression, as it was parsed.</summary>
    public override string ToString()
    {
        if (this.more is DateList list)
        {
            return list.Text;
        }

        Span<char> buffer = stackalloc char[DateWriter.MaxLength];
        return WriteWide(out string? wide) ? wide : new string(Write(buffer));
    }

    /// <summary>The EDTF expression; there is only one format.</summary>
    /// <exception cref="FormatException">A format other than null, the empty text or <c>G</c> was asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        CheckFormat(format);
        return ToString();
    }

    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        CheckFormat(format);
        Span<char> buffer = stackalloc char[DateWriter.MaxLength];
        ReadOnlySpan<char> text = Text(buffer);
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten != 0;
    }

    /// <inheritdoc/>
    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        CheckFormat(format);
        Span<char> buffer = stackalloc char[DateWriter.MaxLength];
        // Every character of EDTF is ASCII.
        return Encoding.ASCII.TryGetBytes(Text(buffer), utf8Destination, out bytesWritten);
    }

    private static void CheckFormat(ReadOnlySpan<char> format)
    {
        if (!format.IsEmpty && format is not "G")
        {
            throw new FormatException("An uncertain date has one format, EDTF; give none, or G.");
        }
    }

    private ReadOnlySpan<char> Text(Span<char> buffer) =>
        this.more is DateList list ? list.Text : WriteWide(out string? wide) ? wide : Write(buffer);

    private bool WriteWide(out string text)
    {
        text = "";
        if (this.more is not WideYear year)
        {
            return false;
        }

        DateQualifiers before = First.Qualifier(0);
        DateQualifiers after = First.Qualifier(1);
        text = before == DateQualifiers.None && after == DateQualifiers.None ? year.Text : Sign(before) + year.Text + Sign(after);
        return true;
    }

    private static string Sign(DateQualifiers qualifier) => qualifier switch
    {
        DateQualifiers.None => "",
        DateQualifiers.Uncertain => "?",
        DateQualifiers.Approximate => "~",
        _ => "%",
    };

    private ReadOnlySpan<char> Write(Span<char> buffer)
    {
        var writer = new DateWriter(buffer);
        switch (Form)
        {
            case DateForm.Date:
                writer.Term(First);
                break;
            case DateForm.DateTime:
                writer.Term(First);
                writer.Time(Time);
                break;
            case DateForm.Interval:
                writer.Term(First);
                writer.Char('/');
                writer.Term(Second);
                break;
            default:
                // A packed set is one range; its open side is written by the points that divide it.
                writer.Char(Form == DateForm.OneOf ? '[' : '{');
                if (First.IsDated)
                {
                    writer.Term(First);
                }

                writer.Term(DateTerm.Open);
                if (Second.IsDated)
                {
                    writer.Term(Second);
                }

                writer.Char(Form == DateForm.OneOf ? ']' : '}');
                break;
        }

        return buffer[..writer.Length];
    }
}
