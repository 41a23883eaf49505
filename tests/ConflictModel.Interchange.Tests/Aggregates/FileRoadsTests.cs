using ConflictModel.Aggregation;
using ConflictModel.Serialization;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>
/// One question, one answer: a file read straight into a table, the same file through a data set's JSON, and the sums of its incidents.
/// </summary>
public class FileRoadsTests
{
    private static readonly Measure[] Measures = [Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.Unknown)];

    private static readonly GroupKey[] Keys =
    [
        GroupKey.Kind, GroupKey.Actor, GroupKey.Country, GroupKey.RegionAt(RegionKind.Governorate), GroupKey.World, GroupKey.Month,
        GroupKey.Year,
        GroupKey.Week, GroupKey.AcledWeek, GroupKey.Day, GroupKey.Source,
    ];

    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    [InlineData(PublishedFiles.Sample)]
    public void A_published_file_by_itself_and_through_json_gives_the_same_sums(string file) =>
        SameByEveryRoad(() => File.OpenRead(PublishedFiles.PathOf(file)), isSplit: true);

    /// <summary>Associates, one actor alone in either place, missing figures and dates, days of a week and of a month.</summary>
    [Fact]
    public void Made_up_rows_of_ACLED_give_the_same_sums_by_every_road() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            string[] rows = [.. Enumerable.Range(1, random.Next(1, 12)).Select(number => AcledSamples.Row(
            [
                ("event_id_cnty", $"SYR{number}"),
                ("event_date", OneOf(random, "2024-07-03", "2024-06-30", "2024-07-31", "")),
                ("time_precision", OneOf(random, "1", "2", "3")),
                ("actor1", OneOf(random, "Islamic State (Syria)", "QSD: Syrian Democratic Forces", "")),
                ("assoc_actor_1", OneOf(random, "", "Militia (Pro-Iran)", "Militia (Pro-Iran); Hezbollah")),
                ("actor2", OneOf(random, "QSD: Syrian Democratic Forces", "Civilians (Syria)", "")),
                ("assoc_actor_2", OneOf(random, "", "Hezbollah", "Islamic State (Syria)")),
                .. OneOf<(string, string)[]>(
                    random,
                    [("sub_event_type", "Armed clash")],
                    [("sub_event_type", "Government regains territory")],
                    [("event_type", "Violence against civilians"),
                        ("sub_event_type", "Attack"), ("inter2", OneOf(random, "Civilians", "", "Rebel group"))],
                    [("event_type", "Violence against civilians"), ("sub_event_type", ""), ("inter1", OneOf(random, "Civilians", ""))],
                    [("event_type", "Explosions/Remote violence"), ("sub_event_type", "Grenade"), ("inter2", "Civilians")]),
                ("interaction", ""),
                ("admin1", OneOf(random, "Homs", "Ar-Raqqa", "")),
                ("admin2", ""),
                ("admin3", ""),
                ("fatalities", OneOf(random, "", "0", "3", "300")),
            ]))];
            SameByEveryRoad(() => AcledSamples.Stream(rows), isSplit: true, GroupKey.FirstSide, GroupKey.SecondSide);
        },
        iter: 100);

    [Fact]
    public void Made_up_rows_of_GED_give_the_same_sums_by_every_road() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            (string Id, string Name)[] actors =
                [("118", "Government of X"), ("234", "IS"), ("7001", "Hezbollah, Jund"), ("7002", "IS, Jund"), ("9999", "Civilians")];
            // Of an actor who stands on both sides the model does not tell which deaths a source gave to which.
            bool areApart = random.Next(2) == 0;
            (string Id, string Name)[] sides =
            [
                .. Enumerable.Range(0, 24).Select(
                    i => areApart && i < 12 ? actors[0] : actors[random.Next(areApart ? 1 : 0, actors.Length)]),
            ];
            string[] rows = [.. Enumerable.Range(1, random.Next(1, 12)).Select(number => GedSamples.Row(
                ("id", $"{number}"),
                ("date_start", OneOf(random, "2016-01-03", "2016-01-02", "2015-12-31")),
                ("date_end", OneOf(random, "2016-01-03", "2016-02-02")),
                ("side_a", sides[number].Name),
                ("side_a_new_id", sides[number].Id),
                ("side_b", sides[12 + number - 1].Name),
                ("side_b_new_id", sides[12 + number - 1].Id),
                ("adm_1", OneOf(random, "Homs Governorate", "Hama Governorate", "")),
                ("adm_2", ""),
                ("deaths_civilians", OneOf(random, "", "0", "3")),
                ("low", OneOf(random, "", "0", "3")),
                ("best", OneOf(random, "", "3", "300")),
                ("high", OneOf(random, "", "6", "300"))))];
            SameByEveryRoad(() => GedSamples.Stream(rows), isSplit: areApart);
        },
        iter: 100);

    private static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    /// <remarks>UCDP's coalitions have ids of their own, which the model does not keep: as a side, only the file's table knows them by
    /// it.</remarks>
    private static void SameByEveryRoad(Func<Stream> open, bool isSplit, params GroupKey[] more)
    {
        using var reader = IncidentReader.Open(open());
        ConflictDataset dataset = DatasetJson.Read(DatasetJson.Write(reader.ReadDataset()));
        IncidentTable straight = TableOf(open());
        Same(straight, dataset.ToTable(), Keys.Concat(more));
        foreach (GroupKey time in Keys.Where(key => isSplit && key.IsTime))
        {
            // Incidents of several days are divided over time.
            IncidentTable split = TableOf(open(), time.Scheme!);
            Same(split, dataset.ToTable(time.Scheme!), [time, GroupKey.Kind, GroupKey.Actor]);
            split.Query().GroupBy(time).Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(dataset.Incidents.Sum(Harm.Killed));
        }

        straight.Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(dataset.Incidents.Sum(Harm.Killed));
        Aggregate actors = straight.Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run();
        actors.Select(row => (row.Of(GroupKey.Actor), row.Of(Measure.Killed))).Should().Equal(
            dataset.Incidents.SumByActor(Harm.Killed).Groups.Select(group => (group.Key, group.Certain)));
    }

    private static void Same(IncidentTable straight, IncidentTable throughJson, IEnumerable<GroupKey> keys)
    {
        foreach (GroupKey key in keys)
        {
            Aggregate Ask(IncidentTable table) => table.Query().GroupBy(key).Sum(Measures).Run();
            Ask(throughJson).ToJson().Should().Be(Ask(straight).ToJson(), key.Name);
        }
    }

    private static IncidentTable TableOf(Stream file, params BucketScheme[] splitAt)
    {
        IncidentTableBuilder builder = new(splitAt);
        using var rows = IncidentReader.Open(file);
        rows.AppendTo(builder);
        return builder.ToTable();
    }
}
