using System.Diagnostics;
using ConflictModel.Aggregation.Kernels;
using CsCheck;

namespace ConflictModel.Tests.Tables.Kernels;

/// <summary>Each kernel against its scalar twin, with whatever vectors the machine has; and the whole with none.</summary>
public class KernelTests
{
    [Fact]
    public void Sums_of_triples_are_those_of_the_twin() => Over(random =>
    {
        uint[] packed = [.. Enumerable.Range(0, random.Next(9000)).Select(_ => (uint)random.NextInt64(1L << 32))];
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
        const int Groups = 50;
        ushort[] index = [.. Enumerable.Range(0, random.Next(500)).Select(_ => (ushort)random.Next(Groups))];
        uint[] packed = [.. index.Select(_ => (uint)random.NextInt64(1L << 32))];
        int stride = random.Next(2) * Groups * 4;
        uint[] found = new uint[Groups * 4 * 4];
        uint[] expected = new uint[Groups * 4 * 4];
        ScatterKernel.AddTriples<ushort>(index, packed, found, stride);
        ScatterKernel.AddTriplesOneByOne<ushort>(index, packed, expected, stride);
        Merged(found).Should().Equal(Merged(expected));

        static long[] Merged(uint[] cells) =>
            [.. Enumerable.Range(0, Groups * 4).Select(cell => Enumerable.Range(0, 4).Sum(replica => (long)cells[replica * Groups * 4 + cell]))];
    });

    [Fact]
    public void Matches_are_those_of_the_twin() => Over(random =>
    {
        byte[] answers = [.. Enumerable.Range(0, random.Next(1, 600)).Select(_ => (byte)(random.Next(3) switch { 0 => 0, 1 => 1, _ => 3 }))];
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
    public void Compacted_values_are_those_of_the_twin() => Over(random =>
    {
        byte[] states = Bytes(random, 4);
        byte least = (byte)random.Next(1, 4);
        Check(states.Select(_ => (byte)random.Next(256)).ToArray());
        Check(states.Select(_ => (ushort)random.Next(65536)).ToArray());
        Check(states.Select(_ => random.Next()).ToArray());
        Check(states.Select(_ => random.NextInt64()).ToArray());

        void Check<T>(T[] values)
            where T : unmanaged, System.Numerics.IBinaryInteger<T>
        {
            T[] found = new T[values.Length + CompactKernel.Slack];
            T[] expected = new T[values.Length + CompactKernel.Slack];
            int count = CompactKernel.Compact<T>(values, states, least, found);
            count.Should().Be(CompactKernel.CompactOneByOne<T>(values, states, least, expected));
            found[..count].Should().Equal(expected[..count]);
        }
    });

    [Fact]
    public async Task Without_vectors_every_answer_is_the_same()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_EnableHWIntrinsic") == "0")
        {
            return;
        }

        ProcessStartInfo start = new(Environment.ProcessPath!, ["-method", "ConflictModel.Tests.Queries.IncidentQueryTests.Every_answer_over_many_rows*"])
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

    private static byte[] Bytes(Random random, int below) => [.. Enumerable.Range(0, random.Next(9000)).Select(_ => (byte)random.Next(below))];
}
