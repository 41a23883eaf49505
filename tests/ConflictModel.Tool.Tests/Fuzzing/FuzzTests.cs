using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests.Fuzzing;

public class FuzzTests
{
    public static TheoryData<string> Names => new(EntryPoints.All.Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_read_gives_an_answer_or_a_documented_refusal(string name)
    {
        var course = new Course(EntryPoints.All.Single(entry => entry.Name == name));
        for (int i = 0; i < course.Entry.Inputs; i++)
        {
            course.Next(Turn.Seed);
        }

        course.Faults.Values.Select(fault => fault.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void A_hundred_thousand_inputs_are_given_in_all() => EntryPoints.All.Sum(entry => entry.Inputs).Should().Be(100_000);
}
