namespace ConflictModel.Interchange;

/// <summary>Writes a published file again with the repairs that its rules propose, as far as they are asked for.</summary>
/// <remarks>
/// Nothing is repaired unasked: the cells that no asked rule changes come back as they were, and so do the columns, a row of HXL tags, and
/// the rows in their order. Decimal commas, and days whose order was stated, are written in plain form, as in every file that the library
/// writes. A repair is applied where its rule then finds nothing in the row, and no other rule an error or a warning that it did not
/// find before; the others stay proposals. The file that is written is CSV in UTF-8 with line feeds, cells quoted where they must be.
/// </remarks>
public static class PublishedRepairer
{
    /// <summary>Repairs a file.</summary>
    /// <param name="input">The file, CSV, which is closed.</param>
    /// <param name="output">Takes the repaired file, and stays open.</param>
    /// <param name="rules">The codes of the rules whose repairs are applied, of those in <see cref="EventFormat.Repairs"/>.</param>
    /// <param name="options">How to read. Rows that are set aside are not written.</param>
    /// <param name="onRepair">Takes each finding whose repair was applied, in the file's order; see <see cref="RepairFile"/>.</param>
    /// <param name="neutraliseFormulas">
    /// Whether cells that a spreadsheet would run get an apostrophe before them (<see cref="SpreadsheetFormula"/>): they then differ from
    /// the data.
    /// </param>
    /// <returns>What the check of the file came to before the repairs.</returns>
    /// <exception cref="ArgumentException">
    /// The options name a format that has no rules, or one of the rules is none by which a file of its format can be repaired.
    /// </exception>
    /// <exception cref="MalformedInputException">The file is no CSV file of a format that is checked, breaks off, has a row for each actor
    /// of an event (<see cref="ReadCounts.Joined"/>), or a row can't be read and the options say to stop.</exception>
    public static PublishedSummary Repair(
        Stream input,
        Stream output,
        IEnumerable<string> rules,
        ReadOptions? options = null,
        Action<PublishedFinding>? onRepair = null,
        bool neutraliseFormulas = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rules);
        options ??= new();
        using EventRows rows = PublishedValidator.Open(input, options);
        EventFormat format = rows is { IsTable: true, Format: { } known } ? known : throw new MalformedInputException(new()
        {
            Code = MalformationCode.Header,
            Reason = "Only a CSV file is repaired, and this is JSON.",
            Line = 1,
            Column = 1,
        });
        HashSet<string> codes = Asked(rules, format);
        RuleBook book = format.Rules();
        bool isProposed = false;
        book.OnFinding = finding => isProposed |= !finding.Repair.IsEmpty && codes.Contains(finding.Code);
        var repair = new RowRepair(codes, cells => FindingsIn(format, rows.Columns, cells));
        using CsvRecords csv = new(output, rows.Columns.Names, neutraliseFormulas, rows.Tags);
        while (rows.Next(_ => book))
        {
            string[] cells = [.. Enumerable.Range(0, rows.Columns.Count).Select(rows.Row.WrittenText)];
            if (isProposed)
            {
                long line = rows.Row.Line;
                cells = repair.Of(rows.Columns, cells, finding => onRepair?.Invoke(finding with { Line = line }));
                isProposed = false;
            }

            foreach (string cell in cells)
            {
                csv.Write(cell);
            }

            csv.EndRecord();
        }

        return rows.Counts.Joined == 0 ? book.Summary(format.Name, rows.Counts) : throw new MalformedInputException(new()
        {
            Code = MalformationCode.Header,
            Reason = "The file has a row for each actor of an event, as ACLED's monadic export, and a repair is of a row an event: "
                + "convert it to ACLED first, which joins them.",
            Line = 1,
            Column = 1,
        });
    }

    private static HashSet<string> Asked(IEnumerable<string> rules, EventFormat format)
    {
        HashSet<string> codes = [.. rules];
        string? unknown = codes.FirstOrDefault(code => format.Repairs.All(rule => rule.Code != code));
        return unknown is null
            ? codes
            : throw new ArgumentException(
                $"'{unknown}' is not a rule by which {format.Title} is repaired; those are "
                    + $"{string.Join(", ", format.Repairs.Select(rule => rule.Code))}.",
                nameof(rules));
    }

    private static List<PublishedFinding>? FindingsIn(EventFormat format, ColumnSet columns, string[] cells)
    {
        var findings = new List<PublishedFinding>();
        RuleBook book = format.Rules();
        book.OnFinding = findings.Add;
        return book.Take(new TextRowSource(columns).Of(cells)) ? findings : null;
    }
}
