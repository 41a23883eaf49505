namespace ConflictModel.Catalogs;

/// <summary>A catalog's text breaks its format.</summary>
public sealed class CatalogFormatException : FormatException
{
    internal CatalogFormatException(int line, string message, Exception? inner = null)
        : base($"Line {line}: {message}", inner) => Line = line;

    /// <summary>The line, the first is 1.</summary>
    public int Line { get; }
}
