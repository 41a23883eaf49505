using System.Text;
using System.Text.Json;

namespace ConflictModel.Tests.Serialization;

/// <summary>Extensions are written wherever the writer has room for their levels, however long they are.</summary>
public class ExtensionRoomTests
{
    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void As_many_levels_as_the_writer_has_room_for_are_written(int levels, bool isWritten)
    {
        string json = string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        if (isWritten)
        {
            Written(json).Should().Be(json);
        }
        else
        {
            FluentActions.Invoking(() => Written(json)).Should().Throw<ArgumentException>().WithMessage("*room for 10 more levels*");
        }
    }

    [Fact]
    public void A_long_text_of_one_level_is_written()
    {
        string json = $$"""{"a":"{{new string('x', 5_000)}}"}""";
        Written(json).Should().Be(json);
    }

    private static string Written(string json)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new() { MaxDepth = 10 }))
        {
            JsonSerializer.Serialize(writer, new ExtensionData(json));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
