using ConflictModel.Aggregation;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>One question, one answer: a file read straight into a table, the same file through a data set's JSON, and the sums of its incidents.</summary>
public class FileRoadsTests
{
    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    [InlineData(PublishedFiles.Sample)]
    public void A_file_by_itself_and_through_json_gives_the_same_sums(string file)
    {
        string path = PublishedFiles.PathOf(file);
        IncidentTableBuilder builder = new();
        using (var rows = IncidentReader.Open(path))
        {
            rows.AppendTo(builder);
        }

        IncidentTable straight = builder.ToTable();
        using var reader = IncidentReader.Open(path);
        ConflictDataset dataset = DatasetJson.Read(DatasetJson.Write(reader.ReadDataset()));
        IncidentTable throughJson = dataset.ToTable();
        Measure[] measures = [Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.Unknown)];
        GroupKey[] keys =
        [
            GroupKey.Kind, GroupKey.Actor, GroupKey.Country, GroupKey.RegionAt(RegionKind.Governorate), GroupKey.World, GroupKey.Month, GroupKey.Year, GroupKey.Week,
            GroupKey.AcledWeek, GroupKey.Day, GroupKey.Source,
        ];
        foreach (GroupKey key in keys)
        {
            Aggregate Ask(IncidentTable table) => table.Query().GroupBy(key).Sum(measures).Run();
            Ask(throughJson).ToJson().Should().Be(Ask(straight).ToJson(), key.Name);
        }

        straight.Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(dataset.Incidents.Sum(Harm.Killed));
        Aggregate actors = straight.Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run();
        actors.Select(row => (row.Of(GroupKey.Actor), row.Of(Measure.Killed))).Should().Equal(
            dataset.Incidents.SumByActor(Harm.Killed).Groups.Select(group => (group.Key, group.Certain)));
    }
}
