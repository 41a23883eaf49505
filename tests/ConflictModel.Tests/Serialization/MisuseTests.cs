using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

public class MisuseTests
{
    private static readonly ConflictDataset Nothing = new();

    [Fact]
    public void Nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        Source source = new() { Id = SourceId.From("s"), Name = "S" };
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("json", () => DatasetJson.Read((string)null!)),
            ("stream", () => DatasetJson.Read((Stream)null!)),
            ("type", () => DatasetJson.TryGetSchemaOf(null!, out _)),
            ("document", () => DatasetJson.Write(null!, Stream.Null)),
            ("stream", () => DatasetJson.Write(Nothing, null!)),
            ("dataset", () => DatasetJson.Write(null!, [], Stream.Null)),
            ("incidents", () => DatasetJson.Write(Nothing, null!, Stream.Null)),
            ("writer", () => DatasetJson.WriteRecord(null!, source)),
            ("record", () => DatasetJson.WriteRecord<Source>(new Utf8JsonWriter(Stream.Null), null!)),
            ("options", () => ((JsonSerializerOptions)null!).AddConflictModel()),
            ("was", () => RecordFields.Lost(null!, source)),
            ("stream", () => DatasetNdjson.Read(null!)),
            ("stream", () => DatasetNdjson.Read(null!, 1)),
            ("stream", () => DatasetNdjson.ReadAsync(null!)),
            ("dataset", () => DatasetNdjson.Write((ConflictDataset)null!, Stream.Null)),
            ("records", () => DatasetNdjson.Write((IEnumerable<object>)null!, Stream.Null)),
            ("stream", () => DatasetNdjson.Write((IEnumerable<object>)[Nothing], null!)),
            ("record", () => DatasetNdjson.Write((IEnumerable<object>)[Nothing, null!], Stream.Null)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }
    }

    [Fact]
    public async Task Nothing_given_is_refused_without_waiting_too()
    {
        foreach ((string missing, Func<Task> misuse) in ((string, Func<Task>)[])
        [
            ("stream", () => DatasetJson.ReadAsync(null!).AsTask()),
            ("document", () => DatasetJson.WriteAsync(null!, Stream.Null)),
            ("stream", () => DatasetJson.WriteAsync(Nothing, null!)),
            ("dataset", () => DatasetNdjson.WriteAsync((ConflictDataset)null!, Stream.Null)),
            ("records", () => DatasetNdjson.WriteAsync((IAsyncEnumerable<object>)null!, Stream.Null)),
            ("stream", () => DatasetNdjson.WriteAsync(AsyncEnumerable.Empty<object>(), null!)),
        ])
        {
            (await misuse.Should().ThrowAsync<ArgumentNullException>()).WithParameterName(missing);
        }
    }

    [Fact]
    public void Lines_are_read_on_one_thread_or_more() =>
        FluentActions.Invoking(() => DatasetNdjson.Read(Stream.Null, 0)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("threads");
}
