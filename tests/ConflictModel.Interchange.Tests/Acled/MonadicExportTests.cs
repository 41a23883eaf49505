using ConflictModel.Aggregation;
using CsCheck;
using static ConflictModel.Interchange.Tests.AcledSamples;

namespace ConflictModel.Interchange.Tests.Acled;

/// <summary>ACLED's monadic export has a row for each actor of an event: two rows, and nobody dies twice.</summary>
public sealed class MonadicExportTests
{
    private const string Is = "Islamic State (Syria)";
    private const string Sdf = "QSD: Syrian Democratic Forces";

    private static readonly string[] Second = ["actor2", "assoc_actor_2", "inter2"];

    /// <summary>A row of one actor.</summary>
    private static string Half(string id, string dead, string actor, params ReadOnlySpan<(string, string)> changes) => Row(
    [
        ("event_id_cnty", id), ("fatalities", dead), ("actor1", actor), ("actor2", ""), ("assoc_actor_2", ""), ("inter2", ""), .. changes,
    ]);

    /// <summary>A file without the columns of the second actor.</summary>
    private static string Without(string file)
    {
        List<string[]> cells = SimpleCsv.Read(file);
        int[] kept = [.. Enumerable.Range(0, Columns.Length).Where(index => !Second.Contains(Columns[index]))];
        return string.Concat(cells.Select(row => string.Join(',', kept.Select(index => GedSamples.Cell(row[index]))) + "\n"));
    }

    private static ReadCounts Counts(string file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(Roads.Utf8(file), options);
        _ = reader.ReadDataset();
        return reader.Counts;
    }

    private static string Findings(string file)
    {
        List<string> findings = [];
        PublishedSummary summary = PublishedValidator.Validate(
            Roads.Utf8(file), null, finding => findings.Add($"{finding.Code} {finding.Id} {finding.Message}"));
        return string.Join('\n', [.. findings, .. summary.Rules.Select(rule => $"{rule}"), .. summary.Totals.Select(one => $"{one}")]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_rows_of_an_event_are_one_by_every_road(bool hasSecond)
    {
        string monadic = File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf), Half("SYR2", "5", Is));
        string dyadic = File(Row(("assoc_actor_2", "Militia")), Half("SYR2", "5", Is));
        monadic = monadic.Replace(Sdf + ",,", Sdf + ",Militia,", StringComparison.Ordinal);
        string file = hasSecond ? monadic : Without(monadic);

        Roads.Table(file).Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(new Sums(2, 0, 8, 0, 2, 0, 2));
        Roads.Table(file).Query().GroupBy(GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor).Sum(Measure.Killed).Run().ToCsv()
            .Should().Be(Roads.Table(dyadic).Query().GroupBy(GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor).Sum(Measure.Killed)
                .Run().ToCsv());
        Roads.Incidents(file).Should().Equal(Roads.Incidents(dyadic));
        Findings(file).Should().Be(Findings(dyadic));
        RoundTrip.Cells(file).Should().BeEquivalentTo(SimpleCsv.Read(dyadic), strict => strict.WithStrictOrdering());
        Counts(file).Should().Be(new ReadCounts(2, 0) { Joined = 1 });
        $"{Counts(file)}".Should().Be("3 read, 2 kept, 0 set aside, 1 joined to the row of the same event's other actor");
    }

    [Fact]
    public void An_answer_of_the_API_is_read_so_too_and_is_whole()
    {
        string Json(string actor) => $$"""
            {"event_id_cnty": "SYR1", "event_date": "2024-07-03", "event_type": "Battles", "sub_event_type": "Armed clash",
             "actor1": "{{actor}}", "assoc_actor_1": null, "inter1": "2", "interaction": 22, "fatalities": 3, "timestamp": 1720000000}
            """;
        string file = $$"""{"status": 200, "count": 2, "data": [{{Json("A")}}, {{Json("B")}}]}""";
        Incident incident = Roads.Incidents(file).Should().ContainSingle().Subject;
        incident.Involvements.Select(involved => involved.Actor.Value).Should().Equal("acled-name:A", "acled-name:B");
        Roads.Killed(file).Best.Should().Be(3);
        (Counts(file).IsPart, Counts(file).Joined).Should().Be((false, 1));
    }

    [Fact]
    public async Task So_are_rows_that_are_given_one_by_one_also_asynchronously()
    {
        string file = File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf), Half("SYR2", "5", Is), Half("SYR3", "1", Is));
        using var reader = IncidentReader.Open(Roads.Utf8(file));
        ValueList<Incident> all = Roads.Incidents(file);
        reader.Read().Should().Equal(all);
        using var other = IncidentReader.Open(Roads.Utf8(file));
        List<Incident> given = [];
        await foreach (Incident incident in other.ReadAsync(TestContext.Current.CancellationToken))
        {
            given.Add(incident);
        }

        given.Should().Equal(all);
        (other.Counts, all.Count).Should().Be((new ReadCounts(3, 0) { Joined = 1 }, 3));
    }

    [Theory]
    [InlineData("notes", "Other words.")]
    [InlineData("fatalities", "4")]
    [InlineData("event_date", "2024-07-04")]
    [InlineData("timestamp", "1720000000.0")]
    [InlineData("actor1", "")]
    [InlineData("actor2", "Somebody")]
    [InlineData("assoc_actor_2", "Somebody")]
    [InlineData("inter2", "Rioters")]
    public void Rows_of_one_id_that_differ_in_anything_else_are_refused_with_both_lines(string column, string text)
    {
        string file = File(Half("SYR0", "1", Is), Half("SYR1", "3", Is), Half("SYR1", "3", Sdf, (column, text)));
        Action read = () => Roads.Table(file);
        read.Should().Throw<MalformedInputException>().Which.Malformation.Should().Match<Malformation>(
            fault => fault.Code == MalformationCode.RepeatedId && fault.Line == 4 && fault.Reason.Contains("stands on line 3 too")
                && fault.Reason.Contains("sort such a file by event_id_cnty"));
        Findings(file).Should().Contain("acled-duplicate-id SYR1 The row on line 3 has the same id.");
    }

    [Fact]
    public void So_are_rows_that_stand_apart_a_third_row_and_one_row_twice()
    {
        string[] files =
        [
            File(Half("SYR1", "3", Is), Half("SYR2", "3", Is), Half("SYR1", "3", Sdf)),
            File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf), Half("SYR1", "3", "Third")),
            File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf), Half("SYR1", "3", Is), Half("SYR1", "3", Sdf)),
            File(Half("SYR1", "3", Is, ("interaction", "")), Half("SYR1", "3", Is, ("interaction", ""))),
            File(Half("SYR1", "3", Is, ("interaction", "Rebel group only")), Half("SYR1", "3", Is, ("interaction", "Rebel group only"))),
            File(Row(), Row()),
        ];
        foreach (string file in files)
        {
            Action read = () => Roads.Table(file);
            read.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.RepeatedId);
        }
    }

    [Fact]
    public void Without_a_time_their_meeting_has_to_say_that_there_are_two()
    {
        string Of(string interaction) => File(
            Half("SYR1", "3", Is, ("timestamp", ""), ("interaction", interaction)),
            Half("SYR1", "3", Sdf, ("timestamp", ""), ("interaction", interaction), ("inter1", "Rioters")));
        Counts(Of("Rebel group-Rioters")).Joined.Should().Be(1);
        foreach (string other in (string[])["", "Rebel group only", "Rebel group-Rebel group"])
        {
            Action read = () => Counts(Of(other));
            read.Should().Throw<MalformedInputException>(other);
        }
    }

    [Theory]
    [InlineData("event_id_cnty,event_date,event_type,actor1,inter1,fatalities,timestamp")]
    [InlineData("event_id_cnty,event_date,event_type,actor1,assoc_actor_1,inter1,fatalities")]
    [InlineData("event_id_cnty,event_date,event_type,actor1,assoc_actor_1,inter1,actor2,fatalities,timestamp")]
    [InlineData("event_date,event_type,actor1,assoc_actor_1,inter1,fatalities,timestamp")]
    public void A_file_of_fewer_columns_is_written_back_in_those_and_nothing_in_it_is_joined(string names)
    {
        string Line(string id, string actor) => string.Join(',', names.Split(',').Select(name => name switch
        {
            "event_id_cnty" => id,
            "event_date" => "2024-07-03",
            "event_type" => "Battles",
            "actor1" => actor,
            "fatalities" or "timestamp" => "3",
            _ => "",
        })) + "\n";
        using var reader = IncidentReader.Open(Roads.Utf8($"{names}\n{Line("SYR1", "A")}"));
        reader.Columns.Should().Equal(names.Split(','));
        Roads.Table($"{names}\n{Line("SYR1", "A")}{Line("SYR2", "B")}").Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed)
            .Best.Should().Be(6);
        if (names.StartsWith("event_id", StringComparison.Ordinal))
        {
            Action read = () => Roads.Table($"{names}\n{Line("SYR1", "A")}{Line("SYR1", "B")}");
            read.Should().Throw<MalformedInputException>();
        }
    }

    [Fact]
    public void Two_groups_of_one_name_are_two_where_their_meeting_says_so()
    {
        string file = File(Half("SYR1", "3", "Unidentified"), Half("SYR1", "3", "Unidentified"));
        RoundTrip.Cells(file)[1][Array.IndexOf(Columns, "actor2")].Should().Be("Unidentified");
        Roads.Table(file).Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(3);
    }

    [Fact]
    public void In_a_file_that_has_a_second_actor_nothing_is_joined()
    {
        string file = File(Row(("event_id_cnty", "SYR9")), Half("SYR1", "3", Is), Half("SYR1", "3", Sdf));
        Action read = () => Counts(file);
        read.Should().Throw<MalformedInputException>().Which.Malformation.Line.Should().Be(4);
        Counts(file, new() { Repeated = RepeatedRows.Newest }).Should().Be(new ReadCounts(2, 0) { Replaced = 1 });
    }

    [Fact]
    public void Of_two_versions_of_an_event_the_newer_pair_counts()
    {
        string[] old = [Half("SYR1", "3", Is, ("timestamp", "1")), Half("SYR1", "3", Sdf, ("timestamp", "1"))];
        string[] updated = [Half("SYR1", "7", Is, ("timestamp", "2")), Half("SYR1", "7", Sdf, ("timestamp", "2"))];
        Counts(File([.. updated, .. old])).Should().Be(new ReadCounts(1, 0) { Joined = 2, Replaced = 1 });
        Roads.Table(File([.. updated, .. old])).Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(7);
    }

    [Fact]
    public void Who_keeps_every_row_gets_every_row_as_it_stands()
    {
        string file = File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf));
        ReadOptions keep = new() { Repeated = RepeatedRows.Keep };
        RoundTrip.Cells(file, keep).Should().BeEquivalentTo(SimpleCsv.Read(file), strict => strict.WithStrictOrdering());
        Counts(file, keep).Should().Be(new ReadCounts(2, 0));
    }

    [Fact]
    public void A_fault_has_its_place_in_the_row_where_it_stands()
    {
        string lines = File(
            Half("SYR0", "1", Is, ("notes", "two\nlines"), ("latitude", "x")),
            Half("SYR1", "3", Is),
            Half("SYR1", "3", Sdf, ("inter1", "y")));
        List<RejectedRow> rejected = [];
        ReadOptions options = new() { SetAsideMalformed = true, OnRejected = rejected.Add };
        Counts(lines, options).Should().Be(new ReadCounts(0, 2) { Joined = 1 });
        List<RejectedRow> plain = [];
        Counts(lines, options with { Repeated = RepeatedRows.Keep, OnRejected = plain.Add }).Should().Be(new ReadCounts(1, 2));
        rejected.Select(row => (row.Malformation.Line, row.Malformation.Column)).Should().Equal(
            plain.Select(row => (row.Malformation.Line, row.Malformation.Column)));
        rejected[0].Text.Should().Be(plain[0].Text);
        rejected[1].Text.Should().Be($"{Half("SYR1", "3", Is)}\n{plain[1].Text}");
    }

    [Fact]
    public void What_breaks_off_behind_a_row_is_told_after_the_row()
    {
        const string Json =
            """[{"event_id_cnty": "SYR1", "event_date": "2024-07-03", "event_type": "Battles", "actor1": "A", "timestamp": 1}, {"e""";
        using var reader = IncidentReader.Open(Roads.Utf8(Json));
        List<Incident> given = [];
        Action read = () =>
        {
            foreach (Incident incident in reader.Read())
            {
                given.Add(incident);
            }
        };
        read.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.Json);
        given.Should().ContainSingle();
    }

    [Fact]
    public void A_row_of_tags_is_as_wide_as_the_columns_that_are_written()
    {
        string[] lines = Without(File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf))).Split('\n');
        string tags = string.Join(',', Enumerable.Range(0, Columns.Length - 3).Select(index => index == 0 ? "#event+id" : "#x"));
        using var reader = IncidentReader.Open(Roads.Utf8(string.Join('\n', [lines[0], tags, .. lines[1..]])));
        reader.Columns.Should().Equal(Columns);
        reader.Tags.Count.Should().Be(Columns.Length);
        reader.Tags.Select((tag, index) => (tag, index)).Where(one => one.tag.Length == 0).Select(one => Columns[one.index])
            .Should().Equal(Second);
        reader.Read().Should().ContainSingle();
    }

    [Fact]
    public void A_repair_is_refused_for_it_is_of_a_row_an_event()
    {
        string file = File(Half("SYR1", "3", Is), Half("SYR1", "3", Sdf));
        Action repair = () => PublishedRepairer.Repair(Roads.Utf8(file), new MemoryStream(), ["acled-trim"]);
        repair.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Contain("convert it to ACLED first");
    }

    [Fact]
    public void Whatever_is_exported_so_says_what_the_dyadic_export_says() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            string[] events =
            [
                .. Enumerable.Range(1, random.Next(1, 12)).Select(number => Row(
                    ("event_id_cnty", $"SYR{number}"),
                    ("fatalities", OneOf(random, "", "0", "3", "1250")),
                    ("actor1", OneOf(random, Is, "Unidentified", "a, \"b\"")),
                    ("assoc_actor_1", OneOf(random, "", "Militia; Hezbollah")),
                    ("actor2", OneOf(random, "", Sdf, "Unidentified")),
                    ("notes", OneOf(random, "", "two\nlines", "one")))),
            ];
            List<string[]> cells = [.. SimpleCsv.Read(File(events))];
            int[] first = [.. Columns.Index().Where(one => one.Item is "actor1" or "assoc_actor_1" or "inter1").Select(one => one.Index)];
            int[] second = [.. Columns.Index().Where(one => Second.Contains(one.Item)).Select(one => one.Index)];
            List<string[]> dyadic = [cells[0]];
            List<string[]> monadic = [cells[0]];
            foreach (string[] row in cells.Skip(1))
            {
                string[] upper = [.. row];
                string[] lower = [.. row];
                bool isLone = row[second[0]].Length == 0;
                for (int i = 0; i < second.Length; i++)
                {
                    lower[first[i]] = row[second[i]];
                    upper[second[i]] = lower[second[i]] = "";
                }

                dyadic.Add(isLone ? upper : row);
                monadic.AddRange(isLone ? [upper] : [upper, lower]);
            }

            string One(List<string[]> rows) => string.Concat(rows.Select(row => string.Join(',', row.Select(GedSamples.Cell)) + "\n"));
            foreach (string file in (string[])[One(monadic), Without(One(monadic))])
            {
                Roads.Incidents(file).Should().Equal(Roads.Incidents(One(dyadic)));
                Findings(file).Should().Be(Findings(One(dyadic)));
                RoundTrip.Cells(file).Should().BeEquivalentTo(dyadic, strict => strict.WithStrictOrdering());
                Counts(file).Read.Should().Be(monadic.Count - 1);
            }
        },
        iter: 40);

    private static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
