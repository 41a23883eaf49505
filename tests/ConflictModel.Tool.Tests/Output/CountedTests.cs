using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 incidents last")]
    [InlineData(1, "1 incident lasts")]
    [InlineData(2, "2 incidents last")]
    [InlineData(1234567, "1234567 incidents last")]
    public void The_words_go_with_the_count(long count, string text) =>
        Counted.Of(count, "incident lasts", "incidents last").Should().Be(text);

    [Theory]
    [InlineData(0, 1, "0 of 1 row")]
    [InlineData(1, 1, "1 of 1 row")]
    [InlineData(1, 2, "1 of 2 rows")]
    public void Of_some_of_a_count_the_words_go_with_the_count(long some, long count, string text) =>
        Counted.Of(some, count, "row").Should().Be(text);
}
