namespace ConflictModel.Tool.Tests.Conventions;

/// <summary>
/// A member put into the middle of an enum changes what every "less than" of it means. So a question that an order answers has a name,
/// and the name says what is asked.
/// </summary>
public class EnumTests
{
    [Fact]
    public void No_source_compares_enums_by_the_order_of_their_members() => House.Ours.ComparisonsOfEnums.Should().BeEmpty();

    [Theory]
    [InlineData("a < b")]
    [InlineData("a >= Level.High")]
    [InlineData("(int)a > (int)b")]
    [InlineData("(maybe <= b)")]
    [InlineData("a is > Level.Low")]
    [InlineData("a.CompareTo(b)")]
    [InlineData("Math.Max((int)a, (int)b)")]
    [InlineData("Comparer<Level>.Default.Compare(a, b)")]
    [InlineData("new[] { a, b }.Max()")]
    [InlineData("new[] { 1, 2 }.OrderBy(n => (Level)n)")]
    [InlineData("new[] { 1, 2 }.MinBy(n => (n, (Level)n))")]
    public void A_comparison_by_order_is_found(string expression) => Found(expression).Should().ContainSingle();

    [Theory]
    [InlineData("a == b")]
    [InlineData("a is Level.Low or Level.High")]
    [InlineData("(int)a + 1")]
    [InlineData("new[] { a, b }.OrderBy(level => level.ToString().Length)")]
    [InlineData("new[] { a, b }.Length > 1")]
    [InlineData("Math.Max(1, 2)")]
    [InlineData("new List<Level>()")]
    public void What_does_not_depend_on_order_is_left_alone(string expression) => Found(expression).Should().BeEmpty();

    private static IEnumerable<string> Found(string expression) => House.Of(
        "/", [("/a.cs", $"enum Level {{ Low, High }} class C {{ object M(Level a, Level b, Level? maybe) => {expression}; }}")])
        .ComparisonsOfEnums;
}
