using System.Text.Json;

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

    [Theory]
    [InlineData("""{"en":"a","EN":"b"}""", "EN")]
    [InlineData("""{"":"a"}""", "")]
    public void A_language_stands_once_in_a_file_too_and_has_a_name(string json, string language) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<LocalizedText>(json))
            .Should().Throw<JsonException>().WithMessage($"The language '{language}' is empty or is given twice.*");

    [Fact]
    public void The_default_has_no_text() => default(LocalizedText).ToString().Should().Be("");

    [Fact]
    public void Texts_differ_by_language_content_and_order()
    {
        LocalizedText turned = new([new("ar", "حمص"), new("en", "Homs")]);
        LocalizedText[] others =
        [
            turned, new("Homs"), new("Homs", "ar"), new([new("en", "Homs"), new("fr", "حمص")]),
            new([new("en", "HOMS"), new("ar", "حمص")]),
        ];
        others.Should().NotContain(text => text == Homs);
        (Homs == turned, Homs != turned, Homs.Equals((object)turned)).Should().Be((false, true, false));
        turned.In("de").Should().Be("حمص", "the first text is the one to show");
    }

    [Fact]
    public void A_text_is_in_some_language_and_says_something()
    {
        foreach (Action make in (Action[])
        [
            () => _ = new LocalizedText([]), () => _ = new LocalizedText(""), () => _ = new LocalizedText("Homs", ""), () => Homs.In(null!),
            () => _ = new LocalizedText([new("en", "Homs"), new("ar", "")]),
        ])
        {
            make.Should().Throw<ArgumentException>();
        }

        (Homs.IsEmpty, default(LocalizedText).IsEmpty).Should().Be((false, true));
    }
}
