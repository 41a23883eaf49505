using AngleSharp.Dom;
using CsCheck;

namespace ConflictModel.Reporting.Tests;

public class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#39;c&#39;")]
    [InlineData("\u202eabc\u202c", "\ufffdabc\ufffd")]
    [InlineData("bell\u0007, null\u0000, delete\u007f, next\u0085", "bell\ufffd, null\ufffd, delete\ufffd, next\ufffd")]
    [InlineData("two\nlines\tand\u2028more", "two lines and more")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("\u2068name\u2069, then", "<bdi>name</bdi>, then")]
    [InlineData("\u2068never closed", "<bdi>never closed</bdi>")]
    [InlineData("closed twice\u2069", "closed twice")]
    [InlineData("\u2066ltr\u2069\u2067rtl\u2069", "<bdi dir=\"ltr\">ltr</bdi><bdi dir=\"rtl\">rtl</bdi>")]
    [InlineData("البادية", "البادية")]
    public void A_text_becomes_no_markup_and_turns_nothing_behind_it(string text, string html) => HtmlText.Of(text).Should().Be(html);

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_missing()
    {
        HtmlText.Of("\ud800 half").Should().Be("\ufffd half");
        HtmlText.OfAttribute("\udc00").Should().Be("\ufffd");
    }

    [Fact]
    public void An_attribute_holds_no_element()
    {
        HtmlText.OfAttribute("\u2068x\u2069\"><img src=y>").Should().Be("x&quot;&gt;&lt;img src=y&gt;");
    }

    [Fact]
    public void A_text_of_any_characters_leaves_the_elements_around_it_as_they_are() => Gen.Char.Array[0, 12].Sample(letters =>
    {
        IElement body = Pages.Document($"<main><p>{HtmlText.Of(new string(letters))}</p><p id=after>x</p></main>").Body!;
        body.QuerySelector("main")!.Children.Length.Should().Be(2);
        body.QuerySelector("#after")!.TextContent.Should().Be("x");
        body.QuerySelectorAll("p *").All(element => element.LocalName == "bdi").Should().BeTrue();
    });
}
