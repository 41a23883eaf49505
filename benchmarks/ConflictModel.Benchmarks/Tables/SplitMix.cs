namespace ConflictModel.Benchmarks.Tables;

/// <summary>A small generator whose numbers are the same everywhere and for ever, which those of the framework need not be.</summary>
public struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to 1.</summary>
    public double Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
