using System.Buffers;
using System.Numerics;

namespace ConflictModel.Reconciliation;

/// <summary>Finds an id that two incidents bear.</summary>
/// <remarks>
/// Open addressing over hashes with the places of incidents beside them, in memory that is used again: every sum over objects asks this,
/// and a set made anew took half of its time.
/// </remarks>
internal static class IncidentIds
{
    /// <summary>The first incident whose id an earlier one bears too; null if each has its own.</summary>
    public static Incident? FirstTwice(ReadOnlySpan<Incident> incidents)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, incidents.Length + (long)incidents.Length / 2));
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(size);
        try
        {
            Span<ulong> slots = rented.AsSpan(0, size);
            slots.Clear();
            return FirstTwice(incidents, slots);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    /// <param name="incidents">The incidents.</param>
    /// <param name="slots">A power of two of zeros; a slot in use has the hash in its upper half and one more than the place.</param>
    private static Incident? FirstTwice(ReadOnlySpan<Incident> incidents, Span<ulong> slots)
    {
        int mask = slots.Length - 1;
        for (int i = 0; i < incidents.Length; i++)
        {
            IncidentId id = incidents[i].Id;
            uint hash = unchecked((uint)id.GetHashCode());
            int at = (int)(hash & (uint)mask);
            for (; slots[at] is not 0 and var slot; at = (at + 1) & mask)
            {
                if ((uint)(slot >> 32) == hash && incidents[(int)(slot & uint.MaxValue) - 1].Id == id)
                {
                    return incidents[i];
                }
            }

            slots[at] = ((ulong)hash << 32) | (uint)(i + 1);
        }

        return null;
    }
}
