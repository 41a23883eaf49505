using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class JsonMemberTests
{
    private const string Row = """
        "event_id_cnty": "SYR1", "event_date": "2024-07-03", "event_type": "Battles", "actor1": "X"
        """;

    [Theory]
    [InlineData("\"fatalities\": 3, \"fatalities\": 5")]
    [InlineData("\"fatalities\": 3, \"Fatalities\": 3")]
    [InlineData("\"note\": 1, \" note\": 2")]
    public void A_member_that_stands_twice_is_malformed(string members)
    {
        Malformation fault = Roads.Fault($$"""[{{{Row}}, {{members}}}]""", new() { Format = EventFormats.Acled });
        (fault.Code, fault.Line).Should().Be((MalformationCode.Json, 1));
        fault.Reason.Should().EndWith("occurs twice.");
    }

    [Fact]
    public void A_member_may_stand_in_several_rows_and_in_a_feature_and_its_properties()
    {
        Roads.Incidents($$"""[{{{Row}}}, {{{Row.Replace("SYR1", "SYR2")}}}]""").Count.Should().Be(2);
        const string Feature = """
            {"features": [{"type": "Feature", "id": 8, "geometry": {"type": "Point", "coordinates": [38.25, 34.5]}, "properties":
              {"id": 7, "latitude": 34.5, "type_of_violence": 1, "best": 4, "date_start": "2016-01-03", "date_end": "2016-01-03"}}]}
            """;
        Incident read = Roads.Incidents(Feature)[0];
        (read.Id.Value, read.Place!.Coordinates).Should().Be(("ucdp:7", new Coordinates(34.5, 38.25)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData((1 << 16) - 200)]
    [InlineData(1 << 16)]
    [InlineData(1 << 20)]
    public void A_first_line_of_any_length_of_a_row_is_known_for_one(int length)
    {
        string lines = $"{{{Row}, \"notes\": \"{new string('x', length)}\"}}\n\n{{{Row.Replace("SYR1", "SYR2")}}}\n";
        Roads.Incidents(lines).Select(incident => incident.Id.Value).Should().Equal("acled:SYR1", "acled:SYR2");
        Roads.Incidents($"{{\"data\": [{lines.Trim().Replace("\n\n", ", ", StringComparison.Ordinal)}]}}").Count.Should().Be(2);
    }

    [Fact]
    public void A_first_line_beyond_the_longest_row_is_none()
    {
        byte[] lines = Encoding.UTF8.GetBytes($"{{{Row}, \"notes\": \"{new string('x', 1 << 17)}\"}}\n{{{Row}}}\n");
        EventFormats.Detect(new MemoryStream(lines), new() { MaxRowBytes = 1 << 18 }).Should().Be(EventFormats.Acled);
        EventFormats.Detect(new MemoryStream(lines), new() { MaxRowBytes = 1 << 17 }).Should().BeNull();
    }

    [Fact]
    public void Members_that_later_rows_add_are_columns_behind_the_others()
    {
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(
            $$"""[{{{Row}}}, {"fatalities": 3, "tags": "b", {{Row.Replace("SYR1", "SYR2")}}}]""")));
        Incident[] read = [.. reader.Read()];
        reader.Columns.Should().Equal("event_id_cnty", "event_date", "event_type", "actor1", "fatalities", "tags");
        read[1].Reports[0].Casualties!.Killed!.Count.Best.Should().Be(3);
        read[1].Reports[0].Original!.Columns.Should().Contain(new OriginalColumn("tags", "b"));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("dat\\udc00")]
    [InlineData("\\ud83dcount")]
    public void Half_of_a_surrogate_pair_in_a_name_beside_the_rows_is_malformed_and_placed(string name) =>
        Roads.Fault($$$"""
            {"count": 1,
              "{{{name}}}": 1, "data": [{{{{Row}}}}]}
            """, new() { Format = EventFormats.Acled }).Should().Be(
            new Malformation
            {
                Code = MalformationCode.Encoding, Reason = "The name of a member is not Unicode text.", Line = 2, Column = 3,
            });

    [Fact]
    public void Half_of_a_surrogate_pair_is_malformed_too_where_a_feature_says_that_it_is_one()
    {
        Malformation fault = Roads.Fault($$"""[{{{Row}}, "type": "Featur\ud800"}]""", new() { Format = EventFormats.Acled });
        (fault.Code, fault.Line, fault.Reason).Should().Be((MalformationCode.Encoding, 1, "'type' is not Unicode text."));
    }

    [Fact]
    public void A_name_beside_the_rows_may_be_written_with_whole_pairs_and_other_escapes() =>
        Roads.Incidents($$$"""
            {"\ud83d\ude00": 1, "note": "\ud800", "d\u0061ta": [{{{{Row}}}}]}
            """).Count.Should().Be(1);

    [Fact]
    public void More_members_than_a_file_may_have_columns_are_malformed_where_the_row_begins()
    {
        string more = string.Concat(Enumerable.Range(0, ReadOptions.MaxColumns - 4).Select(number => $", \"m{number}\": 1"));
        Roads.Table($$"""[{{{Row}}{{more}}}]""").Query().Run().Total.Incidents.Should().Be(1);
        Malformation fault = Roads.Fault($$"""
            [{{{Row}}{{more}}},
             {{{Row.Replace("SYR1", "SYR2")}}, "last": 1}]
            """);
        (fault.Code, fault.Line, fault.Column).Should().Be((MalformationCode.TooLong, 2, 2));
        fault.Reason.Should().Be("The rows up to here have more than 16384 members, and no more are read.");
    }

    [Fact]
    public void Very_many_members_take_memory_in_proportion_to_them()
    {
        long few = Allocated(2_000);
        long many = Allocated(16_000);
        many.Should().BeLessThan(few * 16);

        static long Allocated(int members)
        {
            string more = string.Concat(Enumerable.Range(0, members).Select(number => $", \"m{number}\": \"\""));
            byte[] file = Encoding.UTF8.GetBytes($$"""[{{{Row}}{{more}}}]""");
            long before = GC.GetAllocatedBytesForCurrentThread();
            using var reader = IncidentReader.Open(new MemoryStream(file));
            reader.AppendTo(new());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
