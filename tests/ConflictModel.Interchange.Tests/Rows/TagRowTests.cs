using System.Text;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>HDX puts a row of HXL tags below the header.</summary>
public class TagRowTests
{
    private const string Names = "event_id_cnty,event_date,event_type,actor1,fatalities";
    private const string Tags = "#event+id,#date + occurred,,#group+name+first,#affected+killed";
    private const string Rows = "SYR1,2024-07-03,Battles,X,3\nSYR2,2024-07-04,Battles,X,5\n";

    private static readonly Incident[] Clean = Read($"{Names}\n{Rows}");

    [Theory]
    [InlineData($"{Names}\n{Tags}\n{Rows}", 2)]
    [InlineData($"{Names}\nId of the event,Day,Type,First actor,Dead\n{Tags}\n{Rows}", 2)]
    [InlineData($"Events of Syria,,,,\nfrom HDX\n{Names}\n{Tags}\n{Rows}", 2)]
    [InlineData($"Events\n{Names}\nId,Day,Type,Actor,Dead\nof the event,,,,\n{Tags}\n{Rows}", 2)]
    [InlineData($"{Names}\nthe 1st,on the 2nd,3rd,4th,5 or 6\n{Tags}\n{Rows}", 2)]
    [InlineData($"{Tags}\n{Names}\n{Rows}", 2)]
    [InlineData($"{Names}\n{Rows}{Tags}\n", 2)]
    [InlineData($"{Names}\n{Rows}{Tags}\nSYR3,2024-07-05,Battles,X,1\n", 3)]
    [InlineData($"\n{Names}\n\n{Tags}\n\n{Rows}", 2)]
    public void A_row_of_tags_is_known_and_no_event_by_every_road(string file, int events)
    {
        Read(file)[..2].Should().Equal(Clean);
        Read(file).Length.Should().Be(events);
        using var reader = IncidentReader.Open(Utf8(file));
        reader.AppendTo(new()).Should().Be(new ReadCounts(events, 0));
        reader.Tags.Should().Equal(Tags.Split(','));
        PublishedValidator.Validate(Utf8(file)).Counts.Should().Be(new ReadCounts(events, 0));
        EventFormats.Detect(Utf8(file)).Should().Be(EventFormats.Acled);
    }

    [Fact]
    public void Below_no_header_it_is_known_where_the_format_is_known_by_its_rows()
    {
        string tags = string.Join(',', GedSamples.Columns.Select((_, index) => index == 0 ? "#event+code" : ""));
        Read($"{tags}\n{GedSamples.Row()}\n").Should().Equal(Read(GedSamples.File(GedSamples.Row())));
    }

    [Fact]
    public void It_is_written_back_below_the_header()
    {
        string file = $"{Names}\n{Tags}\n{Rows}";
        using var reader = IncidentReader.Open(Utf8(file));
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(
            stream, EventFormats.Acled, reader.Glossary, new() { Columns = reader.Columns, Tags = reader.Tags }))
        {
            writer.Write(reader.Read());
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(file);
    }

    [Fact]
    public void It_survives_a_data_set_and_its_JSON()
    {
        string file = $"{Names}\n{Tags}\n{Rows}";
        Written(DatasetJson.Read(DatasetJson.Write(DatasetOf(file)))).Should().Be(file);
        Written(DatasetOf($"{Names}\n{Rows}")).Should().Be($"{Names}\n{Rows}");
    }

    [Fact]
    public void Files_of_several_shapes_are_written_with_the_tags_of_all()
    {
        Glossary glossary = new();
        _ = DatasetOf($"{Names}\n{Rows}", glossary);
        _ = DatasetOf($"{Names}\n{Tags}\n{Rows}", glossary);
        ConflictDataset all = DatasetOf($"location,Event_Date,event_type,actor1,event_id_cnty\n#loc,#other,,,\n", glossary);
        Written(all).Should().Be($"{Names},location\n{Tags},#loc\n");
    }

    [Theory]
    [InlineData("#event+id", "#event+id,,,,")]
    [InlineData("#event+id,,,,,#more", "#event+id,,,,")]
    [InlineData(",,,,,#more", null)]
    [InlineData("no tag", null)]
    [InlineData(",", null)]
    public void What_a_data_set_says_of_tags_never_makes_a_row_that_is_no_row_of_tags(string tags, string? row)
    {
        ConflictDataset dataset = DatasetOf($"{Names}\n{Tags}\n{Rows}");
        dataset = dataset with { Sources = [dataset.Sources[0] with { ColumnTags = [.. tags.Split(',')] }] };
        Written(dataset).Should().Be(row is null ? $"{Names}\n{Rows}" : $"{Names}\n{row}\n{Rows}");
    }

    [Fact]
    public void Columns_that_are_asked_for_have_the_tags_that_are_asked_for()
    {
        ConflictDataset dataset = DatasetOf($"{Names}\n{Tags}\n{Rows}");
        Written(dataset, new() { Columns = ["event_id_cnty"] }).Should().Be("event_id_cnty\nSYR1\nSYR2\n");
        Written(dataset, new() { Tags = ["#a", "#b", "#c", "#d", "#e"] }).Should().StartWith($"{Names}\n#a,#b,#c,#d,#e\nSYR1");
    }

    private static ConflictDataset DatasetOf(string file, Glossary? glossary = null)
    {
        using var reader = IncidentReader.Open(Utf8(file), new() { Glossary = glossary });
        return reader.ReadDataset();
    }

    private static string Written(ConflictDataset dataset, WriteOptions? options = null)
    {
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, EventFormats.Acled, Glossary.Of(dataset), options))
        {
            writer.Write(dataset.Incidents);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void Tags_are_one_a_column()
    {
        Action write = () => IncidentWriter.Create(new MemoryStream(), EventFormats.Acled, new(), new() { Tags = ["#event"] });
        write.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("#event+id,note,,,")]
    [InlineData("#event+id,#1,,,")]
    [InlineData("# event,,,,")]
    [InlineData("#event+,,,,")]
    public void A_row_that_holds_anything_but_tags_is_a_row(string row) =>
        Counts($"{Names}\n{row}\n{Rows}").Read.Should().Be(3);

    [Fact]
    public void Beyond_the_first_25_rows_it_is_a_row()
    {
        string[] rows = [.. Enumerable.Range(1, 30).Select(number => $"SYR{number},2024-07-03,Battles,X,1\n")];
        Counts($"{Names}\n{string.Concat(rows[..23])}{Tags}\n").Should().Be(new ReadCounts(23, 0));
        Counts($"{Names}\n{string.Concat(rows[..24])}{Tags}\n").Should().Be(new ReadCounts(24, 1));
    }

    [Fact]
    public void A_row_above_the_tags_that_has_a_number_or_a_day_is_no_heading() =>
        Counts($"{Names}\nId,Day,Type,Actor,0\n{Tags}\n{Rows}").Should().Be(new ReadCounts(2, 1));

    [Fact]
    public void A_second_row_of_tags_and_a_faulty_row_behind_events_are_malformed()
    {
        Counts($"{Names}\n{Tags}\n{Tags}\n{Rows}").Should().Be(new ReadCounts(2, 1));
        Counts($"{Names}\n{Rows}SYR3,no day,Battles,X,1\n{Tags}\n").Should().Be(new ReadCounts(2, 1));
    }

    [Fact]
    public void Lines_are_those_of_the_file()
    {
        Action read = () => Read($"Events\n{Names}\n{Tags}\n{Rows}SYR3,no day,Battles,X,1\n");
        read.Should().Throw<MalformedInputException>().Which.Line.Should().Be(6);
    }

    [Fact]
    public void Tags_are_no_names()
    {
        Action read = () => Read("Incident,Day\n#event+id,#date+occurred\n1,2024-07-03\n");
        read.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().EndWith("found: Incident, Day.");
    }

    private static Incident[] Read(string file)
    {
        using var reader = IncidentReader.Open(Utf8(file));
        return [.. reader.Read()];
    }

    private static ReadCounts Counts(string file)
    {
        using var reader = IncidentReader.Open(Utf8(file), new() { SetAsideMalformed = true });
        return reader.AppendTo(new());
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
