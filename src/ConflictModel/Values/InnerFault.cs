using System.Text.Json;

namespace ConflictModel;

/// <summary>An error within a value of the library that System.Text.Json reads as a part of somebody else's.</summary>
/// <remarks>
/// The serializer sets <see cref="JsonException.Path"/> once the error has left the value, and knows the way to it alone. The message goes
/// on from there, as the serializer's own messages do.
/// </remarks>
internal sealed class InnerFault : JsonException
{
    private readonly string reason;
    private readonly string inner;

    private InnerFault(string reason, string inner, Exception error)
        : base(reason, error) => (this.reason, this.inner) = (reason, inner);

    /// <inheritdoc/>
    public override string Message => WithPlace(reason, Path + inner, LineNumber, BytePositionInLine);

    /// <summary>An error with its place.</summary>
    /// <param name="start">The reader as it stood on the first token of the value.</param>
    /// <param name="reached">The reader where the error was noticed.</param>
    /// <param name="error">The error.</param>
    public static JsonException At(in Utf8JsonReader start, in Utf8JsonReader reached, JsonException error)
    {
        bool isSyntax = error.LineNumber is not null;
        string reason = error is InnerFault nearer ? nearer.reason : isSyntax ? WithoutPlace(error.Message) : error.Message;
        string path = JsonWalk.To(start, reached.BytesConsumed, isSyntax).Pointer.ToJsonPath();
        if (start.CurrentDepth > 0)
        {
            return new InnerFault(reason, path[1..], error);
        }

        // The value is the whole, and its path is all of it.
        (long? line, long? column) = isSyntax ? (error.LineNumber, error.BytePositionInLine) : PlaceOf(reached);
        return new(isSyntax ? WithPlace(reason, path, line, column) : reason, path, line, column, error);
    }

    private static string WithPlace(string reason, string path, long? line, long? column) =>
        FormattableString.Invariant($"{reason} Path: {path} | LineNumber: {line} | BytePositionInLine: {column}.");

    private static string WithoutPlace(string message) =>
        message.LastIndexOf(" LineNumber: ", StringComparison.Ordinal) is >= 0 and var at ? message[..at] : message;

    // A reader tells its line in errors alone: one that goes on from there meets what is no JSON anywhere.
    private static (long? Line, long? Column) PlaceOf(in Utf8JsonReader reader)
    {
        var probe = new Utf8JsonReader([1], isFinalBlock: true, reader.CurrentState);
        try
        {
            probe.Read();
        }
        catch (JsonException error)
        {
            return (error.LineNumber, error.BytePositionInLine);
        }

        return (null, null);
    }
}
