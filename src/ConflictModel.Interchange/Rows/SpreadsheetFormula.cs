using System.Buffers;
using System.Globalization;

namespace ConflictModel.Interchange;

/// <summary>Texts that a spreadsheet would run as formulas when it opens a CSV file.</summary>
public static class SpreadsheetFormula
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n");

    /// <summary>
    /// Whether a text starts like a formula: with <c>= + - @</c>, the wide forms of these, a tab or the end of a line. A number is none.
    /// </summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && Starts.Contains(text[0])
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>
    /// The text, with an apostrophe before one that starts like a formula, so that a spreadsheet shows it and runs nothing.
    /// </summary>
    public static string Neutralised(string text) => Is(text) ? "'" + text : text;
}
