using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>A batch says of each incident what a row says of one.</summary>
public class IncidentBatchTests
{
    private static readonly Measure[] Measures = [Measure.Killed, Measure.Killed.Civilians, Measure.Wounded];
    private static readonly LocalDate Start = new(2016, 1, 31);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_of_batches_is_that_of_rows(bool isSplit) => Gen.Int.Sample(
        seed =>
        {
            BucketScheme[] splitAt = isSplit ? [BucketScheme.Month] : [];
            (IncidentTableBuilder byRow, IncidentTableBuilder byBatch) = (Known(splitAt), Known(splitAt));
            Random random = new(seed);
            IncidentBatch batch = new(64);
            for (int part = 0; part < 4; part++)
            {
                int count = random.Next(batch.Capacity + 1);
                Fill(batch, byBatch, random);
                byBatch.AppendBatch(batch, count);
                for (int row = 0; row < count; row++)
                {
                    byRow.Append(batch.RowAt(row), batch.FiguresAt(row));
                }
            }

            (byBatch.Rows, byBatch.IncidentCount).Should().Be((byRow.Rows, byRow.IncidentCount));
            IncidentTable one = byBatch.ToTable();
            IncidentTable other = byRow.ToTable();
            one.Measures.Should().Equal(other.Measures);
            foreach (GroupKey key in (GroupKey[])[GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor, GroupKey.Kind, GroupKey.Dyad,
                GroupKey.Conflict, GroupKey.Source, GroupKey.EventType, GroupKey.ActiveYear, GroupKey.Month, GroupKey.Day])
            {
                Answer(one, key).Should().Be(Answer(other, key));
            }
        },
        iter: 20);

    [Fact]
    public void A_batch_of_many_chunks_is_appended_whole()
    {
        IncidentBatch batch = new(100_000);
        IncidentTableBuilder builder = new();
        TableCode<DyadId>[] dyads = [.. Enumerable.Range(0, 300).Select(i => builder.CodeOf(DyadId.From($"d{i}")))];
        for (int row = 0; row < batch.Capacity; row++)
        {
            batch.Earliest[row] = Start.PlusDays(row % 400);
            batch.Dyads[row] = dyads[row % 300];
            batch.Best(Measure.Killed)[row] = row;
        }

        builder.AppendBatch(batch, batch.Capacity);
        builder.AppendBatch(batch, batch.Capacity);
        Aggregate sums = builder.ToTable().Query().Sum(Measure.Killed).GroupBy(GroupKey.Dyad).Run();
        sums.Sum(row => row.Incidents).Should().Be(200_000);
        sums.Sum(row => row.Of(Measure.Killed).Best).Should().Be(2 * (99_999L * 100_000 / 2));
    }

    [Fact]
    public void A_column_that_nobody_asks_for_states_nothing()
    {
        IncidentTableBuilder builder = new();
        IncidentBatch batch = new(5);
        builder.AppendBatch(batch, 3);
        builder.ToTable().Measures.Should().BeEmpty();
        batch.Best(Measure.Killed).Fill(1);
        builder.AppendBatch(batch, 3);
        IncidentTable table = builder.ToTable();
        table.Incidents.Should().Be(6);
        table.ValuesOf(GroupKey.Dyad).Should().BeEmpty();
        table.Query().Sum(Measure.Killed).Run().Single().Of(Measure.Killed).Best.Should().Be(3);
    }

    [Fact]
    public void A_figure_is_unknown_until_it_is_written()
    {
        IncidentBatch batch = new(2);
        batch.Best(Measure.Killed)[1] = 0;
        batch.FiguresAt(0).Should().Equal([Measure.Killed.Is(null, null, null)]);
        batch.FiguresAt(1).Should().Equal([Measure.Killed.Is(null, 0, null)]);
    }

    [Fact]
    public void A_batch_with_one_incident_that_is_refused_leaves_the_builder_as_it_was()
    {
        TableCode<ActorId> strange = Strange();
        Action<IncidentBatch>[] wrongs =
        [
            batch => batch.FirstSides[2] = strange,
            batch => batch.Others[2] = strange,
            batch => batch.Kinds[2] = (IncidentKind)999,
            batch => batch.Kinds[2] = (IncidentKind)(-1),
            batch => batch.PlacePrecisions[2] = 8,
            batch => batch.DatePrecisions[2] = -1,
            batch => batch.Latest[2] = Start,
            batch => (batch.Earliest[2], batch.Latest[2]) = (Start, Start.PlusDays(-1)),
            batch => batch.High(Measure.Killed)[2] = long.MaxValue,
        ];
        foreach (Action<IncidentBatch> wrong in wrongs)
        {
            IncidentTableBuilder builder = new();
            IncidentBatch batch = new(4);
            wrong(batch);
            Action append = () => builder.AppendBatch(batch, 4);
            append.Should().Throw<ArgumentException>();
            (builder.Rows, builder.IncidentCount).Should().Be((0, 0L));

            // What stands behind the last incident is not looked at.
            builder.AppendBatch(batch, 2);
            builder.Rows.Should().Be(2);
        }
    }

    [Fact]
    public void A_best_figure_alone_is_for_queries()
    {
        Func<int> ask = () => new IncidentBatch(1).Low(Measure.Killed.AsBest).Length;
        ask.Should().Throw<ArgumentException>().WithMessage("*is for queries*");
    }

    [Fact]
    public void No_more_is_appended_of_a_batch_than_it_holds()
    {
        IncidentBatch batch = new(3);
        IncidentTableBuilder builder = new();
        Action tooMany = () => builder.AppendBatch(batch, 4);
        Action tooFew = () => builder.AppendBatch(batch, -1);
        Action none = () => _ = new IncidentBatch(0);
        tooMany.Should().Throw<ArgumentOutOfRangeException>();
        tooFew.Should().Throw<ArgumentOutOfRangeException>();
        none.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static TableCode<ActorId> Strange()
    {
        IncidentTableBuilder another = new();
        another.CodeOf(ActorId.From("one"));
        return another.CodeOf(ActorId.From("two"));
    }

    /// <summary>A builder that has met the same ids in the same order as any other of these.</summary>
    private static IncidentTableBuilder Known(BucketScheme[] splitAt)
    {
        IncidentTableBuilder builder = new(splitAt);
        for (int i = 0; i < 5; i++)
        {
            builder.CodeOf(ActorId.From($"a{i}"));
            builder.CodeOf(RegionId.From($"r{i}"));
            builder.CodeOf(DyadId.From($"d{i}"));
            builder.CodeOf(ConflictId.From($"c{i}"));
            builder.CodeOf(SourceId.From($"s{i}"));
            builder.CodeOf(EventTypeId.From($"e{i}"));
        }

        return builder;
    }

    private static void Fill(IncidentBatch batch, IncidentTableBuilder builder, Random random)
    {
        bool hasPrecisions = random.Next(2) == 0;
        for (int row = 0; row < batch.Capacity; row++)
        {
            bool isDated = random.Next(10) > 0;
            batch.Earliest[row] = isDated ? Start.PlusDays(random.Next(90)) : null;
            batch.Latest[row] = isDated && random.Next(3) > 0 ? batch.Earliest[row]!.Value.PlusDays(random.Next(60)) : null;
            batch.FirstSides[row] = random.Next(4) == 0 ? default : builder.CodeOf(ActorId.From($"a{random.Next(5)}"));
            batch.SecondSides[row] = builder.CodeOf(ActorId.From($"a{random.Next(5)}"));
            batch.Others[row] = random.Next(4) == 0 ? builder.CodeOf(ActorId.From($"a{random.Next(5)}")) : default;
            batch.Regions[row] = builder.CodeOf(RegionId.From($"r{random.Next(5)}"));
            batch.Dyads[row] = builder.CodeOf(DyadId.From($"d{random.Next(5)}"));
            batch.Conflicts[row] = builder.CodeOf(ConflictId.From($"c{random.Next(5)}"));
            batch.Sources[row] = builder.CodeOf(SourceId.From($"s{random.Next(2)}"));
            batch.EventTypes[row] = builder.CodeOf(EventTypeId.From($"e{random.Next(3)}"));
            batch.Kinds[row] = (IncidentKind)random.Next(4);
            if (hasPrecisions)
            {
                batch.PlacePrecisions[row] = random.Next(8);
                batch.DatePrecisions[row] = random.Next(8);
            }

            batch.ActiveYears[row] = (Truth)(random.Next(3) - 1);
            long best = random.GetItems([-1L, 0, 1, 255, 256, 3_000_000_000], 1)[0];
            batch.Best(Measures[0])[row] = best;
            batch.Low(Measures[0])[row] = random.Next(3) == 0 ? -1 : best;
            batch.High(Measures[0])[row] = random.Next(3) == 0 ? -7 : best + 1;
            batch.Best(Measures[1])[row] = random.GetItems([-1L, 0, 7, 255, 1000], 1)[0];
            batch.Low(Measures[2])[row] = batch.Best(Measures[2])[row] = batch.High(Measures[2])[row] = random.Next(300);
        }
    }

    private static string Answer(IncidentTable table, GroupKey key)
    {
        Aggregate sums = table.Query().Sum(Measures).GroupBy(key).Run();
        return sums.ToCsv();
    }
}
