namespace ConflictModel.Interchange;

/// <summary>Input that can't be read, where the caller asked to stop at the first such row, or where no row can be read at all.</summary>
public sealed class MalformedInputException : FormatException
{
    /// <summary>An error for a fault.</summary>
    public MalformedInputException(Malformation malformation, Exception? innerException = null)
        : base(malformation?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(malformation);
        Malformation = malformation;
    }

    /// <summary>What is wrong, and where.</summary>
    public Malformation Malformation { get; }

    /// <summary>The line, from 1.</summary>
    public long Line => Malformation.Line;

    /// <summary>The byte of UTF-8 within the line, from 1.</summary>
    public long Column => Malformation.Column;

    /// <summary>The same in one file of several.</summary>
    internal MalformedInputException In(string? file) =>
        file is null || Malformation.File is not null ? this : new(Malformation with { File = file }, InnerException);
}
