namespace ConflictModel.Tests.Values;

public class IdSetsTests
{
    [Fact]
    public void Ids_that_are_joined_by_way_of_others_are_one_set_and_no_others_are()
    {
        var sets = new IdSets<ActorId>();
        (Join("a", "b"), Join("c", "d"), Join("b", "d"), Join("a", "c"), Join("e", "e")).Should().Be((true, true, true, false, false));
        foreach (bool isSettled in (bool[])[false, true])
        {
            "abcd".Select(id => Find(id.ToString())).Distinct().Should().ContainSingle();
            (Find("e"), Find("f")).Should().Be((ActorId.From("e"), ActorId.From("f")));
            Find("a").Should().NotBe(Find("e"));
            if (!isSettled)
            {
                sets.Settle();
            }
        }

        bool Join(string one, string other) => sets.Join(ActorId.From(one), ActorId.From(other));

        ActorId Find(string id) => sets.Find(ActorId.From(id));
    }
}
