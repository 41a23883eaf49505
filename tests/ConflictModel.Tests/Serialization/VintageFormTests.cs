using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

/// <summary>A vintage in a data set file: a name alone as it always was, an object where its day is known.</summary>
public class VintageFormTests
{
    [Theory]
    [InlineData("\"23.1\"", "23.1", null)]
    [InlineData("\"\"", "", null)]
    [InlineData("\"2023-06-01\"", "2023-06-01", null)]
    [InlineData("{\"name\":\"23.1\"}", "23.1", null)]
    [InlineData("{\"day\":\"2023-06-01\",\"name\":\"23.1\"}", "23.1", "2023-06-01")]
    public void Both_forms_are_read(string json, string name, string? day)
    {
        Vintage vintage = Read(json);
        (vintage.Name, vintage.Day?.ToString("uuuu-MM-dd", null)).Should().Be((name, day));
    }

    [Fact]
    public void A_vintage_whose_day_is_unknown_is_written_as_its_name_whichever_way_it_was_read()
    {
        Written(Read("\"23.1\"")).Should().Contain("\"vintage\": \"23.1\",");
        Written(Read("{\"name\":\"23.1\"}")).Should().Contain("\"vintage\": \"23.1\",");
    }

    [Fact]
    public void A_vintage_with_its_day_is_written_with_it_and_read_back()
    {
        Vintage vintage = new() { Name = "23.1", Day = new(2023, 6, 1) };
        string file = Written(vintage);
        file.Should().MatchRegex("\"vintage\": \\{\\s*\"name\": \"23.1\",\\s*\"day\": \"2023-06-01\"\\s*\\}");
        DatasetJson.Read(file).Tallies[0].Report.Original!.Vintage.Should().Be(vintage);
    }

    [Theory]
    [InlineData("23.1", "", "Expected a vintage: a name, or an object with name and day.")]
    [InlineData("[\"23.1\"]", "", "Expected a vintage: a name, or an object with name and day.")]
    [InlineData("{}", "", "A vintage needs its member 'name'.")]
    [InlineData("{\"day\":\"2023-06-01\"}", "", "A vintage needs its member 'name'.")]
    [InlineData("{\"name\":23.1}", "/name", "Expected a text.")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "/name", "A vintage has name and day, each once; not another 'name'.")]
    [InlineData("{\"name\":\"a\",\"date\":\"2023\"}", "/date", "A vintage has name and day, each once; not another 'date'.")]
    [InlineData("{\"name\":\"a\",\"day\":\"2023\"}", "/day", "'2023' is not a day such as 2024-06-10.")]
    [InlineData("{\"name\":\"a\",\"day\":\"2023-02-30\"}", "/day", "'2023-02-30' is not a day such as 2024-06-10.")]
    public void What_is_no_vintage_is_refused_where_it_stands(string json, string at, string reason)
    {
        Action read = () => Read(json);
        DatasetFormatException error = read.Should().Throw<DatasetFormatException>().Which;
        (error.Pointer, error.Reason).Should().Be(("/tallies/0/report/original/vintage" + at, reason));
    }

    [Fact]
    public void Name_and_day_are_fields_of_their_own_and_a_day_that_is_lost_loses_no_name()
    {
        Original with = new() { Format = "f", Vintage = new Vintage { Name = "1", Day = new(2023, 6, 1) }, Columns = [] };
        string[] Lost(Vintage? became) =>
        [
            .. RecordFields.Lost(With(with), With(with with { Vintage = became }))
                .Select(lost => $"{lost.Field}: {lost.Was} {lost.Became}"),
        ];
        Lost("1").Should().Equal("/report/original/vintage/day: 2023-06-01 ");
        Lost(new() { Name = "2", Day = new(2023, 6, 1) }).Should().Equal("/report/original/vintage: 1 2");
        Lost(null).Should().Equal("/report/original/vintage: 1 ", "/report/original/vintage/day: 2023-06-01 ");
    }

    private static Tally With(Original original) => new()
    {
        Id = TallyId.From("t"),
        Scope = new(),
        Report = new() { Citation = SourceId.From("s"), Original = original },
    };

    private static string Written(Vintage vintage) =>
        DatasetJson.Write(new() { Tallies = [With(new() { Format = "f", Vintage = vintage, Columns = [] })] });

    private static Vintage Read(string vintage) => DatasetJson.Read($$$"""
        {"schemaVersion":"1.3","tallies":[{"id":"t","scope":{},
        "report":{"citation":{"source":"s"},"original":{"format":"f","vintage":{{{vintage}}},"columns":{}} } }]}
        """).Tallies[0].Report.Original!.Vintage!;
}
