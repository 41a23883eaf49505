using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>
/// The cells of a row that the record of a person doesn't say as they are written: they stand in its extensions, under the id of the list's
/// source, each under the name of its column.
/// </summary>
internal sealed class KeptCells(string source)
{
    /// <summary>How many different sets of kept cells are remembered, so that people who share one share its text.</summary>
    private const int MaxRemembered = 10_000;

    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly CellMap<ExtensionData> remembered = new();
    private Utf8JsonWriter? json;
    private bool[] kept = [];
    private bool any;
    private int count;

    public void Start(int columns)
    {
        if (kept.Length != columns)
        {
            kept = new bool[columns];
        }
        else if (any)
        {
            Array.Clear(kept);
        }

        any = false;
    }

    public void Keep(int index) => any = kept[index] = true;

    /// <summary>The kept cells of a row; the default if there are none.</summary>
    public ExtensionData Of(Row row)
    {
        if (!any)
        {
            return default;
        }

        buffer.ResetWrittenCount();
        json ??= new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.Reset(buffer);
        json.WriteStartObject();
        json.WriteStartObject(source);
        for (int i = 0; i < kept.Length; i++)
        {
            if (kept[i])
            {
                json.WriteString(row.Columns.Names[i], row.Written(i));
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        if (!remembered.Key(buffer.WrittenSpan).TryGet(out ExtensionData extensions))
        {
            extensions = new(Encoding.UTF8.GetString(buffer.WrittenSpan));
            if (count++ < MaxRemembered)
            {
                remembered.Add(extensions);
            }
        }

        return extensions;
    }

    /// <summary>The kept cells of a list in the extensions of a person, and what others have there.</summary>
    /// <param name="extensions">The extensions.</param>
    /// <param name="source">The id of the list's source.</param>
    public static (Dictionary<string, string> Cells, List<(string Name, string Json)> Others) In(ExtensionData extensions, string source)
    {
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var others = new List<(string Name, string Json)>();
        if (extensions.IsEmpty)
        {
            return (cells, others);
        }

        using var document = JsonDocument.Parse(extensions.Json);
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            if (member.Name == source && member.Value.ValueKind == JsonValueKind.Object
                && member.Value.EnumerateObject().All(cell => cell.Value.ValueKind == JsonValueKind.String))
            {
                foreach (JsonProperty cell in member.Value.EnumerateObject())
                {
                    cells[cell.Name.Trim()] = cell.Value.GetString()!;
                }
            }
            else
            {
                others.Add((member.Name, member.Value.GetRawText()));
            }
        }

        return (cells, others);
    }
}
