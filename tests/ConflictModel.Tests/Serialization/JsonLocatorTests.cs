using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

/// <summary>Where a line and a column of a text are, as an exception of the serializer counts them.</summary>
public class JsonLocatorTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 2, 2)]
    [InlineData(1, 0, 3)]
    [InlineData(1, 1, 4)]
    [InlineData(2, 2, 8)]
    [InlineData(2, 9, 8)]
    [InlineData(7, 1, 7)]
    public void A_column_is_counted_from_the_start_of_its_own_line_and_no_offset_is_behind_the_text(long line, long column, int offset) =>
        JsonLocator.OffsetOf("ab\ncd\nef"u8, line, column).Should().Be(offset);
}
