using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>The formats that are known, and how a file tells which it is of.</summary>
public static class EventFormats
{
    /// <summary>
    /// UCDP Georeferenced Event Dataset: CSV, its GeoJSON form, or a page of its API. Read, checked, and written as CSV. Actors bear UCDP's
    /// ids under the scheme <c>ucdp</c>, countries the codes of Gleditsch and Ward under <c>gw</c>; an incident's <c>relid</c> stands under
    /// <c>ucdp-relid</c>, its event_clarity is a grade under <c>ucdp-event-clarity</c>.
    /// </summary>
    public static EventFormat UcdpGed { get; } = new GedFormat();

    /// <summary>
    /// Armed Conflict Location and Event Data: CSV, or an answer of its API. Read, checked, and written as CSV. Countries bear their codes
    /// under the scheme <c>iso-3166-1-numeric</c>, actors the kind that ACLED gives them under <c>acled-inter</c>.
    /// </summary>
    public static EventFormat Acled { get; } = new AcledFormat();

    /// <summary>
    /// UCDP's battle-related deaths: a total for each dyad of state-based conflict and each year in which it was active. Read as tallies
    /// (<see cref="EventFormat.HoldsTallies"/>) and checked.
    /// </summary>
    public static EventFormat UcdpBattleDeaths { get; } = new DyadYearFormat(DyadYearTable.BattleDeaths);

    /// <summary>UCDP's non-state conflicts, a total a dyad and year as in <see cref="UcdpBattleDeaths"/>.</summary>
    public static EventFormat UcdpNonState { get; } = new DyadYearFormat(DyadYearTable.NonState);

    /// <summary>UCDP's one-sided violence, a total an actor and year: of civilians that the actor killed.</summary>
    public static EventFormat UcdpOneSided { get; } = new DyadYearFormat(DyadYearTable.OneSided);

    /// <summary>
    /// UCDP's Country-Year Dataset on Organized Violence: the three types of violence in one total a country and year. Read as tallies
    /// (<see cref="EventFormat.HoldsTallies"/>) and checked.
    /// </summary>
    public static EventFormat UcdpCountryYear { get; } = new CountryYearFormat();

    /// <summary>GeoJSON (RFC 7946), one feature an incident. Written only.</summary>
    public static EventFormat GeoJson { get; } = new GeoJsonFormat();

    /// <summary>CSV with a row of HXL tags. Written only.</summary>
    public static EventFormat Hxl { get; } = new HxlFormat();

    /// <summary>All of them, in the order in which they are tried on a file.</summary>
    public static ValueList<EventFormat> All { get; } =
        [UcdpGed, Acled, UcdpBattleDeaths, UcdpNonState, UcdpOneSided, UcdpCountryYear, GeoJson, Hxl];

    /// <summary>The format of a name; null if none has it.</summary>
    public static EventFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>
    /// The format of a file; null if it is none that is known. gzip is looked into. The stream is read from where it is, and stays open.
    /// </summary>
    /// <remarks>
    /// What is read of a stream that can't go back is gone; <see cref="IncidentReader.Open(Stream, ReadOptions?)"/> tells the format and
    /// reads on.
    /// </remarks>
    /// <param name="stream">The file.</param>
    /// <param name="options">How it would be read: what its separator and encoding are.</param>
    /// <exception cref="MalformedInputException">Its gzip data breaks off or is damaged, or it is an answer of ACLED's API without rows,
    /// such as one that refuses access.</exception>
    public static EventFormat? Detect(Stream stream, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        JsonRowSource? json = null;
        try
        {
            // The file may be cut in the middle of a row: only its header or its first row is looked at.
            RowSource rows = Rows(TextInput.Open(stream, options.Encoding), options);
            json = rows as JsonRowSource;
            while (json is { Columns.Count: 0 } && json.Read())
            {
                // Faulty rows say nothing of the format.
            }

            return rows.Columns.Count == 0 && json is { Status: not null, List: "data" } && options.Formats.Contains(Acled)
                ? Acled
                : Of(rows.Columns, options.Formats);
        }
        catch (MalformedInputException error) when (
            error.Malformation.Code != MalformationCode.Compression && json is not { Status: not null, List: null })
        {
            // No rows can be told in it, so it is of none of the formats.
            return null;
        }
    }

    /// <summary>
    /// Adds to a table's row of an incident that was read from a published file what the format says beside the model, from the cells that
    /// its reports keep (<see cref="Original"/>): UCDP's dyad, conflict and active year.
    /// </summary>
    /// <remarks>
    /// For <see cref="IncidentTabulation"/>, so that the table of a data set made of published rows says what
    /// <see cref="IncidentReader.AppendTo"/> says: <c>builder.AppendDataset(dataset, complete: EventFormats.Completing(builder,
    /// Glossary.Of(dataset)))</c>. Where several reports say different things, the last one counts.
    /// </remarks>
    /// <param name="builder">Builds the table.</param>
    /// <param name="glossary">The names of the incidents' actors.</param>
    public static Func<Incident, IncidentRow, IncidentRow> Completing(IncidentTableBuilder builder, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(glossary);
        return (incident, row) =>
        {
            foreach (Report report in incident.Reports)
            {
                if (report.Original is { } original && Named(original.Format) is { } format)
                {
                    row = format.Completed(row, incident, original, builder, glossary);
                }
            }

            return row;
        };
    }

    /// <summary>The rows of a file, CSV or JSON.</summary>
    internal static RowSource Rows(TextInput input, ReadOptions options)
    {
        if (input.IsJson)
        {
            return new JsonRowSource(input.Text, options.MaxRowBytes, JsonRowSource.AreLines(input.HeadOfLines(options.MaxRowBytes)));
        }

        ValueList<EventFormat> formats = options.Format is { } format ? [format] : options.Formats;
        EventFormat? Headless(IReadOnlyList<string> cells) => formats.FirstOrDefault(format => format.MatchesRow(cells));
        var shape = CsvShape.Of(
            input.Head,
            options.Separator,
            cells => ColumnSet.Of(cells, out _) is { } columns && Of(columns, formats) is not null,
            cells => Headless(cells) is not null);
        return CsvRowSource.Open(input, options.MaxRowBytes, shape, cells => Headless(cells)?.Columns);
    }

    /// <summary>The format of columns; null if none has them.</summary>
    internal static EventFormat? Of(ColumnSet columns, ValueList<EventFormat> formats) =>
        formats.FirstOrDefault(format => format.Matches(columns));
}
