using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConflictModel.Aggregation;

/// <summary>The sums of one measure, group by group: low, best, high, and how many figures are known.</summary>
/// <remarks>
/// In 32 bits where the sum of the whole column fits into them, which is half the memory to allocate and to read again; in 63 bits
/// otherwise.
/// </remarks>
internal sealed class FigureTotals
{
    /// <summary>Low, best, high, known. Pages hold whole groups.</summary>
    public const int Lanes = 4;

    private readonly Pages<uint>? narrow;
    private readonly Pages<long>? wide;

    /// <param name="groups">How many groups there are.</param>
    /// <param name="most">No sum is more than this.</param>
    public FigureTotals(long groups, long most)
    {
        (narrow, wide) = most <= uint.MaxValue
            ? (new Pages<uint>(groups * Lanes), (Pages<long>?)null)
            : (null, new Pages<long>(groups * Lanes));
    }

    public long this[long group, int lane] => narrow is not null ? narrow[group * Lanes + lane] : wide![group * Lanes + lane];

    public void Add(long group, int lane, long count)
    {
        if (narrow is not null)
        {
            narrow[group * Lanes + lane] += checked((uint)count);
        }
        else
        {
            wide![group * Lanes + lane] += count;
        }
    }

    /// <summary>Empties cells of 32 bits into the sums.</summary>
    /// <param name="first">The group of the first cell.</param>
    /// <param name="cells">Four lanes a group, once for each replica.</param>
    /// <param name="groups">How many groups there are in a replica.</param>
    public void Take(long first, Span<uint> cells, int groups)
    {
        // No sum is negative, and less than 2^32 is added at a time: one that leaves 63 bits shows by its sign.
        Vector256<long> signs = default;
        int lanes = groups * Lanes;
        for (int done = 0; done < lanes;)
        {
            long place = first * Lanes + done;
            Span<Vector128<uint>> small = narrow is null ? [] : MemoryMarshal.Cast<uint, Vector128<uint>>(narrow.From(place, lanes - done));
            Span<Vector256<long>> large = wide is null ? [] : MemoryMarshal.Cast<long, Vector256<long>>(wide.From(place, lanes - done));
            int here = small.Length + large.Length;
            for (int replica = 0; replica < cells.Length; replica += lanes)
            {
                Span<Vector128<uint>> from = MemoryMarshal.Cast<uint, Vector128<uint>>(cells[(replica + done)..])[..here];
                for (int group = 0; group < small.Length; group++)
                {
                    small[group] += from[group];
                }

                for (int group = 0; group < large.Length; group++)
                {
                    (Vector128<ulong> lower, Vector128<ulong> upper) = Vector128.Widen(from[group]);
                    large[group] += Vector256.Create(lower, upper).AsInt64();
                    signs |= large[group];
                }

                from.Clear();
            }

            done += here * Lanes;
        }

        if (Vector256.LessThanAny(signs, default))
        {
            throw Sums.TooLarge();
        }
    }

    /// <summary>
    /// Empties pairs into the sums: how many figures are known, and in the lower 32 bits their sum, which is low, best and high.
    /// </summary>
    /// <param name="first">The group of the first pair.</param>
    /// <param name="pairs">A pair a group, once for each replica.</param>
    /// <param name="groups">How many groups there are in a replica.</param>
    public void Take(long first, Span<ulong> pairs, int groups)
    {
        for (int replica = 0; replica < pairs.Length; replica += groups)
        {
            for (int group = 0; group < groups; group++)
            {
                ulong pair = pairs[replica + group];
                if (narrow is not null)
                {
                    AddPair(narrow.From((first + group) * Lanes, Lanes), (uint)(pair & uint.MaxValue), (uint)(pair >> 32));
                }
                else
                {
                    AddPair(wide!.From((first + group) * Lanes, Lanes), (long)(pair & uint.MaxValue), (long)(pair >> 32));
                }
            }
        }

        pairs.Clear();
    }

    private static void AddPair<T>(Span<T> lanes, T sum, T known)
        where T : IBinaryInteger<T>
    {
        checked
        {
            lanes[0] += sum;
            lanes[1] += sum;
            lanes[2] += sum;
            lanes[3] += known;
        }
    }
}
