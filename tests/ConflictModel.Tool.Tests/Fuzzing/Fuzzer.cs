using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>Gives an input to an entry point, and judges what happens.</summary>
internal static class Fuzzer
{
    /// <summary>What one input may take of a processor. Inputs have a few kilobytes.</summary>
    public static TimeSpan MaxTime { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What one input may have allocated in all, and for each of its bytes.</summary>
    public const long MaxBytes = 1L << 27;

    public const long MaxBytesAByte = 1L << 12;

    /// <summary>What became of an input.</summary>
    public readonly record struct Verdict(bool IsAccepted, TimeSpan Time, long Bytes, Fault? Fault);

    public static Verdict Try(EntryPoint entry, byte[] input)
    {
        TimeSpan start = ProcessorTime.Now;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        bool isAccepted = false;
        Fault? fault = null;
        try
        {
            isAccepted = entry.Take(input);
        }
        catch (Exception error) when (entry.Throws.Any(type => type.IsInstanceOfType(error)))
        {
            // Refused as documented.
        }
        catch (BrokenLawException error)
        {
            string law = string.Concat(error.Message.TakeWhile(letter => letter is not (':' or (>= '0' and <= '9'))));
            fault = new(entry, law, error.Message, input);
        }
        catch (Exception error)
        {
            string? place = error.StackTrace?.Split('\n')
                .FirstOrDefault(line => line.Contains("ConflictModel", StringComparison.Ordinal))?.Trim();
            fault = new(entry, $"{error.GetType()} {place}", error.ToString(), input);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (fault is null && allocated > MaxBytes + MaxBytesAByte * input.Length)
        {
            fault = new(entry, "memory", $"allocated {allocated:N0} bytes", input);
        }

        TimeSpan time = ProcessorTime.Now - start;
        return new(isAccepted, time, allocated, fault ?? (time > MaxTime ? new(entry, "time", $"took {time}", input) : null));
    }
}
