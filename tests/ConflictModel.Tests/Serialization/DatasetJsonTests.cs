using System.Text;
using ConflictModel.Serialization;
using CsCheck;

namespace ConflictModel.Tests.Serialization;

public class DatasetJsonTests
{
    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes() =>
        Encoding.UTF8.GetBytes(DatasetJson.Write(Sample.Dataset)).Should().Equal(Sample.Bytes);

    [Fact]
    public void Reading_what_was_written_gives_an_equal_data_set() =>
        DatasetJson.Read(DatasetJson.Write(Sample.Dataset)).Should().Be(Sample.Dataset);

    [Fact]
    public void Any_data_set_survives_the_journey() =>
        Generate.Dataset.Sample(dataset => DatasetJson.Read(DatasetJson.Write(dataset)).Should().Be(dataset), iter: 300);

    [Fact]
    public void Incidents_that_come_one_by_one_are_written_as_if_they_were_the_data_sets_own()
    {
        foreach (ConflictDataset dataset in (ConflictDataset[])[Sample.Dataset, Sample.Dataset with { Incidents = [] }, new()])
        {
            OneByOne(dataset with { Incidents = [] }, dataset.Incidents).Should().Be(DatasetJson.Write(dataset));
        }

        FluentActions.Invoking(() => OneByOne(Sample.Dataset, [])).Should().Throw<ArgumentException>();
        Incident faulty = Sample.Dataset.Incidents[0] with { Description = "\ud800" };
        FluentActions.Invoking(() => OneByOne(new(), [faulty])).Should().Throw<ArgumentException>().WithMessage("*At /description*");

        static string OneByOne(ConflictDataset dataset, IEnumerable<Incident> incidents)
        {
            using var stream = new MemoryStream();
            DatasetJson.Write(dataset, incidents, stream);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Fact]
    public void Arabic_stays_readable() => DatasetJson.Write(Sample.Dataset).Should().Contain("دير الزور");

    [Fact]
    public void An_exact_figure_is_a_plain_number() => DatasetJson.Write(Sample.Dataset).Should().Contain("\"count\": 449,");

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        DatasetJson.Read([.. Encoding.UTF8.Preamble, .. Sample.Bytes]).Should().Be(Sample.Dataset);

    [Fact]
    public void Extensions_are_kept_to_the_letter()
    {
        string json = """{"schemaVersion":"1.0","extensions":{ "a" : [1.0,  2e3, null], "b":{"ا":"ب"} }}""";
        ConflictDataset read = DatasetJson.Read(json);
        read.Extensions.Json.Should().Be("""{ "a" : [1.0,  2e3, null], "b":{"ا":"ب"} }""");
        string written = DatasetJson.Write(read);
        DatasetJson.Write(DatasetJson.Read(written)).Should().Be(written);
    }

    [Fact]
    public void Columns_of_an_original_row_keep_their_order_and_their_text()
    {
        var original = new Original
        {
            Format = "ucdp-ged",
            Vintage = "19.1",
            Columns = [new("relid", "SYR-2016-1-1"), new("empty", ""), new("a", " 0.10 ")],
        };
        ConflictDataset dataset = Generate.Minimal with
        {
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"),
                    Kind = IncidentKind.Battle,
                    Date = new(UncertainDate.Parse("2016")),
                    Reports = [new() { Citation = SourceId.From("s"), Original = original }],
                },
            ],
        };
        DatasetJson.Read(DatasetJson.Write(dataset)).Incidents[0].Reports[0].Original.Should().Be(original);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(200)]
    public void A_column_that_stands_twice_is_refused_however_many_there_are(int count)
    {
        string columns = string.Join(",", Enumerable.Range(0, count).Select(n => $"\"c{n}\":\"{n}\""));
        string Json(string more) => "{\"schemaVersion\":\"1.0\",\"incidents\":[{\"id\":\"i\",\"kind\":\"battle\",\"date\":\"2024\",\n"
            + "\"reports\":[{\"citation\":{\"source\":\"s\"},\"original\":{\"format\":\"f\",\"columns\":{" + columns + more + "}}}]}]}";
        DatasetJson.Read(Json("")).Incidents[0].Reports[0].Original!.Columns.Should().HaveCount(count);
        DatasetFormatException error = Refused(Encoding.UTF8.GetBytes(Json(",\n\"c1\":\"1\"")));
        error.Reason.Should().Be("The column 'c1' is given twice.");
        (error.Line, error.Pointer).Should().Be((3, "/incidents/0/reports/0/original/columns/c1"));
    }

    [Fact]
    public void Texts_that_are_said_again_and_again_are_themselves()
    {
        // As long as one another, with the same ends, in other letters or with others between: all of them are kept apart.
        string[] texts =
            ["abcdefgh", "abcdefgz", "حمصحمص", "مصحمصح", .. Enumerable.Range(0, 5_000).Select(n => $"beginning{n:0000}ending!!")];
        ConflictDataset dataset = new() { Sources = [new() { Id = SourceId.From("s"), Name = "s", Columns = [.. texts, .. texts] }] };
        DatasetJson.Read(DatasetJson.Write(dataset)).Should().Be(dataset);
    }

    [Fact]
    public void A_whole_number_written_with_a_fraction_of_zero_is_a_whole_number() =>
        DatasetJson.Read("""{"schemaVersion":"1.0","strengths":[{"actor":"a","citation":{"source":"s"},"fighters":3.0e3}]}""")
            .Strengths[0].Fighters.Should().Be((Estimate)3000);

    [Theory]
    [InlineData("", 1, 1, "", "The file is empty.")]
    [InlineData(" \n ", 2, 2, "", "The file is empty.")]
    [InlineData("[]", 1, 1, "", "one JSON object")]
    [InlineData("null", 1, 1, "", "one JSON object")]
    [InlineData("{\"schemaVersion\":\"1.0\"", 1, 23, "", "end of the JSON")]
    [InlineData("{\"schemaVersion\":\"1.0\"} x", 1, 25, "", "'x' is invalid")]
    [InlineData("{}", 1, 2, "", "missing: 'schemaVersion'")]
    [InlineData("{\"schemaVersion\":\"1.5\",\"new\":1}", 1, 18, "/schemaVersion", "written for schema 1.5; this library reads up to 1.4")]
    [InlineData("{\"schemaVersion\":\"2.0\"}", 1, 18, "/schemaVersion", "written for schema 2.0")]
    [InlineData("{\"schemaVersion\":\"1.0\",\n\"tallies\":[{\"x\":1}]}", 2, 13, "/tallies/0/x", "no member 'x'")]
    [InlineData(
        "{\"schemaVersion\":\"1.0\",\"tallies\":[{\"id\":\"a\",\"scope\":null}]}", 1, 53, "/tallies/0/scope", "Null is not allowed here")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":[null]}", 1, 34, "/actors/0", "must not contain null")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":null}", 1, 33, "/actors", "Null is not allowed here")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"title\":\"a\",\"title\":\"b\"}", 1, 36, "/title", "is given twice")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":[{\"id\":\"a\",\"name\":\"b\",\"kind\":3}]}", 1,
        62, "/actors/0/kind", "Expected one of these: unknown, stateForces")]
    [InlineData("{\"schemaVersion\":\"1.1\",\"controls\":[{\"extent\":\"half\"}]}", 1,
        46, "/controls/0/extent", "Expected one of these: whole, parts")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":[{\"id\":\"a\",\"name\":\"b\",\"kind\":\"Militia\"}]}", 1,
        62, "/actors/0/kind", "Expected one of these")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":[{\"id\":\"a\",\"kind\":\"militia\"}]}", 1, 60, "/actors/0", "missing: 'name'")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":[{\"id\":\"a b\"}]}", 1, 40, "/actors/0/id", "'a b' is not a valid id")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"strengths\":[{\"fighters\":-4}]}", 1, 49, "/strengths/0/fighters", "whole number from 0")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"strengths\":[{\"fighters\":4.5}]}", 1, 49, "/strengths/0/fighters", "whole number from 0")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"strengths\":[{\"fighters\":{\"low\":1,\"low\":2}}]}", 1,
        58, "/strengths/0/fighters/low", "each once")]
    [InlineData(
        "{\"schemaVersion\":\"1.0\",\"strengths\":[{\"date\":\"2024-13\"}]}", 1, 45, "/strengths/0/date", "'2024-13' is not a date")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"title\":\"\\ud800\"}", 1, 32, "/title", "pair")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"\\ud800\":1}", 1, 33, "", "pair")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"\\ud800schemaVersion\":1}", 1, 46, "", "pair")]
    [InlineData("{\"schema\\u0056ersion\":\"1.5\"}", 1, 23, "/schemaVersion", "written for schema 1.5")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"actors\":[{\"id\":\"\\ud800\"}]}", 1, 40, "/actors/0/id", "pair")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"regions\":[{\"coordinates\":{\"latitude\":91}}]}", 1,
        62, "/regions/0/coordinates/latitude", "degrees from -90 to 90")]
    public void Input_that_is_no_data_set_is_refused_with_a_place_and_a_reason(
        string json, int line, int column, string pointer, string reason)
    {
        DatasetFormatException error = Refused(Encoding.UTF8.GetBytes(json));
        error.Line.Should().Be(line);
        error.Column.Should().Be(column);
        error.Pointer.Should().Be(pointer);
        error.Reason.Should().Contain(reason);
    }

    [Fact]
    public void An_error_is_a_JsonException_whose_own_members_keep_the_serializers_convention()
    {
        DatasetFormatException error = Refused("""
            {"schemaVersion":"1.0",
             "tallies":[{"id":"a b"}]}
            """u8.ToArray());
        (error.Line, error.Column, error.Pointer).Should().Be((2, 19, "/tallies/0/id"));
        ((System.Text.Json.JsonException)error).Path.Should().Be("$.tallies[0].id");
        (error.LineNumber, error.BytePositionInLine).Should().Be((1, 18));
        error.Message.Should().Be("line 2, column 19, at /tallies/0/id: " + error.Reason);
        Refused("{}"u8.ToArray()).Path.Should().Be("$");
        Refused("""{"schemaVersion":"1.0","extensions":1}"""u8.ToArray()).Path.Should().Be("$.extensions");
    }

    [Fact]
    public void A_byte_that_is_no_utf8_is_named_by_its_place()
    {
        byte[] json = [.. "{\"schemaVersion\":\"1.0\",\n\"title\":\"a"u8, 0xFF, .. "b\"}"u8];
        DatasetFormatException error = Refused(json);
        (error.Line, error.Column).Should().Be((2, 11));
        error.Reason.Should().Contain("UTF-8");
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_refused_at_the_first_bracket_too_many()
    {
        string json = "{\"schemaVersion\":\"1.0\",\"extensions\":{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}}";
        DatasetFormatException error = Refused(Encoding.UTF8.GetBytes(json));
        error.Reason.Should().Contain("depth");
        error.Column.Should().BeLessThan(42 + DatasetJson.MaxDepth);
    }

    [Fact]
    public void Whatever_is_cut_off_is_refused_and_never_throws_anything_else() =>
        Gen.Int[0, Sample.Bytes.Length - 3].Sample(length => Refused(Sample.Bytes[..length]), iter: 300);

    [Fact]
    public void Whatever_byte_is_changed_is_read_or_refused_and_never_throws_anything_else() =>
        Gen.Select(Gen.Int[0, Sample.Bytes.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] bytes = [.. Sample.Bytes];
            bytes[at] = value;
            try
            {
                DatasetJson.Read(bytes).Should().NotBeNull();
            }
            catch (DatasetFormatException error)
            {
                error.Line.Should().BeGreaterThan(0);
            }
        }, iter: Turn.Of(2000));

    private static DatasetFormatException Refused(byte[] json)
    {
        Action read = () => DatasetJson.Read(json);
        return read.Should().Throw<DatasetFormatException>().Which;
    }
}
