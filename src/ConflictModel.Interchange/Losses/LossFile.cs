using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes losses to a JSON file as they come: <c>{"losses": [{"incident", "field", "was", "became"}], "summary": [{"field", "dropped",
/// "changed"}]}</c>. A dropped field has no <c>became</c>; what a person loses has <c>person</c> in place of <c>incident</c>.
/// </summary>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class LossFile : IDisposable
{
    private readonly Stream stream;
    private readonly Utf8JsonWriter writer;
    private readonly LossTally tally = new();
    private bool ended;

    /// <summary>A file on a stream, which stays open.</summary>
    public LossFile(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        writer = new(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteStartArray("losses");
    }

    /// <summary>Writes one loss. Fits <see cref="WriteOptions.OnLoss"/>.</summary>
    public void Write(Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        tally.Add(loss);
        writer.WriteStartObject();
        writer.WriteString(loss.Person is null ? "incident" : "person", loss.Person?.Value ?? loss.Incident?.Value ?? "");
        writer.WriteString("field", loss.Field.ToString());
        writer.WriteString("was", loss.Was);
        if (loss.Became is not null)
        {
            writer.WriteString("became", loss.Became);
        }

        writer.WriteEndObject();
        if (writer.BytesPending > 1 << 16)
        {
            writer.Flush();
        }
    }

    /// <summary>Writes the summary and ends the file. The stream stays open.</summary>
    public void Dispose()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        writer.WriteEndArray();
        writer.WriteStartArray("summary");
        foreach (FieldLoss field in tally.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Field);
            writer.WriteNumber("dropped", field.Dropped);
            writer.WriteNumber("changed", field.Changed);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
        writer.Dispose();
    }
}
