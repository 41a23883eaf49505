using System.Globalization;

namespace ConflictModel.Arithmetic;

/// <summary>A casualty record whose parts are nested deeper than <see cref="MaxDepth"/> levels.</summary>
/// <remarks>No report divides a count that often; a file that does is broken or hostile.</remarks>
public sealed class DerivationDepthException : InvalidOperationException
{
    /// <summary>The most levels of parts within parts: 256.</summary>
    public const int MaxDepth = 256;

    /// <summary>The exception with its standard message, which names the limit.</summary>
    public DerivationDepthException()
        : this(string.Create(CultureInfo.InvariantCulture, $"The breakdowns are nested deeper than {MaxDepth} levels."))
    {
    }

    /// <summary>The exception with a message.</summary>
    public DerivationDepthException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with a message and what caused it.</summary>
    public DerivationDepthException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
