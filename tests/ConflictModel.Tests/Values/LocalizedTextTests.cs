namespace ConflictModel.Tests.Values;

public class LocalizedTextTests
{
    private static readonly LocalizedText Homs = new([new("en", "Homs"), new("ar", "حمص")]);

    [Theory]
    [InlineData("ar", "حمص")]
    [InlineData("AR", "حمص")]
    [InlineData("ar-SY", "حمص")]
    [InlineData("fr", "Homs")]
    public void A_language_falls_back_to_its_parent_and_then_to_the_first_text(string language, string text) =>
        Homs.In(language).Should().Be(text);

    [Fact]
    public void Equality_is_by_content()
    {
        Homs.Should().Be(new LocalizedText([new("EN", "Homs"), new("ar", "حمص")]));
        Homs.GetHashCode().Should().Be(new LocalizedText([new("EN", "Homs"), new("ar", "حمص")]).GetHashCode());
        Homs.Should().NotBe(new LocalizedText("Homs"));
    }

    [Fact]
    public void A_language_stands_once()
    {
        Action make = () => _ = new LocalizedText([new("en", "a"), new("EN", "b")]);
        make.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void The_default_has_no_text() => default(LocalizedText).ToString().Should().Be("");
}
