using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Revisions;

/// <summary>Vintages in the forms in which programs write them, and those that can't be compared. All of them are made up.</summary>
public sealed class PublishedVintagesFormsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_form_of_numbers_days_and_flags_is_no_difference()
    {
        string plain = GedSamples.File(GedSamples.Row(), GedSamples.Row(("id", "8"), ("latitude", "34"), ("longitude", "-0.5")));
        string pandas = GedSamples.File(
            GedSamples.Row(
                ("id", "7.0"), ("active_year", "TRUE"), ("best", "4.0"), ("date_start", "2016-01-03 00:00:00.000"), ("latitude", "34.50"),
                ("longitude", "3.825e1"), ("gwnob", "NA")),
            GedSamples.Row(("id", "8"), ("latitude", "34.0"), ("longitude", "-0.50"), ("active_year", "true")));
        VintageComparison comparison = Compare(plain, pandas);
        (comparison.HasDifferences, comparison.Records.Unchanged, comparison.Renamed.IsEmpty).Should().Be((false, 2, true));
    }

    [Fact]
    public void Nothing_that_differs_is_taken_for_the_same()
    {
        string old = GedSamples.File(GedSamples.Row());
        foreach ((string column, string text) in ((string, string)[])
            [
                ("best", "5"), ("latitude", "34.51"), ("longitude", "-38.25"), ("date_end", "2016-01-04"), ("active_year", "0"),
                ("source_article", "Another"), ("where_description", "near  a town"), ("low", ""), ("event_clarity", "2"),
            ])
        {
            FieldChange change = Compare(old, GedSamples.File(GedSamples.Row((column, text)))).Revised
                .Should().ContainSingle(column).Which.Changes.Should().ContainSingle(column).Which;
            (change.Field, change.Is).Should().Be((column, text));
        }
    }

    [Fact]
    public void Two_channels_of_one_source_say_the_same_in_their_own_forms()
    {
        string[] texts = SimpleCsv.Read(GedSamples.File(GedSamples.Row()))[1];
        IEnumerable<string> members = GedSamples.Columns.Select((column, i) => $"\"{column}\": " + (
            column == "active_year" ? "true"
            : texts[i].Length == 0 ? "null"
            : column is "id" or "best" or "latitude" ? texts[i]
            : JsonSerializer.Serialize(column == "date_start" ? texts[i] + "T00:00:00" : texts[i])));
        string page = $$"""{ "TotalCount": 1, "TotalPages": 1, "Result": [ { {{string.Join(", ", members)}} } ] }""";
        VintageComparison same = Compare(page, GedSamples.File(GedSamples.Row()));
        (same.HasDifferences, same.Records.Unchanged).Should().Be((false, 1));
        FieldChange change = Compare(GedSamples.File(GedSamples.Row(("deaths_a", "3"))), page).Revised.Single().Changes.Single();
        (change.Field, change.Was, change.Is).Should().Be(("deaths_a", "3", "1"));
    }

    [Fact]
    public void A_name_is_a_renaming_while_its_id_stays_and_a_move_when_it_does_not()
    {
        string old = GedSamples.File(GedSamples.Row());
        VintageComparison renamed = Compare(old, GedSamples.File(GedSamples.Row(("side_b", "Islamic State"), ("dyad_name", "X - IS"))));
        renamed.HasDifferences.Should().BeFalse();
        renamed.Renamed.Should().ContainSingle().Which.Changes.Should().OnlyContain(change => change.Class == FieldClass.Renaming);
        renamed.Moves(Measure.Killed, Stop).Should().BeEmpty();

        VintageComparison moved = Compare(old, GedSamples.File(GedSamples.Row(("side_b", "Others"), ("side_b_new_id", "999"))));
        moved.Revised.Should().ContainSingle().Which.Of("side_b")!.Class.Should().Be(FieldClass.Actor);
        moved.Moves(Measure.Killed, Stop).Should().ContainSingle().Which.Steps
            .Should().Equal(new RecordMove.Step(GroupKey.SecondSide, "234", "999"));
    }

    [Fact]
    public void The_order_of_rows_and_columns_says_nothing()
    {
        string[] rows = [.. Enumerable.Range(1, 40).Select(id => GedSamples.Row(("id", $"{id}"), ("best", $"{id + 4}"), ("high", "99")))];
        string old = GedSamples.File(rows);
        string[] cells = [.. GedSamples.Columns.Where(column => column != "relid").Reverse()];
        string turned = string.Join(',', cells) + "\n" + string.Concat(rows.Reverse().Select((row, i) =>
        {
            string[] texts = SimpleCsv.Read(GedSamples.File(row))[1];
            return string.Join(',', cells.Select(column => GedSamples.Cell(
                column == "best" && i == 0 ? "50" : texts[Array.IndexOf(GedSamples.Columns, column)]))) + "\n";
        }));
        VintageComparison comparison = Compare(old, turned);
        comparison.FieldsOfOlder.Should().Equal("relid");
        Revision revised = comparison.Revised.Should().ContainSingle().Which;
        (revised.Id, revised.Of("best")!.Was, revised.Of("best")!.Is).Should().Be(("40", "44", "50"));
    }

    [Fact]
    public void An_event_that_says_the_same_moves_when_another_row_tells_who_stood_in_its_coalition()
    {
        string coalition = GedSamples.Row(("id", "1"), ("side_b", "First group, Second group"), ("side_b_new_id", "500"));
        string member = GedSamples.Row(("id", "2"), ("side_b", "Second group"), ("side_b_new_id", "77"), ("best", "9"), ("high", "9"));
        VintageComparison comparison = Compare(GedSamples.File(coalition), GedSamples.File(coalition, member));
        (comparison.Records.Unchanged, comparison.Records.Added, comparison.Revised.Count).Should().Be((1, 1, 0));
        VintageAccount account = comparison.Account(Measure.Killed, Stop).By(GroupKey.Actor);
        account.Lines.Single(line => line.Group[0] == "Second group").MovedOut.Best.Should().Be(4);
        VintageAccount.Line known = account.Lines.Single(line => line.Group[0] == "77");
        (known.Added.Best, known.MovedIn.Best, known.New.Best).Should().Be((9, 4, 13));
        account.Total.Records.Should().ContainSingle().Which.Id.Should().Be("2");
    }

    [Fact]
    public void ACLED_s_timestamp_is_the_mark_of_a_vintage_and_no_change_of_the_event()
    {
        string old = AcledSamples.File(AcledSamples.Row());
        string touched = AcledSamples.File(AcledSamples.Row(("timestamp", "1999999999")));
        Compare(old, touched).HasDifferences.Should().BeFalse();
        string revised = AcledSamples.File(AcledSamples.Row(("timestamp", "1999999999"), ("fatalities", "77")));
        Revision revision = Compare(old, revised).Revised.Should().ContainSingle().Which;
        revision.Changes.Should().ContainSingle().Which.Class.Should().Be(FieldClass.Figure);
        VintageAccount.Line all = Compare(old, revised).Account(Measure.Killed, Stop).By().Total;
        (all.New.Low, all.New.WithoutLow, all.New.Best).Should().Be((null, 1, 77));
    }

    [Fact]
    public void An_id_that_stands_twice_stops_or_the_newest_row_counts()
    {
        string once = GedSamples.File(GedSamples.Row(("id", "1")), GedSamples.Row(("best", "9"), ("high", "9")));
        string twice = GedSamples.File(GedSamples.Row(), GedSamples.Row(("id", "1")), GedSamples.Row(("best", "9"), ("high", "9")));
        FluentActions.Invoking(() => Compare(once, twice)).Should().Throw<MalformedInputException>()
            .Which.Malformation.Code.Should().Be(MalformationCode.RepeatedId);
        VintageComparison newest = Compare(twice, once, new() { Repeated = RepeatedRows.Newest });
        (newest.HasDifferences, newest.Records.Old).Should().Be((false, 2));
        string later = GedSamples.File(GedSamples.Row(("id", "1")), GedSamples.Row(("best", "10"), ("high", "10")));
        Compare(twice, later, new() { Repeated = RepeatedRows.Newest }).Revised.Should().ContainSingle().Which.Of("best")!.Was
            .Should().Be("9");
        FluentActions.Invoking(() => Compare(once, once, new() { Repeated = RepeatedRows.Keep })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Rows_of_which_a_newer_one_stands_in_the_file_count_nowhere_whichever_file_has_them()
    {
        static string Row(int id, int stamp, int dead) => AcledSamples.Row(
            ("event_id_cnty", $"SYR{id}"), ("timestamp", $"{stamp}"), ("fatalities", $"{dead}"));
        string updated = AcledSamples.File(Row(1, 10, 3), Row(2, 10, 5), Row(1, 20, 4), Row(3, 10, 7), Row(2, 5, 50));
        string plain = AcledSamples.File(Row(3, 10, 8), Row(2, 10, 5), Row(1, 20, 4));
        List<ReadCounts> counts = [];
        VintageComparison comparison = PublishedVintages.Compare(
            Write(updated), Write(plain), onRead: (_, count) => counts.Add(count), cancellationToken: Stop);
        counts.Select(count => (count.Kept, count.Replaced)).Should().Equal((3, 2), (3, 0));
        comparison.Records.Should().Be(new VintageComparison.Counts(Old: 3, Added: 0, Removed: 0, Revised: 1));
        (comparison.Revised[0].Id, comparison.Revised[0].Of("fatalities")!.Was).Should().Be(("SYR3", "7"));
        VintageAccount.Line all = comparison.Account(Measure.Killed, Stop).By().Total;
        (all.Old.Best, all.Revised.Best, all.New.Best).Should().Be((16, 1, 17));
        all.Records.Single().Id.Should().Be("SYR3");

        VintageComparison mirrored = Compare(plain, updated);
        (mirrored.Revised.Single().Of("fatalities")!.Is, mirrored.Account(Measure.Killed, Stop).By().Total.Revised.Best)
            .Should().Be(("7", -1));
    }

    [Fact]
    public void Who_is_told_of_rows_is_told_once_although_ids_stand_twice_and_tables_are_made()
    {
        string twice = GedSamples.File(
            GedSamples.Row(), GedSamples.Row(("id", "5"), ("best", "many")), GedSamples.Row(("id", "1")), GedSamples.Row(("best", "9")));
        List<RejectedRow> rejected = [];
        int progress = 0;
        VintageComparison comparison = PublishedVintages.Compare(
            Write(twice),
            Write(GedSamples.File(GedSamples.Row())),
            reading: new()
            {
                SetAsideMalformed = true,
                OnRejected = rejected.Add,
                OnProgress = _ => progress++,
                Repeated = RepeatedRows.Newest,
            },
            cancellationToken: Stop);
        comparison.Older.Incidents.Should().Be(2);
        (rejected.Count, progress).Should().Be((1, 5));
    }

    [Fact]
    public void A_file_is_read_for_an_account_when_one_is_asked_for_and_must_still_be_what_was_compared()
    {
        string[] rows = [.. Enumerable.Range(1, 30).Select(id => GedSamples.Row(("id", $"{id}")))];
        string old = Write(GedSamples.File(rows));
        string now = Write(GedSamples.File([.. rows, GedSamples.Row(("id", "31"))]));
        VintageComparison Fresh() => PublishedVintages.Compare(old, now, cancellationToken: Stop);
        (VintageComparison read, VintageComparison longer, VintageComparison same, VintageComparison gone) =
            (Fresh(), Fresh(), Fresh(), Fresh());
        read.Account(Measure.Killed, Stop).By().Total.Added.Best.Should().Be(4);

        string text = File.ReadAllText(now);
        File.WriteAllText(now, text + GedSamples.Row(("id", "32")) + "\n");
        Action account = () => longer.Account(Measure.Killed, Stop).By(GroupKey.Year);
        account.Should().Throw<IOException>().WithMessage($"{now} was changed while it was compared*");

        File.WriteAllText(now, text.Replace("\n31,", "\n99,", StringComparison.Ordinal));
        FluentActions.Invoking(() => same.Moves(Measure.Killed, Stop)).Should().Throw<IOException>("it is as long as it was")
            .WithMessage($"{now} was changed*");

        File.Delete(now);
        FluentActions.Invoking(() => gone.Older).Should().Throw<IOException>().WithMessage($"*{now}*");
        (gone.Added.Single(), gone.Records.New).Should().Be(("31", 31), "what was compared is known");
        read.Account(Measure.Killed, Stop).By(GroupKey.Year).Total.Added.Best.Should().Be(4, "its tables were made before");
    }

    [Fact]
    public void A_file_that_is_written_to_while_it_is_compared_gives_no_comparison()
    {
        string old = Write(GedSamples.File(GedSamples.Row()));
        string now = Write(GedSamples.File(GedSamples.Row()));
        string longer = GedSamples.File(GedSamples.Row(), GedSamples.Row(("id", "8")));
        bool isWritten = false;
        ReadOptions reading = new()
        {
            OnProgress = _ =>
            {
                if (!isWritten)
                {
                    File.WriteAllText(now, longer);
                    isWritten = true;
                }
            },
        };
        FluentActions.Invoking(() => PublishedVintages.Compare(old, now, reading: reading, cancellationToken: Stop))
            .Should().Throw<IOException>().WithMessage($"{now} was changed while it was compared*");
    }

    [Fact]
    public void A_row_of_which_only_a_column_differs_that_is_not_compared_says_the_same()
    {
        string old = GedSamples.File(GedSamples.Row(("relid", "one"))).Replace("relid", "ours", StringComparison.Ordinal);
        string now = GedSamples.File(GedSamples.Row(("relid", "two"))).Replace("relid", "theirs", StringComparison.Ordinal);
        VintageComparison comparison = Compare(old, now);
        (comparison.HasDifferences, comparison.Records.Unchanged).Should().Be((false, 1));
        (comparison.FieldsOfOlder.Single(), comparison.FieldsOfNewer.Single()).Should().Be(("ours", "theirs"));
    }

    [Fact]
    public void Later_years_are_left_out_of_the_records_and_of_the_tables_that_are_made_afterwards() =>
        Gen.Select(Gen.Int[2014, 2018].Array[1, 12], Gen.Int[2014, 2018].Array[1, 12]).Sample((was, became) =>
        {
            static string FileOf(int[] years) => GedSamples.File([.. years.Select((year, id) => GedSamples.Row(
                ("id", $"{id}"), ("date_start", $"{year}-12-30"), ("date_end", $"{year + 1}-01-02")))]);
            VintageComparison comparison = PublishedVintages.Compare(
                Write(FileOf(was)), Write(FileOf(became)), new() { Until = 2016, SplitAt = [GroupKey.Year.Scheme!] },
                cancellationToken: Stop);
            (comparison.Older.Incidents, comparison.Newer.Incidents).Should().Be((was.Count(IsKept), became.Count(IsKept)));
            comparison.Records.Old.Should().Be(was.Count(IsKept));
            comparison.Removed.Should().Equal(Ids(was).Except(Ids(became)));
            comparison.Added.Should().Equal(Ids(became).Except(Ids(was)));
            comparison.Account(Measure.Killed, Stop).By(GroupKey.Year).Lines
                .Should().NotContain(line => string.CompareOrdinal(line.Group[0], "2016") > 0);

            static bool IsKept(int year) => year <= 2016;
            static IEnumerable<string> Ids(int[] years) =>
                Enumerable.Range(0, years.Length).Where(id => IsKept(years[id])).Select(id => $"{id}");
        }, iter: 300);

    [Fact]
    public void Rows_that_can_t_be_read_are_set_aside_and_those_behind_them_stay_in_step()
    {
        string bad = GedSamples.Row(("id", "5"), ("best", "many"));
        string old = GedSamples.File(bad, GedSamples.Row(), "only,three,cells", GedSamples.Row(("id", "8")));
        string newer = GedSamples.File(GedSamples.Row(("id", "8"), ("best", "6")), bad, GedSamples.Row());
        List<RejectedRow> rejected = [];
        List<ReadCounts> counts = [];
        VintageComparison comparison = PublishedVintages.Compare(
            Write(old), Write(newer), reading: new() { SetAsideMalformed = true, OnRejected = rejected.Add },
            onRead: (_, count) => counts.Add(count), cancellationToken: Stop);
        comparison.Revised.Should().ContainSingle().Which.Of("best").Should().Be(
            new FieldChange { Field = "best", Was = "4", Is = "6", Class = FieldClass.Figure });
        comparison.Revised[0].Id.Should().Be("8");
        counts.Select(count => (count.Kept, count.SetAside)).Should().Equal((2, 2), (2, 1));
        rejected.Should().HaveCount(3);
        FluentActions.Invoking(() => Compare(old, newer)).Should().Throw<MalformedInputException>()
            .Which.Malformation.File.Should().StartWith(folder);
    }

    [Fact]
    public void Rows_that_differ_are_found_again_wherever_they_stand_and_however_the_file_begins() =>
        Gen.Select(Gen.Bool.Array[1, 12], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample((isChanged, hasMark, hasTags, hasBlanks, ends) =>
        {
            string FileOf(Func<int, (string, string)[]> cells)
            {
                string tags = string.Join(
                    ',', GedSamples.Columns.Select(column => "#meta+" + column.Replace("_", "", StringComparison.Ordinal)));
                string text = GedSamples.File([.. Enumerable.Range(0, isChanged.Length).Select(row => GedSamples.Row(
                    [("id", $"{row}"), ("source_headline", $"\"Said\", twice,\nof {new string('é', row * 40)}"), .. cells(row)]))]);
                int header = text.IndexOf('\n', StringComparison.Ordinal) + 1;
                text = hasTags ? text.Insert(header, tags + "\n") : text;
                text = hasBlanks ? text.Replace("\n0,", "\n\n\n0,", StringComparison.Ordinal) + "\n" : text;
                return (hasMark ? "\uFEFF" : "") + (ends ? text : text.TrimEnd('\n'));
            }

            string old = Write(FileOf(_ => []));
            string now = Write(FileOf(row => isChanged[row] ? [("source_office", $"Office, {row}")] : []));
            ValueList<Revision> found = PublishedVintages.Compare(old, now, cancellationToken: Stop).Revised;
            found.Select(revision => (revision.Id, revision.Changes.Single().ToString())).Should().Equal(
                Enumerable.Range(0, isChanged.Length).Where(row => isChanged[row])
                    .Select(row => ($"{row}", $"source_office: 'Paper' to 'Office, {row}' (source)")));
            PublishedVintages.Compare(Packed(old), Packed(now), cancellationToken: Stop).Revised
                .Should().Equal(found, "packed files are read whole");
        }, iter: 40);

    [Fact]
    public void Rows_of_ACLED_are_found_again_where_they_stand_but_for_those_that_were_made_one_of_two()
    {
        static string Half(string id, string actor, string notes = "") => AcledSamples.Row(
            ("event_id_cnty", id), ("actor1", actor), ("actor2", ""), ("assoc_actor_2", ""), ("inter2", ""), ("notes", notes));
        string alone = AcledSamples.File(
            Half("SYR1", "IS", "é \"one\",\ntwo"), Half("SYR2", "SDF"), AcledSamples.Row(("event_id_cnty", "SYR3")), Half("SYR4", "IS"));
        byte[] bytes = Encoding.UTF8.GetBytes(alone);
        using var rows = EventRows.Open(new MemoryStream(bytes), new(), notesIds: false);
        for (int id = 1; rows.Next(_ => new Passing()); id++)
        {
            bytes.AsSpan((int)rows.Position).StartsWith(Encoding.UTF8.GetBytes($"SYR{id},")).Should().BeTrue();
        }

        rows.HasPlaces.Should().BeTrue();
        string revised = alone.Replace("SDF,", "SDF!,", StringComparison.Ordinal).Replace("two", "three", StringComparison.Ordinal);
        Compare(alone, revised).Revised.Select(revision => (revision.Id, revision.Changes.Single().Field))
            .Should().Equal(("SYR1", "notes"), ("SYR2", "actor1"));

        string twice = AcledSamples.File(Half("SYR1", "IS"), Half("SYR1", "SDF"), Half("SYR2", "IS"), Half("SYR3", "IS"));
        using var joined = EventRows.Open(new MemoryStream(Encoding.UTF8.GetBytes(twice)), new(), notesIds: false);
        while (joined.Next(_ => new Passing()))
        {
        }

        joined.HasPlaces.Should().BeFalse();
        Compare(twice, twice.Replace("SYR3,", "SYR4,", StringComparison.Ordinal).Replace("SDF", "HTS", StringComparison.Ordinal))
            .Revised.Single().Of("actor2")!.Is.Should().Be("HTS");
    }

    [Fact]
    public void Files_of_two_formats_rows_without_ids_and_a_reading_that_is_stopped_give_no_comparison()
    {
        string ged = Write(GedSamples.File(GedSamples.Row()));
        string acled = Write(AcledSamples.File(AcledSamples.Row()));
        FluentActions.Invoking(() => PublishedVintages.Compare(ged, acled, cancellationToken: Stop))
            .Should().Throw<MalformedInputException>().WithMessage("*ACLED*UCDP GED*");
        string anonymous = Write(Regex.Replace(GedSamples.File(GedSamples.Row()), "(?m)^id,", "nr,"));
        FluentActions.Invoking(() => PublishedVintages.Compare(anonymous, ged, cancellationToken: Stop))
            .Should().Throw<MalformedInputException>().WithMessage("*no id*");
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        FluentActions.Invoking(() => PublishedVintages.Compare(ged, ged, cancellationToken: stopped.Token))
            .Should().Throw<OperationCanceledException>();
    }

    private VintageComparison Compare(string older, string newer, ReadOptions? reading = null) =>
        PublishedVintages.Compare(Write(older), Write(newer), reading: reading, cancellationToken: Stop);

    private sealed class Passing : RowHandler
    {
        protected override void Bind(ColumnSet columns)
        {
        }

        protected override void Handle(Row row)
        {
        }
    }

    private static string Packed(string path)
    {
        using FileStream file = File.Create(path + ".gz");
        using GZipStream gzip = new(file, CompressionLevel.Fastest);
        gzip.Write(File.ReadAllBytes(path));
        return path + ".gz";
    }

    private string Write(string text)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString());
        File.WriteAllText(path, text);
        return path;
    }
}
