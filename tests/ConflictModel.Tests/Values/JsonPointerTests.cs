namespace ConflictModel.Tests.Values;

public class JsonPointerTests
{
    [Fact]
    public void A_pointer_is_written_as_rfc_6901_says() =>
        JsonPointer.Root.Member("a/b").Item(3).Member("m~n").ToString().Should().Be("/a~1b/3/m~0n");

    [Fact]
    public void The_default_is_the_whole_document()
    {
        default(JsonPointer).ToString().Should().Be("");
        default(JsonPointer).Should().Be(JsonPointer.Root);
    }

    [Fact]
    public void No_element_stands_before_the_first() =>
        FluentActions.Invoking(() => JsonPointer.Root.Item(-1)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Equality_is_that_of_the_text()
    {
        JsonPointer.Root.Member("a").Item(1).Should().Be(JsonPointer.Root.Member("a").Item(1));
        JsonPointer.Root.Member("a").Item(1).Should().NotBe(JsonPointer.Root.Member("a").Item(2));
    }
}
