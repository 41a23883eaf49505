namespace ConflictModel.Interchange;

/// <summary>Checks a published file against the rules that its publisher's data obeys.</summary>
/// <remarks>
/// UCDP GED, ACLED, and UCDP's Country-Year Dataset. Nothing is held but the counts and, in 12 to 20 bytes a row, the ids. Rows
/// that can't be read are set aside or stop the check, as the options say; odd rows are findings.
/// </remarks>
public static class PublishedValidator
{
    /// <summary>Checks a file.</summary>
    /// <param name="stream">The file, which is closed.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="onFinding">Takes each finding, in the file's order; rows that bear an earlier one's id come last. Null to only
    /// count.</param>
    /// <exception cref="ArgumentException">The options name a format that has no rules.</exception>
    /// <exception cref="MalformedInputException">The file is of no format that is checked, breaks off, or a row can't be read and the
    /// options say to stop.</exception>
    public static PublishedSummary Validate(Stream stream, ReadOptions? options = null, Action<PublishedFinding>? onFinding = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using EventRows rows = Open(stream, options ?? new());
        return Validate(rows, onFinding);
    }

    /// <summary>
    /// Checks several files of one format as one: an id that stands in two of them is found, and each finding names its file.
    /// </summary>
    /// <param name="paths">The files.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="onFinding">Takes each finding, in the files' order; rows that bear an earlier one's id come last. Null to only
    /// count.</param>
    /// <exception cref="ArgumentException">There are no files, or the options name a format that has no rules.</exception>
    /// <exception cref="MalformedInputException">One of the files is of no format that is checked, or of another than the first, or breaks
    /// off, or a row can't be read and the options say to stop.</exception>
    public static PublishedSummary Validate(
        IReadOnlyList<string> paths, ReadOptions? options = null, Action<PublishedFinding>? onFinding = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
        {
            throw new ArgumentException("There are no files.", nameof(paths));
        }

        using var rows = EventRows.Open(paths, Checked(options ?? new()), notesIds: true);
        return Validate(rows, onFinding);
    }

    /// <summary>Opens a file of a format that has rules.</summary>
    internal static EventRows Open(Stream stream, ReadOptions options) => EventRows.Open(stream, Checked(options), notesIds: true);

    private static PublishedSummary Validate(EventRows rows, Action<PublishedFinding>? onFinding)
    {
        RuleBook? rules = rows.Format?.Rules();
        Action<PublishedFinding>? tell = onFinding is null
            ? null
            : finding => onFinding(rows.File is { } file ? finding with { File = file } : finding);
        RowHandler RulesOf(EventFormat format)
        {
            rules ??= format.Rules();
            rules.OnFinding = tell;
            return rules;
        }

        while (rows.Next(RulesOf))
        {
        }

        if (rows.Ids is { } ids)
        {
            rules!.OnFinding = onFinding;
            rules.Tell(ids.Count, ids.Later());
        }

        return rules?.Summary(rows.Format!.Name, rows.Counts) ?? new() { Format = "", Counts = rows.Counts, Rules = [], Totals = [] };
    }

    private static ReadOptions Checked(ReadOptions options) => options.Format is { IsChecked: false } format
        ? throw new ArgumentException($"There are no rules for {format.Title}.", nameof(options))
        : options;
}
