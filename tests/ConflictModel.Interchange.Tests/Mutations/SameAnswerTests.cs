using ConflictModel.Aggregation;
using ConflictModel.Interchange.Tests.TallyTables;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Mutations;

/// <summary>
/// Whatever happens to a file on its way (<see cref="Mutation"/>), it says the same: straight into a table, into the model, and by rules.
/// </summary>
public class SameAnswerTests
{
    private const int MostRows = 12;

    // An answer by day has a row for each day from the first to the last: of years that lie this far apart, the years are asked for.
    private const int MostYears = 10;

    private static readonly GroupKey[] Keys =
    [
        GroupKey.Kind, GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Dyad, GroupKey.ActiveYear, GroupKey.Region, GroupKey.Year,
        GroupKey.Month, GroupKey.Day,
    ];

    private static readonly Measure[] Measures =
        [Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.Among(VictimGroup.Unknown)];

    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    [InlineData(PublishedFiles.Sample)]
    public void Rows_of_UCDP_say_the_same_in_every_form(string name)
    {
        List<string[]> cells = PublishedFiles.Cells(PublishedFiles.PathOf(name));
        SameInEveryForm(random => new(cells[0], random.GetItems(Indexes(cells), MostRows).Distinct().Select(row => cells[row])));

        static int[] Indexes(List<string[]> cells) => [.. Enumerable.Range(1, cells.Count - 1)];
    }

    [Fact]
    public void Rows_made_up_for_GED_say_the_same_in_every_form() => SameInEveryForm(random =>
    {
        string[] days = GedSamples.Days(random);
        return new(
            GedSamples.Columns,
            Made(random, number =>
            {
                string day = OneOf(random, days);
                return GedSamples.Row(
                    ("id", $"{number}"),
                    ("date_start", day),
                    ("date_end", GedSamples.EndOf(day)),
                    ("latitude", OneOf(random, "34.5", "34.50", "-34.125", "34")),
                    ("where_coordinates", OneOf(random, "Town", "a, b; c\td", "مدينة", "Près \"de\" Homs")),
                    ("source_headline", OneOf(random, "two\nlines", "3,5", "1,250", "03/07/2024")),
                    ("deaths_civilians", OneOf(random, "", "0", "3", "1250")),
                    ("best", OneOf(random, "", "4", "1000", "1234567")),
                    ("gwnoa", OneOf(random, "652", "", "2,200")));
            }));
    });

    [Fact]
    public void Rows_made_up_for_ACLED_say_the_same_in_every_form() => SameInEveryForm(random => new(
        AcledSamples.Columns,
        Made(random, number => AcledSamples.Row(
            ("event_id_cnty", $"SYR{number}"),
            ("event_date", OneOf(random, "2024-07-03", "2024-02-29", "03 July 2024", "")),
            ("time_precision", OneOf(random, "1", "2", "")),
            ("latitude", OneOf(random, "34.8846", "34", "-0.05")),
            ("assoc_actor_1", OneOf(random, "", "Militia (Pro-Iran); Hezbollah")),
            ("location", OneOf(random, "Sokhneh", "السخنة", "Près, de; Homs")),
            ("notes", OneOf(random, "", "1,250 dead, they say", "#tag", "two\nlines", "sep=;")),
            ("fatalities", OneOf(random, "", "0", "3", "1250"))))));

    [Theory]
    [InlineData("BattleDeaths_v23_1")]
    [InlineData("Nonstate_v23_1")]
    [InlineData("OneSided_v23_1")]
    [InlineData("organizedviolencecy_v25_1")]
    public void Rows_of_yearly_tables_of_UCDP_say_the_same_in_every_form(string name)
    {
        List<string[]> cells = PublishedFiles.Cells(PublishedFiles.PathOf($"ucdp-published-totals/{name}.csv"));
        int[] indexes = [.. Enumerable.Range(1, cells.Count - 1)];
        SameInEveryForm(random => new(cells[0], random.GetItems(indexes, MostRows).Distinct().Select(row => cells[row])));
    }

    [Fact]
    public void Rows_of_a_wide_table_of_tallies_say_the_same_in_every_form() => InEveryForm(
        random => new(
            TallyTableTests.Columns,
            Enumerable.Range(1, random.Next(1, 9)).Select(day => (string[])
            [
                $"2024-01-{day:00}", OneOf(random, "tg", "a, b; c", "مصدر", "#1"), Figure(random), Figure(random), Figure(random), "1",
                Figure(random), "1250",
            ])),
        (clean, mutated, how) =>
        {
            var one = TallyTable.Read(clean.Open(), TallyTableTests.Daily, clean.Options);
            var other = TallyTable.Read(mutated.Open(), TallyTableTests.Daily, mutated.Options);
            other.Dataset.Should().Be(one.Dataset, how);
            other.Counts.Should().Be(one.Counts, how);
            other.UnmappedColumns.Should().Equal(one.UnmappedColumns, how);
            other.Dataset.Validate().Should().Equal(one.Dataset.Validate(), how);
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_by_itself_changes_nothing(string name)
    {
        Mutation mutation = Mutation.All.Single(one => one.Name == name);
        string[] rows = [GedSamples.Row(("best", "1250")), GedSamples.Row(("id", "8"), ("latitude", "-34.25"))];
        MutableFile Clean() => new(GedSamples.Columns, rows.Select(row => SimpleCsv.Read(row)[0]));
        MutableFile mutated = Clean();
        mutation.Apply(mutated, new(1));
        Same(Clean(), mutated, name);
    }

    public static TheoryData<string> Kinds => new(Mutation.All.Select(mutation => mutation.Name));

    private static void SameInEveryForm(Func<Random, MutableFile> make) => InEveryForm(make, Same);

    private static void InEveryForm(Func<Random, MutableFile> make, Action<MutableFile, MutableFile, string> same) => Gen.Int.Sample(
        seed =>
        {
            MutableFile clean = make(new(seed));
            MutableFile mutated = make(new(seed));
            Random random = new(~seed);
            Mutation[] applied = [.. Mutation.All.Where(_ => random.Next(3) == 0)];
            foreach (Mutation mutation in applied)
            {
                mutation.Apply(mutated, random);
            }

            same(clean, mutated, string.Join(" + ", applied.Select(mutation => mutation.Name)));
        },
        iter: 30);

    private static void Same(MutableFile clean, MutableFile mutated, string how)
    {
        Table(mutated).Should().Be(Table(clean), how);
        (ConflictDataset read, ConflictDataset expected) = (Read(mutated, mutated.KeepsCells), Read(clean, mutated.KeepsCells));
        read.Incidents.Should().Equal(expected.Incidents, how);
        read.Tallies.Should().Equal(expected.Tallies, how);
        Findings(mutated).Should().Be(Findings(clean), how);
    }

    private static string Table(MutableFile file)
    {
        using var reader = IncidentReader.Open(file.Open(), file.Options);
        IncidentTableBuilder builder = new();
        reader.AppendTo(builder);
        IncidentTable table = builder.ToTable();
        bool areFarApart = table.Query().GroupBy(GroupKey.Year).Run().Count > MostYears;
        return string.Join(
            '\n',
            Keys.Where(key => !areFarApart || (key != GroupKey.Month && key != GroupKey.Day))
                .Select(key => table.Query().GroupBy(key).Sum(Measures).Run().ToJson()));
    }

    /// <summary>What is read, the kept cells in the order of their names, or without them.</summary>
    private static ConflictDataset Read(MutableFile file, bool withCells)
    {
        Report Plain(Report report) => report with
        {
            Original = !withCells || report.Original is not { } original ? null : original with
            {
                Columns = [.. original.Columns.OrderBy(column => column.Name, StringComparer.Ordinal)],
            },
        };
        using var reader = IncidentReader.Open(file.Open(), file.Options);
        ConflictDataset read = reader.ReadDataset();
        return read with
        {
            Incidents = [.. read.Incidents.Select(incident => incident with { Reports = [.. incident.Reports.Select(Plain)] })],
            Tallies = [.. read.Tallies.Select(tally => tally with { Report = Plain(tally.Report) })],
        };
    }

    /// <summary>
    /// What the rules find and count, without lines, which are those of the file. A repair moves cells as they are written, so that 3.0 in
    /// it is 3.
    /// </summary>
    private static string Findings(MutableFile file)
    {
        var findings = new List<PublishedFinding>();
        PublishedSummary summary = PublishedValidator.Validate(file.Open(), file.Options, findings.Add);
        return string.Join(
            '\n',
            [
                .. findings.Select(finding =>
                    $"{finding.Code} {finding.Id} {finding.Message} {finding.Repair}".Replace(".0,", ",").Replace(".0]", "]")),
                $"{summary.Counts}",
                .. summary.Totals.Select(total => $"{total}"), .. summary.Rules.Select(rule => $"{rule}"),
            ]);
    }

    private static string Figure(Random random) => OneOf(random, "", "0", "3", "1250", "1234567");

    private static IEnumerable<string[]> Made(Random random, Func<int, string> row) =>
        Enumerable.Range(1, random.Next(1, 8)).Select(number => SimpleCsv.Read(row(number))[0]);

    private static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
