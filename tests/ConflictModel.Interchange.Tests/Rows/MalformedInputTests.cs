using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class MalformedInputTests
{
    private static readonly string Good = GedSamples.Row();

    /// <summary>Many rows here are the same row.</summary>
    private static readonly ReadOptions SetAside = new() { SetAsideMalformed = true, Repeated = RepeatedRows.Keep };

    public static TheoryData<string, MalformationCode, string> BadCells => new()
    {
        { "best", MalformationCode.Number, "12a" },
        { "best", MalformationCode.Number, "-4" },
        { "low", MalformationCode.Number, "1.5" },
        { "latitude", MalformationCode.Number, "91" },
        { "longitude", MalformationCode.Number, "east" },
        { "date_start", MalformationCode.Date, "2016-02-30" },
        { "date_end", MalformationCode.Date, "03/01/2016" },
        { "type_of_violence", MalformationCode.UnknownCode, "4" },
        { "where_prec", MalformationCode.UnknownCode, "8" },
        { "event_clarity", MalformationCode.UnknownCode, "0" },
        { "date_prec", MalformationCode.UnknownCode, "6" },
        { "id", MalformationCode.Id, "" },
        { "id", MalformationCode.Id, "a b" },
    };

    [Fact]
    public void A_file_of_more_columns_than_a_sheet_has_is_refused_where_the_first_of_them_stands()
    {
        string more = string.Concat(Enumerable.Range(0, ReadOptions.MaxColumns - 4).Select(number => $",m{number:00000}"));
        string header = "event_id_cnty,event_date,event_type,actor1" + more;
        string row = "\nSYR1,2024-07-03,Battles,X" + new string(',', ReadOptions.MaxColumns - 4);
        Roads.Table(header + row).Query().Run().Total.Incidents.Should().Be(1);
        Roads.Fault(header + ",last" + row + ",").Should().Be(new Malformation
        {
            Code = MalformationCode.TooLong,
            Reason = "The file has 16385 columns; no more than 16384 are read.",
            Line = 1,
            Column = header.Length + 2,
        });
    }

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_cell_that_cannot_be_read_stops_with_its_line_and_column(string column, MalformationCode code, string text)
    {
        string bad = GedSamples.Row(("source_headline", "two\nlines"), (column, text));
        Action read = () => Read(GedSamples.File(Good, bad), new());
        Malformation fault = read.Should().Throw<MalformedInputException>().Which.Malformation;
        (fault.Code, fault.Field).Should().Be((code, column));

        // The place is that of the cell's first byte in the file.
        string[] lines = GedSamples.File(Good, bad).Split('\n');
        fault.Line.Should().Be(Array.IndexOf(GedSamples.Columns, column) > Array.IndexOf(GedSamples.Columns, "source_headline") ? 4 : 3);
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(lines[fault.Line - 1]).AsSpan((int)fault.Column - 1))
            .Should().StartWith(GedSamples.Cell(text) + ",");
    }

    [Theory]
    [MemberData(nameof(BadCells))]
    public void Set_aside_it_costs_one_row_and_the_counts_add_up(string column, MalformationCode code, string text)
    {
        var rejected = new List<RejectedRow>();
        string bad = GedSamples.Row((column, text));
        (List<Incident> incidents, ReadCounts counts) = Read(
            GedSamples.File(Good, bad, Good), SetAside with { OnRejected = rejected.Add });
        counts.Should().Be(new ReadCounts(2, 1));
        counts.Read.Should().Be(3);
        incidents.Count.Should().Be(2);
        rejected.Single().Malformation.Code.Should().Be(code);
        rejected.Single().Text.Should().Be(bad);
    }

    [Theory]
    [InlineData("7,1", 1, 2)]
    [InlineData("1,2,3", 3, 1)]
    public void A_row_of_another_length_is_malformed(string row, int kept, int setAside)
    {
        string file = setAside == 2 ? GedSamples.File(Good, row, row) : GedSamples.File(Good, row, Good, Good);
        Read(file, SetAside).Counts.Should().Be(new ReadCounts(kept, setAside));
    }

    [Fact]
    public void A_truncated_last_row_is_malformed()
    {
        string file = GedSamples.File(Good, Good);
        string cut = file[..(file.Length - Good.Length / 2)];
        Action read = () => Read(cut, new());
        read.Should().Throw<MalformedInputException>().Which.Malformation.Should().Match<Malformation>(
            fault => fault.Code == MalformationCode.ColumnCount && fault.Line == 3);
    }

    [Fact]
    public void A_quote_that_never_closes_costs_one_row_and_not_the_rest_of_the_file()
    {
        string bad = Good.Replace("near a town", "\"near a town", StringComparison.Ordinal);
        var rejected = new List<RejectedRow>();
        (List<Incident> incidents, ReadCounts counts) = Read(
            GedSamples.File(Good, bad, Good, Good), SetAside with { OnRejected = rejected.Add });
        counts.Should().Be(new ReadCounts(3, 1));
        incidents.Count.Should().Be(3);
        rejected.Single().Malformation.Should().Match<Malformation>(fault => fault.Code == MalformationCode.Quoting && fault.Line == 3);
        rejected.Single().Text.Should().Be(bad);
    }

    [Fact]
    public void A_quote_that_never_closes_in_a_long_file_costs_one_row_as_well()
    {
        string bad = Good.Replace("near a town", "\"near a town", StringComparison.Ordinal);
        string[] rows = [Good, bad, .. Enumerable.Repeat(GedSamples.Row(("source_article", "none")), 3_000)];
        (_, ReadCounts counts) = Read(GedSamples.File(rows), SetAside with { MaxRowBytes = 1 << 17 });
        counts.Should().Be(new ReadCounts(3_001, 1));
    }

    [Fact]
    public void A_field_of_a_hundred_megabytes_is_set_aside_without_being_held()
    {
        string long1 = GedSamples.Row(("source_article", new string('x', 1_000)));
        using var file = new RepeatedStream(GedSamples.File(Good), long1, 'x', 100_000_000, "\n" + Good + "\n");
        var rejected = new List<RejectedRow>();
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = IncidentReader.Open(file, SetAside with { OnRejected = rejected.Add });
        int read = reader.Read().Count();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(60_000_000);
        read.Should().Be(2);
        reader.Counts.Should().Be(new ReadCounts(2, 1));
        rejected.Single().Malformation.Should().Match<Malformation>(fault => fault.Code == MalformationCode.TooLong && fault.Line == 3);
        rejected.Single().Truncated.Should().BeTrue();
    }

    [Fact]
    public void A_cell_that_is_no_UTF8_is_set_aside_with_its_place()
    {
        byte[] file = Encoding.UTF8.GetBytes(GedSamples.File(Good, Good.Replace("Town", "T?wn", StringComparison.Ordinal), Good));
        file[Array.IndexOf(file, (byte)'?')] = 0xF6;
        using var reader = IncidentReader.Open(new MemoryStream(file), SetAside with { OnRejected = row =>
        {
            (row.Malformation.Code, row.Malformation.Field, row.Malformation.Line)
                .Should().Be((MalformationCode.Encoding, "where_coordinates", 3));
            row.Text.Should().Contain("T\uFFFDwn");
        } });
        reader.Read().Count().Should().Be(2);
        reader.Counts.Should().Be(new ReadCounts(2, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("id,type_of_violence,best,date_start,id\n")]
    public void A_file_of_no_known_columns_is_refused(string text)
    {
        Action open = () => IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        open.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.Header);
    }

    [Fact]
    public void The_reject_file_holds_place_reason_and_row()
    {
        using var stream = new MemoryStream();
        using (var rejects = new RejectFile(stream))
        {
            Read(GedSamples.File(Good, GedSamples.Row(("best", "x"))), SetAside with { OnRejected = rejects.Write });
        }

        List<string[]> rows = SimpleCsv.Read(Encoding.UTF8.GetString(stream.ToArray()));
        rows[0].Should().Equal("line", "column", "code", "field", "reason", "text", "file");
        rows[1][0].Should().Be("3");
        rows[1][2..4].Should().Equal("number", "best");
        rows[1][5].Should().Be(GedSamples.Row(("best", "x")));
    }

    private static (List<Incident> Incidents, ReadCounts Counts) Read(string file, ReadOptions options)
    {
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)), options);
        List<Incident> incidents = [.. reader.Read()];
        return (incidents, reader.Counts);
    }
}
