using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Tool.Output;

/// <summary>One JSON document on standard output, with a line feed behind it.</summary>
internal sealed class JsonOutput : IDisposable
{
    private readonly OutputFile output = OutputFile.Create("-");

    public JsonOutput(bool isIndented = true) => Writer = new(output.Stream, new()
    {
        Indented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public Utf8JsonWriter Writer { get; }

    public void Dispose()
    {
        using (output)
        {
            Writer.Dispose();
            output.Stream.WriteByte((byte)'\n');
            OutputFile.Commit(output);
        }
    }
}
