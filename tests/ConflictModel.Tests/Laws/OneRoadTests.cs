using ConflictModel.Aggregation;
using ConflictModel.Serialization;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 11: one question, one answer, one road.</summary>
public class OneRoadTests
{
    private static readonly Gen<ConflictDataset> Apart = Generate.Incidents.WithoutCatalogs().Select(dataset => dataset with
    {
        Incidents = dataset.Incidents.Select(incident => incident with { SameAs = default, PartOf = null }).ToValueList(),
    });

    [Fact]
    public void By_every_road_a_sum_is_that_of_a_plain_loop() => Apart.Sample(
        dataset =>
        {
            (long incidents, long[] sums, long[] without) = (0, new long[3], new long[3]);
            foreach (Incident incident in dataset.Incidents)
            {
                Estimate killed = incident.Reports.IsEmpty ? default : incident.Reports[0].Casualties!.Killed!.Count;
                incidents++;
                foreach ((int lane, long? figure) in new[] { killed.Low, killed.Best, killed.High }.Index())
                {
                    sums[lane] += figure ?? 0;
                    without[lane] += figure is null ? 1 : 0;
                }
            }

            Sums plain = new(incidents, sums[0], sums[1], sums[2], without[0], without[1], without[2]);
            dataset.Incidents.Sum(Harm.Killed).Should().Be(plain);
            using var lines = new MemoryStream();
            DatasetNdjson.Write(dataset, lines);
            lines.Position = 0;
            var builder = new IncidentTableBuilder();
            builder.AppendRecords(DatasetNdjson.Read(lines));
            IncidentQuery overPieces = IncidentQuery.OverPieces().Sum(Measure.Killed);
            PieceTables pieces = dataset.ToTable().ToPieces();
            overPieces.On(pieces.ToDeferredTable(overPieces)).Run().Total.Of(Measure.Killed).Should().Be(plain);
            foreach (IncidentTable table in (IncidentTable[])
            [
                dataset.ToTable(), builder.ToTable(), DatasetJson.Read(DatasetJson.Write(dataset)).ToTable(), pieces.ToTable(),
                dataset.ToTable(BucketScheme.IsoWeek),
            ])
            {
                Aggregate answer = table.Query().Sum(Measure.Killed).Run();
                answer.Total.Of(Measure.Killed).Should().Be(plain);
                Aggregate.FromJson(answer.ToJson()).Total.Of(Measure.Killed).Should().Be(plain);
            }
        },
        iter: 60);

    [Fact]
    public void Two_halves_merged_are_the_whole_in_every_group() => Gen.Select(Apart, Gen.Int[0, 14]).Sample(
        (dataset, cut) =>
        {
            Aggregate Of(IEnumerable<Incident> some) => (dataset with { Incidents = some.ToValueList() }).ToTable()
                .Query().GroupBy(GroupKey.Kind, GroupKey.Actor).Sum(Measure.Killed).Run();
            Of(dataset.Incidents.Take(cut)).Merge(Of(dataset.Incidents.Skip(cut))).ToJson().Should().Be(Of(dataset.Incidents).ToJson());
        },
        iter: 60);

    [Fact]
    public void A_low_sum_stands_above_another_only_for_want_of_figures_that_are_counted() => Generate.Incidents.WithoutCatalogs().Sample(
        dataset =>
        {
            Incident InOrder(Incident incident) => incident with
            {
                Reports = incident.Reports.Select(report => report with
                {
                    Casualties = new() { Killed = Toll.Of(Sorted(report.Casualties!.Killed!.Count)) },
                }).ToValueList(),
            };
            foreach (AggregateRow row in (dataset with { Incidents = dataset.Incidents.Select(InOrder).ToValueList() }).ToTable()
                .Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run())
            {
                Sums sums = row.Of(Measure.Killed);
                (sums.Low > sums.Best && sums.WithoutBest == 0).Should().BeFalse();
                (sums.Low > sums.High && sums.WithoutHigh == 0).Should().BeFalse();
            }
        },
        iter: 100);

    private static Estimate Sorted(Estimate some)
    {
        long?[] sorted = [.. new[] { some.Low, some.Best, some.High }.Where(figure => figure is not null).Order()];
        int next = 0;
        long? Next(long? figure) => figure is null ? null : sorted[next++];
        return new(Next(some.Low), Next(some.Best), Next(some.High));
    }
}
