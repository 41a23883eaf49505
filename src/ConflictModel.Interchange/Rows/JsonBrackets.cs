using System.Buffers;

namespace ConflictModel.Interchange;

/// <summary>Finds where an object or an array ends that is too long to be held: by its brackets, whatever else stands in it.</summary>
internal sealed class JsonBrackets
{
    private static readonly SearchValues<byte> OutsideTexts = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> InTexts = SearchValues.Create("\"\\"u8);

    private long depth;
    private bool isText;
    private bool isEscaped;

    /// <summary>Goes on through a text, of which the first begins with the first bracket.</summary>
    /// <returns>How many bytes go by up to the last bracket and with it; -1 if it does not stand there.</returns>
    public int Pass(ReadOnlySpan<byte> json)
    {
        int at = 0;
        while (at < json.Length)
        {
            if (isEscaped)
            {
                isEscaped = false;
                at++;
                continue;
            }

            int next = json[at..].IndexOfAny(isText ? InTexts : OutsideTexts);
            if (next < 0)
            {
                return -1;
            }

            at += next + 1;
            switch (json[at - 1])
            {
                case (byte)'"':
                    isText = !isText;
                    break;
                case (byte)'\\':
                    isEscaped = true;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    if (depth == 0)
                    {
                        return at;
                    }

                    break;
            }
        }

        return -1;
    }
}
