using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

public class AsyncTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_or_written_synchronously_and_the_bytes_are_the_same()
    {
        ConflictDataset dataset = Everything.Dataset();
        await using var written = new AsyncOnly();
        await DatasetJson.WriteAsync(dataset, written, Stop);
        System.Text.Encoding.UTF8.GetString(written.ToArray()).Should().Be(DatasetJson.Write(dataset));

        await using var read = new AsyncOnly(written.ToArray());
        (await DatasetJson.ReadAsync(read, Stop)).Should().Be(dataset);
    }

    [Fact]
    public async Task A_large_data_set_is_let_go_of_while_it_is_written()
    {
        ConflictDataset large = Large();
        await using var async = new AsyncOnly();
        await DatasetJson.WriteAsync(large, async, Stop);
        await using var sync = new Counting();
        DatasetJson.Write(large, sync);

        sync.Length.Should().BeGreaterThan(1_000_000).And.Be(async.Length);
        sync.Largest.Should().BeLessThan(200_000);
        async.Largest.Should().BeLessThan(200_000);
        (await DatasetJson.ReadAsync(new AsyncOnly(sync.ToArray()), Stop)).Should().Be(large);
    }

    [Fact]
    public async Task It_can_be_stopped()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await ((Func<Task>)(() => DatasetJson.WriteAsync(Large(), new AsyncOnly(), stopped.Token)))
            .Should().ThrowAsync<OperationCanceledException>();
        await ((Func<Task>)(async () => await DatasetJson.ReadAsync(new AsyncOnly(Sample.Bytes), stopped.Token)))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task What_is_no_data_set_has_the_same_place_as_ever()
    {
        await using var stream = new AsyncOnly("{\"schemaVersion\":\"1.0\",\n\"x\":1}"u8.ToArray());
        Func<Task> read = async () => await DatasetJson.ReadAsync(stream, Stop);
        (await read.Should().ThrowAsync<DatasetFormatException>()).Which.Line.Should().Be(2);
    }

    private static ConflictDataset Large() => new()
    {
        Incidents = Enumerable.Range(0, 10_000).Select(n => new Incident
        {
            Id = IncidentId.From($"i{n}"),
            Kind = IncidentKind.Battle,
            Date = UncertainDate.Parse("2024"),
            Description = $"The fight of number {n}",
        }).ToValueList(),
    };

    /// <summary>A stream that tells how much was written at once.</summary>
    private class Counting(byte[]? bytes = null) : Stream
    {
        protected MemoryStream Inner { get; } = bytes is null ? new() : new(bytes);

        public int Largest { get; protected set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Inner.Length;

        public override long Position { get => Inner.Position; set => throw new NotSupportedException(); }

        public byte[] ToArray() => Inner.ToArray();

        public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);

        public override void Write(byte[] buffer, int offset, int count)
        {
            Largest = Math.Max(Largest, count);
            Inner.Write(buffer, offset, count);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    /// <summary>A stream as servers have them: whoever waits for it synchronously is refused.</summary>
    private sealed class AsyncOnly(byte[]? bytes = null) : Counting(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => throw Refusal();

        public override void Write(byte[] buffer, int offset, int count) => throw Refusal();

        public override void Flush() => throw Refusal();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return Inner.Read(buffer.Span[..Math.Min(1_000, buffer.Length)]);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Largest = Math.Max(Largest, buffer.Length);
            Inner.Write(buffer.Span);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private static InvalidOperationException Refusal() => new("Synchronous operations are disallowed.");
    }
}
