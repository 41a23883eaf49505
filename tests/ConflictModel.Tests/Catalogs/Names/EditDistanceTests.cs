using ConflictModel.Catalogs;
using CsCheck;

namespace ConflictModel.Tests.Catalogs.Names;

public class EditDistanceTests
{
    [Theory]
    [InlineData("homs", "homs", 0)]
    [InlineData("homs", "hims", 1)]
    [InlineData("homs", "hmos", 1)]
    [InlineData("homs", "oms", 1)]
    [InlineData("raqqa", "rakka", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("aleppo", "latakia", 4)]
    public void Each_letter_put_in_left_out_changed_or_swapped_counts_one(string left, string right, int distance) =>
        EditDistance.Bounded(left, right, 3).Should().Be(distance);

    [Fact]
    public void The_distance_is_that_of_the_whole_table_wherever_it_is_within_the_limit()
    {
        Gen<string> words = Gen.Char["abc"].Array[0, 8].Select(letters => new string(letters));
        Gen.Select(words, words, Gen.Int[0, 4]).Sample((left, right, limit) =>
            EditDistance.Bounded(left, right, limit) == Math.Min(Table(left, right), limit + 1));
    }

    private static int Table(string left, string right)
    {
        int[,] d = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : new[]
                {
                    d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1),
                    i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] ? d[i - 2, j - 2] + 1 : int.MaxValue,
                }.Min();
            }
        }

        return d[left.Length, right.Length];
    }
}
