namespace ConflictModel.Serialization;

/// <summary>
/// Input that is not the data set file or the revision log it should be: not JSON, not of the schema, or of a newer one.
/// </summary>
/// <remarks>
/// Line and column count from 1; the column counts bytes of UTF-8, as editors' byte columns do. An error among the people of a file quotes
/// nothing of what stands there, and its pointer ends at the record.
/// </remarks>
public sealed class DatasetFormatException : FormatException
{
    /// <summary>An error at a place in a file.</summary>
    /// <param name="reason">What is wrong there, as one sentence without a place.</param>
    /// <param name="pointer">The JSON Pointer (RFC 6901) of the innermost value that holds the place; empty for the whole file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The byte within the line, from 1.</param>
    /// <param name="innerException">The error behind it, or null.</param>
    public DatasetFormatException(string reason, string pointer, long line, long column, Exception? innerException = null)
        : base(
            FormattableString.Invariant($"line {line}, column {column}{(pointer.Length > 0 ? ", at " + pointer : "")}: {reason}"),
            innerException)
    {
        Reason = reason;
        Pointer = pointer;
        Line = line;
        Column = column;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>The JSON Pointer of the innermost value that holds the place; empty for the whole file.</summary>
    public string Pointer { get; }

    /// <summary>The line, from 1.</summary>
    public long Line { get; }

    /// <summary>The byte within the line, from 1.</summary>
    public long Column { get; }
}
