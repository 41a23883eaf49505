using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using static ConflictModel.Interchange.Tests.Aggregates.RandomQueries;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>Rows are let go though a later one may take their place: if one does, the file is read again.</summary>
public sealed class AnswersOverRepeatedRowsTests : IDisposable
{
    private static readonly IncidentQuery ByYear = IncidentQuery.OverPieces().GroupBy(GroupKey.Year).Sum(Measure.Killed);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Rows_of_ACLED_let_go_give_what_all_rows_held_give_whichever_are_repeated_in_one_file_or_several() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            int ids = OneOf(random, 3, 8, int.MaxValue);
            int order = random.Next(4);

            // Of all days that lie between two such years, the answers are long: a few times they are made.
            string[] days = random.Next(12) == 0 ? ["2024-07-03", "0024-07-03"] : ["2024-07-03", "2024-06-30", "2024-07-31"];
            string[][] files =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(file => Enumerable.Range(1, random.Next(1, 12))
                    .Select(number => AcledRow(random, ids, (file * 12) + number, order, days)).ToArray()),
            ];
            RepeatedRows repeated = OneOf(random, RepeatedRows.Stop, RepeatedRows.Newest, RepeatedRows.Keep);
            SameAnswers(random, Opening(random, files, AcledSamples.File), new() { Repeated = repeated }, []);
        },
        iter: 150);

    [Fact]
    public void Rows_of_GED_of_which_the_last_counts_give_what_all_rows_held_give_read_by_parts_or_not()
    {
        long byParts = 0;
        Gen.Int.Sample(
            seed =>
            {
                Random random = new(seed);
                int ids = OneOf(random, 3, 8, 1000);
                string[] rows = [.. Enumerable.Range(1, random.Next(1, 40)).Select(_ => GedRow(random, ids))];
                BucketScheme[] splitAt = OneOf<BucketScheme[]>(random, [], [BucketScheme.Year], [BucketScheme.Day]);
                ReadOptions options = new() { Repeated = RepeatedRows.Newest, PartBytes = 1 << 11 };
                Interlocked.Add(ref byParts, SameAnswers(random, Opening(random, [rows], GedSamples.File), options, splitAt));
            },
            iter: 100);

        byParts.Should().BePositive();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(500)]
    public void No_more_rows_are_held_than_are_counted_at_once_however_many_are_repeated(int repeated)
    {
        string[] rows =
        [
            .. Enumerable.Range(1, 500).Select(number => Versioned(number, version: 1)),
            .. Enumerable.Range(1, repeated).Select(number => Versioned(number, version: 2)),
        ];
        (Aggregate answer, int most, int readings, ReadCounts counts) = Ask(AcledSamples.Stream(rows), ByYear);

        most.Should().Be(10);
        readings.Should().Be(repeated == 0 ? 1 : 2);
        answer.Total.Incidents.Should().Be(500);
        answer.Total.Of(Measure.Killed).Best.Should().Be(500 + repeated);
        counts.Should().Be(new ReadCounts(500, 0) { Replaced = repeated });
    }

    [Fact]
    public void All_rows_are_held_where_they_can_not_be_read_again()
    {
        string[] rows = [.. Enumerable.Range(1, 50).Append(3).Select((number, index) => Versioned(number, version: index + 1))];
        (Aggregate answer, int most, int readings, _) = Ask(new Pipe(AcledSamples.File(rows)), ByYear);
        (answer.Total.Incidents, most, readings).Should().Be((50, 51, 1));

        // A pipe between files looks as empty as this one.
        IncidentTableBuilder builder = new();
        string empty = Write("");
        using var reader = IncidentReader.Open([Write(AcledSamples.File(rows)), empty], new() { HeldRows = 10 });
        reader.Invoking(one => one.Answer(builder, ByYear)).Should().Throw<MalformedInputException>()
            .Which.Malformation.File.Should().Be(empty);
        builder.Rows.Should().Be(51);
    }

    [Fact]
    public void All_rows_are_held_for_a_question_that_can_not_be_asked_in_parts()
    {
        string[] rows = [.. Enumerable.Range(1, 50).Append(3).Select((number, index) => Versioned(number, version: index + 1))];
        (Aggregate answer, int most, int readings, _) =
            Ask(AcledSamples.Stream(rows), IncidentQuery.OverPieces().GroupBy(GroupKey.Actor).Sum(Measure.Killed));
        (answer.Total.Incidents, most, readings).Should().Be((50, 51, 1));
    }

    [Fact]
    public void All_rows_are_held_beside_those_of_the_builder_and_behind_those_that_were_given()
    {
        string[] rows = [.. Enumerable.Range(1, 50).Append(3).Select((number, index) => Versioned(number, version: index + 1))];
        IncidentTableBuilder builder = new();
        builder.Append(default, Measure.Killed.Is(1000));
        int most = 0;
        ReadOptions options = new() { HeldRows = 10, OnProgress = _ => most = Math.Max(most, builder.Rows) };
        using (var reader = IncidentReader.Open(AcledSamples.Stream(rows), options))
        {
            reader.Answer(builder, ByYear.KeepingUnknown())[0].Total.Of(Measure.Killed).Best.Should().Be(1000 + 99);
            most.Should().Be(52);
        }

        most = 0;
        using var further = IncidentReader.Open(AcledSamples.Stream(rows), options);
        further.Read().First().Id.Value.Should().Be("acled:SYR1");
        further.Answer(builder, ByYear)[0].Total.Incidents.Should().Be(49);
        most.Should().Be(50);
    }

    [Fact]
    public void Rows_of_one_version_are_told_though_the_first_was_let_go()
    {
        string[] rows = [.. Enumerable.Range(1, 50).Append(3).Select(number => Versioned(number, version: 1))];
        using var reader = IncidentReader.Open(AcledSamples.Stream(rows), new() { HeldRows = 10 });
        reader.Invoking(one => one.Answer(new(), ByYear)).Should().Throw<MalformedInputException>()
            .Which.Malformation.Should().BeEquivalentTo(new { Code = MalformationCode.RepeatedId, Line = 52L });
    }

    [Fact]
    public void There_are_too_many_groups_only_with_the_rows_that_count()
    {
        // Of one year the combinations can be counted, of two thousand they can't.
        string Row(int number, int version, string day) => AcledSamples.Row(
            ("event_id_cnty", $"SYR{number}"), ("timestamp", $"{version}"), ("event_date", day), ("year", ""),
            ("actor1", $"One {number}"), ("actor2", $"Other {number}"), ("iso", ""), ("country", $"Country {number}"),
            ("admin1", $"Province {number}"), ("admin2", $"District {number}"), ("admin3", $"Subdistrict {number}"));
        IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(
            [.. GroupKey.All.Where(key => key.Name is "day" or "side-a" or "side-b" or "country" or "adm1" or "adm2" or "adm3")]);
        query.Keys.Should().HaveCount(7);
        string[] rows = [Row(1, 1, "0024-07-03"), .. Enumerable.Range(2, 199).Select(number => Row(number, 1, "2024-07-03"))];
        ValueList<Aggregate> Answer(params string[] more)
        {
            using var reader = IncidentReader.Open(AcledSamples.Stream([.. rows, .. more]), new() { HeldRows = 200 });
            return reader.Answer(new(), query);
        }

        Answer(Row(1, 2, "2024-07-03"))[0].Count.Should().Be(200);
        FluentActions.Invoking(() => Answer()).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => Answer(Row(2, 2, "2024-07-03"))).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => Answer(Row(2, 1, "2024-07-03"))).Should().Throw<MalformedInputException>("nobody knows which");
    }

    [Fact]
    public void A_file_that_another_takes_the_place_of_is_read_to_its_end()
    {
        string path = Write(AcledSamples.File(Twice(dead: "1")));
        string other = Write(AcledSamples.File(Twice(dead: "9")));
        using var reader = IncidentReader.Open(path, new() { HeldRows = 2, OnProgress = After(20, () => File.Move(other, path, true)) });
        reader.Answer(new(), ByYear)[0].Total.Of(Measure.Killed).Best.Should().Be(10);
    }

    [Theory]
    [InlineData(",1,a=b", ",9,a=b")]
    [InlineData("SYR1,", "SYR9,")]
    public void A_file_that_was_written_to_before_it_is_read_again_is_refused_by_name(string was, string becomes)
    {
        string text = AcledSamples.File(Twice(dead: "1"));
        string path = Write(text);
        void Change()
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.Write(Encoding.UTF8.GetBytes(text.Replace(was, becomes, StringComparison.Ordinal)));
        }

        Refused(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Change).Should().StartWith(path);
    }

    [Fact]
    public void A_file_that_breaks_off_when_it_is_read_again_is_refused_by_name()
    {
        string path = Write(AcledSamples.File(Twice(dead: "1")));
        void Change()
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.SetLength(file.Length / 2);
        }

        Refused(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Change).Should().StartWith(path);
    }

    [Fact]
    public void A_stream_that_is_no_file_is_refused_where_it_has_other_rows_the_second_time()
    {
        byte[] text = Encoding.UTF8.GetBytes(AcledSamples.File(Twice(dead: "1")));
        Refused(new MemoryStream(text), () => text[text.AsSpan().LastIndexOf("SYR1,"u8) + 3] = (byte)'9').Should().StartWith("The stream");
    }

    [Fact]
    public void One_of_several_files_that_was_changed_is_refused_by_name()
    {
        string[] rows = Twice(dead: "1");
        string[] paths = [Write(AcledSamples.File(rows[..10])), Write(AcledSamples.File(rows[10..]))];
        void Refused(Action change)
        {
            using var reader = IncidentReader.Open(paths, new() { HeldRows = 2, OnProgress = After(15, change) });
            reader.Invoking(one => one.Answer(new(), ByYear)).Should().Throw<IOException>().WithMessage($"*{paths[0]}*");
        }

        string[] others = Twice(dead: "9");
        Refused(() => File.WriteAllText(paths[0], AcledSamples.File(others[..10])));
        Refused(() => File.Delete(paths[0]));
    }

    /// <summary>Ten events, each in an older and a newer row.</summary>
    private static string[] Twice(string dead) =>
    [
        .. Enumerable.Range(1, 20).Select(number => AcledSamples.Row(
            ("event_id_cnty", $"SYR{(number - 1) % 10}"), ("timestamp", $"{number + 100}"), ("fatalities", dead))),
    ];

    private static string Refused(Stream stream, Action change)
    {
        using var reader = IncidentReader.Open(stream, new() { HeldRows = 2, OnProgress = After(20, change) });
        string message = reader.Invoking(one => one.Answer(new(), ByYear)).Should().Throw<IOException>().Which.Message;
        message.Should().Contain("was changed while it was read");
        return message;
    }

    private static Action<long> After(int rows, Action act)
    {
        int count = 0;
        return _ =>
        {
            if (++count == rows)
            {
                act();
            }
        };
    }

    private static (Aggregate Answer, int Most, int Readings, ReadCounts Counts) Ask(Stream stream, IncidentQuery query)
    {
        IncidentTableBuilder builder = new();
        (int most, int readings, long last) = (0, 0, long.MaxValue);
        ReadOptions options = new()
        {
            HeldRows = 10,
            OnProgress = position =>
            {
                most = Math.Max(most, builder.Rows);
                readings += position < last ? 1 : 0;
                last = position;
            },
        };
        using var reader = IncidentReader.Open(stream, options);
        Aggregate answer = reader.Answer(builder, query)[0];
        builder.Rows.Should().Be(0);
        return (answer, most, readings, reader.Counts);
    }

    private static string Versioned(int number, int version) => AcledSamples.Row(
        ("event_id_cnty", $"SYR{number}"), ("timestamp", $"{version}"), ("fatalities", $"{Math.Min(version, 2)}"));

    private static string AcledRow(Random random, int ids, int number, int order, string[] days)
    {
        string version = order switch
        {
            0 => $"{1000 + number}",
            1 => $"{1000 - number}",
            2 => $"{1000 + random.Next(100)}",
            _ => OneOf(random, "1000", ""),
        };
        return random.Next(12) == 0 ? OneOf(random, "SYR1,2024-07-03", AcledSamples.Row(("fatalities", "some"))) : AcledSamples.Row(
            ("event_id_cnty", random.Next(12) == 0 ? "" : $"SYR{(ids == int.MaxValue ? number : random.Next(1, ids))}"),
            ("timestamp", version),
            ("event_date", OneOf(random, days)),
            ("time_precision", OneOf(random, "1", "2", "3")),
            ("actor1", OneOf(random, "Islamic State (Syria)", "QSD: Syrian Democratic Forces", "")),
            ("actor2", OneOf(random, "", "Civilians (Syria)")),
            ("admin1", OneOf(random, "Homs", "Ar-Raqqa", $"Province {number}", "")),
            ("admin2", ""),
            ("admin3", ""),
            ("fatalities", OneOf(random, "", "0", "3", "300")));
    }

    private static string GedRow(Random random, int ids) => GedSamples.Row(
        ("id", $"{random.Next(1, ids)}"),
        ("date_start", OneOf(random, "2016-01-03", "2016-01-02", "2015-12-31")),
        ("date_end", OneOf(random, "2016-01-03", "2016-02-02", "2049-01-01")),
        ("dyad_new_id", OneOf(random, "1", "2", "30", "")),
        ("side_a", OneOf(random, "IS, Jund", "IS")),
        ("side_a_new_id", OneOf(random, "7002", "234", "")),
        ("adm_1", OneOf(random, "Homs Governorate", "Homs governorate", "Hama Governorate", "")),
        ("best", OneOf(random, "", "3", "300")),
        ("high", OneOf(random, "", "6", "300")));

    /// <summary>Opens the files by their paths, or one as a stream that can go back.</summary>
    private Func<ReadOptions, IncidentReader> Opening(Random random, string[][] files, Func<string[], string> textOf)
    {
        if (files is [var rows] && random.Next(2) == 0)
        {
            byte[] text = Encoding.UTF8.GetBytes(textOf(rows));
            return options => IncidentReader.Open(new MemoryStream(text), options);
        }

        string[] paths = [.. files.Select(file => Write(textOf(file)))];
        return options => paths is [var path] ? IncidentReader.Open(path, options) : IncidentReader.Open(paths, options);
    }

    /// <summary>Holds that both ways tell the same, and gives how many rows were read by parts.</summary>
    private static long SameAnswers(Random random, Func<ReadOptions, IncidentReader> open, ReadOptions options, BucketScheme[] splitAt)
    {
        List<RejectedRow> rejected = [];
        options = options with { SetAsideMalformed = random.Next(2) == 0, OnRejected = rejected.Add };
        IncidentTableBuilder all = new(splitAt);
        using IncidentReader held = open(options);
        string? refusal = RefusalOf(() => held.AppendTo(all));
        RejectedRow[] rejectedOnce = [.. rejected];
        rejected.Clear();

        IncidentTable table = all.ToTable();
        IncidentQuery[] queries = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => QueryOf(random, table))];
        IncidentTableBuilder builder = new(splitAt);
        using IncidentReader parts = open(options with { HeldRows = random.Next(1, 6) });
        ValueList<Aggregate> answers = default;
        RefusalOf(() => answers = parts.Answer(builder, queries)).Should().Be(refusal);
        rejected.Should().Equal(rejectedOnce);
        parts.Counts.Should().Be(held.Counts);
        if (refusal is not null)
        {
            return parts.ReadByParts;
        }

        parts.Glossary.Actors.Should().Equal(held.Glossary.Actors);
        parts.Glossary.Regions.Should().Equal(held.Glossary.Regions);
        builder.TooLongToSplit.Should().Be(all.TooLongToSplit);
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

        return parts.ReadByParts;
    }

    private static string? RefusalOf(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (MalformedInputException error)
        {
            return error.Message;
        }
    }

    private string Write(string text)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString());
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class Pipe(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
