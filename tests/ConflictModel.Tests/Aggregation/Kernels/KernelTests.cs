using System.Diagnostics;
using System.Runtime.CompilerServices;
using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Tests.Aggregation.Kernels;

/// <summary>Each kernel against its scalar twin, with whatever vectors the machine has; and the whole with none.</summary>
public class KernelTests
{
    private const int Groups = 50;

    [Fact]
    public void Sums_of_triples_are_those_of_the_twin() => Over(random =>
    {
        // Lanes of 16 bits are full soonest where every byte is the largest.
        uint largest = random.Next(2) == 0 ? uint.MaxValue : 0;
        uint[] packed = [.. Enumerable.Range(0, random.Next(9000)).Select(_ => (uint)random.NextInt64(1L << 32) | largest)];
        ulong[] found = [1, 2, 3, 4];
        ulong[] expected = [1, 2, 3, 4];
        SumKernel.AddTriples(packed, found);
        SumKernel.AddTriplesOneByOne(packed, expected);
        found.Should().Equal(expected);
    });

    [Fact]
    public void Sums_of_singles_are_those_of_the_twin() => Over(random =>
    {
        byte[] cells = Bytes(random, random.Next(2) == 0 ? 256 : 1);
        cells.AsSpan().Replace((byte)0, (byte)(random.Next(2) * 255));
        (ulong sum, ulong known, ulong expectedSum, ulong expectedKnown) = (0, 0, 0, 0);
        SumKernel.AddSingles(cells, ref sum, ref known);
        SumKernel.AddSinglesOneByOne(cells, ref expectedSum, ref expectedKnown);
        (sum, known).Should().Be((expectedSum, expectedKnown));
    });

    [Fact]
    public void Scattered_triples_are_those_of_the_twin() => Over(random =>
    {
        ushort[] index = [.. Enumerable.Range(0, random.Next(500)).Select(_ => (ushort)random.Next(Groups))];
        uint[] packed = [.. Enumerable.Range(0, index.Length * 2).Select(_ => (uint)random.NextInt64(1L << 32))];
        ushort[] positions =
            [.. Enumerable.Range(0, packed.Length).OrderBy(_ => random.Next()).Take(index.Length).Order().Select(row => (ushort)row)];
        int stride = random.Next(2) * Groups * 4;
        Check(index);
        Check(Array.ConvertAll(index, group => (byte)group));
        Check(Array.ConvertAll(index, group => (int)group));

        void Check<T>(T[] groups)
            where T : unmanaged, System.Numerics.IBinaryInteger<T>
        {
            uint[] found = new uint[Groups * 4 * ScatterKernel.Replicas];
            uint[] expected = new uint[Groups * 4 * ScatterKernel.Replicas];
            ScatterKernel.AddTriples(groups, packed, default(AllRows), found, stride);
            ScatterKernel.AddTriples(groups, packed, new PassingRows(positions), found, stride);
            ScatterKernel.AddTriplesOneByOne(groups, packed, default(AllRows), expected, stride);
            ScatterKernel.AddTriplesOneByOne(groups, packed, new PassingRows(positions), expected, stride);
            found.Should().Equal(expected);
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(65_535)]
    public void The_highest_codes_of_two_bytes_have_places_of_their_own(int code)
    {
        ushort[] index = [.. Enumerable.Repeat((ushort)code, 8)];
        uint[] cells = new uint[65_536 * 4];
        ScatterKernel.AddTriples(index, [.. Enumerable.Repeat(0x01030201u, 8)], default(AllRows), cells, 0);
        cells.Index().Where(cell => cell.Item != 0).Should().Equal(
            (code * 4, 8u), (code * 4 + 1, 16u), (code * 4 + 2, 24u), (code * 4 + 3, 8u));
        ulong[] pairs = new ulong[65_536];
        ScatterKernel.AddWorths(index, new byte[8], default(AllRows), [5, .. new ulong[255]], pairs, 0);
        pairs.Index().Where(cell => cell.Item != 0).Should().Equal((code, 40ul));
    }

    [Fact]
    public void Cells_lie_on_lines_of_the_cache_and_begin_at_zero() => Over(random =>
    {
        using AlignedArray<ulong> array = new(random.Next(1, 5000));
        array.Span.ToArray().Should().OnlyContain(cell => cell == 0);
        (Unsafe.ByteOffset(ref Unsafe.NullRef<ulong>(), ref array.Span[0]) % 64).Should().Be(0);
        array.Span.Fill(ulong.MaxValue);
    });

    [Fact]
    public void Scattered_worths_are_what_each_code_is_worth() => Over(random =>
    {
        int[] index = [.. Enumerable.Range(0, random.Next(500)).Select(_ => random.Next(Groups))];
        byte[] codes = [.. index.Select(_ => (byte)random.Next(256))];
        ulong[] worths = [.. Enumerable.Range(0, 256).Select(_ => (ulong)random.Next(1000))];
        ushort[] positions = [.. Enumerable.Range(0, index.Length).Reverse().Select(row => (ushort)row)];
        int stride = random.Next(2) * Groups;
        Check(index);
        Check(Array.ConvertAll(index, group => (byte)group));
        Check(Array.ConvertAll(index, group => (ushort)group));

        void Check<T>(T[] groups)
            where T : unmanaged, System.Numerics.IBinaryInteger<T>
        {
            ulong[] found = new ulong[Groups * ScatterKernel.Replicas];
            ScatterKernel.AddWorths(groups, codes, default(AllRows), worths, found, stride);
            Sums(found).Should().Equal(Enumerable.Range(0, Groups).Select(group => Worth(i => index[i] == group ? codes[i] : null)));
            Array.Clear(found);
            ScatterKernel.AddWorths(groups, codes, new PassingRows(positions), worths, found, stride);
            Sums(found).Should().Equal(Enumerable.Range(0, Groups).Select(group => Worth(i => index[i] == group ? codes[^(i + 1)] : null)));
        }

        long Worth(Func<int, byte?> codeOf) => Enumerable.Range(0, index.Length).Sum(i => codeOf(i) is { } code ? (long)worths[code] : 0);

        long[] Sums(ulong[] cells) =>
            [.. Enumerable.Range(0, Groups).Select(group =>
                Enumerable.Range(0, ScatterKernel.Replicas).Sum(replica => (long)cells[replica * Groups + group]))];
    });

    [Fact]
    public void Places_are_those_of_the_codes_of_the_rows_asked_for() => Over(random =>
    {
        ushort[] codes = [.. Enumerable.Range(0, random.Next(1, 500)).Select(_ => (ushort)random.Next(Groups))];
        int[] places = [.. Enumerable.Range(0, Groups).Select(_ => random.Next(1000))];
        ushort[] positions = [.. Enumerable.Range(0, codes.Length).Where(_ => random.Next(2) == 0).Select(row => (ushort)row)];
        int[] index = new int[codes.Length];
        IndexKernel.Set(codes, default(AllRows), places, index);
        index.Should().Equal(codes.Select(code => places[code]));
        IndexKernel.Add(codes, default(AllRows), places, index);
        index.Should().Equal(codes.Select(code => 2 * places[code]));
        index = new int[positions.Length];
        IndexKernel.Set(codes, new PassingRows(positions), places, index);
        index.Should().Equal(positions.Select(row => places[codes[row]]));
        IndexKernel.Add(codes, new PassingRows(positions), places, index);
        index.Should().Equal(positions.Select(row => 2 * places[codes[row]]));
        byte[] others = [.. codes.Select(_ => (byte)random.Next(256))];
        int[] otherPlaces = [.. Enumerable.Range(0, 256).Select(_ => random.Next(1000))];
        IndexKernel.SetPair(codes, places, others, otherPlaces, new PassingRows(positions), index);
        index.Should().Equal(positions.Select(row => places[codes[row]] + otherPlaces[others[row]]));
        long[] wide = new long[codes.Length + 1];
        long[] widePlaces = [.. places.Select(place => (long)place << 32)];
        IndexKernel.SetPair(codes, widePlaces, codes, widePlaces, default(AllRows), wide.AsSpan(..^1));
        wide.Should().Equal([.. codes.Select(code => 2 * widePlaces[code]), 0]);
        IndexKernel.SetPair(others, otherPlaces, others, otherPlaces, new PassingRows(positions), index);
        index.Should().Equal(positions.Select(row => 2 * otherPlaces[others[row]]));
    });

    [Fact]
    public void Matches_are_those_of_the_twin() => Over(random =>
    {
        byte[] answers =
            [.. Enumerable.Range(0, random.Next(1, 600)).Select(_ => (byte)(random.Next(3) switch { 0 => 0, 1 => 1, _ => 3 }))];
        ushort[] shorts = [.. Enumerable.Range(0, random.Next(500)).Select(_ => (ushort)random.Next(answers.Length))];
        byte[] bytes = [.. shorts.Select(code => (byte)(code % Math.Min(256, answers.Length)))];
        byte[] found = new byte[shorts.Length];
        byte[] expected = new byte[shorts.Length];
        SelectKernel.Match<ushort>(shorts, new(answers), found);
        SelectKernel.MatchOneByOne<ushort>(shorts, answers, expected);
        found.Should().Equal(expected);
        SelectKernel.Match<byte>(bytes, new(answers), found);
        SelectKernel.MatchOneByOne<byte>(bytes, answers, expected);
        found.Should().Equal(expected);
        SelectKernel.Count(found, 3).Should().Be(found.Count(state => state >= 3));
    });

    [Fact]
    public void Positions_of_passing_rows_are_those_of_the_twin() => Over(random =>
    {
        byte[] states = Bytes(random, 4);
        byte least = (byte)random.Next(1, 4);
        ushort[] found = new ushort[states.Length + GatherKernel.Slack];
        ushort[] expected = new ushort[states.Length + GatherKernel.Slack];
        int count = GatherKernel.SetPositions(states, least, found);
        count.Should().Be(GatherKernel.SetPositionsOneByOne(states, least, expected));
        found[..count].Should().Equal(expected[..count]);
        found[..count].Should().Equal(Enumerable.Range(0, states.Length).Where(row => states[row] >= least).Select(row => (ushort)row));
        byte[] gathered = new byte[count];
        GatherKernel.Gather<byte>(states, found.AsSpan(0, count), gathered);
        gathered.Should().Equal(states.Where(state => state >= least));
    });

    [Fact]
    public async Task Without_vectors_every_answer_is_the_same()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_EnableHWIntrinsic") == "0")
        {
            return;
        }

        ProcessStartInfo start =
            new(Environment.ProcessPath!, ["-method", $"{typeof(IncidentQueryTests).FullName}.Every_answer_over_many_rows*"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableHWIntrinsic"] = "0" },
        };
        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.Should().Be(0, output);
        output.Should().Contain("Total: 1, Errors: 0, Failed: 0");
    }

    private static void Over(Action<Random> check) => Gen.Int.Sample(seed => check(new Random(seed)), iter: 300);

    private static byte[] Bytes(Random random, int below) =>
        [.. Enumerable.Range(0, random.Next(9000)).Select(_ => (byte)random.Next(below))];
}
