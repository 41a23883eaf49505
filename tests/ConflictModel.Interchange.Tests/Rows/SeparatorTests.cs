using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class SeparatorTests
{
    private static readonly string[] Plain =
        [GedSamples.Row(("where_description", "near a, b; c")), GedSamples.Row(("id", "8"), ("latitude", "34.25"), ("best", "12"))];

    private static readonly Incident[] Clean = Read(GedSamples.File(Plain));

    [Theory]
    [InlineData(';', ',')]
    [InlineData(';', '.')]
    [InlineData('\t', ',')]
    [InlineData('\t', '.')]
    public void It_is_found_from_the_header_and_decimal_commas_are_read(char separator, char point)
    {
        Read(Parted(separator, point)).Should().Equal(Clean);
        Read(Parted(separator, point), new() { Separator = separator }).Should().Equal(Clean);
        EventFormats.Detect(Utf8(Parted(separator, point))).Should().Be(EventFormats.UcdpGed);
    }

    [Fact]
    public void A_named_separator_goes_before_the_header_and_another_character_is_misuse()
    {
        Fault(Parted(';', '.'), new() { Separator = ',' }).Code.Should().Be(MalformationCode.Header);
        Action misuse = () => _ = new ReadOptions { Separator = '|' };
        misuse.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("sep=;\n")]
    [InlineData("SEP=;\r\n")]
    [InlineData("\"sep=;\"\n")]
    [InlineData("\uFEFFsep=;\n")]
    public void The_line_that_names_it_is_passed_over_and_counted(string line)
    {
        Read(line + Parted(';', ',')).Should().Equal(Clean);
        Fault(line + Parted(';', ',') + "a;b\n").Line.Should().Be(5);
        EventFormats.Detect(Utf8(line + Parted(';', ','))).Should().Be(EventFormats.UcdpGed);
    }

    [Fact]
    public void The_line_may_name_the_comma_and_names_nothing_else()
    {
        Read("sep=,\n" + GedSamples.File(Plain)).Should().Equal(Clean);
        Fault("sep=|\n" + GedSamples.File(Plain)).Reason.Should().StartWith("The line 'sep=|' names a separator that is none");
    }

    [Fact]
    public void Names_in_quotes_may_hold_the_other_separators()
    {
        string file = Parted(';', ',').Replace("where_description", "\"a,b,c,d\te\"", StringComparison.Ordinal);
        Read(file).Length.Should().Be(2);
        Read(file)[1].Place.Should().Be(Clean[1].Place);
        string tabs = Parted('\t', '.').Replace("where_description", "a, b; c, d; e", StringComparison.Ordinal);
        Read(tabs)[1].Place.Should().Be(Clean[1].Place);
    }

    [Fact]
    public void As_many_semicolons_as_commas_in_a_header_leave_it_to_the_known_names()
    {
        const string Header = "event_date;event_type;actor1;a,b,c,d";
        using var reader = IncidentReader.Open(Utf8(Header + "\n2024-07-03;Battles;X;y\n"));
        reader.Columns.Should().Equal("event_date", "event_type", "actor1", "a,b,c,d");
    }

    [Theory]
    [InlineData("latitude", "1,250", null)]
    [InlineData("best", "12,0", null)]
    [InlineData("best", "12,000000", null)]
    [InlineData("best", "0,000", null)]
    [InlineData("id", "118,0", null)]
    [InlineData("side_a_new_id", "118,0", null)]
    [InlineData("best", "1,250,000", null)]
    [InlineData("best", "1,250", "may be 1 and a fraction or 1250")]
    [InlineData("best", "1,000", "may be 1 or 1000")]
    [InlineData("best", "1.000", "may be 1 or 1000")]
    [InlineData("best", "1.250", "is not a count of people")]
    [InlineData("best", "1.250,0", "is not a count of people")]
    [InlineData("best", "12,5", "is not a count of people")]
    [InlineData("latitude", "34,5,1", "is not a latitude")]
    public void A_number_with_a_comma_is_read_where_it_can_mean_one_thing(string column, string text, string? reason)
    {
        string file = Parted(GedSamples.File(GedSamples.Row((column, text))), ';', ',');
        if (reason is null)
        {
            Read(file).Length.Should().Be(1);
        }
        else
        {
            Malformation fault = Fault(file);
            (fault.Code, fault.Field, fault.Line).Should().Be((MalformationCode.Number, column, 2));
            fault.Reason.Should().Contain(reason);
        }
    }

    [Theory]
    [InlineData("latitude", "34,5")]
    [InlineData("best", "12,0")]
    public void A_decimal_comma_is_refused_where_commas_part_the_cells(string column, string text) =>
        Fault(GedSamples.File(GedSamples.Row((column, text)))).Field.Should().Be(column);

    [Fact]
    public void A_comma_in_text_is_no_decimal_comma()
    {
        string file = GedSamples.File(GedSamples.Row(("where_coordinates", "3,5"), ("conflict_name", "1,250"), ("gwnoa", "2,200")));
        Read(Parted(file, ';', ',')).Should().Equal(Read(file));
    }

    [Theory]
    [InlineData("1,250", 1_250)]
    [InlineData("999,999,999", 999_999_999)]
    [InlineData("12,345", 12_345)]
    public void Digits_in_groups_are_a_count_where_commas_part_the_cells_and_come_back(string text, long count)
    {
        string file = GedSamples.File(GedSamples.Row(("best", text)));
        Read(file)[0].Reports[0].Casualties!.Killed!.Count.Best.Should().Be(count);
        RoundTrip.Cells(file)[1].Should().Equal(SimpleCsv.Read(file)[1]);
    }

    [Fact]
    public void A_line_of_empty_cells_is_a_blank_line_by_every_road()
    {
        string file = Parted(';', ',') + new string(';', GedSamples.Columns.Length - 1) + "\r\n;;;\n";
        Read(file).Should().Equal(Clean);
        using var reader = IncidentReader.Open(Utf8(file));
        reader.AppendTo(new()).Should().Be(new ReadCounts(2, 0));
        PublishedValidator.Validate(Utf8(file)).Counts.Should().Be(new ReadCounts(2, 0));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "found: a, b.")]
    [InlineData("hello\n", "found: hello.")]
    [InlineData("a;b;c\n", "found: a, b, c.")]
    [InlineData("a|b\n", "found: a|b.")]
    [InlineData("1,2,3,4,5,6,7,8,9\n", "found: 1, 2, 3, 4, 5, 6, 7, 8, ... (9 columns).")]
    public void What_is_no_format_is_told_by_its_columns_and_never_called_bad_json(string file, string found)
    {
        Malformation fault = Fault(file);
        (fault.Code, fault.Reason).Should().Be((
            MalformationCode.Header,
            "There are neither columns of UCDP GED, ACLED, UCDP battle-related deaths, UCDP non-state conflict, UCDP one-sided violence or "
            + "UCDP Country-Year data here, nor JSON; " + found));
        Fault(file, new() { Format = EventFormats.UcdpGed }).Reason.Should().Be(
            "There are neither columns of UCDP GED here, nor JSON; " + found);
    }

    private static string Parted(char separator, char point) => Parted(GedSamples.File(Plain), separator, point);

    /// <summary>A file with another separator, and another point in its degrees.</summary>
    private static string Parted(string file, char separator, char point)
    {
        int[] degrees = [Array.IndexOf(GedSamples.Columns, "latitude"), Array.IndexOf(GedSamples.Columns, "longitude")];
        return string.Concat(SimpleCsv.Read(file).Select(row => string.Join(separator, row.Select((cell, index) =>
        {
            string text = degrees.Contains(index) ? cell.Replace('.', point) : cell;
            return text.AsSpan().ContainsAny([separator, '"', '\r', '\n'])
                ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : text;
        })) + "\n"));
    }

    private static Incident[] Read(string file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(Utf8(file), options);
        return [.. reader.Read()];
    }

    private static Malformation Fault(string file, ReadOptions? options = null)
    {
        Action read = () => Read(file, options);
        return read.Should().Throw<MalformedInputException>().Which.Malformation;
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
