using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using static ConflictModel.Interchange.Tests.Aggregates.RandomQueries;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>One question, one answer: of rows that are let go once they are counted, as of a table of them all.</summary>
public class AnswersInPartsTests
{
    [Fact]
    public void Rows_of_GED_that_are_let_go_give_the_answers_of_all_rows() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            string[] rows = [.. Enumerable.Range(1, random.Next(1, 16)).Select(number => GedRow(random, number))];
            SameAnswers(random, () => GedSamples.Stream(rows), new() { Names = OneOf(random, NameResolver.None, NameResolver.BuiltIn) });
        },
        iter: 400);

    [Fact]
    public void Rows_of_ACLED_of_which_newer_ones_come_later_give_the_answers_of_all_rows() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            string[] rows = [.. Enumerable.Range(1, random.Next(1, 16)).Select(number => AcledSamples.Row(
            [
                ("event_id_cnty", $"SYR{random.Next(1, 20)}"),
                ("timestamp", $"{1_700_000_000 + number}"),
                ("event_date", OneOf(random, "2024-07-03", "2024-06-30", "2024-07-31")),
                ("time_precision", OneOf(random, "1", "2", "3")),
                ("actor1", OneOf(random, "Islamic State (Syria)", "QSD: Syrian Democratic Forces", "")),
                ("assoc_actor_1", OneOf(random, "", "Militia (Pro-Iran); Hezbollah")),
                ("admin1", OneOf(random, "Homs", "Ar-Raqqa", "")),
                ("admin2", ""),
                ("admin3", ""),
                ("fatalities", OneOf(random, "", "0", "3", "300")),
            ]))];
            SameAnswers(
                random, () => AcledSamples.Stream(rows), new() { Repeated = OneOf(random, RepeatedRows.Newest, RepeatedRows.Keep) });
        },
        iter: 200);

    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    [InlineData(PublishedFiles.Sample)]
    public void A_published_file_read_by_its_parts_gives_the_answers_of_all_rows(string file)
    {
        Random random = new(file.Length);
        for (int times = 0; times < 6; times++)
        {
            SameAnswers(
                random, () => File.OpenRead(PublishedFiles.PathOf(file)), new() { PartBytes = 1 << 16 }, heldRows: random.Next(100, 1000));
        }
    }

    [Fact]
    public void No_more_rows_are_held_than_are_counted_at_once()
    {
        string[] rows = [.. Enumerable.Range(1, 500).Select(number => GedRow(new(number), number))];
        IncidentTableBuilder builder = new();
        int most = 0;
        ReadOptions options = new() { HeldRows = 10, OnProgress = _ => most = Math.Max(most, builder.Rows) };
        using var reader = IncidentReader.Open(GedSamples.Stream(rows), options);
        Aggregate answer = reader.Answer(builder, IncidentQuery.OverPieces().GroupBy(GroupKey.Country, GroupKey.Year))[0];

        most.Should().Be(10);
        answer.Total.Incidents.Should().Be(500);
        reader.Counts.Kept.Should().Be(500);
        builder.Rows.Should().Be(0);
        builder.IncidentCount.Should().Be(0);
    }

    [Fact]
    public void All_rows_are_held_for_a_question_that_waits_for_the_members_of_coalitions()
    {
        string[] rows =
        [
            GedSamples.Row(("id", "1"), ("side_a", "IS, Jund"), ("side_a_new_id", "7002")),
            GedSamples.Row(("id", "2"), ("side_a", "IS"), ("side_a_new_id", "234")),
        ];
        IncidentTableBuilder builder = new();
        using var reader = IncidentReader.Open(GedSamples.Stream(rows), new() { HeldRows = 1 });
        IncidentQuery query = IncidentQuery.OverPieces().Where(GroupKey.Actor, "234");
        query.CanBeAskedInParts.Should().BeFalse();

        // In the first row nobody knows yet that the coalition's IS is the one with the id.
        reader.Answer(builder, query)[0].Total.Incidents.Should().Be(2);
    }

    [Fact]
    public void An_id_that_stands_twice_is_told_though_its_first_row_was_let_go()
    {
        string[] rows = [.. Enumerable.Range(1, 20).Append(3).Select(number => GedSamples.Row(("id", $"{number}")))];
        using var reader = IncidentReader.Open(GedSamples.Stream(rows), new() { HeldRows = 2 });
        reader.Invoking(one => one.Answer(new(), IncidentQuery.OverPieces())).Should().Throw<MalformedInputException>()
            .Which.Malformation.Code.Should().Be(MalformationCode.RepeatedId);
    }

    private static string GedRow(Random random, int number)
    {
        (string Id, string Name)[] actors =
        [
            ("118", "Government of X"), ("234", "IS"), ("7001", "Hezbollah, Jund"), ("7002", "IS, Jund"), ("9999", "Civilians"), ("", "IS"),
        ];
        ((string Id, string Name) a, (string Id, string Name) b) = (OneOf(random, actors), OneOf(random, actors));
        return GedSamples.Row(
            ("id", $"{number}"),
            ("type_of_violence", $"{random.Next(1, 4)}"),
            ("active_year", OneOf(random, "1", "0", "")),
            ("date_start", OneOf(random, "2016-01-03", "2016-01-02", "2015-12-31")),
            ("date_end", OneOf(random, "2016-01-03", "2016-02-02")),
            ("dyad_new_id", OneOf(random, "1", "2", "30", "")),
            ("conflict_new_id", OneOf(random, "1", "2", "")),
            ("side_a", a.Name),
            ("side_a_new_id", a.Id),
            ("side_b", b.Name),
            ("side_b_new_id", b.Id),
            ("country", OneOf(random, "Syria", "Iraq")),
            ("country_id", OneOf(random, "652", "")),
            ("region", OneOf(random, "Middle East", "")),
            ("adm_1", OneOf(random, "Homs Governorate", "Homs governorate", "Hama Governorate", "")),
            ("adm_2", OneOf(random, "Tadmor District", "")),
            ("where_coordinates", OneOf(random, "Badia", "Homs city")),
            ("deaths_civilians", OneOf(random, "", "0", "3")),
            ("low", OneOf(random, "", "0", "3")),
            ("best", OneOf(random, "", "3", "300")),
            ("high", OneOf(random, "", "6", "300")));
    }

    private static void SameAnswers(Random random, Func<Stream> open, ReadOptions options, int? heldRows = null)
    {
        BucketScheme[] splitAt = OneOf<BucketScheme[]>(random, [], [BucketScheme.Month], [BucketScheme.Year]);
        IncidentTableBuilder all = new(splitAt);
        using (var reader = IncidentReader.Open(open(), options))
        {
            reader.AppendTo(all);
        }

        IncidentTable table = all.ToTable();
        IncidentQuery[] queries = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => QueryOf(random, table))];
        IncidentTableBuilder builder = new(splitAt);
        using var rows = IncidentReader.Open(open(), options with { HeldRows = heldRows ?? random.Next(1, 6) });
        ValueList<Aggregate> answers = rows.Answer(builder, queries);
        IncidentTable names = builder.ToTable();
        foreach ((int number, IncidentQuery query) in queries.Index())
        {
            Aggregate whole = query.On(table).Run();
            answers[number].ToJson().Should().Be(whole.ToJson());
            foreach (GroupKey key in query.Keys)
            {
                answers[number].Select(row => names.NamesOf(row, key)).Should().Equal(whole.Select(row => table.NamesOf(row, key)));
            }
        }

        builder.TooLongToSplit.Should().Be(all.TooLongToSplit);
    }
}
