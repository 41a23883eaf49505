namespace ConflictModel.Interchange;

/// <summary>Checks a published file against the rules that its publisher's data obeys.</summary>
/// <remarks>
/// UCDP GED, ACLED, and UCDP's Country-Year Dataset. Nothing is held but the counts and, to find those that stand twice, the ids. Rows
/// that can't be read are set aside or stop the check, as the options say; odd rows are findings.
/// </remarks>
public static class PublishedValidator
{
    /// <summary>Checks a file.</summary>
    /// <param name="stream">The file, which is closed.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="onFinding">Takes each finding, in the file's order; null to only count.</param>
    /// <param name="onRow">Is told the bytes read after each row, for a progress bar; may be null.</param>
    /// <exception cref="MalformedInputException">The file is of no format that is checked, or a row can't be read and the options say to stop.</exception>
    public static PublishedSummary Validate(
        Stream stream, ReadOptions? options = null, Action<PublishedFinding>? onFinding = null, Action<long>? onRow = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        (RewindStream text, byte[] head) = InputStreams.Open(stream);
        using RowSource rows = FormatDetector.Open(text, head, options.Format, options.MaxRowBytes);
        RuleBook? rules = null;
        RowReader? reader = null;
        string format = "";
        long kept = 0;
        long setAside = 0;
        if (rows is CsvRowSource)
        {
            Choose();
        }

        while (rows.Read())
        {
            if (rules is null)
            {
                Choose();
            }

            Row row = rows.Row;
            if (row.Fault is null && (reader is null || reader.Read(row) is not null))
            {
                rules!.Check(row, onFinding);
            }

            if (row.Fault is null)
            {
                kept++;
            }
            else if (options.Malformed == MalformedRows.Stop)
            {
                throw new MalformedInputException(row.Fault);
            }
            else
            {
                setAside++;
                options.OnRejected?.Invoke(row.Reject());
            }

            onRow?.Invoke(rows.Position);
        }

        return new()
        {
            Format = format,
            Counts = new(kept, setAside),
            Rules = rules?.Checks ?? [],
            Totals = rules?.Totals ?? [],
        };

        void Choose()
        {
            var names = new Glossary();
            (format, rules, reader) = CountryYearRules.Matches(rows.Columns) ? (CountryYearRules.Name, (RuleBook)new CountryYearRules(), (RowReader?)null)
                : (options.Format ?? FormatDetector.Of(rows.Columns)) switch
                {
                    InterchangeFormat.Acled => (AcledFormat.Name, new AcledRules(), new AcledReader(options, names)),
                    InterchangeFormat.UcdpGed => (GedFormat.Name, new GedRules(), new GedReader(options, names)),
                    _ => throw FormatDetector.Unknown(),
                };
        }
    }
}
