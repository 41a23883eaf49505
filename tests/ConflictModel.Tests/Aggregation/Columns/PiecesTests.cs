using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation.Columns;

using Figure = (Measure Measure, long? Low, long? Best, long? High);

public class PiecesTests
{
    [Fact]
    public void Low_best_and_high_of_one_event_keep_their_order_in_every_month() =>
        Months(Measure.Killed.Is(3, 3, 4)).Should().OnlyContain(piece => piece[0].Low <= piece[0].Best && piece[0].Best <= piece[0].High);

    [Fact]
    public void Civilians_are_never_more_than_all_the_killed() =>
        Months(Measure.Killed.Is(4), Measure.Killed.Civilians.Is(null, 3, null))
            .Should().OnlyContain(piece => piece[1].Best <= piece[0].Best);

    [Fact]
    public void Nothing_is_lost_order_and_sums_hold_in_every_piece() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            long[] parts = [.. Enumerable.Range(0, 4).Select(_ => (long)random.Next(20))];
            long best = parts.Sum() + (random.Next(2) == 0 ? 0 : random.Next(9));
            Figure[] figures =
            [
                Measure.Killed.Is(best - random.Next((int)best + 1), best, best + random.Next(50)),
                .. parts.Select((part, i) => Measure.Killed.Among((VictimGroup)(i + 1)).Is(null, part, null)),
            ];
            int first = (int)Days.Of(new LocalDate(2024, 1, 1).PlusDays(random.Next(60)));
            Pieces pieces = Pieces.Of(first, first + random.Next(1, 200), [BucketScheme.Month])!;
            Figure[][] shares = pieces.Divide(figures);
            for (int i = 0; i < figures.Length; i++)
            {
                (shares.Sum(piece => piece[i].Low), shares.Sum(piece => piece[i].Best), shares.Sum(piece => piece[i].High))
                    .Should().Be((figures[i].Low ?? 0, figures[i].Best ?? 0, figures[i].High ?? 0));
            }

            foreach (Figure[] piece in shares)
            {
                (piece[0].Low <= piece[0].Best && piece[0].Best <= piece[0].High).Should().BeTrue();
                long named = piece.Skip(1).Sum(part => part.Best ?? 0);
                (best == parts.Sum() ? named == piece[0].Best : named <= piece[0].Best).Should().BeTrue();
            }
        },
        iter: 500);

    [Fact]
    public void Civilians_whose_range_is_out_of_order_are_never_more_than_all_the_killed() =>
        Months(Measure.Killed.Is(4), Measure.Killed.Civilians.Is(4, 3, 3)).Should().OnlyContain(
            piece => piece[1].Best <= piece[0].Best && piece[1].Low <= piece[0].Low && piece[1].Low >= piece[1].Best);

    [Fact]
    public void Figures_out_of_order_keep_the_order_they_have_and_best_ones_their_sums() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            Figure[] parts =
            [
                .. Enumerable.Range(1, random.Next(1, 5))
                    .Select(group => Measure.Killed.Among((VictimGroup)group).Is(random.Next(12), random.Next(12), random.Next(12))),
            ];
            long residual = random.Next(2) * random.Next(9);
            long all = parts.Sum(part => part.Best!.Value) + residual;
            Figure[] figures = [Measure.Killed.Is(random.Next(40), all, random.Next(40)), .. parts];
            int first = (int)Days.Of(new LocalDate(2024, 1, 1).PlusDays(random.Next(60)));
            Figure[][] shares = Pieces.Of(first, first + random.Next(1, 200), [BucketScheme.Month])!.Divide(figures);
            for (int i = 0; i < figures.Length; i++)
            {
                (long? low, long? best, long? high) = (figures[i].Low, figures[i].Best, figures[i].High);
                (IEnumerable<long?> lows, IEnumerable<long?> bests, IEnumerable<long?> highs) =
                    (shares.Select(piece => piece[i].Low), shares.Select(piece => piece[i].Best), shares.Select(piece => piece[i].High));
                (lows.Sum(), bests.Sum(), highs.Sum()).Should().Be((low, best, high));
                (IsInOrder(low, best, lows, bests) && IsInOrder(best, low, bests, lows)).Should().BeTrue();
                (IsInOrder(best, high, bests, highs) && IsInOrder(high, best, highs, bests)).Should().BeTrue();
                (IsInOrder(low, high, lows, highs) && IsInOrder(high, low, highs, lows)).Should().BeTrue();
            }

            foreach (Figure[] piece in shares)
            {
                long? named = piece.Skip(1).Sum(part => part.Best);
                (residual == 0 ? named == piece[0].Best : named <= piece[0].Best).Should().BeTrue();
            }
        },
        iter: 500);

    [Fact]
    public void A_quarter_of_a_century_is_split_into_its_days()
    {
        IncidentTableBuilder builder = new(BucketScheme.Day);
        builder.Append(
            new() { Earliest = new(1976, 1, 1), Latest = new(2000, 12, 31) },
            Measure.Killed.Is(90_000, 100_000, 120_000), Measure.Killed.Civilians.Is(20_000, 30_000, 30_000));
        Aggregate years = builder.ToTable().Query().GroupBy(GroupKey.Year).Sum(Measure.Killed).Run();
        (builder.Rows, builder.TooLongToSplit, years.Count, years.Sum(year => year.Of(Measure.Killed).Best))
            .Should().Be((9_132, 0L, 25, 100_000L));
    }

    [Fact]
    public void An_event_of_too_many_pieces_stays_whole_and_is_counted()
    {
        IncidentTableBuilder builder = new(BucketScheme.Day);
        builder.Append(new() { Earliest = new(1, 1, 1), Latest = new(9999, 12, 31) }, Measure.Killed.Is(5));
        Aggregate days = builder.ToTable().Query().GroupBy(GroupKey.Year).Sum(Measure.Killed).Run();
        (builder.TooLongToSplit, builder.Rows, days.Count, days.Outside.Of(Measure.Killed).Best).Should().Be((1L, 1, 0, 5L));
    }

    private static Figure[][] Months(params Figure[] figures) =>
        Pieces.Of((int)Days.Of(new LocalDate(2024, 1, 1)), (int)Days.Of(new LocalDate(2024, 3, 9)), [BucketScheme.Month])!.Divide(figures);

    private static bool IsInOrder(long? left, long? right, IEnumerable<long?> lefts, IEnumerable<long?> rights) =>
        left > right || lefts.Zip(rights).All(pair => pair.First <= pair.Second);
}
