using System.Text;
using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

public class WrittenInPartsTests
{
    // About 300 kilobytes.
    private static readonly ConflictDataset Large = new()
    {
        Sources = [.. Enumerable.Range(0, 3_000).Select(i => new Source { Id = SourceId.From($"s{i}"), Name = new string('x', 60) })],
    };

    [Fact]
    public void What_is_large_is_let_go_of_in_parts_neither_record_by_record_nor_at_the_end()
    {
        Counting lines = new(), document = new();
        DatasetNdjson.Write(Large, lines);
        DatasetJson.Write(Large, document);
        lines.Writes.Should().BeInRange(3, 30);
        document.Writes.Should().BeInRange(3, 30);
        Encoding.UTF8.GetString(document.ToArray()).Should().Be(DatasetJson.Write(Large));
        lines.Position = 0;
        DatasetNdjson.ReadDataset(lines).Should().Be(Large);
    }

    [Fact]
    public async Task What_is_large_is_let_go_of_in_parts_without_waiting_too()
    {
        using Counting lines = new(), document = new();
        await DatasetNdjson.WriteAsync(Large, lines, TestContext.Current.CancellationToken);
        await DatasetJson.WriteAsync(Large, document, TestContext.Current.CancellationToken);
        lines.Writes.Should().BeInRange(3, 30);
        document.Writes.Should().BeInRange(3, 30);
        lines.Position = 0;
        DatasetNdjson.ReadDataset(lines).Should().Be(Large);
    }

    [Fact]
    public void A_record_alone_is_written_as_it_stands_in_a_file()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            DatasetJson.WriteRecord(writer, Large.Sources[7]);
        }

        string text = Encoding.UTF8.GetString(stream.ToArray());
        text.Should().Be(JsonSerializer.Serialize(Large.Sources[7]));
        JsonSerializer.Deserialize<Source>(text).Should().Be(Large.Sources[7]);
    }

    private sealed class Counting : MemoryStream
    {
        public int Writes { get; private set; }

        // The base asks a stream that is derived from it for an array once more, and each write would count twice.
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            Writes++;
            base.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
