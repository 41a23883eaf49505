using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>
/// Input that is not the data set file or the revision log it should be: not JSON, not of the schema, or of a newer one.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Line"/> and <see cref="Column"/> count from 1; the column counts bytes of UTF-8, as editors' byte columns do. The members
/// that are inherited keep the convention of System.Text.Json: <see cref="JsonException.LineNumber"/> and
/// <see cref="JsonException.BytePositionInLine"/> count from 0, and <see cref="JsonException.Path"/> is a JSONPath
/// (<c>$.tallies[0].scope</c>) where <see cref="Pointer"/> is a JSON Pointer (<c>/tallies/0/scope</c>).
/// </para>
/// <para>
/// An error among the people of a file quotes nothing of what stands there, and its pointer ends at the record or at a member of it
/// that the schema names.
/// </para>
/// </remarks>
public sealed class DatasetFormatException : JsonException
{
    /// <summary>An error at a place in a file.</summary>
    /// <param name="reason">What is wrong there, as one sentence without a place.</param>
    /// <param name="pointer">The JSON Pointer (RFC 6901) of the innermost value that holds the place; empty for the whole file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The byte within the line, from 1.</param>
    /// <param name="innerException">The error behind it, or null.</param>
    /// <exception cref="FormatException"><paramref name="pointer"/> is no JSON Pointer.</exception>
    public DatasetFormatException(string reason, string pointer, long line, long column, Exception? innerException = null)
        : base(
            FormattableString.Invariant($"line {line}, column {column}{(pointer.Length > 0 ? ", at " + pointer : "")}: {reason}"),
            JsonPointer.Parse(pointer).ToJsonPath(),
            line - 1,
            column - 1,
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
