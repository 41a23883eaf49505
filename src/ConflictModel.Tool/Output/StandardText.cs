using System.Text;

namespace ConflictModel.Tool.Output;

/// <summary>
/// Standard output or standard error as text for people: all that the command says there goes through <see cref="Out"/> and
/// <see cref="Error"/>, where what would command a terminal is shown instead (<see cref="ScreenText.Visible"/>). Only what draws on a
/// terminal itself doesn't, nor do JSON, CSV and other data, which <see cref="TerminalStream"/> takes there.
/// </summary>
internal sealed class StandardText : TextWriter
{
    private readonly string name;
    private readonly TextWriter target;
    private bool isClosed;

    private StandardText(string name, TextWriter target)
        : base(target.FormatProvider)
    {
        this.name = name;
        this.target = target;
        CoreNewLine = target.NewLine.ToCharArray();
    }

    /// <summary>Standard output.</summary>
    public static StandardText Out { get; } = new("standard output", Console.Out);

    /// <summary>Standard error.</summary>
    public static StandardText Error { get; } = new("standard error", Console.Error);

    public override Encoding Encoding => target.Encoding;

    /// <exception cref="InputException">The stream is closed, or nobody takes what is written to it.</exception>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (target)
        {
            if (isClosed)
            {
                return;
            }

            try
            {
                target.Write(ScreenText.Visible(buffer, keepsIsolates: this == Out && !Console.IsOutputRedirected));
            }
            catch (Exception error) when (OutputFile.IsRefusal(error))
            {
                throw OutputFile.Refused(name, error);
            }
        }
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    /// <summary>
    /// A line at once: what other threads say stands before or behind it. On a terminal what is told on standard error breaks between
    /// words.
    /// </summary>
    public override void WriteLine(string? value)
    {
        if (this != Error || value is null || Screen.ErrorWidth is not { } width)
        {
            Write(value + NewLine);
            return;
        }

        using var lines = new StringWriter(FormatProvider) { NewLine = NewLine };
        foreach (string line in value.ReplaceLineEndings("\n").Split('\n'))
        {
            lines.WriteWrapped(line, width);
        }

        Write(lines.ToString());
    }

    /// <summary>Writes a line if anybody takes it.</summary>
    public void TryWriteLine(string line)
    {
        try
        {
            WriteLine(line);
        }
        catch (InputException)
        {
            // There is nowhere left to tell it; the exit code does.
        }
    }

    /// <summary>Writes the last line: what is written behind it is left out, for the process ends.</summary>
    public void Close(string line)
    {
        lock (target)
        {
            TryWriteLine(line);
            isClosed = true;
        }
    }
}
