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

    [Fact]
    public void Records_that_hold_lists_are_equal_by_content()
    {
        var one = Victims.MembersOf(ActorId.From("a"), ActorId.From("b"));
        var other = Victims.MembersOf(ActorId.From("a"), ActorId.From("b"));
        one.Should().Be(other);
        one.Should().NotBe(Victims.MembersOf(ActorId.From("a")));
    }
}
