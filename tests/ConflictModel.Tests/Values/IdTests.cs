namespace ConflictModel.Tests.Values;

public class IdTests
{
    [Theory]
    [InlineData("isis")]
    [InlineData("ucdp:234")]
    [InlineData("داعش")]
    public void An_id_is_its_text(string text)
    {
        ActorId id = ActorId.From(text);
        id.Value.Should().Be(text);
        id.ToString().Should().Be(text);
        id.Should().Be(ActorId.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\u0000b")]
    [InlineData("tab\t")]
    public void White_space_and_control_characters_are_refused(string text)
    {
        ActorId.TryParse(text, null, out ActorId id).Should().BeFalse();
        id.Should().Be(default(ActorId));
        Action make = () => ActorId.From(text);
        make.Should().Throw<FormatException>();
    }

    [Fact]
    public void Two_hundred_characters_are_the_most()
    {
        ActorId.TryParse(new string('a', 200), null, out _).Should().BeTrue();
        ActorId.TryParse(new string('a', 201), null, out _).Should().BeFalse();
    }

    [Fact]
    public void Ids_differ_by_case() => ActorId.From("ISIS").Should().NotBe(ActorId.From("isis"));

    [Fact]
    public void The_default_id_is_no_id() => default(ActorId).Value.Should().Be("");
}
