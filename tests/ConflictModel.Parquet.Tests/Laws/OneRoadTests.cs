using ConflictModel.Aggregation;
using ConflictModel.Tests;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Parquet.Tests.Laws;

/// <summary>Laws 7 and 11, of Parquet: a data set's table comes back cell by cell, and its file answers as the records do.</summary>
public class OneRoadTests
{
    private static readonly GroupKey[] Keys =
        [GroupKey.Kind, GroupKey.Actor, GroupKey.FirstSide, GroupKey.Country, GroupKey.RegionAt(RegionKind.Governorate), GroupKey.Month];

    [Fact]
    public void What_is_written_as_Parquet_and_read_again_is_the_same_column_by_column() => Generate.Incidents.WithFewRegions().Sample(
        dataset =>
        {
            IncidentTable table = TableOf(dataset);
            using MemoryStream file = new();
            table.WriteParquet(file);
            var again = IncidentTable.ReadParquet(file);
            Some.Cells(again).Should().Equal(Some.Cells(table));
            using MemoryStream twice = new();
            again.WriteParquet(twice);
            twice.ToArray().AsSpan().SequenceEqual(file.ToArray()).Should().BeTrue("what is read is written the same");
        },
        iter: 40);

    [Fact]
    public void A_sum_over_a_Parquet_file_is_that_over_the_records() => Generate.Incidents.WithFewRegions().Sample(
        dataset =>
        {
            using MemoryStream file = new();
            TableOf(dataset).WriteParquet(file);
            IncidentTable months = dataset.ToTable(BucketScheme.Month);
            foreach (GroupKey key in Keys)
            {
                IncidentQuery asked = IncidentQuery.OverPieces().Sum(Measure.Killed, Measure.Wounded).GroupBy(key);
                Aggregate answer = asked.RunParquet(file);
                answer.Total.Of(Measure.Killed).Should().Be(dataset.Incidents.Sum(Harm.Killed), key.Name);
                answer.Total.Of(Measure.Wounded).Should().Be(dataset.Incidents.Sum(Harm.Wounded), key.Name);
                answer.ToJson().Should().Be(asked.On(months).Run().ToJson(), key.Name);
            }

            IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Actor).RunParquet(file)
                .Select(row => (row.Of(GroupKey.Actor), row.Of(Measure.Killed))).Should().Equal(
                    dataset.Incidents.SumByActor(Harm.Killed).Groups.Select(group => (group.Key, group.Certain)));
        },
        iter: 40);

    private static IncidentTable TableOf(ConflictDataset dataset)
    {
        IncidentTableBuilder builder = new() { KeepsIds = true };
        builder.AppendDataset(dataset);
        return builder.ToTable();
    }
}
