using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>How incidents or people are written to a file.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record WriteOptions
{
    /// <summary>
    /// The columns of a table in their order; empty for those that the glossary knows of the format's or the list's source
    /// (<see cref="Source.Columns"/>), which are those of the file that was read, and else for the format's or the mapping's own.
    /// </summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>
    /// A row of HXL tags under the column names of a table, one for each of <see cref="Columns"/>, such as the reader's
    /// (<see cref="IncidentReader.Tags"/>); empty for none, or where <see cref="Columns"/> is empty too, for those that the glossary knows
    /// (<see cref="Source.ColumnTags"/>).
    /// </summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>
    /// Whether a cell of text that starts like a formula (<see cref="SpreadsheetFormula.Is"/>) gets an apostrophe before it, so that a
    /// spreadsheet doesn't run it. Such cells differ from the data: <see cref="IncidentWriter.NeutralisedCells"/> counts them.
    /// </summary>
    public bool NeutraliseFormulas { get; init; }

    /// <summary>Takes what the format can't hold; null to not look for it. Looking makes writing some three times as slow.</summary>
    public Action<Loss>? OnLoss { get; init; }
}
