using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Time;

public class TableRoundingTests
{
    private static readonly Gen<long> Number = Gen.Frequency((3, Gen.Long[0, 9]), (2, Gen.Long[0, 90]), (1, Gen.Long[0, 1L << 40]));

    private static readonly Gen<(long[] Numbers, long[] Weights, int Seed)> Table =
        Gen.Select(Number.Array[1, 6], Gen.Long[0, 31].Array[1, 24].Where(weights => weights.Sum() > 0), Gen.Int[0, 1_000_000]);

    [Fact]
    public void Units_move_as_they_do_where_every_chain_is_tried() => Table.Sample(
        (numbers, weights, _) =>
        {
            (long[], long[]) limits =
                (new long[numbers.Length * weights.Length], [.. numbers.SelectMany(number => weights.Select(_ => number))]);
            ShouldBeAsPlain(numbers, weights, Totals(numbers, weights), limits);
        },
        iter: 3_000);

    [Fact]
    public void Units_move_as_they_do_where_every_chain_is_tried_and_limits_stand_in_the_way() => Table.Sample(
        (numbers, weights, seed) =>
        {
            // Limits around one division and totals of another: many can't be reached.
            Random random = new(seed);
            List<long> lower = [];
            List<long> upper = [];
            foreach (long number in numbers)
            {
                long[] shares = new long[weights.Length];
                Apportionment.Divide(number, [.. weights.Select(weight => weight + random.Next(3))], shares);
                lower.AddRange(shares.Select(share => Math.Max(0, share - random.Next(3))));
                upper.AddRange(shares.Select(share => share + random.Next(3)));
            }

            ShouldBeAsPlain(numbers, weights, Totals(numbers, weights), ([.. lower], [.. upper]));
        },
        iter: 3_000);

    [Fact]
    public void A_century_of_days_is_divided_in_a_moment()
    {
        long[] numbers = [70_123, 31_007, 12_345, 999, 77];
        long[] weights = [.. Enumerable.Range(0, 36_525).Select(day => 1L + day % 3)];
        TimeSpan start = ProcessorTime.Now;

        long[] cells = TableRounding.Divide(
            numbers, weights, Totals(numbers, weights),
            (new long[numbers.Length * weights.Length], [.. numbers.SelectMany(number => weights.Select(_ => number))]));

        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(10));
        cells.Chunk(weights.Length).Select(row => row.Sum()).Should().Equal(numbers);
        Enumerable.Range(0, weights.Length).Select(column => numbers.Select((_, row) => cells[row * weights.Length + column]).Sum())
            .Should().Equal(Totals(numbers, weights));
    }

    private static long[] Totals(long[] numbers, long[] weights)
    {
        long[] totals = new long[weights.Length];
        Apportionment.Divide(numbers.Sum(), weights, totals);
        return totals;
    }

    private static void ShouldBeAsPlain(long[] numbers, long[] weights, long[] totals, (long[] Lower, long[] Upper) limits) =>
        TableRounding.Divide(numbers, weights, totals, limits).Should().Equal(Plain(numbers, weights, totals, limits));

    /// <summary>The same by trying every chain of columns, unit by unit: slow, and plain to see.</summary>
    private static long[] Plain(long[] numbers, long[] weights, long[] totals, (long[] Lower, long[] Upper) limits)
    {
        (int rows, int columns) = (numbers.Length, weights.Length);
        long[] cells = new long[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            Apportionment.DivideWithin(
                numbers[row], weights, limits.Lower.AsSpan(row * columns, columns),
                limits.Upper.AsSpan(row * columns, columns), cells.AsSpan(row * columns, columns));
        }

        long[] surplus = [.. totals.Select((total, column) => Enumerable.Range(0, rows).Sum(row => cells[row * columns + column]) - total)];
        foreach (bool isNear in (bool[])[true, false])
        {
            for (int column = 0; column < columns; column++)
            {
                while (surplus[column] > 0 && MoveUnit(column, isNear))
                {
                }
            }
        }

        return cells;

        bool MoveUnit(int from, bool isNear)
        {
            (int Row, int Column)?[] via = new (int, int)?[columns];
            Queue<int> queue = new([from]);
            while (queue.TryDequeue(out int column))
            {
                for (int row = 0; row < rows; row++)
                {
                    if (!Can(row, column, isNear, gives: true))
                    {
                        continue;
                    }

                    for (int next = 0; next < columns; next++)
                    {
                        if (next == from || via[next] is not null || !Can(row, next, isNear, gives: false))
                        {
                            continue;
                        }

                        via[next] = (row, column);
                        queue.Enqueue(next);
                        if (surplus[next] < 0)
                        {
                            surplus[from]--;
                            surplus[next]++;
                            for (int to = next; to != from; to = via[to]!.Value.Column)
                            {
                                cells[via[to]!.Value.Row * columns + to]++;
                                cells[via[to]!.Value.Row * columns + via[to]!.Value.Column]--;
                            }

                            return true;
                        }
                    }
                }
            }

            return false;
        }

        bool Can(int row, int column, bool isNear, bool gives)
        {
            int cell = row * columns + column;
            int toExact = ((Int128)numbers[row] * weights[column]).CompareTo((Int128)cells[cell] * weights.Sum());
            return gives
                ? cells[cell] > limits.Lower[cell] && (!isNear || toExact < 0)
                : cells[cell] < limits.Upper[cell] && (!isNear || toExact > 0);
        }
    }
}
