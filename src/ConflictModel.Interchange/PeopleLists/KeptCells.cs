using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange;

/// <summary>
/// The cells of a row that the record of a person doesn't say as they are written: they stand in its extensions, under the id of the list's
/// source, each under the name of its column.
/// </summary>
internal sealed class KeptCells(string source)
{
    /// <summary>How many different sets of kept cells are remembered, so that people who share one share its text.</summary>
    private const int MaxRemembered = 10_000;

    /// <summary>Where the record of a person has its extensions.</summary>
    public static readonly JsonPointer Extensions = JsonPointer.Root.Member("extensions");

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

    /// <summary>The kept cells of a list in the extensions of a person, and what else stands there, with its place in the record.</summary>
    /// <remarks>Half of a surrogate pair, which JSON may hold as an escape, is in nobody's cell: what holds one is no kept cell.</remarks>
    /// <param name="extensions">The extensions.</param>
    /// <param name="source">The id of the list's source.</param>
    public static (Dictionary<string, string> Cells, List<(JsonPointer At, string Json)> Others) In(
        ExtensionData extensions, string source)
    {
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var others = new List<(JsonPointer At, string Json)>();
        if (extensions.IsEmpty)
        {
            return (cells, others);
        }

        using var document = JsonDocument.Parse(extensions.Json, new() { MaxDepth = DatasetJson.MaxDepth });
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            string owner = NameOf(member);
            if (owner != source || member.Value.ValueKind != JsonValueKind.Object
                || member.Value.EnumerateObject().Any(cell => cell.Value.ValueKind != JsonValueKind.String))
            {
                others.Add((Extensions.Member(owner), member.Value.GetRawText()));
                continue;
            }

            foreach (JsonProperty cell in member.Value.EnumerateObject())
            {
                if (TextOf(() => cell.Name) is { } name && TextOf(cell.Value.GetString) is { } text)
                {
                    cells[name.Trim()] = text;
                }
                else
                {
                    others.Add((Extensions.Member(owner).Member(NameOf(cell)), cell.Value.GetRawText()));
                }
            }
        }

        return (cells, others);
    }

    /// <summary>A member's name; as it is escaped where it is no text.</summary>
    private static string NameOf(JsonProperty member) =>
        TextOf(() => member.Name) ?? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));

    /// <summary>A text of JSON; null where half of a surrogate pair stands in it.</summary>
    private static string? TextOf(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
