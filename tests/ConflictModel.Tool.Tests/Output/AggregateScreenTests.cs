using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>The table of aggregate on screens of several widths.</summary>
public class AggregateScreenTests
{
    private static readonly Measure[] Measures =
    [
        Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.Among(VictimGroup.SecondSide),
        Measure.Killed.Among(VictimGroup.Unknown),
    ];

    private static readonly Lazy<IncidentTable> Syria = new(() => Read(File.OpenRead(RealData.File("ucdp-ged-syria-19.1/ged_syria.csv"))));

    /// <summary>The figures of a row stand at its end, in one table or in two.</summary>
    [Theory]
    [InlineData(60, new[] { 4, 4 })]
    [InlineData(80, new[] { 4, 4 })]
    [InlineData(120, new[] { 8 })]
    [InlineData(null, new[] { 8 })]
    public void Every_figure_of_Syria_by_dyad_and_year_stands_unbroken_in_its_row(int? width, int[] tables)
    {
        AggregateTable table = Of(Syria.Value, true, GroupKey.Dyad, GroupKey.Year);
        string[] lines = Lines(table, width);
        JsonElement[] rows = [.. Json(table).EnumerateArray()];
        rows.Should().HaveCount(188);
        lines.Should().HaveCount(((rows.Length + 2) * tables.Length) + tables.Length - 1);
        for (int i = 0; i < rows.Length; i++)
        {
            string[] said = [.. rows[i].EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number)
                .Take(8).Select(member => member.Value.GetRawText())];
            int taken = 0;
            for (int t = 0; t < tables.Length; t++)
            {
                string[] cells = lines[(t * (rows.Length + 3)) + 2 + i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                (cells[0], cells[^(tables[t] + 1)])
                    .Should().Be((rows[i].GetProperty("dyad").GetString()!, rows[i].GetProperty("year").GetString()!));
                cells[^tables[t]..].Should().Equal(said[taken..(taken + tables[t])]);
                taken += tables[t];
            }
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_screen_whatever_the_keys(int width)
    {
        foreach (GroupKey[] keys in (GroupKey[][])
            [[GroupKey.Dyad, GroupKey.Year], [GroupKey.FirstSide, GroupKey.SecondSide], [GroupKey.Region, GroupKey.Kind, GroupKey.Month],
                [GroupKey.AcledWeek], [GroupKey.Country, GroupKey.RegionAt(RegionKind.Governorate), GroupKey.Dyad, GroupKey.Conflict]])
        {
            Lines(Of(Syria.Value, true, keys), width).Should().OnlyContain(line => ScreenText.WidthOf(line) <= width);
        }
    }

    [Fact]
    public void A_file_or_a_pipe_gets_whole_names_and_a_screen_gets_their_beginnings()
    {
        AggregateTable table = Of(Syria.Value, true, GroupKey.Dyad, GroupKey.Year);
        const string Long = "Government of Israel - Government of Syria";
        Lines(table, null).Should().Contain(line => line.Contains(Long, StringComparison.Ordinal))
            .And.NotContain(line => line.Contains('…'));
        Lines(table, 80).Should().NotContain(line => line.Contains(Long, StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("649    Government of Israel - ", StringComparison.Ordinal) && line.Contains('…'));
    }

    [Fact]
    public void An_Arabic_name_is_cut_by_the_cells_that_it_takes_and_set_apart_from_the_figures()
    {
        const string Name = "قوات سوريا الديمقراطية في دَيْر الزَّوْر وما حولها";
        AggregateTable table = Of(Named(Name), true, GroupKey.FirstSide, GroupKey.Year);
        Lines(table, null)[2].Should().Be($"7       {Name}  2016          1    1     2     3");
        string row = Lines(table, 60)[2];
        row.Should().StartWith("7       \u2068قوات سوريا").And.Contain("…\u2069  2016 ").And.EndWith("    1     2     3");
        ScreenText.WidthOf(row.Replace("\u2068", "").Replace("\u2069", "")).Should().BeLessThanOrEqualTo(60);
    }

    [Fact]
    public void A_name_can_not_command_the_terminal() =>
        Lines(Of(Named("a\u001b[2Jb\nc"), true, GroupKey.FirstSide, GroupKey.Year), 60)[2].Should().Contain(@"a\u001b[2Jb c  2016");

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public void The_figures_that_are_missing_stand_beside_the_sum(int width)
    {
        IncidentTableBuilder builder = new();
        IncidentRow row = new() { Earliest = new(2016, 1, 1), Kind = IncidentKind.ArmedAttack };
        builder.Append(row, Measure.Killed.Is(450, 455, 3000));
        builder.Append(row, Measure.Killed.Is(5, null, 5));
        string[] lines = Lines(Of(builder.ToTable(), true, GroupKey.Kind), width);
        lines[2].Should().StartWith("armed attack").And.Contain(" 455  455 (1 of 2 without)  3005");
    }

    [Fact]
    public void Keys_that_leave_no_room_for_a_figure_become_lines_of_text()
    {
        string[] lines = Lines(Of(Syria.Value, true, GroupKey.Dyad, GroupKey.Year), 30);
        lines.Should().OnlyContain(line => ScreenText.WidthOf(line) <= 30);
        lines[..6].Should().Equal(
            "dyad 478, dyad-name Government", "    of Israel - PIJ, year 2019", "  incidents 1, low 2, best 2,", "    high 2",
            "  civilians 0, side A 0, side", "    B 0, unknown 2");
    }

    [Fact]
    public void Kinds_are_in_words_on_the_screen_and_as_files_have_them_elsewhere()
    {
        AggregateTable table = Of(Syria.Value, false, GroupKey.Kind);
        Lines(table, 80)[2..5].Select(line => line.Split("  ")[0])
            .Should().Equal("non-state conflict", "one-sided violence", "state-based conflict");
        Json(table).EnumerateArray().Select(row => row.GetProperty("kind").GetString())
            .Should().Equal("nonStateConflict", "oneSidedViolence", "stateBasedConflict");
    }

    private static IncidentTable Named(string name)
    {
        IncidentTableBuilder builder = new();
        TableCode<ActorId> code = builder.CodeOf(ActorId.From("x"));
        builder.Call(code, "7", name);
        builder.Append(new() { Earliest = new(2016, 1, 1), FirstSide = code }, Measure.Killed.Is(1, 2, 3));
        return builder.ToTable();
    }

    private static IncidentTable Read(Stream stream)
    {
        IncidentTableBuilder builder = new(GroupKey.Month.Scheme!, GroupKey.Year.Scheme!, GroupKey.AcledWeek.Scheme!);
        using var reader = IncidentReader.Open(stream);
        reader.AppendTo(builder);
        return builder.ToTable();
    }

    private static AggregateTable Of(IncidentTable table, bool names, params GroupKey[] keys) =>
        new(table, table.Query().Sum(Measures).KeepingUnknown().GroupBy(keys).Run(), Measures, names);

    private static string[] Lines(AggregateTable table, int? width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        table.WriteTo(writer, width);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private static JsonElement Json(AggregateTable table)
    {
        using var stream = new MemoryStream();
        table.WriteJson(stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
