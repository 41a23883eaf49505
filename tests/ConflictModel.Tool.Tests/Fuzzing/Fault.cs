using System.Text;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>An input that led to what no documentation says.</summary>
/// <param name="EntryPoint">Where.</param>
/// <param name="Kind">What happened, in the same words for the same fault.</param>
/// <param name="Details">All that is known of it.</param>
/// <param name="Input">The input.</param>
internal sealed record Fault(EntryPoint EntryPoint, string Kind, string Details, byte[] Input)
{
    /// <summary>The input with all left out that the fault doesn't need.</summary>
    public Fault Shortened()
    {
        Fault best = this;
        for (int length = Input.Length / 2; length > 0; length /= 2)
        {
            for (int start = 0; start < best.Input.Length;)
            {
                byte[] shorter = [.. best.Input[..start], .. best.Input[Math.Min(best.Input.Length, start + length)..]];
                if (Fuzzer.Try(best.EntryPoint, shorter).Fault is { } fault && fault.Kind == Kind)
                {
                    best = fault;
                }
                else
                {
                    start += length;
                }
            }
        }

        return best;
    }

    public override string ToString() =>
        $"{EntryPoint.Name}: {Details}\ninput ({Input.Length} bytes): {Encoding.UTF8.GetString(Input)}\n"
            + $"base64: {Convert.ToBase64String(Input)}";
}
