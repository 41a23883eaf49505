namespace ConflictModel.Tests.Values;

public class JsonNameTests
{
    [Theory]
    [InlineData(IncidentKind.AirStrike, "airStrike")]
    [InlineData(IncidentKind.Battle, "battle")]
    public void A_member_is_called_by_its_own_name_in_camel_case(IncidentKind kind, string name)
    {
        JsonName.Of(kind).Should().Be(name);
        JsonName.TryParse(name, out IncidentKind parsed).Should().BeTrue();
        parsed.Should().Be(kind);
    }

    [Fact]
    public void A_value_that_is_no_member_has_no_name()
    {
        Action name = () => JsonName.Of((Harm)0);
        name.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Battle")]
    [InlineData("2")]
    public void Any_other_text_is_no_member(string? text)
    {
        JsonName.TryParse(text, out IncidentKind kind).Should().BeFalse();
        kind.Should().Be(default(IncidentKind));
    }
}
