using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Tests.Aggregation.Columns;

public class CodeColumnTests
{
    [Fact]
    public void The_largest_code_is_found_wherever_it_stands() => Gen.Int[0, 300].Array[0, 40].Sample(codes =>
    {
        CodeColumn.LargestOf(codes).Should().Be((uint)codes.DefaultIfEmpty(0).Max());
        for (int at = 0; at < codes.Length; at++)
        {
            int[] others = [.. codes];
            others[at] = -1;
            CodeColumn.LargestOf(others).Should().Be(uint.MaxValue);
            others[at] = 301;
            CodeColumn.LargestOf(others).Should().Be(301);
        }
    });
}
