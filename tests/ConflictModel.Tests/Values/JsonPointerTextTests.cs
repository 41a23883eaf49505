using CsCheck;

namespace ConflictModel.Tests.Values;

public class JsonPointerTextTests
{
    [Theory]
    [InlineData("", "$")]
    [InlineData("/", "$['']")]
    [InlineData("/tallies/0/scope", "$.tallies[0].scope")]
    [InlineData("/a~1b/c~0d", "$['a/b'].c~d")]
    [InlineData("/00/-1/+1", "$.00.-1.+1")]
    [InlineData("/it's", "$['it\\'s']")]
    [InlineData("/a\\b", "$['a\\\\b']")]
    public void A_text_is_read_back_as_the_same_place(string text, string path)
    {
        var pointer = JsonPointer.Parse(text);
        pointer.ToString().Should().Be(text);
        pointer.ToJsonPath().Should().Be(path);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a/b")]
    [InlineData("/~")]
    [InlineData("/a~2")]
    [InlineData("/~/0")]
    public void What_is_no_pointer_is_refused(string text)
    {
        JsonPointer.TryParse(text, out _).Should().BeFalse();
        ((Action)(() => JsonPointer.Parse(text))).Should().Throw<FormatException>().WithMessage($"'{text}' is not a JSON Pointer*");
    }

    [Fact]
    public void Whatever_names_it_is_made_of_come_back() =>
        Gen.String.Array[0, 4].Sample(names =>
        {
            JsonPointer pointer = names.Aggregate(JsonPointer.Root, (at, name) => at.Member(name));
            JsonPointer.Parse(pointer.ToString()).Should().Be(pointer);
        }, iter: 300);
}
