using ConflictModel.Aggregation;
using ConflictModel.Serialization;
using CsCheck;
using static ConflictModel.Interchange.Tests.AcledSamples;

namespace ConflictModel.Interchange.Tests.Mapping;

/// <summary>One id on two rows: the newer one counts where the data says which it is, and else whoever reads has to say.</summary>
public class RepeatedRowTests
{
    private static readonly ReadOptions Newest = new() { Repeated = RepeatedRows.Newest };
    private static readonly ReadOptions Keep = new() { Repeated = RepeatedRows.Keep };

    private static string Acled(string id, string dead, string timestamp, string actor1 = "A") =>
        Row(("event_id_cnty", id), ("fatalities", dead), ("timestamp", timestamp), ("actor1", actor1));

    private static string Ged(string id, int best) => GedSamples.Row(
        ("id", id), ("deaths_unknown", $"{best - 3}"), ("low", $"{best - 1}"), ("best", $"{best}"), ("high", $"{best + 1}"));

    private static (Sums Killed, ReadCounts Counts) Table(string file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(Roads.Utf8(file), options);
        IncidentTableBuilder builder = new();
        ReadCounts counts = reader.AppendTo(builder);
        reader.Counts.Should().Be(counts);
        return (builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed), counts);
    }

    private static (Sums Killed, ReadCounts Counts) Dataset(string file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(Roads.Utf8(file), options);
        ConflictDataset dataset = DatasetJson.Read(DatasetJson.Write(reader.ReadDataset()));
        return (dataset.Incidents.Sum(Harm.Killed), reader.Counts);
    }

    private static Malformation Fault(Action read) => read.Should().Throw<MalformedInputException>().Which.Malformation;

    private static void Is(string file, ReadOptions? options, long incidents, long best, ReadCounts counts)
    {
        (Sums killed, ReadCounts read) = Table(file, options);
        (killed.Incidents, killed.Best, read).Should().Be((incidents, best, counts));
        Dataset(file, options).Should().Be((killed, counts));
    }

    [Theory]
    [InlineData("1720000000", "1730000000", 12)]
    [InlineData("1730000000", "1720000000", 8)]
    [InlineData("1720000000.0", "1730000000.0", 12)]
    public void Of_two_versions_the_one_of_the_later_timestamp_counts_wherever_it_stands(string first, string second, long best) =>
        Is(File(Acled("SYR1", "3", first), Acled("SYR1", "7", second), Acled("SYR2", "5", "1720000000")), null, 2, best, new(2, 0)
        {
            Replaced = 1,
        });

    [Fact]
    public void The_newest_of_many_versions_counts_though_older_ones_are_of_one_time()
    {
        string file = File(
            Acled("SYR1", "1", "100"), Acled("SYR1", "2", "100"), Acled("SYR2", "5", "1"), Acled("SYR1", "40", "300"),
            Acled("SYR1", "4", "200"));
        Is(file, null, 2, 45, new(2, 0) { Replaced = 3 });
    }

    [Theory]
    [InlineData("100", "100", " with the same timestamp")]
    [InlineData("", "", "")]
    [InlineData("100", "", "")]
    [InlineData("", "100", " with the same timestamp")]
    public void Where_nothing_says_which_is_newer_reading_stops_and_names_both_lines(string first, string second, string versions)
    {
        string file = File(Acled("SYR2", "5", "1"), Acled("SYR1", "3", first), Acled("SYR3", "5", "1"), Acled("SYR1", "7", second));
        Malformation fault = Fault(() => Table(file));
        fault.Should().Match<Malformation>(f => f.Code == MalformationCode.RepeatedId && f.Line == 5 && f.Field == "event_id_cnty");
        string said = first == second ? versions : "";
        fault.Reason.Should().StartWith(
            $"The id 'SYR1' stands on line 3 too{said}: nothing says which of the two rows counts. "
                + "The two rows of an event in ACLED's monadic export");
        Fault(() => Dataset(file)).Should().Be(fault);
        Fault(() => RoundTrip.Cells(file)).Should().Be(fault);
        Fault(() => Table(file, new() { SetAsideMalformed = true })).Should().Be(fault, "no row of the two is malformed");
        Is(file, Newest, 3, 17, new(3, 0) { Replaced = 1 });

        // Whose file it is may want every row; the objects themselves are not added up then.
        (Sums killed, ReadCounts counts) = Table(file, Keep);
        (killed.Incidents, killed.Best, counts).Should().Be((4, 20, new ReadCounts(4, 0)));
        Roads.Incidents(file, Keep).Should().HaveCount(4);
    }

    [Fact]
    public void The_first_of_several_repeats_is_the_one_that_is_told()
    {
        string file = File(Acled("B", "1", ""), Acled("A", "1", ""), Acled("A", "1", ""), Acled("B", "1", ""));
        Fault(() => Table(file)).Should().Match<Malformation>(f => f.Line == 4 && f.Reason.StartsWith("The id 'A' stands on line 3 too"));
    }

    [Fact]
    public void UCDP_says_of_no_row_that_it_is_newer()
    {
        string file = GedSamples.File(Ged("910001", 4), Ged("910001.0", 10), Ged("910002", 5));
        Fault(() => Table(file)).Should().Match<Malformation>(
            f => f.Reason == "The id '910001' stands on line 2 too: nothing says which of the two rows counts." && f.Line == 3);
        Table(file, Newest).Should().Be((new Sums(2, 13, 15, 17, 0, 0, 0), new ReadCounts(2, 0) { Replaced = 1 }));
        Table(file, Keep).Should().Be((new Sums(3, 16, 19, 22, 0, 0, 0), new ReadCounts(3, 0)));
    }

    [Fact]
    public void Rows_that_name_another_second_actor_are_no_monadic_export_and_the_error_says_what_one_is()
    {
        string file = File(Acled("SYR1", "3", "1", "A"), Acled("SYR1", "3", "1", "B"), Acled("SYR2", "5", "1", "A"));
        Fault(() => Table(file)).Reason.Should().EndWith("sort such a file by event_id_cnty, or export it dyadic.");
        Is(file, Newest, 2, 8, new(2, 0) { Replaced = 1 });
    }

    [Fact]
    public void Rows_without_ids_are_no_repeats()
    {
        string file = File(Acled("", "3", "1"), Acled("NA", "5", "2"), Acled("SYR1", "1", "1"));
        (Sums killed, ReadCounts counts) = Table(file);
        (killed.Best, counts).Should().Be((9, new ReadCounts(3, 0)));
    }

    [Fact]
    public void Rows_given_one_by_one_cannot_be_taken_back_and_the_end_says_so()
    {
        string file = File(Acled("SYR1", "3", "1"), Acled("SYR1", "7", "2"));
        using var reader = IncidentReader.Open(Roads.Utf8(file));
        int given = 0;
        Malformation fault = Fault(() =>
        {
            foreach (Incident _ in reader.Read())
            {
                given++;
            }
        });
        (given, fault.Code, fault.Line).Should().Be((2, MalformationCode.Outdated, 3));
        fault.Reason.Should().Be("The id 'SYR1' stands on line 2 too, in an older row, which was given before this one was met.");

        using var kept = IncidentReader.Open(Roads.Utf8(file), Keep);
        kept.Read().Should().HaveCount(2);

        using var begun = IncidentReader.Open(Roads.Utf8(file));
        _ = begun.Read().First();
        Fault(() => begun.ReadDataset()).Code.Should().Be(MalformationCode.Outdated);
    }

    [Fact]
    public async Task So_does_the_end_of_asynchronous_reading()
    {
        using var reader = IncidentReader.Open(Roads.Utf8(File(Acled("SYR1", "3", "1"), Acled("SYR1", "7", "2"))));
        Func<Task> read = async () =>
        {
            await foreach (Incident _ in reader.ReadAsync(TestContext.Current.CancellationToken))
            {
            }
        };
        (await read.Should().ThrowAsync<MalformedInputException>()).Which.Malformation.Code.Should().Be(MalformationCode.Outdated);
    }

    [Fact]
    public void A_malformed_row_replaces_nothing()
    {
        string file = File(Acled("SYR1", "3", "1"), Acled("SYR1", "x", "2"));
        Is(file, new() { SetAsideMalformed = true }, 1, 3, new(1, 1));
    }

    [Fact]
    public void To_the_rules_they_are_findings_at_the_end_with_both_lines()
    {
        List<PublishedFinding> findings = [];
        string file = File(Acled("SYR1", "10", "1"), Acled("SYR1", "7", "2"), Acled("SYR1", "10", "2"));
        PublishedSummary summary = PublishedValidator.Validate(Roads.Utf8(file), Newest, findings.Add);
        findings.Where(finding => finding.Code == "acled-duplicate-id").Select(finding => (finding.Line, finding.Id, finding.Message))
            .Should().Equal((3L, "SYR1", "The row on line 2 has the same id."), (4L, "SYR1", "The row on line 2 has the same id."));
        (summary.Of("acled-duplicate-id")!.Checked, summary.Of("acled-duplicate-id")!.Found, summary.Counts)
            .Should().Be((3L, 2L, new ReadCounts(3, 0)));
    }

    [Fact]
    public void Incidents_that_were_in_the_table_before_stay()
    {
        IncidentTableBuilder builder = new();
        for (int pass = 0; pass < 2; pass++)
        {
            using var reader = IncidentReader.Open(Roads.Utf8(File(Acled("SYR1", "3", "1"), Acled("SYR1", "7", "2"))));
            reader.AppendTo(builder);
        }

        builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(new Sums(2, 0, 14, 0, 2, 0, 2));
    }

    [Fact]
    public void What_is_left_is_what_a_file_of_the_newest_rows_alone_says() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            (string Id, string Row)[] rows =
            [
                .. Enumerable.Range(1, random.Next(2, 30)).Select(number =>
                {
                    string id = $"SYR{random.Next(1, 12)}";
                    return (id, Row(
                        ("event_id_cnty", id),
                        ("timestamp", $"{number}"),
                        ("fatalities", random.Next(3) == 0 ? "" : $"{random.Next(400)}"),
                        ("event_date", random.Next(4) == 0 ? "" : $"2024-0{random.Next(1, 9)}-28"),
                        ("time_precision", $"{random.Next(1, 4)}"),
                        ("actor1", $"Group {random.Next(4)}")));
                }),
            ];
            string[] newest =
                [.. rows.Where((row, index) => !rows.Skip(index + 1).Any(later => later.Id == row.Id)).Select(row => row.Row)];
            random.Shuffle(rows);
            foreach (GroupKey key in (GroupKey[])[GroupKey.Month, GroupKey.FirstSide, GroupKey.Kind])
            {
                Answer(File([.. rows.Select(row => row.Row)]), key).Should().Be(Answer(File(newest), key));
            }

            static string Answer(string file, GroupKey key)
            {
                using var reader = IncidentReader.Open(Roads.Utf8(file));
                IncidentTableBuilder builder = new(key.Scheme is { } scheme ? [scheme] : []);
                reader.AppendTo(builder);
                return string.Join('\n', builder.ToTable().Query().GroupBy(key).Sum(Measure.Killed).KeepingUnknown().Run().ToCsv()
                    .Split('\n').Order());
            }
        },
        iter: 40);
}
