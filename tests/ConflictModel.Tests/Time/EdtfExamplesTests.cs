namespace ConflictModel.Tests.Time;

/// <summary>The examples of the EDTF specification's own tables, by level, with the bounds that its words give them.</summary>
public class EdtfExamplesTests
{
    [Theory]
    [InlineData("1985-04-12", 0, "1985-04-12", "1985-04-12")]
    [InlineData("1985-04", 0, "1985-04-01", "1985-04-30")]
    [InlineData("1985", 0, "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12")]
    [InlineData("1964/2008", 0, "1964-01-01", "2008-12-31")]
    [InlineData("2004-06/2006-08", 0, "2004-06-01", "2006-08-31")]
    [InlineData("2004-02-01/2005-02-08", 0, "2004-02-01", "2005-02-08")]
    [InlineData("2004-02-01/2005-02", 0, "2004-02-01", "2005-02-28")]
    [InlineData("2004-02-01/2005", 0, "2004-02-01", "2005-12-31")]
    [InlineData("2005/2006-02", 0, "2005-01-01", "2006-02-28")]
    [InlineData("Y170000002", 1, null, null)]
    [InlineData("Y-170000002", 1, null, null)]
    [InlineData("2001-21", 1, "2001-03-01", "2001-05-31")]
    [InlineData("2003-22", 1, "2003-06-01", "2003-08-31")]
    [InlineData("2000-23", 1, "2000-09-01", "2000-11-30")]
    [InlineData("2010-24", 1, "2010-12-01", "2011-02-28")]
    [InlineData("1984?", 1, "1984-01-01", "1984-12-31")]
    [InlineData("2004-06~", 1, "2004-06-01", "2004-06-30")]
    [InlineData("2004-06-11%", 1, "2004-06-11", "2004-06-11")]
    [InlineData("201X", 1, "2010-01-01", "2019-12-31")]
    [InlineData("20XX", 1, "2000-01-01", "2099-12-31")]
    [InlineData("2004-XX", 1, "2004-01-01", "2004-12-31")]
    [InlineData("1985-04-XX", 1, "1985-04-01", "1985-04-30")]
    [InlineData("1985-XX-XX", 1, "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12/..", 1, "1985-04-12", null)]
    [InlineData("1985-04/..", 1, "1985-04-01", null)]
    [InlineData("1985/..", 1, "1985-01-01", null)]
    [InlineData("../1985-04-12", 1, null, "1985-04-12")]
    [InlineData("../1985-04", 1, null, "1985-04-30")]
    [InlineData("../1985", 1, null, "1985-12-31")]
    [InlineData("1985-04-12/", 1, "1985-04-12", null)]
    [InlineData("1985-04/", 1, "1985-04-01", null)]
    [InlineData("1985/", 1, "1985-01-01", null)]
    [InlineData("/1985-04-12", 1, null, "1985-04-12")]
    [InlineData("/1985-04", 1, null, "1985-04-30")]
    [InlineData("/1985", 1, null, "1985-12-31")]
    [InlineData("1984~/2004-06", 1, "1984-01-01", "2004-06-30")]
    [InlineData("1984/2004-06~", 1, "1984-01-01", "2004-06-30")]
    [InlineData("1984~/2004~", 1, "1984-01-01", "2004-12-31")]
    [InlineData("1984?/2004%", 1, "1984-01-01", "2004-12-31")]
    [InlineData("1984-06?/2004-08?", 1, "1984-06-01", "2004-08-31")]
    [InlineData("1984-06-02?/2004-08-08~", 1, "1984-06-02", "2004-08-08")]
    [InlineData("1984-06-02?/", 1, "1984-06-02", null)]
    [InlineData("-1985", 1, "-1985-01-01", "-1985-12-31")]
    [InlineData("Y-17E7", 2, null, null)]
    [InlineData("Y10E7", 2, null, null)]
    [InlineData("Y17101E4S3", 2, null, null)]
    [InlineData("1950S2", 2, "1900-01-01", "1999-12-31")]
    [InlineData("Y171010000S3", 2, null, null)]
    [InlineData("Y3388E2S3", 2, null, null)]
    [InlineData("2001-34", 2, "2001-04-01", "2001-06-30")]
    [InlineData("[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31")]
    [InlineData("[..1760-12-03]", 2, null, "1760-12-03")]
    [InlineData("[1760-12..]", 2, "1760-12-01", null)]
    [InlineData("[1760-01,1760-02,1760-12..]", 2, "1760-01-01", null)]
    [InlineData("[1667,1760-12]", 2, "1667-01-01", "1760-12-31")]
    [InlineData("[..1984]", 2, null, "1984-12-31")]
    [InlineData("{1667,1668,1670..1672}", 2, "1667-01-01", "1672-12-31")]
    [InlineData("{1960,1961-12}", 2, "1960-01-01", "1961-12-31")]
    [InlineData("{..1984}", 2, null, "1984-12-31")]
    [InlineData("{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", 2, null, null)]
    [InlineData("2004-06~-11", 2, "2004-06-11", "2004-06-11")]
    [InlineData("2004?-06-11", 2, "2004-06-11", "2004-06-11")]
    [InlineData("?2004-06-~11", 2, "2004-06-11", "2004-06-11")]
    [InlineData("2004-%06-11", 2, "2004-06-11", "2004-06-11")]
    [InlineData("156X-12-25", 2, "1560-12-25", "1569-12-25")]
    [InlineData("15XX-12-25", 2, "1500-12-25", "1599-12-25")]
    [InlineData("XXXX-12-XX", 2, "0000-12-01", "9999-12-31")]
    [InlineData("1XXX-XX", 2, "1000-01-01", "1999-12-31")]
    [InlineData("1XXX-12", 2, "1000-12-01", "1999-12-31")]
    [InlineData("1984-1X", 2, "1984-10-01", "1984-12-31")]
    [InlineData("2004-06-~01/2004-06-~20", 2, "2004-06-01", "2004-06-20")]
    [InlineData("2004-06-XX/2004-07-03", 2, "2004-06-01", "2004-07-03")]
    public void The_standards_own_examples_have_their_level_and_bounds(string text, int level, string? earliest, string? latest)
    {
        var date = UncertainDate.Parse(text);

        date.Level.Should().Be(level);
        date.ToString().Should().Be(text);
        Dates.Iso(date.Earliest).Should().Be(earliest);
        Dates.Iso(date.Latest).Should().Be(latest);
    }

    [Theory]
    [InlineData("2023-33", "2023-01-01", "2023-03-31")]
    [InlineData("2023-34", "2023-04-01", "2023-06-30")]
    [InlineData("2023-35", "2023-07-01", "2023-09-30")]
    [InlineData("2023-36", "2023-10-01", "2023-12-31")]
    [InlineData("2023-37", "2023-01-01", "2023-04-30")]
    [InlineData("2023-38", "2023-05-01", "2023-08-31")]
    [InlineData("2023-39", "2023-09-01", "2023-12-31")]
    [InlineData("2024-40", "2024-01-01", "2024-06-30")]
    [InlineData("2024-41", "2024-07-01", "2024-12-31")]
    [InlineData("2023-25", "2023-03-01", "2023-05-31")]
    [InlineData("2023-28", "2023-12-01", "2024-02-29")]
    [InlineData("2023-29", "2023-09-01", "2023-11-30")]
    [InlineData("2023-30", "2023-12-01", "2024-02-29")]
    [InlineData("2023-32", "2023-06-01", "2023-08-31")]
    [InlineData("202X-40", "2020-01-01", "2029-06-30")]
    public void Groups_of_months_end_with_their_last_month(string text, string earliest, string latest)
    {
        var date = UncertainDate.Parse(text);

        Dates.Iso(date.Earliest).Should().Be(earliest);
        Dates.Iso(date.Latest).Should().Be(latest);
    }
}
