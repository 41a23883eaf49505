using System.Globalization;
using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>Writes incidents to a UCDP GED, ACLED, GeoJSON or HXL file, one after the other, in constant memory.</summary>
/// <remarks>
/// What was read from a format and not changed is written back cell by cell; the file is UTF-8 with line feeds, and the same incidents
/// always make the same bytes. A value that the model has changed is written as the model says it. <see cref="Dispose"/> ends the file.
/// </remarks>
public sealed class IncidentWriter : IDisposable
{
    private readonly Glossary glossary;
    private readonly WriteOptions options;
    private readonly InterchangeFormat format;
    private readonly RowWriter? rows;
    private readonly CsvWriter? csv;
    private readonly GeoJsonFeatures? features;
    private readonly CellRows? readBack;
    private readonly RowReader? backReader;
    private readonly LossTally losses = new();
    private bool disposed;

    private IncidentWriter(Stream stream, InterchangeFormat format, Glossary glossary, WriteOptions options)
    {
        this.glossary = glossary;
        this.options = options;
        this.format = format;
        if (format == InterchangeFormat.GeoJson)
        {
            features = new(stream, glossary);
            return;
        }

        ColumnSet columns = ColumnsOf(format, options);
        rows = format switch
        {
            InterchangeFormat.UcdpGed => new GedWriter(columns, glossary),
            InterchangeFormat.Acled => new AcledWriter(columns, glossary),
            InterchangeFormat.Hxl => new HxlRows(glossary),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "None of the formats."),
        };
        csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader([.. rows.Columns]);
        if (format == InterchangeFormat.Hxl)
        {
            csv.WriteHeader(HxlRows.Tags);
        }
        else if (options.OnLoss is not null)
        {
            var reading = new ReadOptions { Names = glossary.ToResolver() };
            readBack = new(columns);
            backReader = format == InterchangeFormat.Acled ? new AcledReader(reading, new()) : new GedReader(reading, new());
        }
    }

    /// <summary>How many cells were changed because they start like a formula: they no longer equal the data.</summary>
    public long NeutralisedCells { get; private set; }

    /// <summary>How often each field was lost so far; empty unless <see cref="WriteOptions.OnLoss"/> is given.</summary>
    public ValueList<FieldLoss> Losses => losses.Fields;

    /// <summary>Starts a file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="format">The format.</param>
    /// <param name="glossary">The names of the incidents' actors and regions; a reader's may still be growing.</param>
    /// <param name="options">How to write.</param>
    public static IncidentWriter Create(Stream stream, InterchangeFormat format, Glossary glossary, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(glossary);
        return new(stream, format, glossary, options ?? new());
    }

    /// <summary>Writes an incident.</summary>
    public void Write(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (features is not null)
        {
            features.Write(incident);
            ReportUnheld(incident, GeoJsonFeatures.Holds);
            return;
        }

        string[] cells = rows!.Write(incident);
        foreach (string cell in cells)
        {
            csv!.WriteField(options.NeutraliseFormulas && IsFormula(cell) ? Neutralised(cell) : cell);
        }

        csv!.EndRecord();
        if (format == InterchangeFormat.Hxl)
        {
            ReportUnheld(incident, HxlRows.Holds);
        }
        else if (options.OnLoss is not null)
        {
            ReportChanged(incident, cells);
        }
    }

    /// <summary>Writes all incidents of a sequence.</summary>
    public void Write(IEnumerable<Incident> incidents)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        foreach (Incident incident in incidents)
        {
            Write(incident);
        }
    }

    /// <summary>Ends the file. The stream stays open.</summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            csv?.Dispose();
            features?.Dispose();
        }
    }

    private static ColumnSet ColumnsOf(InterchangeFormat format, WriteOptions options)
    {
        ValueList<string> names = !options.Columns.IsEmpty ? options.Columns
            : format == InterchangeFormat.Acled ? AcledFormat.Columns : GedFormat.Columns;
        return ColumnSet.Of(names, out string? twice) ?? throw new ArgumentException($"The column '{twice}' stands twice.", nameof(options));
    }

    /// <summary>A negative number is no formula.</summary>
    private static bool IsFormula(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private string Neutralised(string cell)
    {
        NeutralisedCells++;
        return "'" + cell;
    }

    /// <summary>Reads the row back with the same names at hand: what then differs, the format can't hold.</summary>
    private void ReportChanged(Incident incident, string[] cells)
    {
        Row row = readBack!.Of([.. cells]);
        Incident? back = backReader!.Read(row);
        var after = new Dictionary<JsonPointer, string>();
        foreach ((JsonPointer field, string text) in back is null ? [] : IncidentFields.Of(back))
        {
            after.TryAdd(field, text);
        }

        foreach ((JsonPointer field, string text) in IncidentFields.Of(incident))
        {
            string? became = after.GetValueOrDefault(field);
            if (became != text && !(field.ToString().EndsWith("/original/vintage", StringComparison.Ordinal) && became is null && back is not null && SameOriginal(incident)))
            {
                Lose(incident, field, text, became);
            }
        }
    }

    /// <summary>A file has no field for its own version: whoever reads it names it.</summary>
    private bool SameOriginal(Incident incident)
    {
        string name = format == InterchangeFormat.Acled ? AcledFormat.Name : GedFormat.Name;
        return !incident.Reports.IsEmpty && incident.Reports[0].Original?.Format == name;
    }

    private void ReportUnheld(Incident incident, Func<string, bool> holds)
    {
        if (options.OnLoss is null)
        {
            return;
        }

        foreach ((JsonPointer field, string text) in IncidentFields.Of(incident))
        {
            if (!holds(field.ToString()))
            {
                Lose(incident, field, text, null);
            }
        }
    }

    private void Lose(Incident incident, JsonPointer field, string was, string? became)
    {
        var loss = new Loss { Incident = incident.Id, Field = field, Was = was, Became = became };
        losses.Add(loss);
        options.OnLoss!(loss);
    }
}
