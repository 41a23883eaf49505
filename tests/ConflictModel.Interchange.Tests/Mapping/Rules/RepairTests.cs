using System.Text;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Mapping.Rules;

public class RepairTests
{
    private static readonly string[] GedRules = [.. EventFormats.UcdpGed.Repairs.Select(rule => rule.Code)];

    [Fact]
    public void Swapping_low_and_high_mends_56_of_58_rows_of_Syria_and_changes_no_other_cell()
    {
        string path = PublishedFiles.PathOf(PublishedFiles.Syria);
        (byte[] repaired, List<PublishedFinding> repairs, PublishedSummary before) = Repair(File.ReadAllBytes(path), "ged-low-high");
        (before.Of("ged-low-high")!.Found, repairs.Count).Should().Be((58, 56));
        PublishedSummary after = PublishedValidator.Validate(new MemoryStream(repaired));
        (after.Of("ged-low-high")!.Found, after.Of("ged-range")!.Found).Should().Be((2, 101 - 56));
        List<string[]> was = PublishedFiles.Cells(path);
        List<string[]> cells = SimpleCsv.Read(Encoding.UTF8.GetString(repaired));
        HashSet<(string Id, string Column)> changed = [.. repairs.SelectMany(r => r.Repair.Select(change => (r.Id, change.Column)))];
        cells.Count.Should().Be(was.Count);
        for (int i = 0; i < was.Count; i++)
        {
            for (int j = 0; j < was[i].Length; j++)
            {
                (cells[i][j] == was[i][j]).Should().Be(!changed.Contains((was[i][0], was[0][j])));
            }
        }
    }

    [Fact]
    public void A_file_of_a_spreadsheet_comes_back_in_plain_form_with_its_tags()
    {
        byte[] file = Encoding.UTF8.GetBytes(
            "event_id_cnty;event_date;event_type;actor1;latitude;longitude;fatalities\n#event+id;#date;;#group;#geo+lat;#geo+lon;\n"
            + "SYR1;03/07/2024;Battles; X;35,5;38,25;3\nSYR2;2024-07-04;Battles;Y, of Z;36,25;38;2\n");
        using var repaired = new MemoryStream();
        List<PublishedFinding> repairs = [];
        PublishedRepairer.Repair(
            new MemoryStream(file), repaired, ["acled-trim"], new() { Dates = NumericDates.DayFirst }, repairs.Add);
        repairs.Should().ContainSingle().Which.Line.Should().Be(3);
        Encoding.UTF8.GetString(repaired.ToArray()).Should().Be(
            "event_id_cnty,event_date,event_type,actor1,latitude,longitude,fatalities\n#event+id,#date,,#group,#geo+lat,#geo+lon,\n"
            + "SYR1,2024-07-03,Battles,X,35.5,38.25,3\nSYR2,2024-07-04,Battles,\"Y, of Z\",36.25,38,2\n");
    }

    [Theory]
    [InlineData("ged-early")]
    [InlineData("ged-sum")]
    [InlineData("ged-dates")]
    public void A_rule_that_finds_nothing_changes_nothing(string rule)
    {
        byte[] file = Encoding.UTF8.GetBytes(GedSamples.File(GedSamples.Row(), GedSamples.Row(("id", "8"), ("low", "9"))));
        (byte[] repaired, List<PublishedFinding> repairs, _) = Repair(file, rule);
        repairs.Should().BeEmpty();
        repaired.Should().Equal(file);
    }

    [Fact]
    public void A_clean_file_is_unchanged_by_all_rules()
    {
        string quoted = GedSamples.Row(("id", "8"), ("where_description", "a \"b\",\nc"));
        byte[] file = Encoding.UTF8.GetBytes(GedSamples.File(GedSamples.Row(), quoted));
        (byte[] repaired, List<PublishedFinding> repairs, _) = Repair(file, GedRules);
        repairs.Should().BeEmpty();
        repaired.Should().Equal(file);
    }

    [Theory]
    [InlineData("ged-low-high", "low 6,high 3", "low 3,high 6", "best 4")]
    [InlineData("ged-range", "low 5", "low 4", "high 6")]
    [InlineData("ged-sum", "best 5", "best 4", "high 6")]
    [InlineData("ged-dates", "date_end 2016-01-01", "date_start 2016-01-01,date_end 2016-01-03", "date_prec 2")]
    [InlineData("ged-date-span", "date_prec 4", "date_prec 1", "year 2016")]
    [InlineData("ged-grid", "priogrid_gid 1", "priogrid_gid 179717", "year 2016")]
    [InlineData("ged-dyad-name", "dyad_name a-b", "dyad_name Government of X - IS", "year 2016")]
    [InlineData("ged-early", "date_start 0016-01-03", "date_start 2016-01-03", "date_end 2016-01-03")]
    [InlineData("ged-trim", "adm_1  Homs Governorate\u00a0", "adm_1 Homs Governorate", "adm_2 Tadmor district")]
    public void A_row_is_repaired_by_the_rule_that_is_asked_for(string rule, string changed, string expected, string kept)
    {
        (string Column, string Text)[] Cells(string list) =>
            [.. list.Split(',').Select(cell => cell.Split(' ', 2)).Select(cell => (cell[0], cell[1]))];
        (string, string)[] also = rule == "ged-dates" ? [("date_prec", "2")] : [];
        byte[] file = Encoding.UTF8.GetBytes(GedSamples.File(GedSamples.Row([.. Cells(changed), .. also])));
        (byte[] repaired, List<PublishedFinding> repairs, _) = Repair(file, rule);
        List<string[]> rows = SimpleCsv.Read(Encoding.UTF8.GetString(repaired));
        foreach ((string column, string text) in Cells(expected).Concat(Cells(kept)))
        {
            rows[1][Array.IndexOf(rows[0], column)].Should().Be(text, column);
        }

        PublishedFinding repair = repairs.Should().ContainSingle().Which;
        (repair.Code, repair.Line, repair.Id).Should().Be((rule, 2L, "7"));
        PublishedValidator.Validate(new MemoryStream(repaired)).Of(rule)!.Found.Should().Be(0);
        string[] others = [.. GedRules.Except([rule, "ged-range", "ged-low-high"])];
        Repair(file, others).Repaired.Should().Equal(file, "no other rule was asked");
    }

    [Fact]
    public void A_repair_that_would_break_another_rule_is_not_applied()
    {
        byte[] file = Encoding.UTF8.GetBytes(GedSamples.File(GedSamples.Row(("deaths_civilians", "90"))));
        (byte[] repaired, List<PublishedFinding> repairs, PublishedSummary before) = Repair(file, "ged-sum");
        (before.Of("ged-sum")!.Repairable, repairs.Count).Should().Be((1, 0), "best 94 would lie above high 6");
        repaired.Should().Equal(file);
    }

    [Theory]
    [InlineData("0025-07-03", "2025", "2025-07-03")]
    [InlineData("0025-07-03", "2025.0", "2025-07-03")]
    [InlineData("03 July 0025", "2025", "03 July 2025")]
    [InlineData("0024-02-29", "2025", null)]
    [InlineData("0025-07-03", "", null)]
    [InlineData("0025-07-03", "25", null)]
    [InlineData("2024-07-03", "2025", null)]
    public void A_slip_of_the_year_is_mended_from_the_column_of_years(string date, string year, string? mended)
    {
        string file = "event_id_cnty,event_date,year,event_type,actor1,fatalities\n"
            + $"A1,{date},{year},Battles,a,3\nA2,2025-07-04,2025,Battles,a,5\n";
        (byte[] repaired, List<PublishedFinding> repairs, _) = Repair(Encoding.UTF8.GetBytes(file), "acled-early");
        Encoding.UTF8.GetString(repaired).Should().Be(file.Replace(date, mended ?? date, StringComparison.Ordinal));
        repairs.SelectMany(repair => repair.Repair).Should().Equal(mended is null ? [] : [new CellChange("event_date", date, mended)]);
    }

    [Fact]
    public void A_day_before_1900_is_counted_by_every_reader()
    {
        const string File = "event_id_cnty,event_date,event_type,actor1\nA1,0025-07-03,Battles,a\nA2,2025-07-04,Battles,a\n";
        Stream Stream() => new MemoryStream(Encoding.UTF8.GetBytes(File));
        using var reader = IncidentReader.Open(Stream());
        _ = reader.Read().Count();
        reader.Counts.Should().Be(new ReadCounts(2, 0) { Early = 1 });
        using var appending = IncidentReader.Open(Stream());
        appending.AppendTo(new()).Early.Should().Be(1);
        PublishedValidator.Validate(Stream()).Counts.Early.Should().Be(1);
    }

    [Theory]
    [InlineData("ged-source-count")]
    [InlineData("acled-early")]
    [InlineData("")]
    public void A_rule_that_repairs_nothing_is_refused_with_the_list_of_those_that_do(string rule)
    {
        Action repair = () => Repair(Encoding.UTF8.GetBytes(GedSamples.File(GedSamples.Row())), rule);
        repair.Should().Throw<ArgumentException>().WithMessage(
            $"'{rule}' is not a rule by which UCDP GED is repaired; those are ged-sum, ged-range, ged-low-high, ged-dates, ged-early, "
            + "ged-date-span, ged-grid, ged-dyad-name, ged-trim.*");
    }

    [Fact]
    public void JSON_is_not_repaired()
    {
        Action repair = () => Repair("""[{"id":1,"type_of_violence":1,"best":2,"date_start":"2016-01-01"}]"""u8.ToArray(), "ged-sum");
        repair.Should().Throw<MalformedInputException>()
            .Which.Malformation.Reason.Should().Be("Only a CSV file is repaired, and this is JSON.");
    }

    [Fact]
    public void The_list_of_changes_has_a_row_for_each_cell()
    {
        using var stream = new MemoryStream();
        using (var file = new RepairFile(stream, neutraliseFormulas: true))
        {
            string rows = GedSamples.File(GedSamples.Row(("low", "6"), ("high", "3")), GedSamples.Row(("id", "8"), ("adm_1", " =1")));
            Repair(Encoding.UTF8.GetBytes(rows), ["ged-low-high", "ged-trim"], file.Write);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(
            "line,id,column,was,is,rule\n2,7,low,6,3,ged-low-high\n2,7,high,3,6,ged-low-high\n3,8,adm_1, =1,'=1,ged-trim\n");
    }

    /// <summary>Real rows, damaged in several ways at once.</summary>
    [Fact]
    public void After_a_repair_nothing_of_it_is_found_and_nothing_new()
    {
        List<string[]> cells = PublishedFiles.Cells(PublishedFiles.PathOf(PublishedFiles.Syria));
        string[] columns = cells[0];
        string[] damaged =
            ["low", "high", "best", "date_start", "date_end", "date_prec", "priogrid_gid", "dyad_name", "adm_1", "year", "deaths_a"];
        Gen.Select(Gen.Int[1, cells.Count - 1].Array[1, 8], Gen.Int, Gen.Int[1, (1 << GedRules.Length) - 1]).Sample(
            (picked, seed, rules) =>
            {
                var random = new Random(seed);
                string[][] rows = [.. picked.Distinct().Select(i => (string[])cells[i].Clone())];
                foreach (string[] row in rows)
                {
                    for (int hits = random.Next(4); hits > 0; hits--)
                    {
                        int at = Array.IndexOf(columns, damaged[random.Next(damaged.Length)]);
                        row[at] = random.Next(4) switch
                        {
                            0 => " " + row[at],
                            1 => row[at].Replace("201", "001", StringComparison.Ordinal),
                            2 => row[random.Next(2) == 0 ? Array.IndexOf(columns, "high") : Array.IndexOf(columns, "date_start")],
                            _ => row[at] + "1",
                        };
                    }
                }

                byte[] file = Encoding.UTF8.GetBytes(string.Concat(
                    rows.Prepend(columns).Select(row => string.Join(',', row.Select(GedSamples.Cell)) + "\n")));
                string[] asked = [.. GedRules.Where((_, i) => (rules >> i & 1) == 1)];
                var options = new ReadOptions { Format = EventFormats.UcdpGed, SetAsideMalformed = true };
                (byte[] repaired, List<PublishedFinding> repairs, _) = Repair(file, asked, options: options);
                HashSet<(string, string)> before = Found(file, options);
                HashSet<(string, string)> after = Found(repaired, options);
                after.Should().BeSubsetOf(before);
                after.Should().NotIntersectWith(repairs.Select(repair => (repair.Id, repair.Code)));
                repairs.Select(repair => repair.Code).Should().BeSubsetOf(asked);
                Repair(repaired, asked, options: options).Repaired.Should().Equal(repaired, "a repaired file has nothing more to repair");
            },
            iter: 300);
    }

    private static HashSet<(string Id, string Code)> Found(byte[] file, ReadOptions options)
    {
        var found = new HashSet<(string, string)>();
        PublishedValidator.Validate(new MemoryStream(file), options, finding =>
        {
            if (finding.Severity != Severity.Information || finding.Code == "ged-trim")
            {
                found.Add((finding.Id, finding.Code));
            }
        });
        return found;
    }

    private static (byte[] Repaired, List<PublishedFinding> Repairs, PublishedSummary Before) Repair(byte[] file, params string[] rules) =>
        Repair(file, rules, null);

    private static (byte[] Repaired, List<PublishedFinding> Repairs, PublishedSummary Before) Repair(
        byte[] file, string[] rules, Action<PublishedFinding>? onRepair = null, ReadOptions? options = null)
    {
        using var output = new MemoryStream();
        var repairs = new List<PublishedFinding>();
        PublishedSummary before = PublishedRepairer.Repair(new MemoryStream(file), output, rules, options, finding =>
        {
            repairs.Add(finding);
            onRepair?.Invoke(finding);
        });
        return (output.ToArray(), repairs, before);
    }
}
