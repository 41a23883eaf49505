using System.Text.Json;
using CsCheck;

namespace ConflictModel.Tests.Values;

public class ValueListTests
{
    [Fact]
    public void Lists_of_equal_elements_are_equal_and_hash_alike() =>
        Gen.Int.Array.Sample(items =>
        {
            ValueList<int> one = [.. items];
            ValueList<int> other = items.ToValueList();
            one.Equals(other).Should().BeTrue();
            one.GetHashCode().Should().Be(other.GetHashCode());
        });

    [Fact]
    public void Lists_that_differ_in_one_element_differ() =>
        Gen.Select(Gen.Int.Array.Nonempty, Gen.Int[0, 1000]).Sample((items, at) =>
        {
            ValueList<int> one = [.. items];
            items[at % items.Length] ^= 1;
            one.Equals(items.ToValueList()).Should().BeFalse();
        });

    [Fact]
    public void A_list_is_a_copy_of_what_it_was_made_from()
    {
        int[] items = [1, 2, 3];
        ValueList<int> list = [.. items];
        items[0] = 9;
        list[0].Should().Be(1);
    }

    [Fact]
    public void The_default_list_is_empty_and_equals_the_empty_list()
    {
        (default(ValueList<string>) == (ValueList<string>)[]).Should().BeTrue();
        default(ValueList<string>).Count.Should().Be(0);
    }

    [Fact]
    public void A_null_element_is_refused()
    {
        Func<object> make = () => new string[] { null! }.ToValueList();
        make.Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData("null", "Null is not allowed here.*")]
    [InlineData("7", "Expected a list.*")]
    [InlineData("[7,null]", "A list must not contain null.*")]
    public void What_is_no_list_in_a_file_is_refused_as_what_it_is(string json, string message) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<ValueList<long>>(json))
            .Should().Throw<JsonException>().WithMessage(message);

    [Fact]
    public void Records_that_hold_lists_are_equal_by_content()
    {
        var one = Victims.MembersOf(ActorId.From("a"), ActorId.From("b"));
        var other = Victims.MembersOf(ActorId.From("a"), ActorId.From("b"));
        one.Should().Be(other);
        one.Should().NotBe(Victims.MembersOf(ActorId.From("a")));
    }

    [Fact]
    public void Lists_differ_by_order_length_and_type()
    {
        ValueList<int> list = [1, 2, 3];
        (list == (ValueList<int>)[1, 2, 3], list != (ValueList<int>)[1, 3, 2], list == (ValueList<int>)[1, 2])
            .Should().Be((true, true, false));
        list.Equals((object)(ValueList<int>)[1, 2, 3]).Should().BeTrue();
        list.Equals((object)new[] { 1, 2, 3 }).Should().BeFalse();
        list.GetHashCode().Should().NotBe(((ValueList<int>)[3, 2, 1]).GetHashCode());
    }

    [Fact]
    public void A_longer_list_is_a_new_one()
    {
        ValueList<int> list = [1, 2];
        list.Add(3).Should().Equal(1, 2, 3);
        (list.Count, list.IsEmpty, default(ValueList<int>).IsEmpty).Should().Be((2, false, true));
        default(ValueList<int>).Add(3).ToString().Should().Be("[3]");
        list.ToString().Should().Be("[1, 2]");
        ((ValueList<int>)new List<int> { 1, 2 }).Should().Equal(list);
    }
}
