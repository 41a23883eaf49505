using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Tool.Output;

/// <summary>One JSON document on standard output, with a line feed behind it.</summary>
internal sealed class JsonOutput : IDisposable
{
    private readonly Stream stream = Console.OpenStandardOutput();

    public JsonOutput(bool isIndented = true) => Writer = new(stream, new()
    {
        Indented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public Utf8JsonWriter Writer { get; }

    public void Dispose()
    {
        Writer.Dispose();
        stream.WriteByte((byte)'\n');
        stream.Dispose();
    }
}
