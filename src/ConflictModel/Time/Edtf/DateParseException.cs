namespace ConflictModel.Time;

/// <summary>Thrown by <see cref="UncertainDate.Parse(string)"/> for a text that is not an EDTF date.</summary>
public sealed class DateParseException : FormatException
{
    private const int MaxShown = 80;

    /// <summary>Makes an exception without an error, as the framework's guidelines ask.</summary>
    public DateParseException()
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public DateParseException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public DateParseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception for an error in a text.</summary>
    public DateParseException(string text, DateParseError error)
        : base($"'{(text?.Length > MaxShown ? text[..MaxShown] + "..." : text)}' is not an EDTF date, {error}.")
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Error = error;
    }

    /// <summary>The text that was refused, whole; the message shows the beginning of a long one.</summary>
    public string? Text { get; }

    /// <summary>Where and why the text was rejected.</summary>
    public DateParseError Error { get; }
}
