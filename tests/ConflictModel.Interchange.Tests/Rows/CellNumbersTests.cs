using CsCheck;

namespace ConflictModel.Interchange.Tests.Rows;

public class CellNumbersTests
{
    [Fact]
    public void Cells_have_one_number_where_they_are_written_alike_and_only_there() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            string[] texts = ["a", "b", "ab", "", "a,b", "\"", $"a text longer than the others, {random.Next(3)}"];
            string[][] rows = [.. Enumerable.Range(0, 300).Select(_ => random.GetItems(texts, 4))];
            PlainPart part = PlainText.PartOf(rows, null);
            CellNumbers numbers = new();
            Dictionary<string, int> expected = [];
            CellRuns three = new([3, -1, 0, 1]);
            CellRuns two = new([0, 1]);
            for (int number = 0; number < rows.Length; number++)
            {
                bool isTwo = random.Next(2) == 0;
                string[] row = rows[number];
                string key = string.Join('\0', isTwo ? [row[0], row[1]] : (string[])[row[0], row[1], row[3]]);
                expected.TryAdd(key, expected.Count);
                numbers.Of(part.CellsOf(number), isTwo ? two : three).Should().Be(expected[key]);
            }
        },
        iter: 20);

    [Fact]
    public void Columns_between_two_are_taken_along_where_no_other_is()
    {
        new CellRuns([4, 2, -1, 9, 3]).Runs.ToArray().Should().Equal((2, 4), (9, 9));
        new CellRuns([4, 1, 9], 2, 3, 6, 7, 8, 10).Runs.ToArray().Should().Equal((1, 4), (9, 9));
        new CellRuns([4, 9], 5, 6, 7, 8, -1).Runs.ToArray().Should().Equal((4, 9));
    }
}
