namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>A stream of numbers that is the same on every machine and in every version of the runtime: SplitMix64.</summary>
internal sealed class Chance
{
    private ulong state;

    public Chance(ulong seed, string name, long number)
    {
        // FNV-1a of the name, so that no two entry points walk the same road.
        ulong hash = 14695981039346656037;
        foreach (char letter in name)
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        state = unchecked((seed * 0x9E3779B97F4A7C15) ^ hash ^ ((ulong)number * 0xD1B54A32D192ED03));
        _ = Next();
    }

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 up to below a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>One of some values.</summary>
    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];
}
