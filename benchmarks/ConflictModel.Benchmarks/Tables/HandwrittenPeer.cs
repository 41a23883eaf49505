using System.Buffers;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>
/// A kernel written for each query alone, over packed columns in order of date: no missing values, no counts of what was dropped, nothing
/// that can be asked differently. It is what the general query is measured against.
/// </summary>
public sealed class HandwrittenPeer : IPeer
{
    private const int PartRows = 1 << 16;
    private const int BlockRows = 1 << 14;
    private const int Lanes = 4;
    private const int Replicas = 4;

    private readonly int rows;
    private readonly ushort[] perpetrator;
    private readonly ushort[] region;
    private readonly byte[] kind;
    private readonly uint[] killed;
    private readonly (int Row, int Low, int Best, int High)[] wide;
    private readonly byte[] civilians;
    private readonly (int Row, int Best)[] wideCivilians;
    private readonly int[] monthStarts;
    private readonly int[] dayStarts;
    private readonly ushort[] parentPlace;
    private readonly long[] monthly = new long[SyntheticIncidents.Actors * 432 * Lanes];

    public HandwrittenPeer(SyntheticIncidents data)
    {
        rows = data.Rows;
        (perpetrator, region, kind) = (data.Perpetrator, data.Region, data.Kind);
        killed = new uint[rows];
        civilians = new byte[rows];
        List<(int, int, int, int)> patches = [];
        List<(int, int)> civilianPatches = [];
        dayStarts = new int[SyntheticIncidents.Days + 1];
        for (int row = 0; row < rows; row++)
        {
            (int low, int best, int high) = (data.Killed(row, 0), data.Killed(row, 1), data.Killed(row, 2));
            if ((low | best | high) > byte.MaxValue)
            {
                patches.Add((row, low, best, high));
            }
            else
            {
                killed[row] = (uint)(low | best << 8 | high << 16);
            }

            int dead = data.Figures[3 * SyntheticIncidents.Civilians + 1][row];
            if (dead > byte.MaxValue)
            {
                civilianPatches.Add((row, dead));
            }
            else
            {
                civilians[row] = (byte)dead;
            }

            killed[row] |= 1u << 24;
            dayStarts[data.Day[row] + 1] = row + 1;
        }

        for (int day = 1; day < dayStarts.Length; day++)
        {
            dayStarts[day] = Math.Max(dayStarts[day], dayStarts[day - 1]);
        }

        monthStarts = [.. Enumerable.Range(0, 433).Select(month => dayStarts[
            Math.Min(SyntheticIncidents.Days, (int)(new DateTime(1989, 1, 1).AddMonths(month) - new DateTime(1989, 1, 1)).TotalDays)])];
        (wide, wideCivilians) = ([.. patches], [.. civilianPatches]);
        parentPlace = [.. Enumerable.Range(0, SyntheticIncidents.Regions).Select(i =>
            (ushort)(SyntheticIncidents.ParentOf(i) * SyntheticIncidents.Kinds))];
    }

    public double Time(int query)
    {
        long start = Stopwatch.GetTimestamp();
        Run(query);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public Answer Ask(int query)
    {
        long[] sums = Run(query);
        Answer answer = new();
        switch (query)
        {
            case 1: answer.Add(sums[0], sums[1], sums[2]); break;
            case 2:
                Each(sums, (group, triple) => answer.Add(group, triple[0], triple[1], triple[2]));
                break;
            case 3:
                Each(sums, (group, triple) =>
                    answer.Add(group % SyntheticIncidents.Actors, group / SyntheticIncidents.Actors, triple[0], triple[1], triple[2]));
                break;
            case 4:
                Each(sums, (group, triple) =>
                    answer.Add(group / SyntheticIncidents.Kinds, group % SyntheticIncidents.Kinds, triple[0], triple[1], triple[2]));
                break;
            default:
                for (int place = 0; place < sums.Length; place += 3)
                {
                    answer.Add(sums[place], sums[place + 1], sums[place + 2]);
                }

                break;
        }

        return answer;
    }

    private long[] Run(int query) => query switch
    {
        1 => Sum(),
        2 => ByRegion(),
        3 => ByPerpetratorAndMonth(),
        4 => ByParentAndKind(),
        _ => TopByYear(),
    };

    private static void Each(long[] sums, Action<int, long[]> add)
    {
        for (int group = 0; group < sums.Length / Lanes; group++)
        {
            if (sums[group * Lanes + 3] != 0)
            {
                add(group, sums[(group * Lanes)..(group * Lanes + 3)]);
            }
        }
    }

    private long[] Sum()
    {
        long[] sums = new long[Lanes];
        Split(0, rows, (start, end) =>
        {
            (long low, long best, long high) = (0, 0, 0);
            ReadOnlySpan<Vector512<uint>> vectors = MemoryMarshal.Cast<uint, Vector512<uint>>(killed.AsSpan(start, end - start));
            var mask = Vector512.Create(0x00FF00FFu);
            for (int from = 0; from < vectors.Length; from += 256)
            {
                Vector512<ushort> even = default;
                Vector512<ushort> odd = default;
                foreach (Vector512<uint> cells in vectors[from..Math.Min(vectors.Length, from + 256)])
                {
                    even += (cells & mask).AsUInt16();
                    odd += ((cells >>> 8) & mask).AsUInt16();
                }

                var half = Vector512.Create(0xFFFFu);
                low += Vector512.Sum(even.AsUInt32() & half);
                high += Vector512.Sum(even.AsUInt32() >>> 16);
                best += Vector512.Sum(odd.AsUInt32() & half);
            }

            foreach (uint cell in killed.AsSpan(start + vectors.Length * 16, end - start - vectors.Length * 16))
            {
                low += cell & 255;
                best += (cell >> 8) & 255;
                high += (cell >> 16) & 255;
            }

            lock (sums)
            {
                sums[0] += low;
                sums[1] += best;
                sums[2] += high;
            }
        });
        foreach ((_, int low, int best, int high) in wide)
        {
            sums[0] += low;
            sums[1] += best;
            sums[2] += high;
        }

        return sums;
    }

    private long[] ByRegion()
    {
        long[] sums = new long[SyntheticIncidents.Regions * Lanes];
        Work(0, rows, SyntheticIncidents.Regions, sums, (start, end, cells) =>
            Scatter(region.AsSpan(start, end - start), killed.AsSpan(start, end - start), cells, SyntheticIncidents.Regions * Lanes));
        foreach ((int row, int low, int best, int high) in wide)
        {
            AddWide(sums, region[row], low, best, high);
        }

        return sums;
    }

    private long[] ByPerpetratorAndMonth()
    {
        const int Actors = SyntheticIncidents.Actors;
        // A fresh array of 4 MB would cost more than the query.
        long[] sums = monthly;
        Array.Clear(sums);
        int next = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            uint[] cells = new uint[Actors * Lanes * Replicas];
            for (int month = Interlocked.Increment(ref next) - 1; month < 432; month = Interlocked.Increment(ref next) - 1)
            {
                int start = monthStarts[month];
                int count = monthStarts[month + 1] - start;
                Scatter(perpetrator.AsSpan(start, count), killed.AsSpan(start, count), cells, Actors * Lanes);
                Flush(cells, sums.AsSpan(month * Actors * Lanes, Actors * Lanes));
            }
        });
        int at = 0;
        foreach ((int row, int low, int best, int high) in wide)
        {
            while (monthStarts[at + 1] <= row)
            {
                at++;
            }

            AddWide(sums, at * Actors + perpetrator[row], low, best, high);
        }

        return sums;
    }

    private long[] ByParentAndKind()
    {
        const int Groups = SyntheticIncidents.Parents * SyntheticIncidents.Kinds;
        long[] sums = new long[Groups * Lanes];
        ushort[] set = new ushort[32];
        foreach (int actor in Question.Perpetrators)
        {
            set[actor >> 4] |= (ushort)(1 << (actor & 15));
        }

        int first = dayStarts[Question.FirstDay];
        int last = dayStarts[Question.LastDay + 1];
        Work(first, last, Groups, sums, (start, end, cells) => SumSelected(start, end, set, cells, Groups * Lanes));
        foreach ((int row, int low, int best, int high) in wide)
        {
            if (row >= first && row < last && (set[perpetrator[row] >> 4] >> (perpetrator[row] & 15) & 1) != 0)
            {
                AddWide(sums, parentPlace[region[row]] + kind[row], low, best, high);
            }
        }

        return sums;
    }

    private void SumSelected(int start, int end, ushort[] set, Span<uint> cells, int stride)
    {
        var words = Vector512.Create<ushort>(set);
        var one = Vector512.Create((ushort)1);
        ushort[] passing = ArrayPool<ushort>.Shared.Rent(BlockRows + Vector512<ushort>.Count);
        for (int block = start; block < end; block += BlockRows)
        {
            int rowsHere = Math.Min(BlockRows, end - block);
            int row = 0;
            int count = 0;
            if (Avx512Vbmi2.IsSupported)
            {
                Vector512<ushort> indices = Vector512<ushort>.Indices;
                ref ushort actors = ref perpetrator[block];
                ref ushort target = ref passing[0];
                for (; row + 32 <= rowsHere; row += 32)
                {
                    var codes = Vector512.LoadUnsafe(ref actors, (nuint)row);
                    Vector512<ushort> word = Avx512BW.PermuteVar32x16(words, codes >>> 4);
                    var hit = Vector512.Equals(Avx512BW.ShiftRightLogicalVariable(word, codes & Vector512.Create((ushort)15)) & one, one);
                    Avx512Vbmi2.Compress(default, hit, indices).StoreUnsafe(ref target, (nuint)count);
                    count += BitOperations.PopCount(hit.ExtractMostSignificantBits());
                    indices += Vector512.Create((ushort)32);
                }
            }

            for (; row < rowsHere; row++)
            {
                passing[count] = (ushort)row;
                count += set[perpetrator[block + row] >> 4] >> (perpetrator[block + row] & 15) & 1;
            }

            AddSelected(passing.AsSpan(0, count), block, cells, stride);
        }

        ArrayPool<ushort>.Shared.Return(passing);
    }

    private void AddSelected(ReadOnlySpan<ushort> passing, int block, Span<uint> cells, int stride)
    {
        ref ushort place = ref parentPlace[0];
        ref ushort regions = ref region[block];
        ref byte kinds = ref kind[block];
        ref uint packed = ref killed[block];
        ref uint first = ref cells[0];
        unchecked
        {
            for (int i = 0; i < passing.Length; i++)
            {
                nuint at = passing[i];
                uint group = (uint)Unsafe.Add(ref place, (nuint)Unsafe.Add(ref regions, at)) + Unsafe.Add(ref kinds, at);
                Add(ref Unsafe.Add(ref first, (i & 3) * stride), group, Unsafe.Add(ref packed, at));
            }
        }
    }

    private long[] TopByYear()
    {
        const int Actors = SyntheticIncidents.Actors;
        long[] sums = new long[Actors * 36];
        int next = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            uint[] cells = new uint[Actors * Replicas];
            // Half years, so that two threads end together.
            for (int part = Interlocked.Increment(ref next) - 1; part < 72; part = Interlocked.Increment(ref next) - 1)
            {
                int start = monthStarts[part * 6];
                int end = monthStarts[part * 6 + 6];
                ReadOnlySpan<ushort> actors = perpetrator.AsSpan(start, end - start);
                ReadOnlySpan<byte> dead = civilians.AsSpan(start, end - start);
                ref uint first = ref cells[0];
                ref uint second = ref cells[Actors];
                ref uint third = ref cells[2 * Actors];
                ref uint fourth = ref cells[3 * Actors];
                nuint i = 0;
                unchecked
                {
                    ref ushort actor = ref MemoryMarshal.GetReference(actors);
                    ref byte died = ref MemoryMarshal.GetReference(dead);
                    for (; i + 4 <= (nuint)actors.Length; i += 4)
                    {
                        ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref actor, i)));
                        Unsafe.Add(ref first, (nuint)(ushort)four) += Unsafe.Add(ref died, i);
                        Unsafe.Add(ref second, (nuint)(ushort)(four >> 16)) += Unsafe.Add(ref died, i + 1);
                        Unsafe.Add(ref third, (nuint)(ushort)(four >> 32)) += Unsafe.Add(ref died, i + 2);
                        Unsafe.Add(ref fourth, (nuint)(four >> 48)) += Unsafe.Add(ref died, i + 3);
                    }
                }

                for (; i < (nuint)actors.Length; i++)
                {
                    cells[actors[(int)i]] += dead[(int)i];
                }

                lock (sums)
                {
                    for (int cell = 0; cell < cells.Length; cell++)
                    {
                        sums[part / 2 * Actors + cell % Actors] += cells[cell];
                        cells[cell] = 0;
                    }
                }
            }
        });
        int at = 0;
        foreach ((int row, int best) in wideCivilians)
        {
            while (monthStarts[at + 1] <= row)
            {
                at++;
            }

            sums[at / 12 * Actors + perpetrator[row]] += best;
        }

        long[] top = new long[36 * 10 * 3];
        int place = 0;
        int[] order = new int[Actors];
        for (int year = 0; year < 36; year++)
        {
            for (int actor = 0; actor < Actors; actor++)
            {
                order[actor] = actor;
            }

            int from = year * Actors;
            Array.Sort(order, (a, b) => sums[from + a] != sums[from + b] ? sums[from + b].CompareTo(sums[from + a]) : a.CompareTo(b));
            for (int i = 0; i < 10; i++)
            {
                (top[place], top[place + 1], top[place + 2]) = (1989 + year, order[i], sums[from + order[i]]);
                place += 3;
            }
        }

        return top;
    }

    private static void Split(int first, int last, Action<int, int> work)
    {
        int parts = (last - first + PartRows - 1) / PartRows;
        int next = 0;
        Parallel.For(0, Math.Min(parts, Environment.ProcessorCount), _ =>
        {
            for (int part = Interlocked.Increment(ref next) - 1; part < parts; part = Interlocked.Increment(ref next) - 1)
            {
                work(first + part * PartRows, Math.Min(last, first + part * PartRows + PartRows));
            }
        });
    }

    private static void Work(int first, int last, int groups, long[] sums, Action<int, int, uint[]> work)
    {
        int parts = (last - first + PartRows - 1) / PartRows;
        int next = 0;
        Parallel.For(0, Math.Min(parts, Environment.ProcessorCount), _ =>
        {
            uint[] cells = new uint[groups * Lanes * Replicas];
            int since = 0;
            for (int part = Interlocked.Increment(ref next) - 1; part < parts; part = Interlocked.Increment(ref next) - 1)
            {
                work(first + part * PartRows, Math.Min(last, first + part * PartRows + PartRows), cells);
                if (++since == 60)
                {
                    lock (sums)
                    {
                        Flush(cells, sums);
                    }

                    since = 0;
                }
            }

            lock (sums)
            {
                Flush(cells, sums);
            }
        });
    }

    private static void Flush(uint[] cells, Span<long> sums)
    {
        for (int replica = 0; replica < Replicas; replica++)
        {
            ReadOnlySpan<uint> narrow = cells.AsSpan(replica * sums.Length, sums.Length);
            for (int i = 0; i < sums.Length; i += Lanes)
            {
                (Vector128<ulong> lower, Vector128<ulong> upper) = Vector128.Widen(Vector128.Create(narrow[i..]));
                (Vector256.Create<long>(sums[i..]) + Vector256.Create(lower, upper).AsInt64()).CopyTo(sums[i..]);
            }
        }

        Array.Clear(cells);
    }

    private static void AddWide(long[] sums, int group, int low, int best, int high)
    {
        sums[group * Lanes] += low;
        sums[group * Lanes + 1] += best;
        sums[group * Lanes + 2] += high;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Scatter(ReadOnlySpan<ushort> index, ReadOnlySpan<uint> packed, Span<uint> cells, int stride)
    {
        ref ushort group = ref MemoryMarshal.GetReference(index);
        ref uint row = ref MemoryMarshal.GetReference(packed);
        ref uint first = ref cells[0];
        ref uint second = ref cells[stride];
        ref uint third = ref cells[2 * stride];
        ref uint fourth = ref cells[3 * stride];
        nuint i = 0;
        unchecked
        {
            for (; i + 4 <= (nuint)index.Length; i += 4)
            {
                ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref group, i)));
                (Vector128<uint> a, Vector128<uint> b) = Widen(ref Unsafe.Add(ref row, i));
                AddAt(ref first, (nuint)(four << 4) & 0xFFFF0, a);
                AddAt(ref second, (nuint)(four >> 12) & 0xFFFF0, b);
                (a, b) = Widen(ref Unsafe.Add(ref row, i + 2));
                AddAt(ref third, (nuint)(four >> 28) & 0xFFFF0, a);
                AddAt(ref fourth, (nuint)(four >> 48) << 4, b);
            }
        }

        for (; i < (nuint)index.Length; i++)
        {
            Add(ref first, index[(int)i], packed[(int)i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<uint> First, Vector128<uint> Second) Widen(ref uint packed)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref packed))).AsByte();
        if (Avx2.IsSupported)
        {
            Vector256<uint> lanes = Avx2.ConvertToVector256Int32(bytes).AsUInt32();
            return (lanes.GetLower(), lanes.GetUpper());
        }

        return Vector128.Widen(Vector128.WidenLower(bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref uint cells, uint group, uint packed)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(packed).AsByte();
        AddAt(ref cells, (nuint)group * 16, Sse41.IsSupported
            ? Sse41.ConvertToVector128Int32(bytes).AsUInt32()
            : Vector128.WidenLower(Vector128.WidenLower(bytes)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAt(ref uint cells, nuint offset, Vector128<uint> lanes)
    {
        ref uint cell = ref Unsafe.AddByteOffset(ref cells, offset);
        (Vector128.LoadUnsafe(ref cell) + lanes).StoreUnsafe(ref cell);
    }
}
