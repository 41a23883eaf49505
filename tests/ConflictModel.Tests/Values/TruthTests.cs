namespace ConflictModel.Tests.Values;

public class TruthTests
{
    [Theory]
    [InlineData(Truth.Yes, Truth.Yes, Truth.Yes)]
    [InlineData(Truth.Yes, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.No, Truth.Unknown, Truth.No)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    public void And_is_settled_by_a_no(Truth left, Truth right, Truth both)
    {
        left.And(right).Should().Be(both);
        right.And(left).Should().Be(both);
    }

    [Theory]
    [InlineData(Truth.Yes, Truth.Unknown, Truth.Yes)]
    [InlineData(Truth.No, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.No, Truth.No, Truth.No)]
    public void Or_is_settled_by_a_yes(Truth left, Truth right, Truth either)
    {
        left.Or(right).Should().Be(either);
        right.Or(left).Should().Be(either);
    }

    [Fact]
    public void The_default_answer_is_unknown() => default(Truth).Should().Be(Truth.Unknown);

    [Fact]
    public void Not_turns_what_is_known_and_leaves_what_is_unknown()
    {
        new[] { Truth.Yes, Truth.No, Truth.Unknown }.Select(truth => truth.Not()).Should().Equal(Truth.No, Truth.Yes, Truth.Unknown);
        (Truth.From(true), Truth.From(false)).Should().Be((Truth.Yes, Truth.No));
    }
}
