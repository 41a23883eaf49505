using System.Text.Json.Serialization;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange;

/// <summary>Writes incidents to a UCDP GED, ACLED, GeoJSON or HXL file, one after the other, in constant memory.</summary>
/// <remarks>
/// What was read from a format and not changed is written back cell by cell; the file is UTF-8 with line feeds, and the same incidents
/// always make the same bytes. A value that the model has changed is written as the model says it. <see cref="Dispose"/> ends the file.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class IncidentWriter : IDisposable
{
    private readonly EventFormat format;
    private readonly IncidentOutput output;
    private readonly Action<Loss>? onLoss;
    private readonly TextRowSource? written;
    private readonly RowReader? backReader;
    private readonly LossTally losses = new();
    private bool disposed;

    private IncidentWriter(Stream stream, EventFormat format, Glossary glossary, WriteOptions options)
    {
        this.format = format;
        onLoss = options.OnLoss;
        output = format.Output(stream, glossary, new(options.Columns, options.Tags, options.NeutraliseFormulas));
        if (onLoss is not null && format.IsRead && output.Rows is { } rows)
        {
            written = new(rows.Columns);
            backReader = format.Reader(new(new(), glossary.ToResolver()));
        }
    }

    /// <summary>How many cells were changed because they start like a formula: they no longer equal the data.</summary>
    public long NeutralisedCells => output.NeutralisedCells;

    /// <summary>How often each field was lost so far; empty unless <see cref="WriteOptions.OnLoss"/> is given.</summary>
    public ValueList<FieldLoss> Losses => losses.Fields;

    /// <summary>Starts a file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="format">The format.</param>
    /// <param name="glossary">The names of the incidents' actors and regions; a reader's may still be growing.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="ArgumentException">The format is not written, a column stands twice, or there are tags and not one a column.
    /// </exception>
    public static IncidentWriter Create(Stream stream, EventFormat format, Glossary glossary, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(glossary);
        return format.IsWritten
            ? new(stream, format, glossary, options ?? new())
            : throw new ArgumentException($"Incidents are not written as {format.Title}.", nameof(format));
    }

    /// <summary>Writes an incident.</summary>
    public void Write(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ObjectDisposedException.ThrowIf(disposed, this);
        output.Write(incident);
        if (backReader is not null)
        {
            ReportChanged(incident);
        }
        else if (onLoss is not null)
        {
            ReportUnheld(incident);
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
            output.Dispose();
        }
    }

    /// <summary>Reads the row back with the same names at hand: what then differs, the format can't hold.</summary>
    private void ReportChanged(Incident incident)
    {
        Incident? back = backReader!.Take(written!.Of(output.Rows!.Cells)) ? backReader.Incident : null;
        foreach ((JsonPointer field, string was, string? became) in RecordFields.Lost(incident, back))
        {
            if (!(IsVintage(field) && became is null && back is not null && SameOriginal(incident)))
            {
                Lose(incident, field, was, became);
            }
        }
    }

    private static bool IsVintage(JsonPointer field) =>
        field.ToString() is var at && (at.EndsWith("/original/vintage", StringComparison.Ordinal)
            || at.EndsWith("/original/vintage/day", StringComparison.Ordinal));

    /// <summary>A file has no field for its own version: whoever reads it names it.</summary>
    private bool SameOriginal(Incident incident) => !incident.Reports.IsEmpty && incident.Reports[0].Original?.Format == format.Name;

    private void ReportUnheld(Incident incident)
    {
        foreach ((JsonPointer field, string was, _) in RecordFields.Lost(incident, null))
        {
            if (!output.Holds(field.ToString()))
            {
                Lose(incident, field, was, null);
            }
        }
    }

    private void Lose(Incident incident, JsonPointer field, string was, string? became)
    {
        var loss = new Loss { Incident = incident.Id, Field = field, Was = was, Became = became };
        losses.Add(loss);
        onLoss!(loss);
    }
}
