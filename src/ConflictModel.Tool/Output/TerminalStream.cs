using System.Text;

namespace ConflictModel.Tool.Output;

/// <summary>
/// Data on its way to a terminal, in UTF-8: what would command it is shown instead (<see cref="ScreenText.Visible"/>), so that JSON is
/// still the same JSON. In a file and in a pipe data stays data, to the byte.
/// </summary>
/// <remarks>
/// A character or an end of line that is not whole yet waits for the next bytes. Bytes that are no UTF-8 are replaced. Disposing this
/// leaves the terminal open.
/// </remarks>
internal sealed class TerminalStream(Stream target) : WrittenStream
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private bool isAtReturn;

    public override void Write(ReadOnlySpan<byte> buffer) => Show(buffer, isLast: false);

    public override void Flush() => target.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Show([], isLast: true);
            target.Flush();
        }

        base.Dispose(disposing);
    }

    private void Show(ReadOnlySpan<byte> bytes, bool isLast)
    {
        char[] letters = new char[decoder.GetCharCount(bytes, isLast) + 1];
        letters[0] = '\r';
        int end = decoder.GetChars(bytes, letters.AsSpan(1), isLast) + 1;
        Span<char> text = letters.AsSpan(isAtReturn ? 0 : 1, end - (isAtReturn ? 0 : 1));
        isAtReturn = !isLast && text is [.., '\r'];
        target.Write(Encoding.UTF8.GetBytes(ScreenText.Visible(isAtReturn ? text[..^1] : text)));
    }
}
