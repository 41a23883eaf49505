namespace ConflictModel.Tests.Records;

public class MisuseTests
{
    [Fact]
    public void Nothing_has_no_id()
    {
        FluentActions.Invoking(() => (ActorId)(Actor)null!).Should().Throw<ArgumentNullException>().WithParameterName("actor");
        FluentActions.Invoking(() => (RegionId)(Region)null!).Should().Throw<ArgumentNullException>().WithParameterName("region");
        FluentActions.Invoking(() => (SourceId)(Source)null!).Should().Throw<ArgumentNullException>().WithParameterName("source");
    }

    [Fact]
    public void An_age_has_words_or_a_figure_that_a_column_can_hold()
    {
        FluentActions.Invoking(() => Age.Read("")).Should().Throw<ArgumentException>().WithParameterName("wording");
        FluentActions.Invoking(() => Age.Read(null!)).Should().Throw<ArgumentNullException>().WithParameterName("wording");
        new Age(0, Age.MaxFigure).Max.Should().Be(Age.MaxFigure);
        FluentActions.Invoking(() => new Age(Age.MaxFigure + 1, null)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Age(0, -1)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
