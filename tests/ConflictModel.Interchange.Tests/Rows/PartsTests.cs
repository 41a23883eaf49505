using System.Text;
using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>A file that several threads read by parts says what its stream says, which is read row by row.</summary>
public sealed class PartsTests : IDisposable
{
    // An answer by day has a row for each day from the first to the last: of years that lie this far apart, the years are asked for.
    private const int MostYears = 100;

    private static readonly GroupKey[] Keys =
    [
        GroupKey.Kind, GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Dyad, GroupKey.Conflict, GroupKey.ActiveYear, GroupKey.Region,
        GroupKey.Source, GroupKey.Year, GroupKey.Day,
    ];

    private static readonly Measure[] Measures =
        [Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.Among(VictimGroup.Unknown)];

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;
    private int files;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    [InlineData(PublishedFiles.Sample)]
    public void A_published_file_says_the_same_by_parts(string name)
    {
        byte[] text = File.ReadAllBytes(PublishedFiles.PathOf(name));
        ByParts(text, 1 << 16, out bool byParts).Should().Be(RowByRow(text));
        byParts.Should().BeTrue();
    }

    [Fact]
    public void Plain_rows_say_the_same_by_parts_wherever_these_are_cut() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            byte[] text = Encoding.UTF8.GetBytes(GedSamples.File(PlainRows(random)));
            ByParts(text, random.Next(1000, 5000), out bool byParts).Should().Be(RowByRow(text));
            byParts.Should().BeTrue();
        },
        iter: 5);

    [Fact]
    public void Parts_of_one_row_say_the_same()
    {
        byte[] text = Numbered(60);
        string told = ByParts(text, GedSamples.Row(("id", "10")).Length + 1, out bool byParts);
        told.Should().Be(RowByRow(text)).And.Contain("source (ucdp-ged, UCDP Georeferenced Event Dataset) Sums { Incidents = 60,");
        byParts.Should().BeTrue();
    }

    /// <summary>Each cell that is looked at row by row is looked at by parts too, whoever needs it.</summary>
    [Theory]
    [InlineData("date_start", "2016-02-30")]
    [InlineData("date_end", "soon")]
    [InlineData("date_prec", "6")]
    [InlineData("type_of_violence", "4")]
    [InlineData("where_prec", "8")]
    [InlineData("latitude", "90.5")]
    [InlineData("longitude", "east")]
    [InlineData("event_clarity", "3")]
    [InlineData("deaths_a", "-1")]
    [InlineData("deaths_b", "1.5")]
    [InlineData("deaths_civilians", "some")]
    [InlineData("deaths_unknown", "1e-5")]
    [InlineData("low", "12:")]
    [InlineData("best", "9999999999999")]
    [InlineData("high", "/")]
    public void A_cell_that_is_wrong_is_told_by_parts(string column, string cell)
    {
        List<string> rows = [.. Enumerable.Range(1, 60).Select(number => GedSamples.Row(("id", $"{number}")))];
        rows[40] = GedSamples.Row(("id", "41"), (column, cell));
        byte[] text = Encoding.UTF8.GetBytes(GedSamples.File([.. rows]));
        ByParts(text, 3000, out bool byParts, setsAside: true).Should().Be(RowByRow(text, setsAside: true)).And.Contain("line 42, column");
        byParts.Should().BeTrue();
    }

    /// <summary>What is read for one key is what is read of it for all, by parts and row by row.</summary>
    [Fact]
    public void A_table_for_one_key_says_of_it_what_the_whole_table_says() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            byte[] text = Encoding.UTF8.GetBytes(GedSamples.File(PlainRows(random)));
            string path = Path.Combine(folder, FormattableString.Invariant($"rows{Interlocked.Increment(ref files)}.csv"));
            File.WriteAllBytes(path, text);
            foreach (GroupKey key in Keys)
            {
                string whole = Answer(new MemoryStream(text), null, key, out _);
                Answer(new MemoryStream(text), [key], key, out _).Should().Be(whole);
                Answer(TextInput.OpenFile(path), [key], key, out bool byParts).Should().Be(whole);
                byParts.Should().BeTrue();
            }
        },
        iter: 3);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void A_byte_order_mark_and_either_end_of_line_are_read_by_parts(string newLine)
    {
        string file = Encoding.UTF8.GetString(Numbered(60));
        byte[] text = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(file.ReplaceLineEndings(newLine))];
        ByParts(text, 3000, out bool byParts).Should().Be(RowByRow(text));
        byParts.Should().BeTrue();
        ByParts(text[..^newLine.Length], 3000, out byParts).Should().Be(RowByRow(text));
        byParts.Should().BeTrue();
    }

    /// <summary>What an odd row is, and that it stops the reading or is set aside at its place, is the same.</summary>
    [Fact]
    public void An_odd_row_is_told_as_it_is_row_by_row() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            List<string> rows = [.. PlainRows(random)];
            rows.Insert(random.Next(rows.Count), random.GetItems(
                [
                    GedSamples.Row(("best", "many")), GedSamples.Row(("date_start", "03/07/2024")), GedSamples.Row() + ",more", "a,b", "",
                    new string(',', GedSamples.Columns.Length - 1), GedSamples.Row().Replace("Town", "To\"wn"), "\"open", "\rlone",
                    GedSamples.Row(("where_coordinates", new string('x', 7000))), GedSamples.Row(("id", "17")),
                ],
                1)[0]);
            byte[] text = Encoding.UTF8.GetBytes(GedSamples.File([.. rows]));
            int part = random.Next(1000, 5000);
            foreach (bool setsAside in (bool[])[true, false])
            {
                ByParts(text, part, out _, setsAside).Should().Be(RowByRow(text, setsAside));
            }
        },
        iter: 10);

    [Fact]
    public void Bytes_that_are_no_text_are_told_as_they_are_row_by_row()
    {
        byte[] text = Numbered(60);
        text[text.AsSpan().LastIndexOf("Town"u8)] = 0xFF;
        ByParts(text, 3000, out bool byParts, setsAside: true).Should().Be(RowByRow(text, setsAside: true)).And.Contain("is not UTF-8");
        byParts.Should().BeTrue();
    }

    [Fact]
    public void Progress_ends_with_the_file_and_is_told_on_the_thread_that_reads()
    {
        byte[] text = Numbered(200);
        string path = Path.Combine(folder, "progress.csv");
        File.WriteAllBytes(path, text);
        var told = new List<(long Position, int Thread)>();
        using var reader = IncidentReader.Open(
            path, new() { PartBytes = 3000, OnProgress = position => told.Add((position, Environment.CurrentManagedThreadId)) });
        reader.AppendTo(new());
        told.Select(one => one.Thread).Distinct().Should().Equal(Environment.CurrentManagedThreadId);
        told.Select(one => one.Position).Should().BeInAscendingOrder();
        told[^1].Position.Should().Be(text.Length);
        reader.Position.Should().Be(text.Length);
    }

    private static string Answer(Stream file, ValueList<GroupKey>? keys, GroupKey key, out bool byParts)
    {
        using var reader = IncidentReader.Open(file, new() { PartBytes = 3000 });
        IncidentTableBuilder builder = new() { Keys = keys };
        reader.AppendTo(builder);
        byParts = reader.ReadByParts > 0;
        IncidentTable table = builder.ToTable();
        Aggregate answer = table.Query().GroupBy(key).Sum(Measures).KeepingUnknown().Run();
        return answer.ToJson() + string.Join('\n', answer.Select(row => table.NamesOf(row, key)));
    }

    private static byte[] Numbered(int rows) => Encoding.UTF8.GetBytes(
        GedSamples.File([.. Enumerable.Range(1, rows).Select(number => GedSamples.Row(("id", $"{number}")))]));

    private static string[] PlainRows(Random random)
    {
        string[] days = GedSamples.Days(random);
        return [.. Enumerable.Range(1, 60).Select(number => PlainRow(random, number, OneOf(random, days)))];
    }

    private static string PlainRow(Random random, int number, string day) => GedSamples.Row(
        ("id", $"{number}"),
        ("dyad_new_id", OneOf(random, "5", "6", "7.0", "")),
        ("side_a", OneOf(random, "Government of X", "Y, Z", "A \"quoted\" name")),
        ("side_b_new_id", OneOf(random, "234", "", "77")),
        ("side_b", OneOf(random, "IS", "One, Government of X", "Two")),
        ("date_start", day),
        ("date_end", GedSamples.EndOf(day)),
        ("where_coordinates", OneOf(random, "Town", "a, b; c\td", "مدينة", "Près \"de\" Homs")),
        ("adm_1", OneOf(random, "Homs Governorate", "", "NA")),
        ("adm_2", OneOf(random, "Tadmor district", "")),
        ("source_headline", OneOf(random, "two\nlines", "\r\n\"", "1,250", "03/07/2024")),
        ("deaths_civilians", OneOf(random, "", "0", "3", "1250")),
        ("best", OneOf(random, "", "4", "1e+05", "1234567")));

    private static string OneOf(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static string RowByRow(byte[] text, bool setsAside = false) => Told(new MemoryStream(text), setsAside, 1, out _);

    private string ByParts(byte[] text, int partBytes, out bool byParts, bool setsAside = false)
    {
        string path = Path.Combine(folder, FormattableString.Invariant($"rows{Interlocked.Increment(ref files)}.csv"));
        File.WriteAllBytes(path, text);
        string told = Told(TextInput.OpenFile(path), setsAside, partBytes, out long rows);
        byParts = rows > 0;
        return told;
    }

    /// <summary>
    /// All that reading tells: the table in the order of its codes, what is called how, what was set aside, what was thrown.
    /// </summary>
    private static string Told(Stream file, bool setsAside, int partBytes, out long byParts)
    {
        var told = new StringBuilder();
        ReadOptions options = new()
        {
            SetAsideMalformed = setsAside,
            OnRejected = row => told.AppendLine($"{row}"),
            PartBytes = partBytes,
            Repeated = RepeatedRows.Newest,
        };
        using var reader = IncidentReader.Open(file, options);
        IncidentTableBuilder builder = new();
        try
        {
            told.AppendLine($"{reader.AppendTo(builder)}");
        }
        catch (MalformedInputException error)
        {
            told.AppendLine($"{error.Malformation}");
        }

        byParts = reader.ReadByParts;
        told.AppendLine($"{reader.Glossary.Actors}").AppendLine($"{reader.Glossary.Regions}").AppendLine($"{builder.IncidentCount}");
        IncidentTable table = builder.ToTable();
        bool areFarApart = table.Query().GroupBy(GroupKey.Year).Run().Count > MostYears;
        foreach (GroupKey key in Keys.Where(key => !areFarApart || key != GroupKey.Day))
        {
            foreach (AggregateRow row in table.Query().GroupBy(key).Sum(Measures).KeepingUnknown().Run())
            {
                told.AppendLine($"{key} {table.NamesOf(row, key)} {string.Join(' ', Measures.Select(measure => row.Of(measure)))}");
            }
        }

        return told.ToString();
    }
}
