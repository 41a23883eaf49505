namespace ConflictModel.Time;

/// <summary>Thrown by <see cref="UncertainDate.Parse(string)"/> for a text that is not an EDTF date.</summary>
public sealed class DateParseException : FormatException
{
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

    /// <summary>Makes an exception for an error.</summary>
    public DateParseException(DateParseError error)
        : base($"Not an EDTF date, {error}.") => Error = error;

    /// <summary>Where and why the text was rejected.</summary>
    public DateParseError Error { get; }
}
