namespace ConflictModel.Matching;

/// <summary>Text that is no table of counts by pattern of lists.</summary>
public sealed class CaptureFormatException : FormatException
{
    /// <summary>An error at a place.</summary>
    /// <param name="reason">What is wrong there, as a sentence without a place.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The character within the line, from 1.</param>
    public CaptureFormatException(string reason, int line, int column)
        : base(FormattableString.Invariant($"line {line}, column {column}: {reason}")) => (Reason, Line, Column) = (reason, line, column);

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The character within the line, from 1.</summary>
    public int Column { get; }
}
